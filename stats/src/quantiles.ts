/**
 * Quantiles and robust location and scale.
 * Quantiles interpolate linearly between order statistics: definition 7 of Hyndman & Fan 1996, Am. Stat. 50:361
 * (the default of R, NumPy and Excel).
 */

/** Quantile of an ascending array; NaN when it is empty. */
export function sortedQuantile(sorted: ArrayLike<number>, probability: number): number {
  if (sorted.length === 0) return Number.NaN;
  const position = (sorted.length - 1) * Math.min(1, Math.max(0, probability));
  const below = Math.floor(position);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return low + (high - low) * (position - below);
}

export function quantile(values: ArrayLike<number>, probability: number): number {
  return sortedQuantile(Float64Array.from(values).sort(), probability);
}

export function median(values: ArrayLike<number>): number {
  return quantile(values, 0.5);
}

/** Median absolute deviation times 1.4826: the standard deviation of a normal sample, whatever its outliers do. */
export function robustDeviation(values: ArrayLike<number>): number {
  const centre = median(values);
  return 1.482602218505602 * median(Float64Array.from(values, (value) => Math.abs(value - centre)));
}

/** Smallest value at which the cumulated weight reaches the share; weights >= 0. NaN when nothing has weight. */
export function weightedQuantile(values: ArrayLike<number>, weights: ArrayLike<number>, probability: number): number {
  const order = Array.from({ length: values.length }, (_, index) => index)
    .filter((index) => weights[index]! > 0)
    .sort((a, b) => values[a]! - values[b]!);
  const total = order.reduce((sum, index) => sum + weights[index]!, 0);
  let reached = 0;
  for (const index of order) {
    reached += weights[index]!;
    if (reached >= probability * total) return values[index]!;
  }
  return Number.NaN;
}
