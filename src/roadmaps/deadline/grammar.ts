/**
 * The grammar of one deadline: an ordered choice of phrases. Each rule reads what it knows and leaves the rest; what no rule
 * takes is quoted to the person. No rule loops without reading a token, so any input ends.
 */
import type { Cursor } from './cursor.ts';
import { dates, dayMonth } from './grammar-dates.ts';
import { afterEvent, before, counted, counting, meeting, onEvent, term, whileEvent } from './grammar-events.ts';
import { parts } from './grammar-parts.ts';
import { repeats } from './grammar-repeats.ts';
import { termEnd, terms } from './grammar-terms.ts';
import type { DayOf, Expression } from './model.ts';
import { EXTERNAL } from './words.ts';

type Rule = (cursor: Cursor) => Expression | null;

/** One phrase at the cursor; null where no rule fits. */
export function phrase(cursor: Cursor): Expression | null {
  for (const rule of RULES) {
    const found = cursor.attempt(() => rule(cursor));
    if (found !== null) return found;
  }
  return null;
}

const continuous: Rule = (cursor) => {
  const adverb = cursor.words(/^(постоянно|систематически|регулярно|непрерывно|бессрочно|своевременно)$/u);
  return adverb || cursor.words(/^на$/u, /^(постоянной|регулярной)$/u, /^основе$/u) ? { kind: 'continuous' } : null;
};

/** «в течение …»: what follows says how long. */
const during: Rule = (cursor) => {
  const opened =
    cursor.words(/^в$/u, /^течени[еи]$/u) || cursor.words(/^на$/u, /^протяжении$/u) || cursor.words(/^(весь|всего)$/u);
  if (!opened) return null;
  cursor.words(/^(всего|целого)$/u);
  const counted = cursor.attempt(() => afterEvent(cursor));
  if (counted) return counted;
  const within = cursor.attempt(() => {
    const span = counting(cursor);
    return span === null || (!cursor.ended && !cursor.isMark(',') && !cursor.isMark(';')) ? null : span;
  });
  if (within) return { kind: 'within', ...within };
  const year = schoolYear(cursor) ?? calendarYear(cursor);
  if (year) return year;
  if (cursor.words(/^(года|год)$/u)) return { kind: 'schoolYear' };
  if (cursor.words(/^период[а]?$/u)) {
    cursor.words(/^(действия|реализации|проведения)$/u);
    cursor.words(/^(плана|программы|(дорожной))$/u);
    cursor.words(/^карты$/u);
    return { kind: 'planPeriod' };
  }
  return terms(cursor) ?? dates(cursor);
};

/** «2023/2024 учебный год», «учебного года». */
function schoolYear(cursor: Cursor): Expression | null {
  return cursor.attempt(() => {
    const token = cursor.peek();
    if (token?.kind === 'years') {
      cursor.at++;
      if (cursor.words(/^уч(ебн\p{L}*)?$/u)) cursor.mark('.');
      if (cursor.words(/^г(од[ау]?)?$/u)) cursor.mark('.');
      return { kind: 'schoolYear', start: token.start } as const;
    }
    cursor.words(/^(текущ|эт)\p{L}*$/u);
    if (!cursor.words(/^уч(ебн\p{L}*)?$/u)) return null;
    cursor.mark('.');
    return cursor.words(/^г(од[ау]?)?$/u) ? (cursor.mark('.'), { kind: 'schoolYear' } as const) : null;
  });
}

function calendarYear(cursor: Cursor): Expression | null {
  const year = cursor.year();
  return year === undefined ? null : { kind: 'calendarYear', year };
}

const year: Rule = (cursor) => {
  cursor.words(/^(в|на|за)$/u);
  return schoolYear(cursor) ?? calendarYear(cursor);
};

