/** The lines of an item of a list: its text, «Срок: …», «Ответственный: …», «Результат: …», in lines of their own or in one. */
import type { Expression } from '../deadline/model.ts';
import { parseDeadline } from '../deadline/parse.ts';
import type { Field } from './draft.ts';
import type { Line } from './lines.ts';
import { isWholeDeadline, looksLikeDeadline, looksLikeParties, splitNumber } from './looks.ts';
import { deadlineAndParties } from './both-in-one.ts';

const TERM = /^сроки?(?: исполнени\S+| выполнени\S+| реализаци\S+| проведени\S+)?\s*[:\-–—.]?\s+/iu;
const RESPONSIBLE =
  /^(?:ответственн\S+(?: исполнител\S+| лиц\S+| за \S+)?|отв\.|исполнител[ьи])\s*(?:(?<=\.)|[:\-–—])\s*/iu;
const RESULT =
  /^(?:(?:ожидаем\S+ |планируем\S+ )?(?:результат\S*|итог)(?: \S+)?|подтверждение|форма (?:отч|представлени|завершени)\S*)\s*[:–—]\s*/iu;

const LABELS: readonly (readonly [RegExp, Field])[] = [
  [TERM, 'deadline'],
  [RESPONSIBLE, 'responsible'],
  [RESULT, 'result'],
];

/** The field that a line names, and what it says of it; null for a line of other words. */
export function labelled(text: string): { readonly field: Field; readonly words: string } | null {
  const found = LABELS.find(([label]) => label.test(text));
  return found === undefined ? null : { field: found[1], words: ended(text.replace(found[0], '')) };
}

export function isDeadlineLine(text: string): boolean {
  return TERM.test(text);
}

/** «… Срок: до 1 мая. Ответственный: … Результат: …» in one line is four, «… (май, завуч).» is three. */
export function linesApart({ text, place, bold }: Line): readonly Line[] {
  return behind(text)
    .split(
      /(?<=[.;)»]|\s)\s*(?=(?:Срок(?:и)?(?: исполнения| выполнения)?\s*[:–—-]|Ответственн\S+(?: исполнител\S+| лиц\S+)?\s*[:–—-]|Исполнител[ьи]\s*:|Отв\.\s*:|(?:Результат|(?:Ожидаемы|Планируемы)[йе] результат)\S*\s*:|Итог\s*:))|(?<=[;,])\s*(?=(?:сроки?|ответственн\S+|исполнител[ьи]|результат\S*)\s*[:–—-]\s)/u,
    )
    .map((part) => ({ text: part.trim(), place, bold }))
    .filter((part) => part.text !== '');
}

/** «… Срок – до 1 мая»: the dash stands behind a name. */
const LABEL_AT_END = /(?:сроки?|ответственн\S*|отв\.|исполнител[ьи]|результат\S*|итог)$/iu;

/** «1. Провести … (октябрь, завуч).», «… – до 1 мая, директор»: what stands behind the words of an item, under the usual names. */
function behind(text: string): string {
  if (splitNumber(text).number === null && !/^[-–—•·*▪](?:\s|\p{L})/u.test(text)) return text;
  const match =
    /^(.{8,}?)\s*\(([^()]{3,160})\)\s*[.;]?$/u.exec(text) ?? /^(.{8,})\s[–—-]\s([^–—]{3,120}?)[.;]?$/u.exec(text);
  if (match !== null && LABEL_AT_END.test(match[1])) return text;
  const { deadline, responsible } =
    match === null ? { deadline: null, responsible: null } : deadlineAndParties(match[2]);
  if (match === null || deadline === null || responsible === null) return behindComma(text);
  return inLines(match[1], deadline, responsible);
}

function inLines(words: string, deadline: string, responsible: string): string {
  return `${words}\nСрок: ${deadline}${responsible === '' ? '' : `\nОтветственный: ${responsible}`}`;
}

const LONGEST_BEHIND = 120;
/** «… ежемесячно, завуч»: no comma stands before the words of a repetition. */
const REPEATED =
  /^(.{8,}?)\s+((?:ежедневно|еженедельно|ежемесячно|ежеквартально|ежегодно|постоянно)),\s+([^,].{2,80}?)[.;]?$/iu;

/** «…, на совещание при директоре» says what for, and «…, в учебном году» alone may be part of the sentence. */
const DATED: ReadonlySet<string> = new Set<Expression['kind']>([
  'month',
  'monthRange',
  'monthList',
  'day',
  'dayRange',
  'until',
  'untilMonth',
]);
const LASTING: ReadonlySet<string> = new Set<Expression['kind']>(['schoolYear', 'continuous', 'repeat', 'holidays']);

/** «- наблюдение на ВПР, апрель», «… ежемесячно, завуч»: behind a comma only what is a deadline from end to end, and people. */
function behindComma(text: string): string {
  const repeated = REPEATED.exec(text);
  if (repeated !== null && looksLikeParties(repeated[3]) && !/[,:–—]$/u.test(repeated[1]))
    return inLines(repeated[1], repeated[2], repeated[3]);
  const whole = text.replace(/[.;]$/u, '');
  for (const { index } of whole.matchAll(/,\s+/gu)) {
    const words = whole.slice(0, index);
    const rest = whole.slice(index + 1).trim();
    // «за апрель, май» is a list inside the words; «Приказ № 5, 12.09.2024» is the day of the order.
    if (words.length < 8 || rest.length > LONGEST_BEHIND || endsInDeadline(words)) continue;
    const { deadline, responsible } = deadlineAndParties(rest);
    if (deadline === null || responsible === null || !isWholeDeadline(deadline)) continue;
    const { kind } = parseDeadline(deadline).expression;
    if (!(DATED.has(kind) || (LASTING.has(kind) && responsible !== ''))) continue;
    if (responsible === '' ? !/№/u.test(words) : looksLikeParties(responsible))
      return inLines(words, deadline, responsible);
  }
  return text;
}

function endsInDeadline(words: string): boolean {
  const last = words.split(/\s+/u).slice(-3);
  return last.some((_, from) => looksLikeDeadline(last.slice(from).join(' ')));
}

/** Without the mark that ends an item; the point of «г.» and of initials is its own. */
export function ended(text: string): string {
  return text
    .replace(/;\s*$/u, '')
    .replace(/(?<!(?:^|\s|\d)г|(?:^|[\s.])\p{Lu})\.\s*$/u, '')
    .trim();
}
