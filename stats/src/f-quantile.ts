import { fLowerTail } from './f-distribution.ts';

/** P(F >= x), computed as the lower tail of 1/F so that small tails keep their digits. */
export function fUpperTail(x: number, numerator: number, denominator: number): number {
  if (x <= 0) return 1;
  return fLowerTail(1 / x, denominator, numerator);
}

/**
 * x with P(F <= x) = probability, by bisection on ln x until the bracket closes to the last digits.
 * Source: the definition; the distribution is f-distribution.ts. Probability strictly between 0 and 1.
 */
export function fQuantile(probability: number, numerator: number, denominator: number): number {
  let low = -80;
  let high = 80;
  for (let step = 0; step < 200; step++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    const x = Math.exp(middle);
    const below =
      probability < 0.5
        ? fLowerTail(x, numerator, denominator) < probability
        : fUpperTail(x, numerator, denominator) > 1 - probability;
    if (below) low = middle;
    else high = middle;
  }
  return Math.exp((low + high) / 2);
}

/** t with P(|T| <= t) = level for Student's t: the square root of an F with one degree of freedom in the numerator. */
export function studentTwoSidedQuantile(level: number, degreesOfFreedom: number): number {
  return Math.sqrt(fQuantile(level, 1, degreesOfFreedom));
}
