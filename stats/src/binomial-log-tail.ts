import betainc from '@stdlib/math-base-special-betainc';
import gammaln from '@stdlib/math-base-special-gammaln';

/**
 * ln P(X >= x) of one binomial, exact, finite where the probability itself underflows (a national histogram can be
 * 10^-900 away from its null).
 *
 * Formula: P(X >= x) = I_p(x, n - x + 1). Above 1e-200 by @stdlib's incomplete beta function; below, by the leading term
 * ln P(X = x) plus ln of the sum of the ratios P(X = x + j) / P(X = x), which then falls geometrically.
 * Source: Abramowitz & Stegun 26.5.24. Accuracy: about 1e-12 of ln P.
 *
 * @param x successes, 0..n. @param p probability of success, 0..1.
 */
export function binomialLogUpperTail(x: number, n: number, p: number): number {
  if (x <= 0) return 0;
  if (x > n || p <= 0) return Number.NEGATIVE_INFINITY;
  if (p >= 1) return 0;
  const direct = betainc(p, x, n - x + 1, true, false);
  if (direct > 1e-200) return Math.log(direct);
  const odds = p / (1 - p);
  let ratio = 1;
  let sum = 1;
  for (let j = x; j < n; j++) {
    ratio *= ((n - j) / (j + 1)) * odds;
    sum += ratio;
    if (ratio < 1e-17 * sum) break;
  }
  const point = gammaln(n + 1) - gammaln(x + 1) - gammaln(n - x + 1) + x * Math.log(p) + (n - x) * Math.log1p(-p);
  return Math.min(0, point + Math.log(sum));
}

/** ln P(X <= x). */
export function binomialLogLowerTail(x: number, n: number, p: number): number {
  return binomialLogUpperTail(n - x, n, 1 - p);
}
