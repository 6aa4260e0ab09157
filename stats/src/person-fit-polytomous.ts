/**
 * Person fit without a model for tasks of several points: the steps of all tasks («at least k points on task i») are ordered by the
 * share of papers that pass them, and a pattern is compared with «easy steps passed, hard steps not».
 *
 * Sources: Molenaar 1991, Kwant. Methoden 37:97 and Emons 2008, Appl. Psychol. Meas. 32:224 (Gpoly, its normed form, U3poly).
 * Figures agree with PerFit 1.4.6. What it answers, assumptions, minimum sample, how it can be wrong: person-fit.ts.
 * A step that nobody passed has no logit: U3poly leaves such steps (and those passed by all) at the share of half a paper.
 */

export interface Steps {
  /** Maximum of each task. */
  readonly maxima: readonly number[];
  /** ranks[task][k - 1]: place of the step among all, 1 is the easiest. */
  readonly ranks: readonly Float64Array[];
  /** logits[task][k - 1] of the share of papers that pass the step. */
  readonly logits: readonly Float64Array[];
  /** Lowest and highest sums of ranks and logits over patterns with a given total. */
  readonly extremes: { readonly ranks: Extremes; readonly logits: Extremes };
}

interface Extremes {
  readonly lowest: Float64Array;
  readonly highest: Float64Array;
}

/** @param counts papers by score of each task. */
export function stepsOf(counts: readonly ArrayLike<number>[]): Steps {
  const passed = counts.map((scores) => {
    const papers = Array.from(scores).reduce((sum, each) => sum + each, 0);
    let above = papers;
    return Array.from({ length: scores.length - 1 }, (_, k) => {
      above -= scores[k]!;
      return { above, papers };
    });
  });
  const all = passed.flatMap((steps, task) =>
    steps.map(({ above, papers }, k) => ({ task, k, share: above / papers })),
  );
  const ranks = passed.map((steps) => new Float64Array(steps.length));
  all
    .map((step, index) => ({ ...step, index }))
    .sort((a, b) => b.share - a.share || a.index - b.index)
    .forEach(({ task, k }, position) => {
      ranks[task]![k] = position + 1;
    });
  const logits = passed.map((steps) =>
    Float64Array.from(steps, ({ above, papers }) => {
      const bounded = Math.min(papers - 0.5, Math.max(0.5, above));
      return Math.log(bounded / (papers - bounded));
    }),
  );
  return {
    maxima: counts.map((scores) => scores.length - 1),
    ranks,
    logits,
    extremes: { ranks: extremesOf(ranks), logits: extremesOf(logits) },
  };
}

/** Sum of the weights of the steps that the pattern passes. */
function sumOver(pattern: ArrayLike<number>, weights: readonly Float64Array[]): { total: number; sum: number } {
  let total = 0;
  let sum = 0;
  weights.forEach((steps, task) => {
    total += pattern[task]!;
    for (let k = 0; k < pattern[task]!; k++) sum += steps[k]!;
  });
  return { total, sum };
}

/** Over all patterns of each total: task after task, like the distribution of a total, with min and max for the sum. */
function extremesOf(weights: readonly Float64Array[]): Extremes {
  const fold = (choose: (a: number, b: number) => number, none: number): Float64Array => {
    let best = Float64Array.of(0);
    for (const steps of weights) {
      const next = new Float64Array(best.length + steps.length).fill(none);
      for (let total = 0; total < best.length; total++) {
        let sum = best[total]!;
        for (let k = 0; k <= steps.length; k++) {
          next[total + k] = choose(next[total + k]!, sum);
          sum += steps[k] ?? 0;
        }
      }
      best = next;
    }
    return best;
  };
  return { lowest: fold(Math.min, Infinity), highest: fold(Math.max, -Infinity) };
}

/** Pairs of steps with the easier one failed and the harder one passed. */
export function guttmanErrorsPolytomous(pattern: ArrayLike<number>, steps: Steps): number {
  const { total, sum } = sumOver(pattern, steps.ranks);
  // The passed steps would hold the places 1..total in a perfect pattern.
  return sum - (total * (total + 1)) / 2;
}

/** Gpoly divided by its largest value over patterns with the same total, 0..1; NaN where that is 0. */
export function guttmanErrorSharePolytomous(pattern: ArrayLike<number>, steps: Steps): number {
  const { total, sum } = sumOver(pattern, steps.ranks);
  const perfect = (total * (total + 1)) / 2;
  return (sum - perfect) / (steps.extremes.ranks.highest[total]! - perfect);
}

/** U3poly = (max W - W) / (max W - min W) over patterns with the same total, W the sum of the logits of the passed steps, 0..1. */
export function u3Polytomous(pattern: ArrayLike<number>, steps: Steps): number {
  const { total, sum } = sumOver(pattern, steps.logits);
  const { lowest, highest } = steps.extremes.logits;
  return (highest[total]! - sum) / (highest[total]! - lowest[total]!);
}
