/** Figures of a month from the occurrences of a plan. */
import type { Totals } from '../cascade/model.ts';
import type { MonthMeasure } from './model.ts';

/**
 * Counts what was due by a day; what was taken off or not needed is left out.
 * @param day ISO; what is due later in the month is not asked yet
 */
export function totalsOf(measures: readonly MonthMeasure[], day: string): Totals {
  const due = measures
    .flatMap(({ occurrences }) => occurrences)
    .filter(({ dueOn, state }) => dueOn !== null && dueOn <= day && state !== 'notNeeded' && state !== 'cancelled');
  const count = (test: (one: (typeof due)[number]) => boolean): number => due.filter(test).length;
  return {
    measures: measures.length,
    due: due.length,
    onTime: count(({ submittedOn, dueOn }) => submittedOn !== null && submittedOn <= dueOn!),
    late: count(({ submittedOn, dueOn }) => submittedOn !== null && submittedOn > dueOn!),
    silent: count(({ submittedOn, state }) => submittedOn === null && state !== 'accepted'),
    accepted: count(({ state }) => state === 'accepted'),
    underReview: count(({ state }) => state === 'submitted'),
    returned: count(({ state }) => state === 'returned'),
  };
}

/** What was handed in before its day came, and how much of it was accepted. @param day ISO */
export function earlyOf(measures: readonly MonthMeasure[], day: string): { early: number; earlyAccepted: number } {
  const early = measures
    .flatMap(({ occurrences }) => occurrences)
    .filter(
      ({ dueOn, state, submittedOn }) =>
        dueOn !== null && dueOn > day && submittedOn !== null && state !== 'notNeeded' && state !== 'cancelled',
    );
  return { early: early.length, earlyAccepted: early.filter(({ state }) => state === 'accepted').length };
}

/** Share of a whole in percent with one digit; null of nothing. */
export function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 1000) / 10;
}
