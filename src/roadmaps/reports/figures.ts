/** Figures of a month from the occurrences of a plan. */
import type { MonthMeasure, MonthTotals } from './model.ts';

export const NO_TOTALS: MonthTotals = {
  measures: 0,
  due: 0,
  onTime: 0,
  late: 0,
  silent: 0,
  accepted: 0,
  underReview: 0,
  returned: 0,
};

/**
 * Counts what was due by a day; what was taken off or not needed is left out.
 * @param day ISO; what is due later in the month is not asked yet
 */
export function totalsOf(measures: readonly MonthMeasure[], day: string): MonthTotals {
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

/** Share of a whole in percent with one digit; null of nothing. */
export function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 1000) / 10;
}
