/** The directive part of an order, and plans written as a list: numbered items, «Срок: …», and the addressee above them. */
import { isDeadlineLine, linesApart } from './item-lines.ts';
import { readItems } from './directive-items.ts';
import type { DraftSection } from './draft.ts';
import { fold } from './fold.ts';
import type { Line } from './lines.ts';
import { splitNumber } from './looks.ts';
import type { Problem } from './model.ts';

const BEGINS =
  /(?:^|\s)(п\s?р\s?и\s?к\s?а\s?з\s?ы\s?в\s?а\s?ю|р\s?а\s?с\s?п\s?о\s?р\s?я\s?ж\s?а\s?ю\s?с\s?ь|обязываю|постановля(?:ю|ет)|рекомендую)\s*:?\s*$/iu;
const ENDS =
  /^(?:приложени[ея](?!\p{L})|утвержд(?:аю|аем|ен|ена|ено)(?!\p{L})|"?дорожная карта|план мероприят|с приказом ознаком|лист ознаком|исполнитель|исп\.|согласован|(?:и\.? ?о\.? )?(?:начальник|директор|заведующ\S+|глава|министр|руководитель|председатель)(?!\p{L})[^:]*$)/u;
const BULLET = /^[-–—•·*▪]\s/u;
const SECTION = /^(?:раздел|блок|направление|этап)\s|^[IVX]+\.\s/iu;

/** «ПРИКАЗЫВАЮ» that ends a line: alone, or with a colon behind the reasons of the order. */
export function directiveWord(text: string): string | null {
  const word = BEGINS.exec(text)?.[1];
  if (word === undefined) return null;
  return text.trim().startsWith(word) || /:\s*$/u.test(text) ? word.replace(/\s/gu, '') : null;
}

/** Where the directive part stands among the lines: [first item, line behind the last], or null. */
export function directiveSpan(lines: readonly Line[]): readonly [number, number] | null {
  const start = lines.findIndex(({ text }) => directiveWord(text) !== null);
  if (start === -1) return null;
  const length = lines.slice(start + 1).findIndex(({ text }) => ENDS.test(fold(text)));
  return [start, length === -1 ? lines.length : start + 1 + length];
}

/** A plan without a table whose items have deadlines in lines of their own, or in brackets at their end. */
export function isListedPlan(lines: readonly Line[]): boolean {
  return (
    lines.flatMap(linesApart).filter(({ text }) => isDeadlineLine(text)).length >= 2 &&
    lines.some(({ text }) => splitNumber(text).number !== null || BULLET.test(text))
  );
}

/** «1. Методическая работа» above «1.1. Провести …»: a section, unless it has a deadline of its own. */
function headsPoints(line: Line, next: Line | undefined): boolean {
  const { number } = splitNumber(line.text);
  if (number === null || next === undefined || line.text.endsWith(':') || linesApart(line).length > 1) return false;
  return splitNumber(next.text).number?.startsWith(`${number}.`) === true;
}

/**
 * Headings among the items of a listed plan begin sections; the items of an order are one.
 *
 * @param problems takes the lines below the first item of a listed plan that belong to nothing.
 */
export function readDirective(
  lines: readonly Line[],
  title: string | null,
  problems: Problem[] = [],
): readonly DraftSection[] {
  const sections: DraftSection[] = [];
  let open: Line[] = [];
  let name = title;
  const flush = (): void => {
    const section = readItems(open, name, title === null ? problems : null);
    if (section.drafts.length > 0 || sections.length === 0) sections.push(section);
    open = [];
  };
  for (const [index, line] of lines.entries()) {
    if (title === null && line.text.length < 200 && (SECTION.test(line.text) || headsPoints(line, lines[index + 1]))) {
      if (open.length > 0) flush();
      name = line.text;
    } else open.push(line);
  }
  flush();
  return sections.filter(({ drafts }, index) => drafts.length > 0 || (index === 0 && sections.length === 1));
}
