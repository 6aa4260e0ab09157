/**
 * Benjamini-Hochberg: which of many hypotheses to reject so that the expected share of false ones among the rejected
 * stays at or below `rate`.
 *
 * Formula: reject the k smallest p, k the largest with p_(k) <= k * rate / m. Source: Benjamini & Hochberg 1995,
 * J. R. Stat. Soc. B 57:289. Assumes independent or positively dependent p.
 *
 * @returns the largest rejected p, so that `p <= threshold` decides; -1 when nothing is rejected.
 */
export function benjaminiHochbergThreshold(p: readonly number[] | Float64Array, rate: number): number {
  const sorted = Float64Array.from(p).sort();
  let threshold = -1;
  for (let k = 0; k < sorted.length; k++) {
    if (sorted[k]! <= ((k + 1) * rate) / sorted.length) threshold = sorted[k]!;
  }
  return threshold;
}

/**
 * Adjusted p (q-values of the same procedure): the smallest rate at which each hypothesis would be rejected.
 * Agrees with R's p.adjust(method = "BH").
 */
export function benjaminiHochbergAdjusted(p: readonly number[] | Float64Array): Float64Array {
  const count = p.length;
  const order = Array.from({ length: count }, (_, index) => index).sort((a, b) => p[b]! - p[a]!);
  const adjusted = new Float64Array(count);
  let smallest = 1;
  order.forEach((index, position) => {
    smallest = Math.min(smallest, (p[index]! * count) / (count - position));
    adjusted[index] = smallest;
  });
  return adjusted;
}
