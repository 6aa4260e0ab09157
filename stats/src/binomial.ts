import betainc from '@stdlib/math-base-special-betainc';
import gammaln from '@stdlib/math-base-special-gammaln';

/**
 * P(X >= k) for X ~ Binomial(n, p): the regularised incomplete beta function I_p(k, n - k + 1)
 * (Abramowitz & Stegun 26.5.24). n, k integers, 0 <= p <= 1.
 */
export function binomialUpperTail(k: number, n: number, p: number): number {
  if (k <= 0) return 1;
  if (k > n || p <= 0) return 0;
  if (p >= 1) return 1;
  return betainc(p, k, n - k + 1, true, false);
}

/**
 * P(X >= k) for a beta-binomial: a binomial whose p differs from unit to unit with mean `mean` and intra-class
 * correlation `correlation` (variance of p = correlation * mean * (1 - mean)). Correlation 0 is the binomial.
 *
 * Formula: sum of C(n,x) B(x+a, n-x+b) / B(a,b), a = mean*(1/correlation - 1), summed from the smaller side.
 * Source: Skellam 1948, J. R. Stat. Soc. B 10:257.
 */
export function betaBinomialUpperTail(k: number, n: number, mean: number, correlation: number): number {
  if (correlation <= 0) return binomialUpperTail(k, n, mean);
  if (k <= 0) return 1;
  if (k > n || mean <= 0) return 0;
  if (mean >= 1) return 1;
  const total = 1 / correlation - 1;
  const a = mean * total;
  const b = (1 - mean) * total;
  const logBeta = (x: number, y: number): number => gammaln(x) + gammaln(y) - gammaln(x + y);
  const probability = (x: number): number =>
    Math.exp(gammaln(n + 1) - gammaln(x + 1) - gammaln(n - x + 1) + logBeta(x + a, n - x + b) - logBeta(a, b));
  let tail = 0;
  if (k > n * mean) {
    for (let x = n; x >= k; x--) tail += probability(x);
    return Math.min(1, tail);
  }
  for (let x = 0; x < k; x++) tail += probability(x);
  return Math.max(0, 1 - tail);
}
