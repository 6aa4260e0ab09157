/** Days and spans of days, with the year that the plan leaves to its school year. A day that no calendar has gives no window. */
import { isDay, iso } from './days.ts';
import type { Ground } from './ground.ts';
import type { DayOf, MonthOf, Window } from './model.ts';
import { monthWindow } from './month-windows.ts';

/** The day, or nothing where the calendar has no such day. */
export function dayOf(day: DayOf, ground: Ground): string[] {
  const year = day.year ?? (day.month === 8 ? ground.context.schoolYear + 1 : ground.yearOfMonth(day.month));
  if (day.year === undefined) ground.warn(day.month === 8 ? 'augustOfWhichYear' : 'dayWithoutYear');
  if (isDay(year, day.month, day.day)) return [iso(year, day.month, day.day)];
  ground.warn('impossibleDate', `${day.day}.${String(day.month).padStart(2, '0')}`);
  return [];
}

/** The one year stands for both days, stepping over New Year where the months do. */
export function dayRangeWindows(from: DayOf, to: DayOf, ground: Ground): Window[] {
  const filled =
    from.year === undefined && to.year !== undefined
      ? { ...from, year: to.year - (from.month > to.month ? 1 : 0) }
      : from;
  const filledTo =
    to.year === undefined && from.year !== undefined
      ? { ...to, year: from.year + (from.month > to.month ? 1 : 0) }
      : to;
  const [start] = dayOf(filled, ground);
  const [end] = dayOf(filledTo, ground);
  if (start === undefined || end === undefined) return [];
  if (start > end) ground.warn('reversedRange');
  return [{ from: start, to: end }];
}

export function sinceWindows(since: MonthOf & { readonly day: number | null }, ground: Ground): Window[] {
  const { day, month, year } = since;
  const of: MonthOf = { month, ...(year === undefined ? {} : { year }) };
  if (day === null) return [{ from: monthWindow(of, ground).from, to: null }];
  return dayOf({ ...of, day }, ground).map((from) => ({ from, to: null }));
}
