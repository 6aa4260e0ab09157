/**
 * What the field of a deadline offers and says while somebody types: canonical phrases that what is typed may become, each with its
 * dates, and the dates of what is typed already. Pure and quick: it runs at every key.
 */
import type { Language } from '#src/platform/ui/i18n.ts';
import { normalize } from './normalize.ts';
import { parseDeadline } from './parse.ts';
import { type DeadlineContext, resolveDeadline } from './resolve.ts';
import { explainDeadline as explainResolved, warningInWords } from './text.ts';
import { MONTH_GENITIVES, MONTH_NAMES, monthOf } from './words.ts';

export interface Completion {
  /** The whole deadline as it will stand in the field. */
  readonly words: string;
  /** «30.11.2026, 28.12.2026 и ещё 5». */
  readonly explanation: string;
}

/** What people write most, in the order in which it is offered. */
const PHRASES: readonly string[] = [
  'постоянно',
  'в течение учебного года',
  'в течение всего периода',
  'ежемесячно',
  'ежемесячно, последний понедельник месяца',
  'последний понедельник месяца',
  'последняя пятница месяца',
  'последний рабочий день месяца',
  'первый понедельник месяца',
  'первый рабочий день месяца',
  'еженедельно',
  'еженедельно, по пятницам',
  'ежеквартально',
  'ежегодно',
  '1 раз в четверть',
  '1 раз в квартал',
  '1 раз в полугодие',
  '1 раз в месяц',
  '2 раза в год',
  'по итогам четверти',
  'по итогам четверти и года',
  'по итогам триместра',
  'по итогам полугодия',
  'в начале учебного года',
  'в конце учебного года',
  'до начала учебного года',
  'осенние каникулы',
  'зимние каникулы',
  'весенние каникулы',
  'по графику ВПР',
  'по графику Рособрнадзора',
  'по плану ВШК',
  'во время проведения ВПР',
  'в день проведения ВПР',
  'за 2 недели до ВПР',
  'в течение 10 рабочих дней после ВПР',
  'по мере публикации',
  'при необходимости',
  'I четверть',
  'II четверть',
  'III четверть',
  'IV четверть',
  'I полугодие',
  'II полугодие',
  'I квартал',
  'II квартал',
  'III квартал',
  'IV квартал',
];

/** The months in the order of a school year. */
const SCHOOL_MONTHS = [9, 10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8];
const MOST = 6;
/** What a person types is short; a pasted text is no beginning of a phrase. */
const LONGEST = 80;

export function completeDeadline(
  typed: string,
  context: DeadlineContext,
  language: Language = 'ru',
): readonly Completion[] {
  const words = normalize(typed.slice(0, LONGEST + 1)).text;
  if (words.length > LONGEST) return [];
  const found = [...new Set([...days(words), ...months(words), ...phrases(words)])].filter(
    (each) => normalize(each).text !== words,
  );
  return found.slice(0, MOST).map((each) => ({ words: each, explanation: explainDeadline(each, context, language) }));
}

/** The dates of a deadline in one line, with what should be checked in it; empty for an empty text. */
export function explainDeadline(text: string, context: DeadlineContext, language: Language = 'ru'): string {
  if (text.trim() === '') return '';
  const resolved = resolveDeadline(parseDeadline(text), context);
  const doubts = resolved.warnings.filter(({ code }) => DOUBTS.has(code)).map((each) => warningInWords(each, language));
  if (resolved.type === 'UNKNOWN') return doubts.join('; ');
  return [explainResolved(resolved, language), ...doubts].join('; ');
}

/** A year taken from the plan is no doubt while somebody types. */
const DOUBTS: ReadonlySet<string> = new Set([
  'notUnderstood',
  'partNotUnderstood',
  'lostDash',
  'trailingComma',
  'augustOfWhichYear',
  'untilMonth',
  'impossibleDate',
  'reversedRange',
  'outsidePlan',
  'beforeApproval',
  'noStart',
]);

function phrases(words: string): readonly string[] {
  const known = PHRASES.map((phrase) => ({ phrase, plain: normalize(phrase).text }));
  const begins = known.filter(({ plain }) => plain.startsWith(words));
  // «понед» may mean «последний понедельник месяца»: every typed word begins a word of the phrase, in order.
  const parts = words.split(' ').filter((part) => part !== '');
  const inside = words === '' ? [] : known.filter(({ plain }) => inOrder(parts, plain.split(/[ ,]+/u)));
  return [...begins, ...inside].map(({ phrase }) => phrase);
}

function inOrder(parts: readonly string[], words: readonly string[]): boolean {
  let at = 0;
  for (const part of parts) {
    while (at < words.length && !words[at].startsWith(part)) at += 1;
    if (at === words.length) return false;
    at += 1;
  }
  return true;
}

/** «окт» is October, «октябрь - д» goes on to December. */
function months(words: string): readonly string[] {
  const range = /^(\p{L}+)\s*-\s*(\p{L}*)$/u.exec(words);
  if (range !== null) {
    const from = monthOf(range[1]);
    if (from === null) return [];
    const later = SCHOOL_MONTHS.slice(SCHOOL_MONTHS.indexOf(from) + 1);
    const named = later.filter((month) => MONTH_NAMES[month - 1].startsWith(range[2]));
    return named.map((month) => `${MONTH_NAMES[from - 1]} – ${MONTH_NAMES[month - 1]}`);
  }
  const until = /^до (\p{L}*)$/u.exec(words);
  if (until !== null) {
    return SCHOOL_MONTHS.filter((month) => MONTH_GENITIVES[month - 1].startsWith(until[1])).map(
      (month) => `до конца ${MONTH_GENITIVES[month - 1]}`,
    );
  }
  if (words.length < 2) return [];
  return SCHOOL_MONTHS.filter((month) => MONTH_NAMES[month - 1].startsWith(words)).map(
    (month) => MONTH_NAMES[month - 1],
  );
}

/** «15 ок», «до 15»: the months that follow. */
function days(words: string): readonly string[] {
  const match = /^(до |с |к )?(\d{1,2})\s?(\p{L}*)$/u.exec(words);
  if (match === null) return [];
  const [, before = '', day, month] = match;
  if (Number(day) < 1 || Number(day) > 31) return [];
  return SCHOOL_MONTHS.filter((each) => MONTH_GENITIVES[each - 1].startsWith(month)).map(
    (each) => `${before}${Number(day)} ${MONTH_GENITIVES[each - 1]}`,
  );
}
