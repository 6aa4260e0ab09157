/** Decisions about plans: which state follows which, how an occurrence stands on a day. Who may, stands in access/rules.ts. */
import { addDays, weekdayOfDay } from './deadline/days.ts';
import type { Occurrence, OccurrenceState, PlanState, Timing } from './model.ts';

/** A plan is drafted, approved, closed at the end of its year; an approved one may go back to draft to be corrected by an order. */
const PLAN_STEPS: Readonly<Record<PlanState, readonly PlanState[]>> = {
  draft: ['approved'],
  approved: ['draft', 'closed'],
  closed: ['approved'],
};

export function planMayBecome(from: PlanState, to: PlanState): boolean {
  return PLAN_STEPS[from].includes(to);
}

/** What is handed in is accepted or returned; what is returned is handed in again; what is not needed may be needed after all. */
const OCCURRENCE_STEPS: Readonly<Record<OccurrenceState, readonly OccurrenceState[]>> = {
  open: ['submitted', 'notNeeded', 'cancelled'],
  submitted: ['accepted', 'returned', 'open'],
  returned: ['submitted', 'notNeeded', 'cancelled'],
  accepted: ['returned'],
  notNeeded: ['open'],
  cancelled: ['open'],
};

export function occurrenceMayBecome(from: OccurrenceState, to: OccurrenceState): boolean {
  return OCCURRENCE_STEPS[from].includes(to);
}

export function isFinished(state: OccurrenceState): boolean {
  return state === 'accepted' || state === 'notNeeded' || state === 'cancelled';
}

/** Last day (Sunday) of the week of a day. */
export function weekEnd(day: string): string {
  return addDays(day, 7 - weekdayOfDay(day));
}

/** Days ahead that still count as soon. */
const SOON = 14;

/**
 * How an occurrence stands on a day. Handed in and not yet answered is not overdue: the reviewer is late, not the school.
 * @param today ISO day
 */
export function timingOf(one: Pick<Occurrence, 'state' | 'opensOn' | 'dueOn'>, today: string): Timing {
  if (isFinished(one.state)) return 'finished';
  if (one.dueOn === null) return one.opensOn === null ? 'unresolved' : 'continuous';
  if (one.dueOn < today) return one.state === 'submitted' ? 'thisWeek' : 'overdue';
  if (one.dueOn === today) return 'today';
  if (one.dueOn <= weekEnd(today)) return 'thisWeek';
  return one.dueOn <= addDays(today, SOON) ? 'soon' : 'later';
}
