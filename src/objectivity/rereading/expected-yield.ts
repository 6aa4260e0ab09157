/**
 * What re-checking the first k signs is expected to give.
 *
 * Formula: each sign is true with probability 1 - local false-discovery rate; the number of true ones among k is a sum of
 * independent such trials (Poisson-binomial), its distribution by convolution. Interval: the 2.5 % and 97.5 % quantiles.
 * Source: local false-discovery rate, Efron et al. 2001, JASA 96:1151. Assumption: signs of different units are independent
 * given their rates; classes of one school are not quite, so the real interval is somewhat wider.
 */
export interface Yield {
  /** Signs that are checked, strongest first. */
  readonly first: number;
  readonly expected: number;
  readonly low: number;
  readonly high: number;
}

/** @param localFdr probabilities that the signs are false, strongest sign first. */
export function expectedYield(localFdr: readonly number[], first: number): Yield {
  const checked = localFdr.slice(0, first);
  let distribution = new Float64Array([1]);
  for (const rate of checked) {
    const next = new Float64Array(distribution.length + 1);
    distribution.forEach((chance, count) => {
      next[count]! += chance * rate;
      next[count + 1]! += chance * (1 - rate);
    });
    distribution = next;
  }
  return {
    first: checked.length,
    expected: checked.reduce((sum, rate) => sum + 1 - rate, 0),
    low: quantile(distribution, 0.025),
    high: quantile(distribution, 0.975),
  };
}

/** Steps in which a list is usually checked; the whole list last. */
const STEPS = [10, 25, 50, 100] as const;

/** Yields of the usual first steps of a list; none of an empty one. */
export function yieldsOf(localFdr: readonly number[]): Yield[] {
  const steps = STEPS.filter((step) => step < localFdr.length);
  if (localFdr.length > 0 && localFdr.length <= 500)
    return [...steps, localFdr.length].map((k) => expectedYield(localFdr, k));
  return steps.map((step) => expectedYield(localFdr, step));
}

function quantile(distribution: Float64Array, share: number): number {
  let reached = 0;
  for (const [count, chance] of distribution.entries()) {
    reached += chance;
    if (reached >= share) return count;
  }
  return distribution.length - 1;
}
