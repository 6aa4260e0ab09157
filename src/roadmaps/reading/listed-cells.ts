/**
 * A table whose cells became paragraphs, one below the other, as copying from a page does: a run of paragraphs that are the names
 * of columns, then groups that each begin with a number.
 */
import { type Block, cell, type Paragraph, type Row } from './blocks.ts';
import { fittedCells } from './fitted-cells.ts';
import { nameOf, type Role } from './header.ts';
import { numberOf, startsLower } from './looks.ts';

const HEADING =
  /^(?:[IVXХ]+\.|(?:раздел|блок|направление|этап|модуль)\s+(?:№?\s*\d|[IVX]+(?!\p{L})|["«])|\d{1,2}\.\s\p{Lu})/iu;
const NUMBER = /^\d{1,3}(?:\.\d{1,2}){0,3}\.?$/u;
const LONGEST_NAME = 60;
const MOST_COLUMNS = 8;

export function readListedCells(blocks: readonly Block[]): readonly Block[] {
  if (blocks.some(({ kind }) => kind === 'table')) return blocks;
  const paragraphs = blocks.filter((block) => block.kind === 'paragraph');
  const found = headerIn(paragraphs);
  if (found === null) return blocks;
  const { start, names, roles } = found;
  const below = paragraphs.slice(found.end);
  const rows: Row[] = [rowOf(names, paragraphs[start])];
  let group: Paragraph[] = [];
  const numbered = below.filter(({ text }) => NUMBER.test(text)).length >= 2;
  const flush = (): void => {
    for (const each of groupsOf(group, roles)) rows.push(each);
    group = [];
  };
  for (const paragraph of below) {
    const begins = NUMBER.test(paragraph.text) || HEADING.test(paragraph.text);
    if (begins || (group.length >= roles.length && !numbered)) flush();
    // A heading stands alone.
    if (!numbered && group.length === 1 && HEADING.test(group[0].text)) flush();
    group.push(paragraph);
  }
  flush();
  const { place } = paragraphs[start];
  return [...paragraphs.slice(0, start), { kind: 'table', rows, place, mergesKnown: false }];
}

interface Header {
  readonly start: number;
  /** Index behind its last paragraph. */
  readonly end: number;
  readonly names: readonly string[];
  readonly roles: readonly Role[];
}

function headerIn(paragraphs: readonly Paragraph[]): Header | null {
  for (const [start, { text }] of paragraphs.entries()) {
    const name = text.length > LONGEST_NAME ? null : nameOf(text);
    if (name === null || name === 'note') continue;
    const header = headerFrom(paragraphs, start);
    if (header !== null) return header;
  }
  return null;
}

/** Up to the first row or section: names that are known, and others among them where the rows are numbered. */
function headerFrom(paragraphs: readonly Paragraph[], start: number): Header | null {
  const names: string[] = [];
  const roles: Role[] = [];
  let unknown = 0;
  let known = 0;
  let end = start;
  let at = start;
  for (; at < paragraphs.length && roles.length <= MOST_COLUMNS; at += 1) {
    const { text } = paragraphs[at];
    if (text.length > LONGEST_NAME || numberOf(text) !== null || HEADING.test(text)) break;
    const name = nameOf(text);
    if (names.length > 0 && startsLower(text) && (name === null || roles.includes(name))) {
      names[names.length - 1] += ` ${text}`;
      if (unknown === 0) end = at + 1;
      continue;
    }
    if (name !== null && name !== 'note' && roles.includes(name)) break;
    names.push(text);
    roles.push(name ?? 'note');
    if (name === null) unknown += 1;
    else [unknown, known, end] = [0, known + 1, at + 1];
  }
  // Unknown names behind the last known one are columns only right above the first number.
  if (unknown > 0 && at < paragraphs.length && NUMBER.test(paragraphs[at].text) && unknown <= 2) end = at;
  const kept = end === at ? names.length : names.length - unknown;
  // Without numbers every name has to be known, and the measure and its deadline among them.
  const whole = roles[0] === 'number' || (unknown === 0 && roles.includes('text') && roles.includes('deadline'));
  return known >= 3 && whole ? { start, end, names: names.slice(0, kept), roles: roles.slice(0, kept) } : null;
}

function rowOf(texts: readonly string[], { place }: Paragraph): Row {
  return { cells: texts.map((text, column) => cell(column, text)), place, afterBreak: false };
}

/** The row of a numbered group, or the heading that it is. */
function groupsOf(group: readonly Paragraph[], roles: readonly Role[]): readonly Row[] {
  const [first] = group;
  if (first === undefined) return [];
  const texts = group.map(({ text }) => text);
  if (NUMBER.test(first.text)) {
    const last = texts.at(-1) ?? '';
    const { cells, heading } = fittedCells(texts, roles, isLoud(last));
    const row = rowOf(cells, first);
    return heading ? [row, rowOf(['', last], group[group.length - 1])] : [row];
  }
  if (texts.length === roles.length) return [rowOf(texts, first)];
  return [rowOf(roles[0] === 'number' ? ['', ...texts] : texts, first)];
}

/** «ТЕКУЩИЕ МЕРОПРИЯТИЯ» below a row heads the rows that follow it. */
function isLoud(text: string): boolean {
  return /^[^\p{Ll}]*\p{Lu}{4}[^\p{Ll}]*$/u.test(text) && text.length > 8;
}
