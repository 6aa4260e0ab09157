/**
 * Repetition as an RFC 5545 rule, and its occurrences inside a frame. What repeats in a school repeats while there are lessons: a
 * monthly measure has no occurrence in the summer unless the frame itself says a calendar year.
 */
// The types speak of the library's module for bundlers; Node and the site load the CommonJS one, whose default is the whole of it.
// oxlint-disable-next-line import/default
import rrule from 'rrule';
import { isWorkday, weekOfMonth } from './calendar.ts';
import { addDays, daysInMonth, iso, partsOf } from './days.ts';
import type { Expression, RepeatUnit, Window } from './model.ts';

// oxlint-disable-next-line import/no-named-as-default-member
const { RRule } = rrule;
type Repeat = Extract<Expression, { kind: 'repeat' }>;

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
const FREQUENCY: Readonly<Record<RepeatUnit, string>> = {
  day: 'FREQ=DAILY',
  week: 'FREQ=WEEKLY',
  month: 'FREQ=MONTHLY',
  quarter: 'FREQ=MONTHLY;INTERVAL=3',
  halfYear: 'FREQ=MONTHLY;INTERVAL=6',
  year: 'FREQ=YEARLY',
};

/** «FREQ=MONTHLY;BYDAY=-1MO»; a plan that asks for two times a month has no days to name, and the rule says the unit alone. */
export function recurrenceRule({ unit, every, on }: Repeat): string {
  const frequency = frequencyOf(unit, every ?? 1);
  if (on === null) return frequency;
  if (on.kind === 'dayOfMonth') return `${frequency};BYMONTHDAY=${on.day}`;
  if (on.kind === 'workday') return `${frequency};BYDAY=MO,TU,WE,TH,FR;BYSETPOS=${on.nth}`;
  // A week has no rule of its own: its first day has.
  if (on.kind === 'week') return `${frequency};BYDAY=${on.nth}MO`;
  return `${frequency};BYDAY=${on.nth ?? ''}${WEEKDAYS[on.weekday - 1]}`;
}

function frequencyOf(unit: RepeatUnit, every: number): string {
  const [frequency, interval] = FREQUENCY[unit].split(';INTERVAL=') as [string, string?];
  const count = Number(interval ?? 1) * every;
  return count === 1 ? frequency : `${frequency};INTERVAL=${count}`;
}

/** More occurrences than a year has days are a mistake, not a plan. */
const MOST = 400;

/**
 * Windows of a repetition: single days where the rule names days, otherwise whole units, cut to the frame.
 * @param lessonsEnd nothing repeats after it within the school year that it ends.
 */
export function occurrencesOf(
  repeat: Repeat,
  frame: { readonly from: string; readonly to: string },
  lessonsEnd: string,
): Window[] {
  const to = frame.from <= lessonsEnd && lessonsEnd < frame.to ? lessonsEnd : frame.to;
  if (frame.from > to) return [];
  if (repeat.on === null) {
    // «2 раза в год» is once in each half of it.
    const unit =
      repeat.unit === 'year' && repeat.times === 2
        ? 'halfYear'
        : repeat.unit === 'year' && repeat.times === 4
          ? 'quarter'
          : null;
    if (unit !== null) return units(unit, frame.from, to);
    return units(repeat.unit, frame.from, to, repeat.every ?? 1).flatMap((window) =>
      Array.from({ length: repeat.times }, () => window),
    );
  }
  if (repeat.on.kind === 'week') return weeks(repeat.on.nth, frame.from, to);
  if (repeat.on.kind === 'workday') return workdays(repeat.on.nth, frame.from, to);
  const rule = RRule.fromString(`DTSTART:${stamp(frame.from)}\nRRULE:${recurrenceRule(repeat)};UNTIL=${stamp(to)}`);
  return rule
    .all((_, index) => index < MOST)
    .map((date) => {
      const day = date.toISOString().slice(0, 10);
      return { from: day, to: day };
    });
}

function stamp(day: string): string {
  return `${day.replaceAll('-', '')}T000000Z`;
}

function units(unit: RepeatUnit, from: string, to: string, every = 1): Window[] {
  const windows: Window[] = [];
  let start = startOf(unit, from);
  while (start <= to && windows.length < MOST) {
    let next = nextStart(unit, start);
    for (let more = 1; more < every; more += 1) next = nextStart(unit, next);
    const end = addDays(next, -1);
    const window = { from: start < from ? from : start, to: end > to ? to : end };
    // A summer remainder of a unit is not an occurrence: three days of June are no quarter.
    if (unit !== 'day' || isWorkday(start)) windows.push(window);
    start = next;
  }
  return windows;
}

function startOf(unit: RepeatUnit, day: string): string {
  const { year, month } = partsOf(day);
  if (unit === 'month') return iso(year, month, 1);
  if (unit === 'quarter') return iso(year, month - ((month - 1) % 3), 1);
  if (unit === 'halfYear') return iso(year, month <= 6 ? 1 : 7, 1);
  // A year of a plan is its own: from its first day.
  return day;
}

function nextStart(unit: RepeatUnit, start: string): string {
  if (unit === 'day') return addDays(start, 1);
  if (unit === 'week') return addDays(start, 7);
  const { year, month, day } = partsOf(start);
  const months = unit === 'month' ? 1 : unit === 'quarter' ? 3 : unit === 'halfYear' ? 6 : 12;
  const index = month - 1 + months;
  const of = year + Math.floor(index / 12);
  const target = (index % 12) + 1;
  return iso(of, target, Math.min(day, daysInMonth(of, target)));
}

/** The nth week of each month, cut to the frame. */
function weeks(nth: number, from: string, to: string): Window[] {
  const windows: Window[] = [];
  for (let start = startOf('month', from); start <= to; start = nextStart('month', start)) {
    const { year, month } = partsOf(start);
    const week = weekOfMonth(year, month, nth);
    if (week === null || week.to < from || week.from > to) continue;
    windows.push({ from: week.from < from ? from : week.from, to: week.to > to ? to : week.to });
  }
  return windows;
}

/** The first or last working day of each month: holidays are no working days, which no RRULE knows. */
function workdays(nth: number, from: string, to: string): Window[] {
  const windows: Window[] = [];
  for (let start = startOf('month', from); start <= to; start = nextStart('month', start)) {
    const { year, month } = partsOf(start);
    const days = Array.from({ length: daysInMonth(year, month) }, (_, index) => iso(year, month, index + 1)).filter(
      isWorkday,
    );
    const day = nth > 0 ? days[nth - 1] : days.at(nth);
    if (day !== undefined && day >= from && day <= to) windows.push({ from: day, to: day });
  }
  return windows;
}
