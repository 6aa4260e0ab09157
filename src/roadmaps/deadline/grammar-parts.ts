/** Parts of months, seasons and school holidays, and the beginnings of years and terms. */
import type { Cursor } from './cursor.ts';
import { daysInMonth } from './days.ts';
import type { DayOf, Expression, MonthOf, Season } from './model.ts';
import { seasonOf, termKindOf } from './words.ts';

export function parts(cursor: Cursor): Expression | null {
  return (
    cursor.attempt(() => partOfMonth(cursor)) ??
    cursor.attempt(() => monthThenPart(cursor)) ??
    cursor.attempt(() => thirdOfMonth(cursor)) ??
    cursor.attempt(() => holidays(cursor)) ??
    cursor.attempt(() => season(cursor)) ??
    cursor.attempt(() => beginning(cursor))
  );
}

const MOST = { decade: 3, half: 2, week: 5 } as const;

type Part = Extract<Expression, { kind: 'partOfMonth' }>;

/** «I декада октября», «1-2 неделя ноября», «вторая половина мая 2026 г.» */
function partOfMonth(cursor: Cursor): Expression | null {
  cursor.words(/^(в|во|на)$/u);
  const part = partWords(cursor);
  const month = part === null ? null : monthAfter(cursor);
  return part === null || month === null ? null : { kind: 'partOfMonth', ...part, ...month };
}

/** «ноябрь, 2 неделя», «март 2026 г. – первая декада»: the month stands first; «октябрь, 2 неделя ноября» is another thing. */
function monthThenPart(cursor: Cursor): Expression | null {
  const month = monthAfter(cursor);
  if (month === null) return null;
  if (!cursor.mark(',')) cursor.mark('-');
  const part = partWords(cursor);
  return part === null || monthAfter(cursor) !== null ? null : { kind: 'partOfMonth', ...part, ...month };
}

/** «2 неделя», «1-2 неделя», «последняя декада». */
function partWords(cursor: Cursor): Pick<Part, 'part' | 'n' | 'to'> | null {
  const n = cursor.ordinal();
  if (n === null) return null;
  const to = cursor.attempt(() => {
    if (!cursor.mark('-') && !cursor.mark(',') && !cursor.words(/^и$/u)) return null;
    return cursor.ordinal();
  });
  const part = cursor.words(/^декад/u)
    ? 'decade'
    : cursor.words(/^половин/u)
      ? 'half'
      : cursor.words(/^недел/u)
        ? 'week'
        : null;
  if (part === null || n > MOST[part] || n === 0) return null;
  if (to !== null && (to <= n || to > MOST[part] || n < 0)) return null;
  return { part, n, ...(to === null ? {} : { to }) };
}

const THIRDS: readonly (readonly [RegExp, number])[] = [
  [/^начал[оеау]$/u, 1],
  [/^середин[аеыу]$/u, 2],
  [/^кон(?:ец|це|ца|цу)$/u, 3],
];

/** «конец мая», «в начале сентября 2026 г.», «конец августа – начало сентября»; «начало октября – декабрь» are whole months. */
function thirdOfMonth(cursor: Cursor): Expression | null {
  const first = oneThird(cursor);
  if (first === null) return null;
  if (!cursor.isMark('-') && !/^(по|до)$/u.test(cursor.word())) return first;
  const to = cursor.attempt(() => {
    cursor.at += 1;
    return oneThird(cursor);
  });
  if (to === null) return null;
  return { kind: 'dayRange', from: dayOfThird(first, 'first'), to: dayOfThird(to, 'last') };
}

function oneThird(cursor: Cursor): Part | null {
  cursor.words(/^(в|на|к|с)$/u);
  const n = THIRDS.find(([pattern]) => pattern.test(cursor.word()))?.[1];
  if (n === undefined) return null;
  cursor.at += 1;
  const month = monthAfter(cursor);
  return month === null ? null : { kind: 'partOfMonth', part: 'third', n, ...month };
}

function dayOfThird({ n, month, year }: Part, end: 'first' | 'last'): DayOf {
  const last = n === 3 ? daysInMonth(year ?? COMMON_YEAR, month) : n * 10;
  return { day: end === 'first' ? (n - 1) * 10 + 1 : last, month, ...(year === undefined ? {} : { year }) };
}

/** No leap year: a February without a year has 28 days. */
const COMMON_YEAR = 2023;

function monthAfter(cursor: Cursor): MonthOf | null {
  const month = cursor.month();
  if (month === null) return null;
  const year = cursor.year();
  return { month, ...(year === undefined ? {} : { year }) };
}

/** «осенние каникулы», «в период весенних каникул», «в каникулярное время». */
function holidays(cursor: Cursor): Expression | null {
  if (!cursor.words(/^(в|во)$/u, /^(период|время|дни)$/u)) cursor.words(/^(в|во|на)$/u);
  const of = seasonOf(cursor.word());
  if (of !== null) cursor.at++;
  if (!cursor.words(/^каникул(?!ярн)/u)) {
    if (of !== null || !cursor.words(/^каникулярн/u)) return null;
    cursor.words(/^(время|период|дни)$/u);
  }
  const year = cursor.year();
  return { kind: 'holidays', season: of, ...(year === undefined ? {} : { year }) };
}

const MONTHS: Readonly<Record<Season, readonly [number, number]>> = {
  autumn: [9, 11],
  winter: [12, 2],
  spring: [3, 5],
  summer: [6, 8],
};

/** «осень 2025 года», «весной»: the months of the season. */
function season(cursor: Cursor): Expression | null {
  if (!/^(осень|осенью|зима|зимой|весна|весной|лето|летом)$/u.test(cursor.word())) return null;
  const of = seasonOf(cursor.word());
  if (of === null) return null;
  cursor.at++;
  const [first, last] = MONTHS[of];
  const year = cursor.year();
  if (year === undefined) return { kind: 'monthRange', from: { month: first }, to: { month: last }, lostDash: false };
  const end = first > last ? year + 1 : year;
  return { kind: 'monthRange', from: { month: first, year }, to: { month: last, year: end }, lostDash: false };
}

/** «на начало года», «в начале учебного года», «на начало и конец года», «в начале каждой четверти». */
function beginning(cursor: Cursor): Expression | null {
  if (!cursor.words(/^(на|в)$/u, /^начал[оеа]$/u) && !cursor.words(/^начало$/u)) return null;
  const both =
    cursor.words(/^и$/u) && (cursor.words(/^(на|в)$/u, /^конец|^конце$/u) || cursor.words(/^конец$|^конце$/u));
  cursor.words(/^(учебного|каждого|каждой|нового)$/u);
  cursor.words(/^учебного$/u);
  const term = termKindOf(cursor.word());
  if (term !== null) {
    cursor.at++;
    return both
      ? {
          kind: 'list',
          items: [
            { kind: 'termStarts', term },
            { kind: 'termEnds', term, andYear: false },
          ],
        }
      : { kind: 'termStarts', term };
  }
  if (!cursor.words(/^года$/u)) return null;
  return both
    ? { kind: 'list', items: [{ kind: 'yearStart', before: false }, { kind: 'yearEnd' }] }
    : { kind: 'yearStart', before: false };
}
