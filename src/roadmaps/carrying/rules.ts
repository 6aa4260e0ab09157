/** Decisions of carrying out: what an occurrence and a measure come to, who may review whose evidence, how a week is read. Pure. */
import type { MeasureState, OccurrenceState, SubmissionState, Timing } from '../model.ts';
import { isFinished } from '../rules.ts';

/** Largest file of evidence, MB: a scanned act of many pages, or photographs of a stand. */
export const EVIDENCE_MEGABYTES = 50;

/** Longest words beside a piece of evidence, and longest remark. */
export const NOTE_CHARACTERS = 4000;
export const TITLE_CHARACTERS = 300;

/**
 * What an occurrence comes to from its pieces of evidence.
 * @param ends the accepted evidence ends it; what lasts goes on after a first piece
 */
export function stateFromSubmissions(states: readonly SubmissionState[], ends: boolean): OccurrenceState {
  // A returned piece waits for its author even while another one waits for the reviewer.
  if (states.includes('returned')) return 'returned';
  if (states.includes('submitted')) return 'submitted';
  return ends && states.includes('accepted') ? 'accepted' : 'open';
}

/** What a measure comes to when all its occurrences are over; null while one is not. */
export function endOfMeasure(occurrences: readonly OccurrenceState[]): 'done' | 'notNeeded' | null {
  const counted = occurrences.filter((state) => state !== 'cancelled');
  if (counted.length === 0 || !counted.every(isFinished)) return null;
  return counted.includes('accepted') ? 'done' : 'notNeeded';
}

/** Evidence comes in: a measure that was only planned is under way, and one called done is open again when its evidence is returned. */
export function measureAfter(state: MeasureState, change: 'submitted' | 'returned'): MeasureState {
  if (change === 'submitted') return state === 'planned' ? 'inProgress' : state;
  return state === 'done' ? 'inProgress' : state;
}

export type ReviewRight = 'may' | 'onlyOne' | 'own' | 'no';

/**
 * Whether a person may review a piece of evidence: not his own, unless nobody else in the organisation could.
 * @param reviewers accounts of the organisation that may review
 */
export function reviewRight(
  person: { readonly accountId: number; readonly mayReview: boolean },
  submittedBy: number | null,
  reviewers: readonly number[],
): ReviewRight {
  if (!person.mayReview) return 'no';
  if (submittedBy !== person.accountId) return 'may';
  return reviewers.some((id) => id !== person.accountId) ? 'own' : 'onlyOne';
}

/** Groups of «Что сделать на этой неделе», in their order on the page. */
export const WEEK_GROUPS = [
  'overdue',
  'today',
  'returned',
  'review',
  'thisWeek',
  'soon',
  'continuous',
  'unresolved',
] as const;
export type WeekGroup = (typeof WEEK_GROUPS)[number];

/**
 * Where an occurrence stands in the week; null: it asks for nothing now.
 * @param monthDone what goes on all year has had evidence this month
 */
export function groupOfWeek(
  one: { readonly state: OccurrenceState; readonly timing: Timing; readonly opensOn: string | null },
  today: string,
  monthDone: boolean,
): Exclude<WeekGroup, 'review'> | null {
  if (isFinished(one.state) || one.state === 'submitted') return null;
  if (one.state === 'returned') return 'returned';
  switch (one.timing) {
    case 'overdue':
    case 'today':
    case 'thisWeek':
    case 'soon':
    case 'unresolved':
      return one.timing;
    case 'continuous':
      return monthDone || (one.opensOn !== null && one.opensOn > today) ? null : 'continuous';
    default:
      return null;
  }
}

/** Days between two ISO days: how late, how soon. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
