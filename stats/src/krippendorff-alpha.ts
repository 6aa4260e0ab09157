/**
 * Krippendorff's alpha: agreement of any number of raters, with missing ratings, on named, ordered or measured values.
 *
 * Formula: alpha = 1 - (n - 1) sum_c sum_k o_ck d_ck / sum_c sum_k n_c n_k d_ck, o coincidences of values within units (each pair
 * weighted 1/(m_u - 1)), d squared distance: nominal 0/1; interval (c - k)^2; ordinal (n_c/2 + sum between + n_k/2)^2.
 * Source: Krippendorff 2004, Content Analysis, ch. 11; Hayes & Krippendorff 2007, Commun. Methods Meas. 1:77.
 * Assumptions: units independent. Minimum sample: two ratings in at least two units, not all of one value (else NaN).
 * Unit: 1 full agreement, 0 chance. How it can be wrong: as every chance-corrected figure it is small where the values hardly differ.
 */
export type AlphaMetric = 'nominal' | 'ordinal' | 'interval';

/** @param units ratings of each unit; a missing rating is left out or NaN. */
export function krippendorffAlpha(units: readonly ArrayLike<number>[], metric: AlphaMetric): number {
  const rated = units
    .map((unit) => Array.from(unit).filter((value) => !Number.isNaN(value)))
    .filter((unit) => unit.length > 1);
  const values = [...new Set(rated.flat())].sort((a, b) => a - b);
  const position = new Map(values.map((value, index) => [value, index]));
  const size = values.length;
  const coincidences = new Float64Array(size * size);
  for (const unit of rated) {
    const counts = new Float64Array(size);
    for (const value of unit) counts[position.get(value)!]! += 1;
    for (let c = 0; c < size; c++) {
      for (let k = 0; k < size; k++) {
        const pairs = counts[c]! * (c === k ? counts[k]! - 1 : counts[k]!);
        coincidences[c * size + k]! += pairs / (unit.length - 1);
      }
    }
  }
  const margins = Float64Array.from(values, (_, c) =>
    coincidences.slice(c * size, (c + 1) * size).reduce((a, b) => a + b, 0),
  );
  const all = margins.reduce((a, b) => a + b, 0);
  let observed = 0;
  let expected = 0;
  for (let c = 0; c < size; c++) {
    for (let k = 0; k < size; k++) {
      const distance = distanceOf(metric, values, margins, c, k);
      observed += coincidences[c * size + k]! * distance;
      expected += margins[c]! * margins[k]! * distance;
    }
  }
  return 1 - ((all - 1) * observed) / expected;
}

function distanceOf(
  metric: AlphaMetric,
  values: readonly number[],
  margins: Float64Array,
  c: number,
  k: number,
): number {
  if (c === k) return 0;
  if (metric === 'nominal') return 1;
  if (metric === 'interval') return (values[c]! - values[k]!) ** 2;
  const [from, to] = c < k ? [c, k] : [k, c];
  let between = (margins[from]! + margins[to]!) / 2;
  for (let index = from + 1; index < to; index++) between += margins[index]!;
  return between * between;
}
