/**
 * What would change a finding: the order in which to read papers again, and how many of them, found right, would take the unit
 * below the limit of a signal.
 *
 * Formula: with g_m = normal quantile of 1 - p of a carrying marker, S = sqrt(sum over mechanisms of its largest g^2). Papers that
 * are found right are set aside, and the mean of the rest speaks for the unit: g_m changes by (1 - shares set aside) n / (n - k),
 * shares from contributions.ts. The unit's own normal score G falls in the proportion in which S falls; the sign goes when G is
 * below the score of the limit, or when fewer than 10 papers are left, of which nothing can be said.
 * Assumptions: reference, limit and the other units stay as they are. It is an estimate: the engine itself is not run again.
 * How it can be wrong: markers that correlate fall together; the sampling spread of the fewer papers is taken as unchanged.
 */
import { normalUpperQuantile } from '#stats/normal.ts';
import type { Mechanism } from '../model.ts';
import { type Computed, type ReadPaper, sharesOf } from './contributions.ts';
import type { Expectations } from './reference-tables.ts';

/** A marker speaks for its mechanism from here on; the same limit lists it among the reasons of a finding. */
const NOTABLE = 0.05;
/** Shown beside a sign and never part of its probability. */
const SUPPORTING: ReadonlySet<Computed['id']> = new Set(['B8', 'B9']);
/** Of fewer papers no marker says anything. */
const MINIMUM_PAPERS = 10;

export interface Carried {
  /** Index into the papers. */
  readonly paper: number;
  /** Share of the sign, 1 = all of it; negative where the paper speaks against it. */
  readonly share: number;
}

export interface FindingChange {
  /** Markers whose papers were ranked. */
  readonly markers: readonly Computed['id'][];
  /** All papers, those that carry most first. */
  readonly order: readonly Carried[];
  /** Papers of the order that, all found right, take the unit below the limit; null where no limit is known. */
  readonly untilBelow: number | null;
  /** The sign goes only because so few papers are left that nothing can be said of them. */
  readonly tooFewLeft: boolean;
}

export interface ChangeInput {
  readonly p: number;
  readonly mechanisms: readonly Mechanism[];
  readonly markers: readonly Computed[];
  readonly papers: readonly ReadPaper[];
  readonly taskIds: readonly string[];
  readonly expectations: Expectations;
  /** Largest p that is signalled at this level; null where it was not recorded. */
  readonly limit: number | null;
}

/** null: nothing that the papers could be ranked by. */
export function changeOf(input: ChangeInput): FindingChange | null {
  const carrying = input.markers.filter(
    ({ id, mechanism, p, statistic }) =>
      !SUPPORTING.has(id) && input.mechanisms.includes(mechanism) && p < NOTABLE && statistic > 0,
  );
  const ranked = carrying.flatMap((marker) => {
    const shares = sharesOf(marker, input.papers, input.taskIds, input.expectations);
    return shares === null ? [] : [{ marker, shares, score: scoreOf(marker.p) }];
  });
  if (ranked.length === 0) return null;
  const weightSum = ranked.reduce((sum, { score }) => sum + score * score, 0);
  const order = input.papers
    .map((_, paper) => ({
      paper,
      share: ranked.reduce((sum, { shares, score }) => sum + (score * score * shares[paper]!) / weightSum, 0),
    }))
    .sort((a, b) => b.share - a.share || a.paper - b.paper);
  const below = input.limit === null ? null : untilBelow(input, ranked, order, input.limit);
  return {
    markers: ranked.map(({ marker }) => marker.id),
    order,
    untilBelow: below,
    tooFewLeft: below !== null && order.length - below < MINIMUM_PAPERS,
  };
}

interface Ranked {
  readonly marker: Computed;
  readonly shares: Float64Array;
  readonly score: number;
}

function untilBelow(
  input: ChangeInput,
  ranked: readonly Ranked[],
  order: readonly Carried[],
  limit: number,
): number | null {
  // Carrying markers whose papers cannot be ranked stay as they are.
  const unranked = input.markers.filter(
    (marker) =>
      !SUPPORTING.has(marker.id) &&
      input.mechanisms.includes(marker.mechanism) &&
      marker.p < NOTABLE &&
      marker.statistic > 0 &&
      ranked.every((each) => each.marker.id !== marker.id),
  );
  const left = new Float64Array(ranked.length).fill(1);
  let aside = 0;
  const strength = (): number => {
    const best = new Map<Mechanism, number>();
    const take = (mechanism: Mechanism, score: number): void => {
      best.set(mechanism, Math.max(best.get(mechanism) ?? 0, score));
    };
    const rest = input.papers.length / (input.papers.length - aside);
    ranked.forEach(({ marker, score }, index) => take(marker.mechanism, score * rest * Math.max(0, left[index]!)));
    for (const marker of unranked) take(marker.mechanism, scoreOf(marker.p));
    return Math.sqrt([...best.values()].reduce((sum, score) => sum + score * score, 0));
  };
  const whole = strength();
  const unit = scoreOf(input.p);
  const needed = scoreOf(limit);
  for (const { paper } of order) {
    ranked.forEach(({ shares }, index) => {
      left[index] = left[index]! - shares[paper]!;
    });
    aside++;
    if (order.length - aside < MINIMUM_PAPERS || (unit * strength()) / whole < needed) return aside;
  }
  return null;
}

function scoreOf(p: number): number {
  return normalUpperQuantile(Math.min(0.5, Math.max(1e-280, p)));
}
