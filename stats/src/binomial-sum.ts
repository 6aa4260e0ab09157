import gammaln from '@stdlib/math-base-special-gammaln';
import { normalUpperQuantile } from './normal.ts';

/**
 * Sum of independent binomials with different probabilities: papers above several boundaries together.
 *
 * Formula: the probability function is the convolution of the binomial ones (exact). Mid-p of the upper tail:
 * P(X > x) + P(X = x)/2. Source: Lancaster 1961, J. Am. Stat. Assoc. 56:223 (mid-p).
 * Cost: (sum of n)^2; above `EXACT_UP_TO` trials the Cornish-Fisher expansion answers, which by then agrees to three digits.
 */
export interface BinomialPart {
  /** Trials. */
  readonly n: number;
  /** Probability of success, 0..1. */
  readonly p: number;
}

const EXACT_UP_TO = 600;

/** Probabilities of the sums 0, 1, ... of the parts. */
export function binomialSumDistribution(parts: readonly BinomialPart[]): Float64Array {
  let distribution = Float64Array.of(1);
  for (const { n, p } of parts) {
    const next = new Float64Array(distribution.length + n);
    for (let successes = 0; successes <= n; successes++) {
      const probability = binomialProbability(successes, n, p);
      if (probability === 0) continue;
      for (let before = 0; before < distribution.length; before++) {
        next[before + successes] = next[before + successes]! + probability * distribution[before]!;
      }
    }
    distribution = next;
  }
  return distribution;
}

/**
 * Normal score of `x` successes: the z whose upper tail is the mid-p. Positive when there are more than expected.
 * 0 when nothing can vary.
 */
export function binomialSumScore(x: number, parts: readonly BinomialPart[]): number {
  const trials = parts.reduce((sum, { n }) => sum + n, 0);
  const mean = parts.reduce((sum, { n, p }) => sum + n * p, 0);
  const variance = parts.reduce((sum, { n, p }) => sum + n * p * (1 - p), 0);
  if (!(variance > 0)) return 0;
  if (trials > EXACT_UP_TO) {
    const third = parts.reduce((sum, { n, p }) => sum + n * p * (1 - p) * (1 - 2 * p), 0);
    const z = (x - mean) / Math.sqrt(variance);
    return z - (third / variance ** 1.5 / 6) * (z * z - 1);
  }
  const distribution = binomialSumDistribution(parts);
  const half = distribution[x]! / 2;
  let upper = half;
  for (let sum = x + 1; sum < distribution.length; sum++) upper += distribution[sum]!;
  let lower = half;
  for (let sum = x - 1; sum >= 0; sum--) lower += distribution[sum]!;
  return upper <= lower ? normalUpperQuantile(upper) : -normalUpperQuantile(lower);
}

function binomialProbability(x: number, n: number, p: number): number {
  if (p <= 0) return x === 0 ? 1 : 0;
  if (p >= 1) return x === n ? 1 : 0;
  return Math.exp(gammaln(n + 1) - gammaln(x + 1) - gammaln(n - x + 1) + x * Math.log(p) + (n - x) * Math.log1p(-p));
}
