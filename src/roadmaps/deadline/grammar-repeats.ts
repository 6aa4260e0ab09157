/** What comes again and again: «ежемесячно», «1 раз в квартал», «последний понедельник месяца», «по пятницам». */
import type { Cursor } from './cursor.ts';
import type { Expression, RepeatDay, RepeatUnit } from './model.ts';
import { countOf, ordinalOf, repeatAdverbOf, repeatUnitOf, weekdayOf } from './words.ts';

export function repeats(cursor: Cursor): Expression | null {
  return (
    cursor.attempt(() => byAdverb(cursor)) ??
    cursor.attempt(() => byCount(cursor)) ??
    cursor.attempt(() => byWeekday(cursor)) ??
    cursor.attempt(() => byDayOfMonth(cursor))
  );
}

type Repeat = Extract<Expression, { kind: 'repeat' }>;

function repeat(cursor: Cursor, unit: RepeatUnit, times: number): Repeat {
  const on = unit === 'month' || unit === 'week' || unit === 'quarter' ? dayOf(cursor, unit) : null;
  return { kind: 'repeat', unit, times, on, anchor: anchorOf(cursor) };
}

function byAdverb(cursor: Cursor): Expression | null {
  const unit = repeatAdverbOf(cursor.word());
  if (unit === null) return null;
  cursor.at++;
  return repeat(cursor, unit, 1);
}

/** «1 раз в квартал», «не реже двух раз в год», «раз в месяц», «каждый месяц», «дважды в год». */
function byCount(cursor: Cursor): Expression | null {
  if (cursor.words(/^кажд\p{L}+$/u)) {
    const unit = repeatUnitOf(cursor.word());
    if (unit === null) return null;
    cursor.at++;
    // «каждый день проведения» lasts as long as what is conducted.
    return cursor.word().startsWith('проведени') ? null : repeat(cursor, unit, 1);
  }
  cursor.words(/^не$/u, /^(реже|менее)$/u);
  cursor.words(/^чем$/u);
  cursor.words(/^по$/u);
  let times = cursor.number(1, 31);
  if (times === null && !cursor.word().startsWith('раз')) {
    times = countOf(cursor.word());
    if (times === null) return null;
    cursor.at++;
  }
  const adverb = /^(однажды|дважды|трижды)$/u.test(cursor.word(-1));
  if (!cursor.words(/^раз[ау]?$/u) && !adverb) return null;
  if (!cursor.words(/^(в|за|на)$/u)) return null;
  const token = cursor.peek();
  const every = token?.kind === 'number' ? cursor.number(2, 12) : token === undefined ? null : countOf(cursor.word());
  if (every !== null && token?.kind === 'word') cursor.at++;
  const unit = repeatUnitOf(cursor.word()) ?? (cursor.words(/^учебн\p{L}+$/u) ? repeatUnitOf(cursor.word()) : null);
  if (unit === null) return null;
  cursor.at++;
  const found = repeat(cursor, unit, times ?? 1);
  return every !== null && every > 1 ? { ...found, every } : found;
}

/** «последний понедельник месяца», «каждую пятницу», «по понедельникам». */
function byWeekday(cursor: Cursor): Expression | null {
  cursor.words(/^(в|во)$/u);
  const several = cursor.words(/^по$/u);
  const each = !several && cursor.words(/^кажд\p{L}+$/u);
  const week = several ? null : cursor.attempt(() => weekRule(cursor));
  if (week) return { kind: 'repeat', unit: 'month', times: 1, on: week, anchor: anchorOf(cursor) };
  const workday = several || each ? null : cursor.attempt(() => workdayRule(cursor));
  if (workday) return { kind: 'repeat', unit: 'month', times: 1, on: workday, anchor: anchorOf(cursor) };
  const on = cursor.attempt(() => weekdayRule(cursor));
  if (on === null) return null;
  if (on.nth !== null) return { kind: 'repeat', unit: 'month', times: 1, on, anchor: anchorOf(cursor) };
  return several || each ? { kind: 'repeat', unit: 'week', times: 1, on, anchor: anchorOf(cursor) } : null;
}

/** «до 5 числа каждого месяца», «25 числа». */
function byDayOfMonth(cursor: Cursor): Expression | null {
  const on = dayOfMonth(cursor);
  if (on === null) return null;
  cursor.words(/^(каждого|ежемесячно)$/u);
  cursor.words(/^месяца$/u);
  return { kind: 'repeat', unit: 'month', times: 1, on, anchor: anchorOf(cursor) };
}

function dayOf(cursor: Cursor, unit: RepeatUnit): RepeatDay | null {
  return cursor.attempt(() => {
    cursor.mark(',');
    cursor.words(/^(в|во|по)$/u);
    const weekday = cursor.attempt(() => weekdayRule(cursor));
    if (weekday) return unit === 'week' ? { ...weekday, nth: null } : weekday.nth === null ? null : weekday;
    const week = unit === 'month' ? cursor.attempt(() => weekRule(cursor)) : null;
    if (week) return week;
    const workday = cursor.attempt(() => workdayRule(cursor));
    return workday ?? dayOfMonth(cursor);
  });
}

function weekdayRule(cursor: Cursor): Extract<RepeatDay, { kind: 'weekday' }> | null {
  const nth = ordinalOf(cursor.word());
  if (nth !== null) cursor.at++;
  const weekday = weekdayOf(cursor.word());
  if (weekday === null || (nth !== null && (nth === 0 || nth > 5))) return null;
  cursor.at++;
  cursor.words(/^кажд\p{L}+$/u);
  cursor.words(/^месяца$/u);
  return { kind: 'weekday', weekday, nth };
}

/** «первая неделя каждого месяца». */
function weekRule(cursor: Cursor): RepeatDay | null {
  const nth = ordinalOf(cursor.word()) ?? (cursor.peek()?.kind === 'number' ? cursor.number(1, 5) : null);
  if (nth === null || nth === 0 || nth > 5) return null;
  if (cursor.word() !== '' && ordinalOf(cursor.word()) !== null) cursor.at++;
  if (!cursor.words(/^недел\p{L}+$/u)) return null;
  cursor.words(/^кажд\p{L}+$/u);
  return cursor.words(/^месяца$/u) ? { kind: 'week', nth } : null;
}

function workdayRule(cursor: Cursor): RepeatDay | null {
  const nth = ordinalOf(cursor.word());
  if (nth === null || nth === 0 || nth > 20) return null;
  cursor.at++;
  if (!cursor.words(/^рабоч\p{L}+$/u, /^(день|дня)$/u)) return null;
  cursor.words(/^месяца$/u);
  return { kind: 'workday', nth };
}

function dayOfMonth(cursor: Cursor): RepeatDay | null {
  return cursor.attempt(() => {
    cursor.words(/^(до|к|не)$/u);
    cursor.words(/^позднее$/u);
    const token = cursor.peek();
    const day = token?.kind === 'number' ? token.value : ordinalOf(cursor.word());
    if (day === null || day < 1 || day > 31) return null;
    cursor.at++;
    return cursor.words(/^числ\p{L}+$/u) ? { kind: 'dayOfMonth', day } : null;
  });
}

/** «на совещание руководителей ОО», «к педсовету». */
function anchorOf(cursor: Cursor): string | null {
  return cursor.attempt(() => {
    cursor.mark(',');
    if (!cursor.words(/^(на|к)$/u)) return null;
    return /^(совещ|педсовет|заседан|собран|педагогическ|оперативк|планерк)/u.test(cursor.word())
      ? cursor.phrase()
      : null;
  });
}
