/** What a cell looks like, whatever its column is called. */
import { parseDeadline } from '../deadline/parse.ts';
import { fold } from './fold.ts';
import { joinLines } from './hyphens.ts';

const LONGEST_DEADLINE = 160;

/** «до 30 ноября», «постоянно», «по графику»: short and understood. */
export function looksLikeDeadline(text: string): boolean {
  if (text === '' || text.length > LONGEST_DEADLINE) return false;
  const { expression, warnings } = parseDeadline(text);
  if (expression.kind === 'unknown' || expression.kind === 'none') return false;
  // A sentence that names a month in passing is no deadline.
  const unread = warnings.filter(({ code }) => code === 'partNotUnderstood').map(({ words }) => words?.length ?? 0);
  return unread.reduce((sum, length) => sum + length, 0) <= text.length * 0.5;
}

/** Nothing but a deadline: a measure «по итогам года» names one in passing. */
export function isWholeDeadline(text: string): boolean {
  return looksLikeDeadline(text) && !parseDeadline(text).warnings.some(({ code }) => code === 'partNotUnderstood');
}

const PARTIES =
  /^(?:и\.? ?о\.? )?(?:директор|зам|заместител|руководител|учител|педагог|классн|кл\. ?рук|координатор|школьн\S+ координатор|методист|психолог|администрац|ответственн|председател|начальник|специалист|организатор|секретар|завуч|заведующ|социальн\S+ педагог|управлени|муниципальн|министерств|отдел|комитет|департамент|мбоу|мбу|мку|маоу|моу|гбоу|оо(?:\s|,|$)|ооо(?:\s|,|$)|имц|рмо|шмо|мо(?:\s|,|$)|рцои|иро|рабочая группа|куратор|эксперт|общественн\S+ наблюдат|тьютор|работник|член|наставник|администратор|рук\.|методсовет|методическ\S+ (?:совет|служб)|совет |комисси|предметн\S+ комисси|педсовет|завхоз|воспитател|логопед|дефектолог|библиотекар|инженер|служб|центр|рмк(?:\s|,|$)|ммс(?:\s|,|$)|все )/u;

/** «Зам. директора по УВР», «МБУ «ИМЦ», ОО», «Иванова И. И.»: parties, and no sentence. */
export function looksLikeParties(text: string): boolean {
  const words = fold(text);
  return PARTIES.test(words) || /^\p{L}+ \p{L}\. ?\p{L}\.(?:,|$|\s)/u.test(words);
}

const NUMBER = /^(?:п\.?\s*)?((?:\d{1,3}|[IVXХ]{1,5})(?:\.\s?\d{1,3}){0,3})\s*[.)]?$/u;

/** The number of a row as printed, without the closing point: «2.», «1.3», «IV»; null for what is no number. */
export function numberOf(text: string): string | null {
  return NUMBER.exec(text.trim())?.[1]?.replace(/\s/gu, '') ?? null;
}

const LEADING = /^((?:\d{1,2}|[IVXХ]{1,5})(?:\.\d{1,2}){0,3})(?:\.|\))\s*(?=\S)|^(\d{1,2}(?:\.\d{1,2}){1,3})\s+(?=\S)/u;

/** «1. Изучение …» is the number 1 and the rest; a text without a number is returned as it is. */
export function splitNumber(text: string): { readonly number: string | null; readonly rest: string } {
  const match = LEADING.exec(text);
  const number = match?.[1] ?? match?.[2];
  // «01.09.2023» and «2.5 часа» begin no list.
  if (match === null || number === undefined || /^\d{1,2}\.\d{1,2}\.\d{2,4}/u.test(text))
    return { number: null, rest: text };
  return { number, rest: text.slice(match[0].length).trim() };
}

/** Ends in a point: sentences do, headings do not. */
export function endsSentence(text: string): boolean {
  return /[.!?;]["»)]*$/u.test(text);
}

export function startsLower(text: string): boolean {
  return /^["«(]*\p{Ll}/u.test(text);
}

/** Puts two halves together where a page break cut them; a word cut at its hyphen becomes one word. */
export function joined(first: string, second: string): string {
  return first === '' || second === '' ? first + second : joinLines(first, second);
}

/** 1.3 after 1.2, 4 after 3. */
export function isNextNumber(before: string, after: string): boolean {
  const [a, b] = [before.split('.'), after.split('.')];
  if (a.length !== b.length || a.slice(0, -1).join('.') !== b.slice(0, -1).join('.')) return false;
  return Number(b.at(-1)) === Number(a.at(-1)) + 1;
}
