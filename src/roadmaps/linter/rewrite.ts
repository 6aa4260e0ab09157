/** Deadlines written anew in the words of the deadline language: with their years, with a dash, without what is in doubt. */
import { daysInMonth, isDay } from '../deadline/days.ts';
import { formatDeadline } from '../deadline/format.ts';
import type { DayOf, Deadline, Expression, MonthOf } from '../deadline/model.ts';

/** To which year of the school year a bare August belongs: the eve of its first September, or its end. */
export type August = 'eve' | 'end';

/** The canonical words of a deadline with another expression; begins with a capital letter where the printed words do. */
export function reworded(deadline: Deadline, expression: Expression): string {
  const words = formatDeadline({ ...deadline, expression });
  const capital = /^\s*\p{Lu}/u.test(deadline.verbatim);
  return capital ? words.charAt(0).toUpperCase() + words.slice(1) : words;
}

/** Applies a change to every simple part of an expression. */
export function mapped(expression: Expression, change: (part: Expression) => Expression): Expression {
  if (expression.kind === 'list' || expression.kind === 'phases' || expression.kind === 'both') {
    return { ...expression, items: expression.items.map((item) => mapped(item, change)) };
  }
  return change(expression);
}

export function partsOf(expression: Expression): readonly Expression[] {
  return 'items' in expression ? expression.items.flatMap(partsOf) : [expression];
}

/** Years that the plan leaves to its school year, written out. */
export function withYears(expression: Expression, schoolYear: number, august: August = 'eve'): Expression {
  const yearOf = (month: number): number =>
    month >= 9 || (month === 8 && august === 'eve') ? schoolYear : schoolYear + 1;
  return mapped(expression, (part) => {
    switch (part.kind) {
      case 'month':
      case 'untilMonth':
      case 'since':
      case 'day':
      case 'until':
        return { ...part, year: part.year ?? yearOf(part.month) };
      case 'monthRange':
      case 'dayRange':
        return filledRange(part, yearOf);
      case 'monthList':
        return { ...part, months: filledList(part.months, yearOf) };
      case 'quarter':
        return { ...part, year: part.year ?? (part.n >= 3 ? schoolYear : schoolYear + 1) };
      default:
        return part;
    }
  });
}

/** The same months and days in the plan's own school year, whatever years are printed. */
export function inSchoolYear(expression: Expression, schoolYear: number): Expression {
  const bare = mapped(expression, (part) => {
    switch (part.kind) {
      case 'month':
      case 'untilMonth':
      case 'since':
      case 'day':
      case 'until':
      case 'quarter':
        return { ...part, year: undefined };
      case 'monthRange':
      case 'dayRange':
        return {
          ...part,
          from: { ...part.from, year: undefined },
          to: { ...part.to, year: undefined },
        } as typeof part;
      case 'monthList':
        return { ...part, months: part.months.map(({ month }) => ({ month })) };
      default:
        return part;
    }
  });
  return withYears(bare, schoolYear);
}

type Range = Extract<Expression, { kind: 'monthRange' | 'dayRange' }>;

/** «октябрь – ноябрь 2026 г.»: one year is printed once, at the end. */
function filledRange(range: Range, yearOf: (month: number) => number): Range {
  const { from, to } = range;
  const last = to.year ?? (from.year === undefined ? yearOf(to.month) : from.year + (from.month > to.month ? 1 : 0));
  const first = from.year ?? (to.year === undefined ? yearOf(from.month) : to.year - (from.month > to.month ? 1 : 0));
  const start: DayOf | MonthOf = { ...from, year: first === last ? undefined : first };
  return { ...range, from: start, to: { ...to, year: last } } as Range;
}

function filledList(months: readonly MonthOf[], yearOf: (month: number) => number): readonly MonthOf[] {
  const years = months.map(({ month, year }) => year ?? yearOf(month));
  // A printed year stands for the months before it.
  for (let at = months.length - 2; at >= 0; at -= 1) {
    const next = months[at + 1]!;
    if (months[at]!.year === undefined) years[at] = years[at + 1]! - (months[at]!.month > next.month ? 1 : 0);
  }
  return months.map(({ month }, at) => ({ month, ...(years[at] === years[at + 1] ? {} : { year: years[at] }) }));
}

/** The last day of the month in place of a day that the month does not have; null where the month itself is none. */
export function existing({ day, month, year }: DayOf, schoolYear: number): number | null {
  if (month < 1 || month > 12) return null;
  const of = year ?? (month >= 9 ? schoolYear : schoolYear + 1);
  return isDay(of, month, day) ? day : daysInMonth(of, month);
}
