/**
 * By how much a unit's journal marks are shifted against those of the same totals elsewhere, on the scale of log odds: leniency
 * moves marks that stand near the middle of the scale more than those at its end, and only on this scale honest leniency is
 * symmetric.
 *
 * Formula: b solves sum over papers (mark - E[mark | group, b]) = 0, P(k | group, b) ~ P(k | group) exp(b k): the adjacent-category
 * model with the region's own probabilities; one Newton step short of it is never noticed, so a few steps suffice.
 * Source: adjacent-category logits, Goodman 1979, J. Am. Stat. Assoc. 74:537; exponential tilting.
 */
import type { Range } from './conditional.ts';

const MARKS = 4;
const FIRST = 2;
const STEPS = 6;
/** A unit whose marks are all the same has no finite shift: half a mark's worth of doubt keeps it finite. */
const DOUBT = 0.25;

export interface MarkShifts {
  /** Log odds per mark; NaN without papers. */
  readonly shift: Float64Array;
  /** Sampling variance of the shift. */
  readonly variance: Float64Array;
}

/** @param groupOf score group per paper, -1 leaves it out. @param marks 2..5 where the group is not -1. */
export function markShifts(
  groupOf: Int32Array,
  groupCount: number,
  marks: Int8Array,
  units: readonly Range[],
): MarkShifts {
  const counts = new Int32Array(groupCount * MARKS);
  for (let paper = 0; paper < groupOf.length; paper++) {
    const group = groupOf[paper]!;
    if (group >= 0) counts[group * MARKS + marks[paper]! - FIRST]! += 1;
  }
  const shift = new Float64Array(units.length).fill(Number.NaN);
  const variance = new Float64Array(units.length).fill(Number.NaN);
  const own = new Int32Array(counts.length);
  const ownSizes = new Int32Array(groupCount);
  const members = new Int32Array(groupCount);
  // Counts of the others by mark, and own papers, of one group after another.
  const others = new Float64Array(groupCount * MARKS);
  const sizes = new Float64Array(groupCount);
  for (let unit = 0; unit < units.length; unit++) {
    const { start, end } = units[unit]!;
    let present = 0;
    let sum = 0;
    for (let paper = start; paper < end; paper++) {
      const group = groupOf[paper]!;
      if (group < 0) continue;
      if (ownSizes[group] === 0) members[present++] = group;
      ownSizes[group] = ownSizes[group]! + 1;
      const mark = marks[paper]! - FIRST;
      own[group * MARKS + mark] = own[group * MARKS + mark]! + 1;
      sum += mark;
    }
    for (let index = 0; index < present; index++) {
      const group = members[index]!;
      for (let mark = 0; mark < MARKS; mark++) {
        const at = group * MARKS + mark;
        // The others of the same total; the unit itself, where there is nobody else.
        others[index * MARKS + mark] = counts[at]! - own[at]! + 1e-3;
        own[at] = 0;
      }
      sizes[index] = ownSizes[group]!;
      ownSizes[group] = 0;
    }
    if (present === 0) continue;
    let b = 0;
    let information = 0;
    for (let step = 0; step < STEPS; step++) {
      const factor = Math.exp(b);
      let residual = sum - DOUBT * b;
      information = DOUBT;
      for (let index = 0; index < present; index++) {
        const at = index * MARKS;
        const one = others[at + 1]! * factor;
        const two = others[at + 2]! * factor * factor;
        const three = others[at + 3]! * factor * factor * factor;
        const mass = others[at]! + one + two + three;
        const mean = (one + 2 * two + 3 * three) / mass;
        residual -= sizes[index]! * mean;
        information += sizes[index]! * ((one + 4 * two + 9 * three) / mass - mean * mean);
      }
      const change = Math.max(-1, Math.min(1, residual / information));
      b += change;
      if (Math.abs(change) < 1e-4) break;
    }
    if (information > DOUBT) {
      shift[unit] = b;
      variance[unit] = 1 / information;
    }
  }
  return { shift, variance };
}
