/**
 * Gamma functions of the partial-credit model (for tasks of one point: elementary symmetric functions): gamma_r is the sum of
 * prod exp(-B_{i,x_i}) over all answer patterns with total r. Computed by convolution, task by task.
 *
 * Source: Andersen 1972, J. R. Stat. Soc. B 34:42; Fischer & Ponocny 1994, Psychometrika 59:177.
 * Numerics: everything is a sum of positive terms. A task is taken out by multiplying what stands before and after it, never by
 * the difference (division) recurrence, which loses all digits where tasks are unequal. Each product is scaled to a maximum of 1
 * and carries the logarithm of its scale.
 */
import type { TaskSteps } from './irt-model.ts';

/** A polynomial with non-negative coefficients: coefficient r is `values[r] * exp(logScale)`. */
export interface ScaledPolynomial {
  readonly values: Float64Array;
  readonly logScale: number;
}

const ONE: ScaledPolynomial = { values: Float64Array.of(1), logScale: 0 };

/** exp(-B_k + tilt k), k = 0..max. The tilt cancels in every probability and keeps the products in the middle of the range. */
export function taskPolynomial(steps: TaskSteps, tilt = 0): ScaledPolynomial {
  let highest = -Infinity;
  for (let k = 0; k < steps.length; k++) highest = Math.max(highest, tilt * k - steps[k]!);
  return {
    values: Float64Array.from({ length: steps.length }, (_, k) => Math.exp(tilt * k - steps[k]! - highest)),
    logScale: highest,
  };
}

export function product(left: ScaledPolynomial, right: ScaledPolynomial): ScaledPolynomial {
  const values = new Float64Array(left.values.length + right.values.length - 1);
  for (let a = 0; a < left.values.length; a++) {
    const factor = left.values[a]!;
    if (factor === 0) continue;
    for (let b = 0; b < right.values.length; b++) values[a + b]! += factor * right.values[b]!;
  }
  let highest = 0;
  for (const value of values) if (value > highest) highest = value;
  for (let r = 0; r < values.length; r++) values[r]! /= highest;
  return { values, logScale: left.logScale + right.logScale + Math.log(highest) };
}

/** before[i]: product of tasks 0..i-1; after[i]: product of tasks i..last; before[count] is the whole. */
export interface PartialProducts {
  readonly tasks: readonly ScaledPolynomial[];
  readonly before: readonly ScaledPolynomial[];
  readonly after: readonly ScaledPolynomial[];
}

export function partialProducts(tasks: readonly ScaledPolynomial[]): PartialProducts {
  const before: ScaledPolynomial[] = [ONE];
  for (const task of tasks) before.push(product(before.at(-1)!, task));
  const after: ScaledPolynomial[] = [ONE];
  for (const task of tasks.toReversed()) after.push(product(after.at(-1)!, task));
  return { tasks, before, after: after.reverse() };
}

/** ln gamma_r for r = 0..sum of maxima; -Infinity for a total that cannot occur. */
export function logGamma(tasks: readonly TaskSteps[]): Float64Array {
  const tilt = balancingTilt(tasks);
  const whole = tasks.reduce((left, steps) => product(left, taskPolynomial(steps, tilt)), ONE);
  return whole.values.map((value, r) => Math.log(value) + whole.logScale - tilt * r);
}

/** The tilt at which the lowest and the highest total weigh the same: the mean of all thresholds. */
export function balancingTilt(tasks: readonly TaskSteps[]): number {
  let difficulty = 0;
  let points = 0;
  for (const steps of tasks) {
    let low = 0;
    while (low < steps.length - 1 && steps[low] === Infinity) low++;
    let high = steps.length - 1;
    while (high > low && steps[high] === Infinity) high--;
    if (high === low) continue;
    difficulty += steps[high]! - steps[low]!;
    points += high - low;
  }
  return points === 0 ? 0 : difficulty / points;
}
