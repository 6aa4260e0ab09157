/** The lines of an item of a list: its text, «Срок: …», «Ответственный: …», «Результат: …», in lines of their own or in one. */
import type { Field } from './draft.ts';
import type { Line } from './lines.ts';
import { splitNumber } from './looks.ts';
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
  if (splitNumber(text).number === null && !/^[-–—•·*▪]\s/u.test(text)) return text;
  const match =
    /^(.{8,}?)\s*\(([^()]{3,160})\)\s*[.;]?$/u.exec(text) ?? /^(.{8,})\s[–—-]\s([^–—]{3,120}?)[.;]?$/u.exec(text);
  if (match === null || LABEL_AT_END.test(match[1])) return text;
  const { deadline, responsible } = deadlineAndParties(match[2]);
  if (deadline === null || responsible === null) return text;
  return `${match[1]}\nСрок: ${deadline}${responsible === '' ? '' : `\nОтветственный: ${responsible}`}`;
}

/** Without the mark that ends an item; the point of «г.» and of initials is its own. */
export function ended(text: string): string {
  return text
    .replace(/;\s*$/u, '')
    .replace(/(?<!(?:^|\s|\d)г|(?:^|[\s.])\p{Lu})\.\s*$/u, '')
    .trim();
}
