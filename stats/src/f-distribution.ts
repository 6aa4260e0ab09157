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
  return (
    logConstant(numerator, denominator) +
    (numerator / 2 - 1) * Math.log(x) -
    ((numerator + denominator) / 2) * Math.log1p((numerator / denominator) * x)
  );
}

function logConstant(numerator: number, denominator: number): number {
  return (
    gammaln((numerator + denominator) / 2) -
    gammaln(numerator / 2) -
    gammaln(denominator / 2) +
    (numerator / 2) * Math.log(numerator / denominator)
  );
}

/** Products of factors above this become logarithms. */
const LARGE = 1e100;
const SMALL = 1e-100;

/** Sum of the ln densities of values > 0, each times `scale`. Logarithms of products: one for some dozens of values. */
export function fLogLikelihood(values: Float64Array, scale: number, numerator: number, denominator: number): number {
  const ratio = (numerator / denominator) * scale;
  let product = 1;
  let others = 1;
  let logs = 0;
  let otherLogs = 0;
  for (const value of values) {
    product *= value * scale;
    others *= 1 + ratio * value;
    if (product < LARGE && product > SMALL && others < LARGE) continue;
    logs += Math.log(product);
    otherLogs += Math.log(others);
    product = 1;
    others = 1;
  }
  logs += Math.log(product);
  otherLogs += Math.log(others);
  return (
    values.length * logConstant(numerator, denominator) +
    (numerator / 2 - 1) * logs -
    ((numerator + denominator) / 2) * otherLogs
  );
}
