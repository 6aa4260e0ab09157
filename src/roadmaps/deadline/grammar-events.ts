/** Deadlines that hang on an event: before it, while it lasts, after it, within so many days of it. */
import type { Cursor } from './cursor.ts';
import { dates } from './grammar-dates.ts';
import type { CountedUnit, Expression } from './model.ts';
import { countOf, monthOf } from './words.ts';

type Rule = (cursor: Cursor) => Expression | null;

const UNITS: readonly (readonly [string, CountedUnit])[] = [
  ['дневн', 'day'],
  ['недельн', 'week'],
  ['месячн', 'month'],
];

/** «2 недели», «десяти рабочих дней», «месяц». */
export function counting(cursor: Cursor): { readonly count: number; readonly unit: CountedUnit } | null {
  const token = cursor.peek();
  let count = token?.kind === 'number' ? cursor.number(1, 365) : countOf(cursor.word());
  if (token?.kind === 'number' && count === null) return null;
  if (token?.kind === 'word' && count !== null) cursor.at++;
  count ??= 1;
  const workday = cursor.words(/^(рабоч|учебн)(их|его|ий)$/u);
  cursor.words(/^календарн\p{L}+$/u);
  if (cursor.words(/^(дня|дней|день|сутки|суток)$/u)) return { count, unit: workday ? 'workday' : 'day' };
  if (cursor.words(/^недел\p{L}+$/u)) return { count, unit: 'week' };
  return cursor.words(/^месяц\p{L}*$/u) ? { count, unit: 'month' } : null;
}

/** «за 2 недели до ВПР», «не позднее чем за 3 дня до начала работы». */
export const before: Rule = (cursor) => {
  cursor.words(/^не$/u, /^(поздн|позж|мен)ее?$/u);
  cursor.words(/^чем$/u);
  if (!cursor.words(/^за$/u)) return null;
  const span = counting(cursor);
  if (span === null || !cursor.words(/^до$/u)) return null;
  cursor.words(/^(начала|проведения)$/u);
  const event = cursor.phrase();
  return event === null ? null : { kind: 'beforeEvent', event, ...span };
};

/** «в 3-дневный срок», «в недельный срок». */
export const term: Rule = (cursor) => {
  if (!cursor.words(/^в$/u)) return null;
  const count = cursor.number(1, 365);
  if (count !== null) cursor.mark('-');
  const worded = count === null ? /^(двух|трех|пяти|десяти)(дневн|недельн)/u.exec(cursor.word()) : null;
  const own = cursor.word().slice(worded?.[1]?.length ?? 0);
  const unit = UNITS.find(([stem]) => own.startsWith(stem))?.[1] ?? null;
  if (unit === null) return null;
  cursor.at++;
  if (!cursor.words(/^срок$/u)) return null;
  const words = { двух: 2, трех: 3, пяти: 5, десяти: 10 }[worded?.[1] ?? ''];
  const span = { count: count ?? words ?? 1, unit };
  const event = cursor.attempt(() => eventAfter(cursor));
  return event === null ? { kind: 'within', ...span } : { kind: 'afterEvent', event, ...span };
};

/** «на совещании при директоре», «на педсовете в августе»: up to the month. */
export const meeting: Rule = (cursor) => {
  if (!cursor.words(/^на$/u)) return null;
  if (!/^(совещани|педсовет|педагогическ|заседани|собрани|административн|аппаратн)/u.test(cursor.word())) return null;
  const start = cursor.at;
  while (
    !cursor.ended &&
    cursor.peek()?.kind === 'word' &&
    !(cursor.word() === 'в' && monthOf(cursor.word(1)) !== null)
  ) {
    cursor.at++;
  }
  return { kind: 'duringEvent', event: cursor.textFrom(start), scheduled: false };
};

/** «в течение месяца после анализа», «через 5 дней после …», «не позднее 3 рабочих дней со дня …». */
export function afterEvent(cursor: Cursor): Expression | null {
  const span = counting(cursor);
  const event = span === null ? null : eventAfter(cursor);
  return span === null || event === null ? null : { kind: 'afterEvent', event, ...span };
}

/** «после проведения», «со дня утверждения», «по окончании проверки»: what the time runs from. */
function eventAfter(cursor: Cursor): string | null {
  const after =
    cursor.words(/^после$/u) ||
    cursor.words(/^(со|с)$/u, /^(дня|момента|даты)$/u) ||
    cursor.words(/^по$/u, /^(окончании|завершении)$/u);
  return after ? cursor.phrase() : null;
}

export const counted: Rule = (cursor) => {
  if (!cursor.words(/^через$/u) && !cursor.words(/^не$/u, /^поз(днее|же)$/u)) return null;
  cursor.words(/^чем$/u);
  cursor.words(/^через$/u);
  return afterEvent(cursor);
};

/** «во время проведения ВПР», «в период каникул», «в день проведения». */
export const whileEvent: Rule = (cursor) => {
  const opened =
    cursor.words(/^во$/u, /^время$/u) ||
    cursor.words(/^в$/u, /^(период|дни|день|ходе|процессе)$/u) ||
    cursor.words(/^(при)$/u, /^проведении$/u) ||
    (cursor.words(/^кажд\p{L}+$/u, /^день$/u) && cursor.word().startsWith('проведени'));
  if (!opened) return null;
  // «в период с 1 по 10 марта» says the days themselves.
  const days = cursor.attempt(() => dates(cursor));
  if (days) return days;
  cursor.words(/^(проведения|проведении)$/u);
  const whole = cursor.phrase();
  const scheduled = whole !== null && /(^|\s)по график/u.test(whole);
  const event = whole?.replace(/\s*по график\p{L}*.*$/u, '').trim() || null;
  return { kind: 'duringEvent', event, scheduled };
};

/** «по мере публикации», «после проведения», «по итогам ВПР». */
export const onEvent: Rule = (cursor) => {
  const start = cursor.at;
  const opened =
    cursor.words(/^по$/u, /^мере$/u) ||
    cursor.words(/^после$/u) ||
    cursor.words(/^(со|с)$/u, /^(дня|момента|даты)$/u) ||
    cursor.words(/^по$/u, /^(итогам|результатам|окончании|завершении|факту|запросу|требованию)$/u) ||
    cursor.words(/^при$/u, /^(поступлении|получении|выявлении|возникновении|наличии)$/u) ||
    cursor.words(/^(накануне|перед)$/u);
  if (!opened) return null;
  const word = cursor.word(-1);
  const event = cursor.phrase();
  if (event === null && word === 'накануне') return { kind: 'onEvent', event: word };
  if (event !== null)
    return { kind: 'onEvent', event: /^(факту|запросу|требованию)$/u.test(word) ? `${word} ${event}` : event };
  return /^(факту|запросу|требованию)$/u.test(word) ? { kind: 'onEvent', event: cursor.textFrom(start) } : null;
};
