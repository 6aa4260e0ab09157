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
  return medianInPlace(Float64Array.from(values));
}

/** The same, by selection (Hoare 1961, algorithm 65), in time that grows with the number of values; reorders them. */
export function medianInPlace(values: Float64Array): number {
  const count = values.length;
  if (count === 0) return Number.NaN;
  for (let index = 0; index < count; index++)
    if (Number.isNaN(values[index]!)) return sortedQuantile(values.sort(), 0.5);
  const below = (count - 1) >> 1;
  select(values, below);
  const low = values[below]!;
  if (count % 2 === 1) return low;
  let high = Number.POSITIVE_INFINITY;
  for (let index = below + 1; index < count; index++) if (values[index]! < high) high = values[index]!;
  return low + (high - low) * 0.5;
}

/** Moves the value of this rank to its place, smaller ones before it and larger ones after. */
function select(values: Float64Array, rank: number): void {
  let left = 0;
  let right = values.length - 1;
  while (left < right) {
    const pivot = values[(left + right) >> 1]!;
    let low = left;
    let high = right;
    while (low <= high) {
      while (values[low]! < pivot) low++;
      while (values[high]! > pivot) high--;
      if (low > high) break;
      const kept = values[low]!;
      values[low++] = values[high]!;
      values[high--] = kept;
    }
    if (rank <= high) right = high;
    else if (rank >= low) left = low;
    else return;
  }
}

/** Median absolute deviation times 1.4826: the standard deviation of a normal sample, whatever its outliers do. */
export function robustDeviation(values: ArrayLike<number>): number {
  const distances = Float64Array.from(values);
  const centre = medianInPlace(distances);
  for (let index = 0; index < distances.length; index++) distances[index] = Math.abs(distances[index]! - centre);
  return 1.482602218505602 * medianInPlace(distances);
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
