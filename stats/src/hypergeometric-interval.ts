import gammaln from '@stdlib/math-base-special-gammaln';

/**
 * From a random sample without replacement to the whole: how many of N papers have a property when k of n re-read ones do?
 *
 * Formula: X ~ hypergeometric(N, K, n); the exact interval holds every K that a sample like ours would not contradict:
 * P(X >= k | K) > a/2 and P(X <= k | K) > a/2. Estimate: N k / n.
 * Source: inversion of the exact test (Clopper & Pearson 1934, for the hypergeometric Katz 1953; Wright 1991).
 * Assumptions: the sample is drawn at random from all N; where it was chosen (all near a boundary), the interval speaks only of papers so chosen.
 * Minimum sample: none; an interval from a few papers is as wide as it must be. Unit: papers.
 */
export interface CountInterval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** @param found k of the sample. @param sample n. @param population N >= n. @param level of the interval. */
export function hypergeometricInterval(found: number, sample: number, population: number, level = 0.95): CountInterval {
  const tail = (1 - level) / 2;
  return {
    value: sample > 0 ? (population * found) / sample : Number.NaN,
    low: least(found, sample, population, tail),
    // Papers without the property, counted the same way.
    high: population - least(sample - found, sample, population, tail),
  };
}

/** Smallest K under which as many as `found` are not improbable; the tail grows with K, so by bisection. */
function least(found: number, sample: number, population: number, tail: number): number {
  let from = found;
  let to = population - (sample - found);
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (upperTail(found, sample, middle, population) > tail) to = middle;
    else from = middle + 1;
  }
  return from;
}

/** P(X >= x). */
function upperTail(x: number, sample: number, marked: number, population: number): number {
  let sum = 0;
  for (let k = Math.max(x, sample - (population - marked), 0); k <= Math.min(sample, marked); k++) {
    sum += Math.exp(logChoose(marked, k) + logChoose(population - marked, sample - k) - logChoose(population, sample));
  }
  return Math.min(1, sum);
}

function logChoose(n: number, k: number): number {
  return gammaln(n + 1) - gammaln(k + 1) - gammaln(n - k + 1);
}
