/**
 * Who wrote and who was absent: is the participation of a unit lower than elsewhere, and were the absent the weaker ones?
 *
 * Formula: the number absent among n listed against the region's share q with natural spread between classes: beta-binomial upper tail,
 * intra-class correlation rho by moments over the region's classes. Interval of the share present: Wilson, 95 %. Weaker: the sum
 * of journal marks of the absent against all subsets of as many of the unit's marks (exact hypergeometric lower tail).
 * Source: Wilson 1927; beta-binomial of Skellam 1948; permutation test of Fisher-Pitman.
 * Assumptions: the list of the class is complete; the journal mark was given before the work.
 * Minimum sample: 10 listed; for «weaker» 2 absent and 5 present with a journal mark.
 * How it can be wrong: an epidemic, a competition, a file that leaves the absent out (then everybody seems present).
 */
import { wilsonInterval } from '#stats/wilson-interval.ts';
import { betaBinomialUpperTail } from './beta-binomial.ts';

const MINIMUM_LISTED = 10;
const MINIMUM_ABSENT = 2;
const MINIMUM_MARKED = 5;
const UNUSUAL = 0.05;

/** Participation of the whole region in one work, stored with its analysis. */
export interface RegionParticipation {
  readonly present: number;
  readonly absent: number;
  /** Intra-class correlation of absence between classes, 0..1. */
  readonly rho: number;
}

export interface UnitParticipation {
  readonly present: number;
  readonly absent: number;
  /** The same unit in the region's other works. */
  readonly otherWorks: { readonly present: number; readonly absent: number } | null;
  /** Journal marks 2..5 of those present and of those absent, counted; null where the file has none for the absent. */
  readonly marks: { readonly present: readonly number[]; readonly absent: readonly number[] } | null;
}

export type ParticipationAnswer =
  | { readonly kind: 'insufficient'; readonly required: number; readonly given: number }
  | {
      /** unknown: nobody in the region's files is marked absent, so nothing is known of it. */
      readonly kind: 'unknown' | 'usual' | 'low';
      readonly present: number;
      readonly listed: number;
      /** Share present, 95 % interval. */
      readonly low: number;
      readonly high: number;
      readonly regionShare: number;
      /** Probability of so many absent or more in an ordinary class. */
      readonly p: number | null;
      /** Share present in the same unit's other works. */
      readonly otherShare: number | null;
      readonly weaker: Weaker;
    };

/** Whether the absent were weaker by their journal marks. */
export type Weaker =
  | { readonly kind: 'unknown'; readonly reason: 'nobodyAbsent' | 'noMarks' | 'few' }
  | {
      readonly kind: 'weaker' | 'usual';
      readonly absentMean: number;
      readonly presentMean: number;
      readonly absentMarked: number;
      readonly p: number;
    };

export function participationOf(unit: UnitParticipation, region: RegionParticipation): ParticipationAnswer {
  const listed = unit.present + unit.absent;
  if (listed < MINIMUM_LISTED) return { kind: 'insufficient', required: MINIMUM_LISTED, given: listed };
  const regionListed = region.present + region.absent;
  const absentShare = regionListed === 0 ? 0 : region.absent / regionListed;
  const { low, high } = wilsonInterval(unit.present, listed);
  const p = region.absent === 0 ? null : betaBinomialUpperTail(unit.absent, listed, absentShare, region.rho);
  const other = unit.otherWorks;
  return {
    kind: p === null ? 'unknown' : p < UNUSUAL ? 'low' : 'usual',
    present: unit.present,
    listed,
    low,
    high,
    regionShare: 1 - absentShare,
    p,
    otherShare:
      other === null || other.present + other.absent === 0 ? null : other.present / (other.present + other.absent),
    weaker: weakerOf(unit),
  };
}

function weakerOf({ absent, marks }: UnitParticipation): Weaker {
  if (absent === 0) return { kind: 'unknown', reason: 'nobodyAbsent' };
  if (marks === null || sum(marks.absent) === 0) return { kind: 'unknown', reason: 'noMarks' };
  const absentMarked = sum(marks.absent);
  const presentMarked = sum(marks.present);
  if (absentMarked < MINIMUM_ABSENT || presentMarked < MINIMUM_MARKED) return { kind: 'unknown', reason: 'few' };
  const p = lowerTailOfSum(marks.absent, marks.present);
  return {
    kind: p < UNUSUAL ? 'weaker' : 'usual',
    absentMean: meanMark(marks.absent),
    presentMean: meanMark(marks.present),
    absentMarked,
    p,
  };
}

/**
 * P(sum of the marks of as many pupils drawn at random from all <= the absent ones' sum), exact.
 * @param absent, present pupils by mark 2..5.
 */
export function lowerTailOfSum(absent: readonly number[], present: readonly number[]): number {
  const drawn = sum(absent);
  const observed = markSum(absent);
  // ways[k][s]: in how many ways k pupils with marks that sum up to s are drawn from the marks seen so far.
  let ways: Map<number, number>[] = Array.from({ length: drawn + 1 }, () => new Map<number, number>());
  ways[0]!.set(0, 1);
  absent.forEach((count, mark) => {
    const pupils = count + present[mark]!;
    const next: Map<number, number>[] = Array.from({ length: drawn + 1 }, () => new Map<number, number>());
    ways.forEach((sums, taken) => {
      for (let more = 0; more <= Math.min(pupils, drawn - taken); more++) {
        const factor = choose(pupils, more);
        for (const [total, number] of sums) {
          const into = next[taken + more]!;
          const at = total + more * (mark + 2);
          into.set(at, (into.get(at) ?? 0) + number * factor);
        }
      }
    });
    ways = next;
  });
  let below = 0;
  let all = 0;
  for (const [total, number] of ways[drawn]!) {
    all += number;
    if (total <= observed) below += number;
  }
  return all === 0 ? 1 : below / all;
}

function choose(n: number, k: number): number {
  let product = 1;
  for (let step = 1; step <= k; step++) product = (product * (n - k + step)) / step;
  return product;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function markSum(counts: readonly number[]): number {
  return counts.reduce((total, count, at) => total + count * (at + 2), 0);
}

function meanMark(counts: readonly number[]): number {
  return markSum(counts) / sum(counts);
}
