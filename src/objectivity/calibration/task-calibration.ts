/** What the page and the table say of each task of one variant. Pure. */
import type { ConditionalFit } from '#stats/irt-conditional.ts';
import { taskFits } from '#stats/irt-fit.ts';
import { location, lowestScore, scoreMoments, thresholdsOf } from '#stats/irt-model.ts';
import { scoreCounts, type ScoreTables } from '#stats/irt-tables.ts';
import type { CalibrationTables, NoDifficulty, TaskCalibration } from './model.ts';

/** @param ability at which the information is told: the mean of the population, logits. */
export function taskCalibrations(
  tables: CalibrationTables,
  scores: ScoreTables,
  fit: ConditionalFit,
  ability: number,
): TaskCalibration[] {
  const counts = scoreCounts(scores);
  const fits = taskFits(scores, fit.steps, 'conditional');
  const errors = new Errors(fit);
  return tables.tasks.map(({ id, max }, task) => {
    const steps = fit.steps[task]!;
    const difficulty = location(steps);
    const papers = counts[task]!.reduce((sum, count) => sum + count, 0);
    const estimated = Number.isFinite(difficulty);
    return {
      task,
      id,
      max,
      papers,
      counts: counts[task]!,
      difficulty: estimated ? difficulty : null,
      error: estimated ? errors.ofLocation(task) : null,
      noDifficulty: estimated ? null : reasonOf(counts[task]!, papers),
      thresholds: Array.from(thresholdsOf(steps), finite),
      thresholdErrors: Array.from(thresholdsOf(steps), (threshold, k) =>
        Number.isFinite(threshold) ? errors.ofThreshold(task, k + 1) : null,
      ),
      emptyScores: papers === 0 ? [] : counts[task]!.flatMap((count, score) => (count === 0 ? [score] : [])),
      infit: estimated ? finite(fits[task]!.infit) : null,
      outfit: estimated ? finite(fits[task]!.outfit) : null,
      information: estimated ? scoreMoments(steps, ability).variance : null,
    };
  });
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

function reasonOf(counts: readonly number[], papers: number): NoDifficulty {
  if (papers === 0) return 'notSet';
  if (counts[0] === papers) return 'nobody';
  if (counts.at(-1) === papers) return 'everybody';
  return counts.includes(papers) ? 'constant' : 'extremesOnly';
}

/** Standard errors of what is computed from the cumulative difficulties. */
class Errors {
  readonly #fit: ConditionalFit;
  readonly #index = new Map<string, number>();

  constructor(fit: ConditionalFit) {
    this.#fit = fit;
    fit.parameters.forEach(({ task, score }, index) => this.#index.set(`${task}:${score}`, index));
  }

  ofLocation(task: number): number {
    const { parameters, covariance } = this.#fit;
    const index = parameters.findLastIndex((parameter) => parameter.task === task);
    return Math.sqrt(covariance[index * parameters.length + index]!) / parameters[index]!.points;
  }

  /** tau_k = B_k - B_(k-1); the lowest score's B is 0 by definition and has no error. */
  ofThreshold(task: number, score: number): number {
    const upper = this.#index.get(`${task}:${score}`)!;
    const variance = this.#covariance(upper, upper);
    if (score - 1 === lowestScore(this.#fit.steps[task]!)) return Math.sqrt(variance);
    const lower = this.#index.get(`${task}:${score - 1}`)!;
    return Math.sqrt(variance + this.#covariance(lower, lower) - 2 * this.#covariance(upper, lower));
  }

  #covariance(a: number, b: number): number {
    return this.#fit.covariance[a * this.#fit.parameters.length + b]!;
  }
}
