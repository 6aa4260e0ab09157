/**
 * Degrees of freedom of the multivariate t that best describes the distances of the trusted classes, on a grid. The fit
 * conditions on lying below the trusted quantile.
 */
import { fLogLikelihood, fLowerTail } from '#stats/f-distribution.ts';
import { type Points } from './points.ts';

const TAILS = [3, 4, 5, 6, 8, 10, 14, 20, 30, 60, 200];
const TAIL_PRIOR_RATE = 8;
/** Without classes. */
const MIDDLING = 30;

/**
 * @param points coordinates with variance scale + nature each. @param scales one per point.
 * @param trustedShare share of the points, nearest to the centre, that are believed.
 */
export function jointTail(
  points: Points,
  scales: readonly number[],
  nature: Float64Array,
  trustedShare: number,
): number {
  const dimensions = nature.length;
  const ratios = Float64Array.from(
    scales,
    (scale, index) => squaredDistance(points.values, index * points.wide, scale, nature) / dimensions,
  ).sort();
  const trusted = ratios.subarray(0, Math.floor(ratios.length * trustedShare)).filter((ratio) => ratio > 0);
  const limit = trusted.at(-1);
  let best = MIDDLING;
  if (limit === undefined) return best;
  let bestValue = Number.NEGATIVE_INFINITY;
  for (const tail of TAILS) {
    // The scatter was scaled to the median of a normal sample; a t of the same scatter has a larger median.
    const scale = medianF(dimensions, tail) / medianF(dimensions, 1e5);
    const value =
      fLogLikelihood(trusted, scale, dimensions, tail) -
      TAIL_PRIOR_RATE / tail -
      trusted.length * Math.log(fLowerTail(limit * scale, dimensions, tail));
    if (value > bestValue) {
      bestValue = value;
      best = tail;
    }
  }
  return best;
}

const medians = new Map<string, number>();

/** Found by bisection, once for each pair of degrees of freedom. */
function medianF(numerator: number, denominator: number): number {
  const key = `${numerator}:${denominator}`;
  const known = medians.get(key);
  if (known !== undefined) return known;
  let low = 0;
  let high = 4;
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2;
    if (fLowerTail(middle, numerator, denominator) < 0.5) low = middle;
    else high = middle;
  }
  medians.set(key, (low + high) / 2);
  return (low + high) / 2;
}

/** Of the point that begins at `at`, in coordinates with variance scale + nature each. */
export function squaredDistance(values: Float64Array, at: number, scale: number, nature: Float64Array): number {
  let distance = 0;
  for (let index = 0; index < nature.length; index++) {
    const value = values[at + index]!;
    distance += (value * value) / (scale + nature[index]!);
  }
  return distance;
}
