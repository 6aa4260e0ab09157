/** Figures of merit of a method whose truth is known. */
import { studentUpperTail } from '#stats/student-t.ts';

/**
 * Area under the ROC curve: the chance that a manipulated unit stands above an honest one; ties count one half.
 * Mann & Whitney 1947 in the form of Hanley & McNeil 1982. Units without a score (NaN) stand below all others.
 *
 * @returns NaN where one of the two sides is empty.
 */
export function areaUnderCurve(manipulated: ArrayLike<number>, honest: ArrayLike<number>): number {
  if (manipulated.length === 0 || honest.length === 0) return Number.NaN;
  const sorted = Float64Array.from(honest, scored).sort();
  let won = 0;
  for (let index = 0; index < manipulated.length; index++) {
    const score = scored(manipulated[index]!);
    won += (firstAtLeast(sorted, score) + firstAbove(sorted, score)) / 2;
  }
  return won / (manipulated.length * honest.length);
}

/** Share of truly manipulated units among the `k` with the highest scores; units tied at the edge count by their share. */
export function precisionAt(scores: ArrayLike<number>, manipulated: ArrayLike<number>, k: number): number {
  if (k === 0) return Number.NaN;
  const values = Float64Array.from(scores, scored);
  const edge = values.slice().sort()[values.length - k]!;
  let above = 0;
  let found = 0;
  let tied = 0;
  let foundTied = 0;
  values.forEach((value, unit) => {
    const hit = manipulated[unit] === 1 ? 1 : 0;
    if (value > edge) {
      above++;
      found += hit;
    } else if (value === edge) {
      tied++;
      foundTied += hit;
    }
  });
  return (found + (foundTied * (k - above)) / tied) / k;
}

/** A mean over regions with its 95 % interval. */
export interface Estimate {
  readonly mean: number;
  /** Student's interval of the mean; equal to the mean where there is one region. */
  readonly low: number;
  readonly high: number;
  /** Regions that gave a figure. */
  readonly regions: number;
}

/** Regions are independent draws, so their figures carry the interval. Values that are NaN are left out. */
export function estimate(values: readonly number[]): Estimate {
  const given = values.filter((value) => !Number.isNaN(value));
  const count = given.length;
  if (count === 0) return { mean: Number.NaN, low: Number.NaN, high: Number.NaN, regions: 0 };
  const mean = given.reduce((sum, value) => sum + value, 0) / count;
  if (count === 1) return { mean, low: mean, high: mean, regions: 1 };
  const variance = given.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (count - 1);
  const half = studentQuantile(count - 1) * Math.sqrt(variance / count);
  return { mean, low: mean - half, high: mean + half, regions: count };
}

/** t with P(T >= t) = 0.025, by bisection. */
function studentQuantile(degreesOfFreedom: number): number {
  let low = 1.9;
  let high = 13;
  for (let step = 0; step < 50; step++) {
    const middle = (low + high) / 2;
    if (studentUpperTail(middle, degreesOfFreedom) > 0.025) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function scored(score: number): number {
  return Number.isNaN(score) ? Number.NEGATIVE_INFINITY : score;
}

function firstAtLeast(sorted: Float64Array, value: number): number {
  return boundary(sorted, (each) => each < value);
}

function firstAbove(sorted: Float64Array, value: number): number {
  return boundary(sorted, (each) => each <= value);
}

function boundary(sorted: Float64Array, before: (value: number) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (before(sorted[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low;
}
