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
  const members: number[] = [];
  units.forEach(({ start, end }, unit) => {
    members.length = 0;
    let sum = 0;
    for (let paper = start; paper < end; paper++) {
      const group = groupOf[paper]!;
      if (group < 0) continue;
      if (ownSizes[group] === 0) members.push(group);
      ownSizes[group]! += 1;
      own[group * MARKS + marks[paper]! - FIRST]! += 1;
      sum += marks[paper]! - FIRST;
    }
    let b = 0;
    let information = 0;
    for (let step = 0; step < STEPS && members.length > 0; step++) {
      const factor = Math.exp(b);
      let residual = sum - DOUBT * b;
      information = DOUBT;
      for (const group of members) {
        // The others of the same total; the unit itself, where there is nobody else.
        let mass = 0;
        let first = 0;
        let second = 0;
        let tilt = 1;
        for (let mark = 0; mark < MARKS; mark++) {
          const at = group * MARKS + mark;
          const weight = (counts[at]! - own[at]! + 1e-3) * tilt;
          mass += weight;
          first += mark * weight;
          second += mark * mark * weight;
          tilt *= factor;
        }
        const n = ownSizes[group]!;
        residual -= (n * first) / mass;
        information += n * (second / mass - (first / mass) ** 2);
      }
      const change = Math.max(-1, Math.min(1, residual / information));
      b += change;
      if (Math.abs(change) < 1e-4) break;
    }
    if (members.length > 0 && information > DOUBT) {
      shift[unit] = b;
      variance[unit] = 1 / information;
    }
    for (const group of members) {
      ownSizes[group] = 0;
      own.fill(0, group * MARKS, (group + 1) * MARKS);
    }
  });
  return { shift, variance };
}
