/**
 * Residual of a per-paper value given the paper's group, summed over units: the frame of every marker that compares a
 * unit with pupils of the same result elsewhere.
 *
 * Formula: D_u = sum over papers (v - mean of v in the group); Var D_u = sum (1 - own share) * variance in the group.
 * Source: Mantel 1963, J. Am. Stat. Assoc. 58:690 (stratified score test with hypergeometric variance).
 * Assumption: within a group an honest unit is a random sample of the region.
 */
import { ownShareWeights } from './score-groups.ts';

export interface ConditionalResidual {
  /** Papers that had a value. */
  readonly participants: Int32Array;
  /** Mean residual per paper, corrected for the unit's own share in the reference. NaN without papers. */
  readonly deviation: Float64Array;
  /** Sampling variance of the deviation. */
  readonly variance: Float64Array;
}

export interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * @param groupOf group per paper; -1 leaves the paper out.
 * @param values one value per paper.
 */
export function conditionalResidual(
  groupOf: Int32Array,
  groupCount: number,
  values: Float64Array | Int8Array | Int16Array,
  units: readonly Range[],
): ConditionalResidual {
  const sizes = new Int32Array(groupCount);
  const sums = new Float64Array(groupCount);
  const squares = new Float64Array(groupCount);
  for (let paper = 0; paper < groupOf.length; paper++) {
    const group = groupOf[paper]!;
    if (group < 0) continue;
    const value = values[paper]!;
    sizes[group] = sizes[group]! + 1;
    sums[group] = sums[group]! + value;
    squares[group] = squares[group]! + value * value;
  }
  const variances = sums.map((sum, group) => {
    const n = sizes[group]!;
    return n > 1 ? Math.max(0, (squares[group]! - (sum * sum) / n) / (n - 1)) : 0;
  });
  const weights = ownShareWeights(groupOf, sizes, units);
  const participants = new Int32Array(units.length);
  const deviation = new Float64Array(units.length);
  const variance = new Float64Array(units.length);
  units.forEach((unit, index) => {
    let n = 0;
    let residual = 0;
    let sampling = 0;
    let free = 0;
    for (let paper = unit.start; paper < unit.end; paper++) {
      const group = groupOf[paper]!;
      if (group < 0) continue;
      n++;
      residual += values[paper]! - sums[group]! / sizes[group]!;
      sampling += weights[paper]! * variances[group]!;
      free += weights[paper]!;
    }
    participants[index] = n;
    // `free` is the number of papers net of the unit's own weight in the reference: dividing by it gives the difference
    // from the others instead of the difference from a mean that already contains the unit.
    deviation[index] = free > 0 ? residual / free : Number.NaN;
    variance[index] = free > 0 ? sampling / (free * free) : Number.NaN;
  });
  return { participants, deviation, variance };
}
