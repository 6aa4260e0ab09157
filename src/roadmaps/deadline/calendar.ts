/**
 * What the words of a plan are laid upon: the school year, the school's own terms and holidays, working days with their
 * transfers, and the calendars of procedures that a plan refers to.
 *
 * Holidays: article 112 of the Labour Code (1-6 and 8 January, 7 January, 23 February, 8 March, 1 and 9 May, 12 June,
 * 4 November); a holiday on a weekend moves to the next working day, except those of January, which a yearly order of the
 * Government moves together with other days.
 */
import { addDays, daysInMonth, iso, weekdayOfDay } from './days.ts';
import type { TermKind, Window } from './model.ts';

export interface SchoolTerm {
  readonly kind: TermKind;
  /** From 1. */
  readonly n: number;
  readonly from: string;
  readonly to: string;
}

export interface SchoolCalendar {
  readonly terms: readonly SchoolTerm[];
  /** School holidays; days of no lessons. */
  readonly holidays: readonly Required<{ readonly from: string; readonly to: string }>[];
  /** Last day of lessons, usually in the last week of May; null: 31 May. */
  readonly lessonsEnd: string | null;
}

/** A dated occasion that a plan refers to: a procedure of a schedule, a meeting, a publication. */
export interface CalendarEvent {
  /** Names under which plans refer to it: «график ВПР», «план ВШК», «публикация». */
  readonly names: readonly string[];
  /** What it may answer: a reference to a schedule, to a plan, or to an occasion; any of them where it is not given. */
  readonly kind?: 'schedule' | 'plan' | 'event';
  readonly windows: readonly Window[];
}

/** Days off moved by orders of the Government: the new day off, and the Saturday that becomes a working day if there is one. */
const TRANSFERS: Readonly<
  Record<number, { readonly off: readonly string[]; readonly work: readonly string[]; readonly order: string }>
> = {
  2021: { off: ['11-05', '12-31', '02-22'], work: ['02-20'], order: '10.10.2020 № 1648' },
  2022: { off: ['03-07', '05-03', '05-10'], work: ['03-05'], order: '16.09.2021 № 1564' },
  2023: { off: ['02-24', '05-08'], work: [], order: '29.08.2022 № 1505' },
  2024: {
    off: ['04-29', '04-30', '05-10', '12-30', '12-31'],
    work: ['04-27', '11-02', '12-28'],
    order: '10.08.2023 № 1314',
  },
  2025: { off: ['05-02', '05-08', '06-13', '11-03', '12-31'], work: ['11-01'], order: '04.10.2024 № 1335' },
  2026: { off: ['01-09', '12-31'], work: [], order: '24.09.2025 № 1466' },
};

const FIXED = ['02-23', '03-08', '05-01', '05-09', '06-12', '11-04'];

/** Years whose transfers are known; for others only the Labour Code's own rule is applied. */
export const TRANSFERS_KNOWN: readonly number[] = Object.keys(TRANSFERS).map(Number);

const known = new Map<number, { readonly off: ReadonlySet<string>; readonly work: ReadonlySet<string> }>();

function yearOf(year: number) {
  const computed = known.get(year);
  if (computed !== undefined) return computed;
  const off = new Set<string>();
  for (let day = 1; day <= 8; day++) off.add(iso(year, 1, day));
  for (const day of FIXED) off.add(`${year}-${day}`);
  const transfers = TRANSFERS[year];
  for (const day of transfers?.off ?? []) off.add(`${year}-${day}`);
  const work = new Set((transfers?.work ?? []).map((day) => `${year}-${day}`));
  if (transfers === undefined) {
    for (const day of FIXED) {
      let moved = `${year}-${day}`;
      if (weekdayOfDay(moved) < 6) continue;
      while (weekdayOfDay(moved) >= 6 || off.has(moved)) moved = addDays(moved, 1);
      off.add(moved);
    }
  } else {
    // A holiday on a weekend that no order moved: the next working day is off.
    for (const day of FIXED) {
      const holiday = `${year}-${day}`;
      if (weekdayOfDay(holiday) < 6 || movedByOrder(year, holiday)) continue;
      let moved = holiday;
      while (weekdayOfDay(moved) >= 6 || off.has(moved)) moved = addDays(moved, 1);
      off.add(moved);
    }
  }
  const result = { off, work };
  known.set(year, result);
  return result;
}

