/** What the school's own calendar divides: terms, their beginnings and ends, holidays, the end of the year. */
import { usualHolidays } from './calendar.ts';
import { addDays, iso } from './days.ts';
import type { Ground } from './ground.ts';
import type { Expression, Season, Window } from './model.ts';

export function termWindows({ term, n }: Extract<Expression, { kind: 'term' }>, ground: Ground): Window[] {
  return ground
    .terms(term)
    .filter((each) => n !== null && each.n === n)
    .map(({ from, to }) => ({ from, to }));
}

/** Ten days around the end of a term, in which its results are known and written up. */
export function termEndWindows(
  { term, n, andYear }: Extract<Expression, { kind: 'termEnds' }>,
  ground: Ground,
): Window[] {
  const ends = ground
    .terms(term)
    .filter((each) => n === undefined || each.n === n)
    .map(({ to }) => ({ from: addDays(to, -6), to: addDays(to, 3) }));
  return andYear ? [...ends, yearEndWindow(ground)] : ends;
}

export function termStartWindows({ term }: Extract<Expression, { kind: 'termStarts' }>, ground: Ground): Window[] {
  return ground.terms(term).map(({ from }) => ({ from, to: addDays(from, 9) }));
}

/** The second half of the last May of the year, up to the last lesson. */
export function yearEndWindow(ground: Ground): Window {
  const end = ground.lessonsEnd();
  const year = Number(end.slice(0, 4));
  return { from: iso(year, 5, 15), to: end < iso(year, 5, 15) ? iso(year, 5, 31) : end };
}

/** The school's own holidays that lie around the season's usual ones. */
export function holidayWindows({ season, year }: Extract<Expression, { kind: 'holidays' }>, ground: Ground): Window[] {
  const own = ground.context.calendar?.holidays ?? [];
  if (own.length === 0) ground.warn('referenceNotAttached', 'календарный учебный график');
  const start = ground.context.schoolYear;
  const known = own.length > 0 ? own : usualHolidays(start);
  const around: Readonly<Record<Season, readonly [string, string]>> = {
    autumn: [iso(start, 10, 10), iso(start, 11, 25)],
    winter: [iso(start, 12, 15), iso(start + 1, 1, 31)],
    spring: [iso(start + 1, 3, 5), iso(start + 1, 4, 15)],
    summer: [iso(start + 1, 5, 20), iso(start + 1, 8, 31)],
  };
  const [low, high] = season === null ? ['', '9999'] : around[season];
  const ofYear = ({ from, to }: { readonly from: string; readonly to: string }): boolean =>
    year === undefined || from.startsWith(String(year)) || to.startsWith(String(year));
  return known
    .filter((each) => each.from <= high && each.to >= low && ofYear(each))
    .map(({ from, to }) => ({ from, to }));
}
