/**
 * The partial-credit model, and the Rasch model as its case of tasks worth one point.
 *
 * Formula: P(x = k | theta) = exp(k theta - B_k) / sum_h exp(h theta - B_h), B_0 = 0, B_k = tau_1 + ... + tau_k; tau_k is the
 * ability at which scores k - 1 and k are equally likely.
 * Source: Rasch 1960; Masters 1982, Psychometrika 47:149.
 * Assumptions: one ability behind all tasks, the same discrimination of every task, answers independent given the ability.
 * How it can be wrong: tasks that discriminate unequally, or parts of one text that hang together, make errors look smaller
 * than they are; item fit (irt-fit.ts) and the test of Andersen (irt-andersen.ts) look for that.
 */

/**
 * A task by its cumulative difficulties B_k, logits, for scores k = 0..max. `Infinity`: nobody got exactly k points, the score
 * cannot occur in the model (it is never merged with a neighbour). The lowest score that occurs has B = 0.
 */
export type TaskSteps = ArrayLike<number>;

/** Mean, variance and third central moment of a task's score at one ability. */
export interface ScoreMoments {
  readonly mean: number;
  readonly variance: number;
  readonly third: number;
}

/** P(x = k | theta) for k = 0..max; they sum to 1 at any finite ability. */
export function scoreProbabilities(steps: TaskSteps, theta: number): Float64Array {
  const probabilities = new Float64Array(steps.length);
  let highest = -Infinity;
  for (let k = 0; k < steps.length; k++) highest = Math.max(highest, k * theta - steps[k]!);
  let sum = 0;
  for (let k = 0; k < steps.length; k++) sum += probabilities[k] = Math.exp(k * theta - steps[k]! - highest);
  for (let k = 0; k < steps.length; k++) probabilities[k]! /= sum;
  return probabilities;
}

export function scoreMoments(steps: TaskSteps, theta: number): ScoreMoments {
  return momentsOf(scoreProbabilities(steps, theta));
}

export function momentsOf(probabilities: ArrayLike<number>): ScoreMoments {
  let mean = 0;
  for (let k = 0; k < probabilities.length; k++) mean += k * probabilities[k]!;
  let variance = 0;
  let third = 0;
  for (let k = 0; k < probabilities.length; k++) {
    const away = k - mean;
    variance += away * away * probabilities[k]!;
    third += away * away * away * probabilities[k]!;
  }
  return { mean, variance, third };
}

/** Lowest score that occurs in the model. */
export function lowestScore(steps: TaskSteps): number {
  for (let k = 0; k < steps.length; k++) if (steps[k]! < Infinity) return k;
  return 0;
}

/** Highest score that occurs in the model. */
export function highestScore(steps: TaskSteps): number {
  for (let k = steps.length - 1; k > 0; k--) if (steps[k]! < Infinity) return k;
  return 0;
}

/** Thresholds tau_1..tau_max, logits; NaN where one of the two scores does not occur. */
export function thresholdsOf(steps: TaskSteps): Float64Array {
  return Float64Array.from({ length: Math.max(0, steps.length - 1) }, (_, k) => steps[k + 1]! - steps[k]!).map(
    (value) => (Number.isFinite(value) ? value : Number.NaN),
  );
}

/** Location of a task, logits: the mean of its thresholds from the lowest to the highest score that occurs; NaN where it does not vary. */
export function location(steps: TaskSteps): number {
  const low = lowestScore(steps);
  const high = highestScore(steps);
  return high > low ? (steps[high]! - steps[low]!) / (high - low) : Number.NaN;
}
