import type { ProfileTask } from '#src/platform/ui/charts/profile.ts';
import type { Output } from '#src/platform/ui/api.ts';
import type { MarkerResult, UnitResult } from '../model.ts';
import './api.ts';

export type Detail = Output<'GET /api/findings/:id'>;
export type Papers = Output<'GET /api/findings/:id/papers'>;
export type Computed = Extract<MarkerResult, { kind: 'computed' }>;
export type Insufficient = Extract<MarkerResult, { kind: 'insufficient' }>;

/** Below this probability a marker's answer is worth a sentence among the reasons. */
const NOTABLE = 0.05;

export interface Reasons {
  /** What carries the sign or at least stands out, strongest first. */
  readonly notable: readonly Computed[];
  /** Computed, and as it is elsewhere. */
  readonly usual: readonly Computed[];
  readonly missing: readonly Insufficient[];
}

/** Markers in the order in which a person reads them. */
export function reasonsOf(detail: Pick<Detail, 'markers'>): Reasons {
  const computed = detail.markers
    .filter((marker): marker is Computed => marker.kind === 'computed')
    .sort((a, b) => a.p - b.p);
  return {
    notable: computed.filter((marker) => marker.p < NOTABLE),
    usual: computed.filter((marker) => marker.p >= NOTABLE),
    missing: detail.markers.filter((marker): marker is Insufficient => marker.kind === 'insufficient'),
  };
}

/** The shape in which objectivity/text.ts speaks of a unit; how strong the evidence is it does not say. */
export function unitOf(detail: Detail): UnitResult {
  return {
    ...detail,
    municipality: detail.municipality.name,
    school: detail.school?.name ?? null,
    index: 0,
  };
}

/** Mean of raw scores counted by score; null where nobody wrote. */
export function meanScore(totals: readonly number[]): number | null {
  const n = sum(totals);
  return n === 0 ? null : sum(totals.map((papers, score) => papers * score)) / n;
}

export interface BoundaryExcess {
  readonly mark: 3 | 4 | 5;
  readonly score: number;
  readonly below: number;
  readonly above: number;
  readonly expectedAbove: number;
}

/** The boundary of marks with most papers above it beyond expectation, where the sign speaks of boundaries. */
export function boundaryExcess(detail: Pick<Detail, 'markers' | 'mechanisms'>): BoundaryExcess | null {
  if (!detail.mechanisms.includes('boundary')) return null;
  const boundaries = detail.markers.flatMap((marker) =>
    marker.kind === 'computed' ? (marker.details.boundaries ?? []) : [],
  );
  return boundaries.reduce<BoundaryExcess | null>((best, each) => {
    const excess = each.above - each.expectedAbove;
    return excess > 0 && (best === null || excess > best.above - best.expectedAbove) ? each : best;
  }, null);
}

/** The profile as shares of each task's maximum, as the chart draws it; the server counts points per pupil. */
export function profileShares(detail: Pick<Detail, 'profile' | 'tasks'>): readonly ProfileTask[] {
  const described = new Map(detail.tasks.map((task) => [task.id, task]));
  return detail.profile.flatMap((row) => {
    const task = described.get(row.id);
    if (!task) return [];
    const { id, max, response } = task;
    return [
      {
        id,
        max,
        response,
        observed: row.observed / max,
        expected: row.expected / max,
        low: row.low / max,
        high: row.high / max,
      },
    ];
  });
}

/** How far a task must stand out to be named beside the matrix. */
const STANDS_OUT = 2;

/** Tasks that the reasons name because pupils did better on them than their totals lead to expect. */
export function namedTasks(detail: Pick<Detail, 'markers' | 'mechanisms'>): string[] {
  const found = new Map<string, number>();
  for (const marker of detail.markers) {
    if (marker.kind !== 'computed' || !detail.mechanisms.includes(marker.mechanism)) continue;
    for (const task of marker.details.tasks ?? []) {
      if (task.z >= STANDS_OUT) found.set(task.id, Math.max(task.z, found.get(task.id) ?? 0));
    }
  }
  return [...found].sort((a, b) => b[1] - a[1]).map(([id]) => id);
}

export interface Agreement {
  readonly all: number;
  readonly same: number;
  /** The mark for the work is lower than the journal's. */
  readonly lower: number;
  readonly higher: number;
}

/** Journal marks (rows) against work marks (columns) in three figures. */
export function agreement(transition: readonly (readonly number[])[]): Agreement {
  let [same, lower, higher] = [0, 0, 0];
  transition.forEach((row, journal) =>
    row.forEach((papers, work) => {
      if (work === journal) same += papers;
      else if (work < journal) lower += papers;
      else higher += papers;
    }),
  );
  return { all: same + lower + higher, same, lower, higher };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
