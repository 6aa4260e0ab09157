/**
 * How well each task keeps to the model: infit and outfit mean squares, from the tables, not from papers.
 *
 * Formulas: z = (x - E) / sqrt(V); outfit = sum z^2 / N, infit = sum (x - E)^2 / sum V, over papers with a total neither lowest nor
 * highest. 1 is what the model expects; above 1 the answers are more erratic than expected (noise), below 1 more orderly.
 * Two choices of E and V: `unconditional` at the ML ability of the total (Wright & Masters 1982, ch. 5; what most programs print;
 * pulled below 1 because the abilities come from the same papers), and `conditional` given the total (Christensen & Kreiner 2013;
 * Mueller 2020, J. Stat. Distrib. Appl. 7:5), whose expectation is exactly 1.
 * Minimum sample: about 100 papers; with few papers the mean squares spread by chance.
 * How it can be wrong: with thousands of papers trifles are significant: the size is to be read (0.7 to 1.3 is usual for school
 * tests, Wright & Linacre 1994, Rasch Meas. Trans. 8:370), not a p-value. Outfit reacts to a few wild papers, infit does not.
 */
import { abilityByTotal } from './ability.ts';
import { partialProducts, product, taskPolynomial, balancingTilt } from './irt-gamma.ts';
import { momentsOf, scoreProbabilities, type ScoreMoments, type TaskSteps } from './irt-model.ts';
import type { ScoreTables } from './irt-tables.ts';

export type FitKind = 'conditional' | 'unconditional';

export interface TaskFit {
  readonly infit: number;
  readonly outfit: number;
  /** Papers that the mean squares rest on; with none both are NaN. */
  readonly papers: number;
}

export function taskFits(tables: ScoreTables, steps: readonly TaskSteps[], kind: FitKind): TaskFit[] {
  const sums = steps.map(() => ({ papers: 0, z: 0, residual: 0, variance: 0 }));
  for (const form of tables.forms) {
    const expected = kind === 'conditional' ? conditionalMoments : momentsAtAbility;
    const moments = expected(form.tasks.map((task) => steps[task]!));
    for (let total = 0; total < form.totals.length; total++) {
      form.tasks.forEach((task, position) => {
        const at = moments[position]!.get(total);
        if (at === undefined || !(at.variance > 0)) return;
        const sum = sums[task]!;
        for (let score = 0; score < steps[task]!.length; score++) {
          const papers = form.cells[(total * form.tasks.length + position) * tables.width + score]!;
          const square = papers * (score - at.mean) ** 2;
          sum.papers += papers;
          sum.z += square / at.variance;
          sum.residual += square;
          sum.variance += papers * at.variance;
        }
      });
    }
  }
  return sums.map(({ papers, z, residual, variance }) => ({
    papers,
    outfit: papers > 0 ? z / papers : Number.NaN,
    infit: variance > 0 ? residual / variance : Number.NaN,
  }));
}

type MomentsByTotal = ReadonlyMap<number, ScoreMoments>;

function momentsAtAbility(tasks: readonly TaskSteps[]): MomentsByTotal[] {
  const abilities = abilityByTotal(tasks, 'ml').filter(({ theta }) => Number.isFinite(theta));
  return tasks.map(
    (steps) => new Map(abilities.map(({ total, theta }) => [total, momentsOf(scoreProbabilities(steps, theta))])),
  );
}

/** Mean and variance of each task's score given the total: P(x = k | r) = eps_k gamma_{r-k} without the task / gamma_r. */
export function conditionalMoments(tasks: readonly TaskSteps[]): MomentsByTotal[] {
  const tilt = balancingTilt(tasks);
  const { before, after, tasks: polynomials } = partialProducts(tasks.map((steps) => taskPolynomial(steps, tilt)));
  return polynomials.map((task, position) => {
    const without = product(before[position]!, after[position + 1]!);
    const moments = new Map<number, ScoreMoments>();
    for (let total = 0; total < without.values.length + task.values.length - 1; total++) {
      const given = Float64Array.from(task.values, (weight, k) => weight * (without.values[total - k] ?? 0));
      const sum = given.reduce((all, each) => all + each, 0);
      if (sum > 0) moments.set(total, momentsOf(given.map((each) => each / sum)));
    }
    return moments;
  });
}
