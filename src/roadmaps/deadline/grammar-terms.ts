/** Quarters, half-years and the terms that a school sets itself. A «квартал» is of the calendar, a «четверть» of the school. */
import type { Cursor } from './cursor.ts';
import type { Expression, TermKind } from './model.ts';
import { ordinalOf, termKindOf } from './words.ts';

export function terms(cursor: Cursor): Expression | null {
  return (
    cursor.attempt(() => ends(cursor)) ?? cursor.attempt(() => yearEnd(cursor)) ?? cursor.attempt(() => one(cursor))
  );
}

/** «по итогам четверти», «в конце каждого триместра и года», «по четвертям», «1 раз в четверть». */
function ends(cursor: Cursor): Expression | null {
  const bare =
    (cursor.words(/^по$/u) && /^(четвертям|триместрам|полугодиям|модулям)$/u.test(cursor.word())) ||
    cursor.attempt(() => (every(cursor) && termKindOf(cursor.word()) ? true : null)) === true;
  if (!bare) {
    const opened =
      cursor.words(/^по$/u, /^(итогам|окончании|завершении|результатам)$/u) ||
      (/^(итогам|окончании|завершении|результатам)$/u.test(cursor.word()) && cursor.words(/./u)) ||
      cursor.words(/^в$/u, /^конце$/u) ||
      cursor.words(/^на$/u, /^конец$/u) ||
      cursor.words(/^последн\p{L}+$/u, /^недел\p{L}+$/u) ||
      cursor.words(/^конец$/u) ||
      cursor.words(/^(каждая|каждую|каждый|каждое|каждой|каждого)$/u);
    if (!opened) return null;
  }
  const end = termEnd(cursor);
  if (end === null || end.n !== undefined) return end;
  const { term } = end;
  let andYear = false;
  // «четверти, полугодия и года»: the smallest term carries the rest.
  for (;;) {
    const more = cursor.attempt(() => {
      if (!cursor.mark(',')) {
        if (!cursor.words(/^и$/u)) return null;
      } else cursor.words(/^и$/u);
      cursor.words(/^учебного$/u);
      return cursor.words(/^года?$/u) || (termKindOf(cursor.word()) !== null && cursor.words(/./u)) ? true : null;
    });
    if (more === null) break;
    andYear = true;
  }
  return { kind: 'termEnds', term, andYear };
}

/** «каждой четверти», «учебных четвертей», «I полугодия»: whose end is meant. */
export function termEnd(cursor: Cursor): Extract<Expression, { kind: 'termEnds' }> | null {
  cursor.words(/^(каждой|каждого|каждую|каждых|учебной|учебных)$/u);
  const n = termKindOf(cursor.word()) === null ? cursor.ordinal() : null;
  const term = termKindOf(cursor.word());
  if (term === null || (n !== null && (n < 1 || n > MOST[term]))) return null;
  cursor.at++;
  return { kind: 'termEnds', term, ...(n === null ? {} : { n }), andYear: false };
}

/** «1 раз в», «каждую»: a term as a period of repetition. */
function every(cursor: Cursor): boolean {
  cursor.words(/^не$/u, /^(реже|менее)$/u);
  cursor.words(/^чем$/u);
  if (cursor.number(1, 1) === null) cursor.words(/^(один|одного|по)$/u);
  return cursor.words(/^раз[ау]?$/u, /^в$/u) || cursor.words(/^кажд\p{L}+$/u);
}

function yearEnd(cursor: Cursor): Expression | null {
  const opened =
    cursor.words(/^по$/u, /^(итогам|окончании|завершении|результатам)$/u) ||
    cursor.words(/^в$/u, /^конце$/u) ||
    cursor.words(/^на$/u, /^конец$/u) ||
    cursor.words(/^конец$/u);
  if (!opened) return null;
  cursor.words(/^учебного$/u);
  return cursor.words(/^года$/u) ? { kind: 'yearEnd' } : null;
}

/** «I квартал 2024 года», «2 четверть», «в первом полугодии», «текущий триместр». */
function one(cursor: Cursor): Expression | null {
  cursor.words(/^(в|во|на|за)$/u);
  let n: number | null;
  if (cursor.words(/^(текущ|эт)\p{L}+$/u)) n = null;
  else {
    const token = cursor.peek();
    if (token?.kind === 'number' && token.value >= 1 && token.value <= 6) n = token.value;
    else n = ordinalOf(cursor.word());
    if (n === null || n < 1) return null;
    cursor.at++;
    if (cursor.isMark('-') && /^(й|я|е|го|ой|ом)$/u.test(cursor.word(1))) cursor.at += 2;
  }
  const last = n === null ? null : cursor.attempt(() => throughOrdinal(cursor));
  const all = n === null || last === null ? null : last.numbers(n);
  if (n !== null && (cursor.words(/^квартал\p{L}*$/u) || cursor.words(/^кв$/u))) {
    cursor.mark('.');
    if (n > 4 || (all !== null && all.at(-1)! > 4)) return null;
    const year = cursor.year();
    const of = (each: number): Expression => ({ kind: 'quarter', n: each, ...(year === undefined ? {} : { year }) });
    return all === null ? of(n) : { kind: 'list', items: all.map(of) };
  }
  const term = termKindOf(cursor.word());
  if (term === null || (n !== null && n > MOST[term])) return null;
  cursor.at++;
  if (all !== null) {
    if (all.at(-1)! > MOST[term]) return null;
    return { kind: 'list', items: all.map((each) => ({ kind: 'term', term, n: each })) };
  }
  if (term === 'halfYearTerm' && n !== null) {
    // With a calendar year it is a half of that year; in a school plan without one, of the school year.
    const year = cursor.year();
    if (year !== undefined) return { kind: 'halfYear', n, year };
  }
  const years = cursor.peek();
  if (years?.kind === 'years') {
    cursor.at++;
    cursor.words(/^уч(ебн\p{L}*)?$/u);
    cursor.words(/^г(од[ау]?)?$/u);
    return { kind: 'term', term, n, start: years.start };
  }
  // «текущей четверти/триместра»: whichever the school has.
  if (cursor.isMark('/') && termKindOf(cursor.word(1)) !== null) cursor.at += 2;
  return { kind: 'term', term, n };
}

/** «2-3», «I, II», «первая и вторая»: all the numbers from the first, or the two. */
function throughOrdinal(cursor: Cursor): { readonly numbers: (first: number) => readonly number[] | null } | null {
  const range = cursor.mark('-');
  if (!range && !cursor.mark(',') && !cursor.words(/^и$/u)) return null;
  const second = cursor.ordinal();
  if (second === null || second < 1 || second > 6) return null;
  return {
    numbers: (first) =>
      second <= first
        ? null
        : range
          ? Array.from({ length: second - first + 1 }, (_, index) => first + index)
          : [first, second],
  };
}

const MOST: Readonly<Record<TermKind, number>> = { quarterTerm: 4, trimester: 3, halfYearTerm: 2, module: 6 };
