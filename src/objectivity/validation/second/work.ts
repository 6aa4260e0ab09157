/**
 * A work of the second generator: generalised partial credit with unequal steps, guessing on some of the short tasks, topics
 * of neighbouring tasks, two variants that are not quite equally hard.
 * Source: Muraki 1992, Appl. Psychol. Meas. 16:159; lower asymptote of Birnbaum 1968.
 */
import type { MarkThresholds } from '#src/results/model.ts';
import type { Random } from '../../engine/random.ts';
import type { WorkPlan } from '../works.ts';

export const VARIANTS = 2;

export interface SecondTask {
  readonly max: number;
  readonly extended: boolean;
  readonly topic: number;
  readonly discrimination: number;
  /** Chance to be right without knowing; 0 where an answer has to be written out. */
  readonly guessing: number;
  /** Locations of the steps in logits, per variant. */
  readonly steps: readonly (readonly number[])[];
  /** Mean location over steps and variants. */
  readonly difficulty: number;
}

export interface SecondWork {
  readonly plan: WorkPlan;
  readonly tasks: readonly SecondTask[];
  readonly topics: number;
  readonly thresholds: MarkThresholds;
  /** Tasks from the hardest on. */
  readonly hardestFirst: readonly number[];
}

export function drawWork(plan: WorkPlan, random: Random): SecondWork {
  let topic = 0;
  let left = random.integer(2, 4);
  const tasks = plan.tasks.map(({ max, response }): SecondTask => {
    if (left === 0) {
      topic++;
      left = random.integer(2, 4);
    }
    left--;
    const extended = response === 'extended';
    // Works are not always ordered by difficulty: the topics are.
    const difficulty = -1.1 + 1.3 * random.uniform() + (extended ? 0.5 : 0) + 0.15 * topic;
    const gaps = Array.from({ length: max }, (_, step) => (step - (max - 1) / 2) * (0.3 + 0.6 * random.uniform()));
    return {
      max,
      extended,
      topic,
      discrimination: Math.exp(0.3 * random.normal()),
      guessing: !extended && max === 1 && random.chance(0.5) ? 0.15 + 0.1 * random.uniform() : 0,
      steps: Array.from({ length: VARIANTS }, () => {
        const shift = 0.15 * random.normal();
        return gaps.map((gap) => difficulty + shift + gap);
      }),
      difficulty,
    };
  });
  return {
    plan,
    tasks,
    topics: topic + 1,
    thresholds: plan.thresholds ?? { 3: 1, 4: 2, 5: 3 },
    hardestFirst: tasks.map((_, task) => task).sort((a, b) => tasks[b]!.difficulty - tasks[a]!.difficulty),
  };
}

/** A score of a pupil whose ability on this task is `ability`, logits. */
export function answer(task: SecondTask, variant: number, ability: number, random: Random): number {
  if (task.guessing > 0 && random.chance(task.guessing)) return task.max;
  let exponent = 0;
  let sum = 1;
  const weights = [1];
  for (const step of task.steps[variant]!) {
    exponent += task.discrimination * (ability - step);
    const weight = Math.exp(exponent);
    weights.push(weight);
    sum += weight;
  }
  let target = random.uniform() * sum;
  for (let score = 0; score < task.max; score++) {
    target -= weights[score]!;
    if (target < 0) return score;
  }
  return task.max;
}
