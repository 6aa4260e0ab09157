import betainc from '@stdlib/math-base-special-betainc';
import gammaln from '@stdlib/math-base-special-gammaln';

/**
 * The F distribution (ratio of two chi-squares per degree of freedom): the law of a squared Mahalanobis distance, per
 * dimension, when the points are multivariate t. Degrees of freedom are any positive numbers.
 *
 * Formula: P(F <= x) = I_w(a/2, b/2), w = a x / (a x + b). Source: Abramowitz & Stegun 26.6.2.
 */
export function fLowerTail(x: number, numerator: number, denominator: number): number {
  if (x <= 0) return 0;
  return betainc((numerator * x) / (numerator * x + denominator), numerator / 2, denominator / 2, true, false);
}

/** ln of the density. */
export function fLogDensity(x: number, numerator: number, denominator: number): number {
  const ratio = numerator / denominator;
  return (
    gammaln((numerator + denominator) / 2) -
    gammaln(numerator / 2) -
    gammaln(denominator / 2) +
    (numerator / 2) * Math.log(ratio) +
    (numerator / 2 - 1) * Math.log(x) -
    ((numerator + denominator) / 2) * Math.log1p(ratio * x)
  );
}