/** «до …», «к …», «не позднее …», «в срок до …». */
const until: Rule = (cursor) => {
  cursor.words(/^(в|не)$/u, /^(срок|позднее|позже)$/u);
  const opened = cursor.words(/^до$/u) || cursor.words(/^к$/u) || /^поз(днее|же)$/u.test(cursor.word(-1));
  if (!opened) return null;
  const day = cursor.attempt(() => dayMonth(cursor));
  if (day) return { kind: 'until', ...(day as DayOf) };
  const end = cursor.words(/^(конца|концу|окончания|завершения)$/u);
  const middle = cursor.attempt(() => middleOf(cursor));
  if (middle) return middle;
  const begun = cursor.at;
  const start = !end && cursor.words(/^(начала|началу)$/u);
  const month = cursor.month();
  if (month !== null) {
    const of = cursor.year();
    return { kind: 'untilMonth', month, ...(of === undefined ? {} : { year: of }), end: end && !start };
  }
  if (end) {
    if (cursor.words(/^года$/u) || schoolYear(cursor)) return { kind: 'yearEnd', before: true };
    const term = cursor.attempt(() => termEnd(cursor));
    if (term) return term;
  }
  if (start) {
    cursor.words(/^нового$/u);
    if (cursor.words(/^года$/u) || schoolYear(cursor)) return { kind: 'yearStart', before: true };
    cursor.at = begun;
  }
  const event = cursor.phrase();
  return event === null ? null : { kind: 'untilEvent', event };
};

/** «до середины октября»: half of the month. */
function middleOf(cursor: Cursor): Expression | null {
  if (!cursor.words(/^середин[ыеу]$/u)) return null;
  const month = cursor.month();
  if (month === null) return null;
  const of = cursor.year();
  return { kind: 'until', day: 15, month, ...(of === undefined ? {} : { year: of }) };
}

/** «по графику …», «согласно плана ВШК», «в соответствии с …», «в сроки, установленные …». */
const reference: Rule = (cursor) => {
  const start = cursor.at;
  const opened =
    cursor.words(/^в$/u, /^соответствии$/u, /^со?$/u) ||
    cursor.words(/^согласно$/u) ||
    cursor.words(/^по$/u) ||
    cursor.words(/^в$/u, /^рамках$/u);
  if (!opened) return named(cursor, start);
  const own = cursor.words(/^(отдельн|утвержденн|индивидуальн|составленн)\p{L}+$/u);
  const external = cursor.attempt(() =>
    cursor.words(/^(федеральн|региональн|муниципальн|областн|краев)\p{L}+$/u) ? cursor.word(-1) : null,
  );
  const schedule = cursor.words(
    /^(график|расписани|приказ|распоряжени|порядк|регламент|циклограмм|срок|письм|инструкци)\p{L}*$/u,
  );
  const plan = !schedule && (cursor.words(/^план\p{L}*$/u) || cursor.words(/^дорожн\p{L}+$/u, /^карт\p{L}+$/u));
  if (!schedule && !plan) return null;
  // A «план-график» says when: it is a schedule.
  const both = plan && cursor.mark('-') && cursor.words(/^график\p{L}*$/u);
  const of = cursor.phrase();
  const phraseOf = [external, of].filter(Boolean).join(' ');
  const origin = EXTERNAL.test(phraseOf) && !own ? 'external' : 'own';
  return { kind: schedule || both ? 'bySchedule' : 'byPlan', of: phraseOf === '' ? null : phraseOf, origin };
};

/** «график ВПР», «план ВШК», «в сроки, установленные Рособрнадзором». */
function named(cursor: Cursor, start: number): Expression | null {
  cursor.at = start;
  if (cursor.words(/^в$/u, /^(срок|сроки|установленн\p{L}+|указанн\p{L}+)$/u)) {
    cursor.words(/^(срок|сроки)$/u);
    cursor.mark(',');
    const of = cursor.phrase() ?? '';
    return { kind: 'bySchedule', of: of === '' ? null : of, origin: EXTERNAL.test(of) ? 'external' : 'own' };
  }
  if (cursor.words(/^план$/u)) return { kind: 'byPlan', of: cursor.phrase(), origin: 'own' };
  return cursor.words(/^график$/u) ? { kind: 'bySchedule', of: cursor.phrase(), origin: 'own' } : null;
}

/** Order matters: what begins alike stands from the particular to the general. */
const RULES: readonly Rule[] = [
  continuous,
  before,
  parts,
  repeats,
  terms,
  counted,
  during,
  until,
  dates,
  year,
  reference,
  term,
  meeting,
  whileEvent,
  onEvent,
];
