/** Days, months, and spans of them. */
import type { Cursor } from './cursor.ts';
import type { DayOf, Expression, MonthOf } from './model.ts';
import { monthOf } from './words.ts';

/** «01.10.2023», «31 мая», «13 ноября 2023 г.». */
export function dayMonth(cursor: Cursor): DayOf | null {
  const token = cursor.peek();
  if (token?.kind === 'date') {
    cursor.at++;
    if (cursor.words(/^г(ода)?$/u)) cursor.mark('.');
    // «01.09.-15.09.»
    else if (token.year === undefined) cursor.mark('.');
    return { day: token.day, month: token.month, ...(token.year === undefined ? {} : { year: token.year }) };
  }
  return cursor.attempt(() => {
    const quoted = cursor.mark('"');
    const day = cursor.number(1, 99);
    if (day === null) return null;
    if (quoted) cursor.mark('"');
    const month = cursor.month();
    if (month === null) return null;
    const year = cursor.year();
    return { day, month, ...(year === undefined ? {} : { year }) };
  });
}

function monthYear(cursor: Cursor): MonthOf | null {
  const token = cursor.peek();
  if (token?.kind === 'monthYear') {
    cursor.at++;
    if (cursor.words(/^г(ода)?$/u)) cursor.mark('.');
    return { month: token.month, year: token.year };
  }
  return cursor.attempt(() => {
    cursor.words(/^(начал|конец|конц|середин)\p{L}*$/u);
    const month = cursor.month();
    if (month === null) return null;
    const year = cursor.attempt(() => gluedYear(cursor)) ?? cursor.year();
    return { month, ...(year === undefined ? {} : { year }) };
  });
}

/** «ноябрь-2023», «октябрь.2025». */
function gluedYear(cursor: Cursor): number | null {
  if (!cursor.mark('-') && !cursor.mark('.')) return null;
  return cursor.year() ?? null;
}

/** A dash in any of its disguises, or «по». */
function through(cursor: Cursor): boolean {
  if (cursor.mark('-')) {
    while (cursor.mark('-'));
    return true;
  }
  return cursor.words(/^(по|до)$/u);
}

/** Days first, since «30 ноября» begins with a number and «ноябрь 30» is nothing. */
export function dates(cursor: Cursor): Expression | null {
  return (
    cursor.attempt(() => since(cursor)) ?? cursor.attempt(() => days(cursor)) ?? cursor.attempt(() => months(cursor))
  );
}

/** «с 20.04.2020», «с 1 сентября по 31 мая», «начиная с октября», «с сентября по май». */
function since(cursor: Cursor): Expression | null {
  cursor.words(/^начиная$/u);
  if (!cursor.words(/^со?$/u)) return null;
  const bare = cursor.attempt(() => bareDay(cursor));
  if (bare) return bare;
  const from = dayMonth(cursor);
  if (from) {
    const to = cursor.attempt(() => (through(cursor) ? dayMonth(cursor) : null));
    return to ? { kind: 'dayRange', from, to } : { kind: 'since', ...from };
  }
  const start = monthYear(cursor);
  if (!start) return null;
  const end = cursor.attempt(() => (through(cursor) ? monthYear(cursor) : null));
  return end ? { kind: 'monthRange', from: start, to: end, lostDash: false } : { kind: 'since', day: null, ...start };
}

/** «с 1 по 10 марта», «10-15 апреля»: the month stands after the second day. */
function bareDay(cursor: Cursor): Expression | null {
  const day = cursor.number(1, 31);
  if (day === null || !through(cursor)) return null;
  const to = dayMonth(cursor);
  if (!to) return null;
  return { kind: 'dayRange', from: { day, month: to.month, ...(to.year === undefined ? {} : { year: to.year }) }, to };
}

function days(cursor: Cursor): Expression | null {
  cursor.words(/^(в|на)$/u);
  const bare = cursor.attempt(() => bareDay(cursor));
  if (bare) return bare;
  const several = cursor.attempt(() => daysOfMonth(cursor));
  if (several) return several;
  const first = dayMonth(cursor);
  if (!first) return null;
  const to = cursor.attempt(() => (through(cursor) ? dayMonth(cursor) : null));
  return to ? { kind: 'dayRange', from: first, to } : { kind: 'day', ...first };
}

/** «12, 19 и 26 октября». */
function daysOfMonth(cursor: Cursor): Expression | null {
  const found: number[] = [];
  for (;;) {
    const day = cursor.number(1, 31);
    if (day === null) return null;
    found.push(day);
    if (!cursor.mark(',') && !cursor.words(/^и$/u)) break;
  }
  const month = cursor.month();
  if (found.length < 2 || month === null) return null;
  const year = cursor.year();
  const items = found.map((day) => ({ kind: 'day', day, month, ...(year === undefined ? {} : { year }) }) as const);
  return { kind: 'list', items };
}

/**
 * «октябрь», «октябрь - ноябрь», «ноябрь, декабрь 2023 г., январь 2024 г.», «ноябрь декабрь» with its dash lost.
 * A range inside a list is left to the list of deadlines.
 */
function months(cursor: Cursor): Expression | null {
  cursor.words(/^(в|на|за|во)$/u);
  cursor.words(/^месяц\p{L}*$/u);
  const short = cursor.attempt(() => shortRange(cursor));
  if (short) return short;
  const first = monthYear(cursor);
  if (!first) return null;
  const to = cursor.attempt(() => (through(cursor) ? monthYear(cursor) : null));
  if (to) return { kind: 'monthRange', from: first, to, lostDash: false };
  const lost = cursor.attempt(() => monthYear(cursor));
  if (lost) return { kind: 'monthRange', from: first, to: lost, lostDash: true };
  const list: MonthOf[] = [first];
  for (;;) {
    const next = cursor.attempt(() => nextOfList(cursor));
    if (next === null) break;
    list.push(next);
  }
  return list.length === 1 ? { kind: 'month', ...first } : { kind: 'monthList', months: list };
}

/** «09-10.2023». */
function shortRange(cursor: Cursor): Expression | null {
  const month = cursor.number(1, 12);
  if (month === null || !through(cursor)) return null;
  const token = cursor.peek();
  if (token?.kind !== 'monthYear') return null;
  const to = monthYear(cursor);
  if (!to) return null;
  const year = token.year - (month > token.month ? 1 : 0);
  return { kind: 'monthRange', from: { month, year }, to, lostDash: false };
}

function nextOfList(cursor: Cursor): MonthOf | null {
  if (!cursor.mark(',') && !cursor.mark('/')) {
    if (!cursor.words(/^и$/u)) return null;
  } else cursor.words(/^и$/u);
  cursor.words(/^(в|на)$/u);
  const month = monthYear(cursor);
  // «сентябрь, октябрь - декабрь»: the second month begins a range of its own.
  return month !== null && (cursor.isMark('-') || (cursor.word() === 'по' && monthOf(cursor.word(1)) !== null))
    ? null
    : month;
}
