/** Months, spans and parts of months, and quarters of the calendar, with the year that the plan leaves to its school year. */
import { weekOfMonth } from './calendar.ts';
import { addDays, daysInMonth, iso } from './days.ts';
import type { Ground } from './ground.ts';
import type { Expression, MonthOf, Window } from './model.ts';

/** The year's months in the order of a school year. */
function monthsIntoYear(month: number): number {
  return month >= 9 ? month - 9 : month + 3;
}

/**
 * August alone belongs to the end of the school year by the calendar, and to its beginning by the custom of plans that
 * are approved on its last days; the beginning is taken when another month of the range follows it.
 */
export function monthWindow(
  month: MonthOf,
  ground: Ground,
  follower?: MonthOf,
): { readonly from: string; readonly to: string } {
  let { year } = month;
  if (year === undefined) {
    year = ground.yearOfMonth(month.month);
    if (month.month === 8) {
      ground.warn('augustOfWhichYear');
      if (follower === undefined || monthsIntoYear(follower.month) < 11) year = ground.context.schoolYear;
    } else ground.warn('monthWithoutYear');
  }
  return { from: iso(year, month.month, 1), to: iso(year, month.month, daysInMonth(year, month.month)) };
}

export function monthRangeWindow(from: MonthOf, to: MonthOf, ground: Ground): Window {
  // «ноябрь декабрь 2023»: the one year stands for both, stepping over New Year where the months do.
  const filled: MonthOf =
    from.year === undefined && to.year !== undefined
      ? { ...from, year: to.year - (from.month > to.month ? 1 : 0) }
      : from;
  const filledTo: MonthOf =
    to.year === undefined && from.year !== undefined
      ? { ...to, year: from.year + (from.month > to.month ? 1 : 0) }
      : to;
  const start = monthWindow(filled, ground, filledTo);
  // «июнь-август»: the August that the months before it lead to.
  const summer = filledTo.month === 8 && filledTo.year === undefined && filled.month < 8;
  const end = monthWindow(summer ? { ...filledTo, year: ground.yearOfMonth(8) } : filledTo, ground);
  if (start.from > end.to) ground.warn('reversedRange');
  return { from: start.from, to: end.to };
}

/** A year stands at the last month that it is of: «ноябрь, декабрь 2023 г., январь 2024 г.» */
export function monthListWindows(months: readonly MonthOf[], ground: Ground): Window[] {
  const filled: MonthOf[] = [];
  let next: MonthOf | undefined;
  for (const month of [...months].reverse()) {
    const year: number | undefined =
      month.year ?? (next?.year === undefined ? undefined : next.year - (month.month > next.month ? 1 : 0));
    next = { month: month.month, ...(year === undefined ? {} : { year }) };
    filled.unshift(next);
  }
  return filled.map((month, index) => monthWindow(month, ground, filled[index + 1]));
}

/** «до мая»: up to the last of April, or up to the first of May; a person says which. */
export function untilMonthWindow({ end, ...month }: MonthOf & { readonly end: boolean }, ground: Ground): Window {
  const { from, to } = monthWindow(bare(month), ground);
  if (end) return ground.openUntil(to);
  ground.warn('untilMonth');
  return ground.openUntil(addDays(from, -1));
}

/** Without what else an expression says of itself. */
function bare({ month, year }: MonthOf): MonthOf {
  return { month, ...(year === undefined ? {} : { year }) };
}

/** Days of a part, and how many parts a month has; the last one takes the days that are left. */
const PARTS = { decade: [10, 3], third: [10, 3], half: [15, 2] } as const;

export function partOfMonthWindows(of: Extract<Expression, { kind: 'partOfMonth' }>, ground: Ground): Window[] {
  const { part, n, to = n } = of;
  const { from: first, to: last } = monthWindow(bare(of), ground);
  const [year, month] = first.split('-').map(Number) as [number, number];
  if (part === 'week') {
    const [start, finish] = [weekOfMonth(year, month, n), weekOfMonth(year, month, to)];
    if (start !== null && finish !== null) return [{ from: start.from, to: finish.to }];
    ground.warn('impossibleDate');
    return [];
  }
  const [size, count] = PARTS[part];
  const begin = n < 0 ? count : n;
  const finish = n < 0 ? count : to;
  return [
    { from: iso(year, month, (begin - 1) * size + 1), to: finish === count ? last : iso(year, month, finish * size) },
  ];
}

/** A calendar quarter: the first two lie in the second half of the school year. */
export function quarterWindow(n: number, year: number | undefined, ground: Ground): Window {
  const { schoolYear } = ground.context;
  const of = year ?? (n >= 3 ? schoolYear : schoolYear + 1);
  if (year === undefined) ground.warn('monthWithoutYear');
  const last = n * 3;
  return { from: iso(of, last - 2, 1), to: iso(of, last, daysInMonth(of, last)) };
}
