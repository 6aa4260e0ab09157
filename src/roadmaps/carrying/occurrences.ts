/**
 * From the deadline of a measure to the times that it is due. A quarterly measure is due four times, each with evidence of its own;
 * what goes on all year is due once, at its end; what is due nowhere yet still has one place where evidence can be handed in.
 * Pure: the same deadline on the same calendars gives the same occurrences under the same keys.
 */
import { addDays } from '../deadline/days.ts';
import type { ResolvedDeadline } from '../deadline/resolve.ts';
import type { SetWindow } from '../model.ts';

/** One time that a measure is due. Days are ISO, both included. */
export interface DueTime {
  /** «2026-11-01/2026-11-30», «/2026-11-30», «2026-11-01/» or «once»; a repeated one carries «#2». */
  readonly key: string;
  readonly opensOn: string | null;
  /** null: nothing is overdue; reviewed every reporting month while it goes on. */
  readonly dueOn: string | null;
}

/** What of a plan bounds its measures. */
export interface PlanBounds {
  /** Year of its 1 September. */
  readonly schoolYear: number;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  /** Day of the approving order. */
  readonly approvedOn: string | null;
}

/** The key of the one occurrence that has no days of its own. */
export const ONCE = 'once';

/** A measure for every day of a year cannot be evidenced day by day: it is one that lasts. */
const DAILY = /FREQ=DAILY/u;

/**
 * @param conditionMet «при необходимости»: nothing is due until somebody says that it is needed.
 * @returns in the order of their days; no two share a key.
 */
export function occurrencesOfMeasure(
  deadline: Pick<ResolvedDeadline, 'windows' | 'recurrence' | 'condition' | 'type'>,
  windowsSet: readonly SetWindow[] | null,
  plan: PlanBounds,
  conditionMet: boolean,
): DueTime[] {
  if (deadline.condition !== null && !conditionMet) return [];
  const first = firstDay(plan);
  if (windowsSet !== null && windowsSet.length > 0) return keyed(windowsSet, first);
  const { windows } = deadline;
  // Nothing dated is known: a reference whose calendar is not attached, or no deadline at all.
  if (windows.length === 0) return [{ key: ONCE, opensOn: null, dueOn: null }];
  const within = deadline.recurrence === null ? windows : windows.filter(({ to }) => to === null || to >= first);
  if (within.length > 0 && deadline.recurrence !== null && DAILY.test(deadline.recurrence)) {
    return keyed([{ from: within[0]!.from, to: within.at(-1)!.to }], first);
  }
  return keyed(within, first);
}

/** The first day on which the plan can be carried out. */
function firstDay({ startsOn, approvedOn, schoolYear }: PlanBounds): string {
  return startsOn ?? approvedOn ?? `${schoolYear}-09-01`;
}

function keyed(windows: readonly SetWindow[], first: string): DueTime[] {
  const seen = new Map<string, number>();
  return windows.map(({ from, to }) => {
    // «Постоянно»: open from the first day, due on none.
    const open = from === null && to === null;
    const base = open ? ONCE : `${from ?? ''}/${to ?? ''}`;
    const times = (seen.get(base) ?? 0) + 1;
    seen.set(base, times);
    return { key: times === 1 ? base : `${base}#${times}`, opensOn: open ? first : from, dueOn: to };
  });
}

/** What is stored of one occurrence, as far as its days may change under it. */
export interface KnownTime extends DueTime {
  readonly id: number;
  readonly state: string;
  /** Evidence was handed in, or somebody said that it was not needed: it is never dropped. */
  readonly hasHistory: boolean;
}

export interface Reconciliation {
  readonly add: readonly DueTime[];
  /** The same occurrence on other days: a calendar was attached, a term moved, the deadline was corrected. */
  readonly move: readonly { readonly id: number; readonly to: DueTime }[];
  /** No longer due. */
  readonly cancel: readonly number[];
  /** Cancelled before and due again. */
  readonly revive: readonly number[];
}

/**
 * What has to change so that the stored occurrences of a measure are the ones it has now. What carries evidence moves with the
 * deadline and is never dropped: it takes the nearest time that nobody holds yet; what has been handed in or accepted stays even
 * when no time is left for it.
 */
export function reconcile(known: readonly KnownTime[], wanted: readonly DueTime[]): Reconciliation {
  const byKey = new Map(known.map((one) => [one.key, one]));
  const wantedKeys = new Set(wanted.map(({ key }) => key));
  const free = wanted.filter(({ key }) => !byKey.has(key));
  const move: { id: number; to: DueTime }[] = [];
  const orphans = known.filter((one) => !wantedKeys.has(one.key) && one.state !== 'cancelled');
  // Those with history choose first, in the order of their days.
  for (const orphan of orphans.toSorted((a, b) => Number(b.hasHistory) - Number(a.hasHistory))) {
    const place = nearest(orphan, free);
    if (place === null) continue;
    if (!orphan.hasHistory && orphan.key !== ONCE && orphans.length !== free.length + move.length) continue;
    free.splice(free.indexOf(place), 1);
    move.push({ id: orphan.id, to: place });
  }
  const moved = new Set(move.map(({ id }) => id));
  // The same key on other days: only what is open from the first day of a plan can change so.
  for (const one of known) {
    const same = wanted.find(({ key }) => key === one.key);
    if (same !== undefined && (same.opensOn !== one.opensOn || same.dueOn !== one.dueOn)) {
      move.push({ id: one.id, to: same });
    }
  }
  return {
    add: free,
    move,
    cancel: orphans
      .filter(({ id, state }) => !moved.has(id) && (state === 'open' || state === 'returned'))
      .map(({ id }) => id),
    revive: known.filter(({ key, state }) => state === 'cancelled' && wantedKeys.has(key)).map(({ id }) => id),
  };
}

/** The time whose days lie nearest; the first one for what had no days. */
function nearest(one: DueTime, places: readonly DueTime[]): DueTime | null {
  const day = one.dueOn ?? one.opensOn;
  if (day === null || places.length === 0) return places[0] ?? null;
  let best: DueTime | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const place of places) {
    const distance = distanceOf(day, place);
    if (distance < least) {
      best = place;
      least = distance;
    }
  }
  return best;
}

function distanceOf(day: string, { opensOn, dueOn }: DueTime): number {
  if ((opensOn === null || opensOn <= day) && (dueOn === null || day <= dueOn)) {
    return opensOn === null && dueOn !== null ? daysBetween(day, dueOn) : 0;
  }
  return Math.min(
    opensOn === null ? Number.POSITIVE_INFINITY : daysBetween(day, opensOn),
    dueOn === null ? Number.POSITIVE_INFINITY : daysBetween(day, dueOn),
  );
}

function daysBetween(a: string, b: string): number {
  return Math.abs(Date.parse(`${a}T00:00:00Z`) - Date.parse(`${b}T00:00:00Z`)) / 86_400_000;
}

/** Longer than this, a piece of evidence tells of progress rather than of the end. */
const LASTING_DAYS = 31;

/**
 * Whether accepting evidence on a day ends the occurrence by itself. What lasts all year goes on after its first evidence, until
 * somebody says that it is over or its last month has come.
 * @param today ISO day
 */
export function acceptingEnds({ opensOn, dueOn }: Pick<DueTime, 'opensOn' | 'dueOn'>, today: string): boolean {
  if (dueOn === null) return opensOn === null;
  if (opensOn === null) return true;
  return addDays(opensOn, LASTING_DAYS) > dueOn || addDays(today, LASTING_DAYS) > dueOn;
}