/** Holidays on a weekend that the year's order moved elsewhere, so that the next Monday stays a working day. */
const MOVED_ELSEWHERE: Readonly<Record<number, readonly string[]>> = { 2025: ['02-23', '03-08'] };

function movedByOrder(year: number, holiday: string): boolean {
  return (MOVED_ELSEWHERE[year] ?? []).includes(holiday.slice(5));
}

/** Monday to Friday without holidays, and Saturdays that an order made working days. */
export function isWorkday(day: string): boolean {
  const { off, work } = yearOf(Number(day.slice(0, 4)));
  if (work.has(day)) return true;
  return weekdayOfDay(day) <= 5 && !off.has(day);
}

/** The first working day at or after a day. */
export function nextWorkday(day: string): string {
  let next = day;
  while (!isWorkday(next)) next = addDays(next, 1);
  return next;
}

/** The last working day at or before a day. */
function lastWorkday(day: string): string {
  let last = day;
  while (!isWorkday(last)) last = addDays(last, -1);
  return last;
}

export function addWorkdays(day: string, count: number): string {
  let next = day;
  for (let left = count; left > 0; left--) next = nextWorkday(addDays(next, 1));
  return next;
}

/** 1 September to 31 August. */
export function schoolYearWindow(start: number): { from: string; to: string } {
  return { from: iso(start, 9, 1), to: iso(start + 1, 8, 31) };
}

/**
 * A week of a month from Monday to Sunday, inside the month; the first is the one of its first day from Monday to Friday, as plans count.
 * @param nth from 1; -1 is the last. Null where the month has no such week.
 */
export function weekOfMonth(year: number, month: number, nth: number): { from: string; to: string } | null {
  const [first, last] = [iso(year, month, 1), iso(year, month, daysInMonth(year, month))];
  const weekday = weekdayOfDay(first);
  const monday = addDays(first, weekday <= 5 ? 1 - weekday : 8 - weekday);
  const start = nth > 0 ? addDays(monday, 7 * (nth - 1)) : addDays(last, 1 - weekdayOfDay(last));
  if (start > last) return null;
  const end = addDays(start, 6);
  return { from: start < first ? first : start, to: end > last ? last : end };
}

function dayBeforeTerm(year: number, month: number, day: number): string {
  return addDays(nextWorkday(iso(year, month, day)), -1);
}

/** School holidays that schools keep where they set none of their own: up to the day before the usual term that follows. */
export function usualHolidays(start: number): { from: string; to: string }[] {
  return [
    { from: iso(start, 10, 27), to: dayBeforeTerm(start, 11, 5) },
    { from: iso(start, 12, 29), to: dayBeforeTerm(start + 1, 1, 9) },
    { from: iso(start + 1, 3, 23), to: dayBeforeTerm(start + 1, 4, 1) },
    { from: iso(start + 1, 6, 1), to: iso(start + 1, 8, 31) },
  ];
}

/**
 * Terms that schools keep where they set none of their own: usual dates, shown as such. A term begins and ends on a working day:
 * what falls on a day off begins after it and ends before it.
 */
export function usualTerms(start: number): SchoolTerm[] {
  const usual: readonly (readonly [TermKind, number, string, string])[] = [
    ['quarterTerm', 1, iso(start, 9, 1), iso(start, 10, 26)],
    ['quarterTerm', 2, iso(start, 11, 5), iso(start, 12, 28)],
    ['quarterTerm', 3, iso(start + 1, 1, 9), iso(start + 1, 3, 22)],
    ['quarterTerm', 4, iso(start + 1, 4, 1), iso(start + 1, 5, 26)],
    ['trimester', 1, iso(start, 9, 1), iso(start, 11, 15)],
    ['trimester', 2, iso(start, 11, 25), iso(start + 1, 2, 17)],
    ['trimester', 3, iso(start + 1, 2, 26), iso(start + 1, 5, 26)],
    ['halfYearTerm', 1, iso(start, 9, 1), iso(start, 12, 28)],
    ['halfYearTerm', 2, iso(start + 1, 1, 9), iso(start + 1, 5, 26)],
  ];
  return usual.map(([kind, n, from, to]) => ({ kind, n, from: nextWorkday(from), to: lastWorkday(to) }));
}
