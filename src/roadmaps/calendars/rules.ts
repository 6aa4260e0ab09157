/** What a calendar may hold, the usual divisions of a year, and what of several calendars holds for one organisation. */
import { type SchoolTerm, schoolYearWindow, usualTerms } from '../deadline/calendar.ts';
import { addDays, iso } from '../deadline/days.ts';
import type { TermKind } from '../deadline/model.ts';
import type { Defect, EventFields, EventWindow, Holiday, YearCalendar } from './model.ts';

export const TERM_KINDS: readonly TermKind[] = ['quarterTerm', 'trimester', 'halfYearTerm', 'module'];

/** Six modules of five to seven weeks with a week of rest between them, as schools with modular calendars usually divide. */
const MODULES: readonly (readonly [string, string])[] = [
  ['09-01', '10-04'],
  ['10-12', '11-15'],
  ['11-23', '12-30'],
  ['01-11', '02-21'],
  ['03-01', '04-04'],
  ['04-12', '05-26'],
];

/** Dates that schools usually take; a starting point, to be mended by the school's own order. */
export function presetTerms(kind: TermKind, schoolYear: number): readonly SchoolTerm[] {
  if (kind !== 'module') return usualTerms(schoolYear).filter((term) => term.kind === kind);
  return MODULES.map(([from, to], index) => ({
    kind,
    n: index + 1,
    from: `${from >= '09' ? schoolYear : schoolYear + 1}-${from}`,
    to: `${to >= '09' ? schoolYear : schoolYear + 1}-${to}`,
  }));
}

/** The gaps between terms, and the summer after the last of them; `nameOf` words a gap by its middle month and order. */
export function holidaysBetween(
  terms: readonly SchoolTerm[],
  schoolYear: number,
  nameOf: (month: number) => string,
): readonly Holiday[] {
  const ordered = [...terms].sort((a, b) => (a.from < b.from ? -1 : 1));
  const holidays: Holiday[] = [];
  for (const [index, term] of ordered.entries()) {
    const next = ordered[index + 1];
    const from = addDays(term.to, 1);
    const to = next === undefined ? schoolYearWindow(schoolYear).to : addDays(next.from, -1);
    if (from <= to) holidays.push({ name: nameOf(monthBetween(from, to)), from, to });
  }
  return holidays;
}

function monthBetween(from: string, to: string): number {
  const middle = (Date.parse(from) + Date.parse(to)) / 2;
  return new Date(middle).getUTCMonth() + 1;
}

/** Everything that keeps a calendar from being saved; empty when nothing does. */
export function calendarDefects(calendar: YearCalendar, schoolYear: number): readonly Defect[] {
  const defects: Defect[] = [];
  for (const [index, term] of calendar.terms.entries()) {
    const before = calendar.terms.slice(0, index);
    const same = before.findIndex(({ kind, n }) => kind === term.kind && n === term.n);
    if (same >= 0) defects.push({ code: 'sameNumber', list: 'terms', index, other: same });
    defects.push(...spanDefects(term, schoolYear, 'terms', index));
    const other = before.findIndex((each) => each.kind === term.kind && overlap(each, term));
    if (other >= 0) defects.push({ code: 'overlaps', list: 'terms', index, other });
  }
  for (const [index, holiday] of calendar.holidays.entries()) {
    if (holiday.name.trim() === '') defects.push({ code: 'nameMissing', list: 'holidays', index });
    defects.push(...spanDefects(holiday, schoolYear, 'holidays', index));
    const other = calendar.holidays.slice(0, index).findIndex((each) => overlap(each, holiday));
    if (other >= 0) defects.push({ code: 'overlaps', list: 'holidays', index, other });
  }
  const { lessonsEnd } = calendar;
  if (lessonsEnd !== null && !within(lessonsEnd, schoolYear)) {
    defects.push({ code: 'lessonsEndOutside', list: 'whole', index: -1 });
  }
  return defects;
}

/** A schedule without days is allowed: an occasion gets its day when it happens. */
export function eventDefects(event: EventFields, schoolYear: number): readonly Defect[] {
  const defects: Defect[] = [];
  if (event.title.trim() === '') defects.push({ code: 'titleMissing', list: 'whole', index: -1 });
  for (const [index, window] of event.windows.entries()) {
    defects.push(...spanDefects(window, schoolYear, 'windows', index));
  }
  return defects;
}

interface Span {
  readonly from: string;
  readonly to: string;
}

function spanDefects({ from, to }: Span, schoolYear: number, list: Defect['list'], index: number): readonly Defect[] {
  if (from === '' || to === '') return [{ code: 'missingDay', list, index }];
  if (from > to) return [{ code: 'reversed', list, index }];
  return within(from, schoolYear) && within(to, schoolYear) ? [] : [{ code: 'outsideYear', list, index }];
}

/** August before the year counts: plans are made then. */
function within(day: string, schoolYear: number): boolean {
  return day >= iso(schoolYear, 8, 1) && day <= schoolYearWindow(schoolYear).to;
}

function overlap(a: Span, b: Span): boolean {
  if (a.from === '' || a.to === '' || b.from === '' || b.to === '') return false;
  return a.from <= b.to && b.from <= a.to;
}

/**
 * What holds for an organisation: of each kind of terms, of the holidays and of the last day of lessons, the nearest
 * calendar that has any.
 * @param nearestFirst the organisation's own calendar, then those above it
 */
export function effectiveCalendar(nearestFirst: readonly YearCalendar[]): YearCalendar {
  const terms = TERM_KINDS.flatMap(
    (kind) =>
      nearestFirst.map((each) => each.terms.filter((term) => term.kind === kind)).find(({ length }) => length > 0) ??
      [],
  );
  return {
    terms,
    holidays: nearestFirst.find(({ holidays }) => holidays.length > 0)?.holidays ?? [],
    lessonsEnd: nearestFirst.find(({ lessonsEnd }) => lessonsEnd !== null)?.lessonsEnd ?? null,
  };
}

/** In order of days, equal ones once. */
export function inOrder(windows: readonly EventWindow[]): readonly EventWindow[] {
  const seen = new Set<string>();
  return [...windows]
    .sort((a, b) => a.from.localeCompare(b.from) || a.to.localeCompare(b.to) || a.label.localeCompare(b.label))
    .filter(({ from, to, label }) => {
      const key = `${from}/${to}/${label}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
}
