/**
 * A table whose cells became paragraphs, one below the other, as copying from a page does: a run of paragraphs that are the names
 * of columns, then groups that each begin with a number.
 */
import { type Block, cell, type Paragraph, type Row } from './blocks.ts';
import { nameOf } from './header.ts';
import { looksLikeDeadline } from './looks.ts';

const HEADING = /^(?:[IVXХ]+\.|раздел\s|\d{1,2}\.\s\p{Lu})/iu;
const NUMBER = /^\d{1,3}(?:\.\d{1,2}){0,3}\.?$/u;

export function readListedCells(blocks: readonly Block[]): readonly Block[] {
  if (blocks.some(({ kind }) => kind === 'table')) return blocks;
  const paragraphs = blocks.filter((block) => block.kind === 'paragraph');
  const start = headerAt(paragraphs);
  if (start === null) return blocks;
  const names = columnsFrom(paragraphs, start);
  const rows: Row[] = [rowOf(paragraphs.slice(start, start + names), names)];
  let group: Paragraph[] = [];
  const numbered = paragraphs.slice(start + names).filter(({ text }) => NUMBER.test(text)).length >= 2;
  const flush = (): void => {
    if (group.length > 0) rows.push(rowOf(group, names));
    group = [];
  };
  for (const paragraph of paragraphs.slice(start + names)) {
    const begins = NUMBER.test(paragraph.text) || HEADING.test(paragraph.text);
    if (begins || (group.length >= names && !numbered)) flush();
    group.push(paragraph);
  }
  flush();
  const { place } = paragraphs[start];
  return [...paragraphs.slice(0, start), { kind: 'table', rows, place, mergesKnown: false }];
}

function headerAt(paragraphs: readonly Paragraph[]): number | null {
  const at = paragraphs.findIndex(
    ({ text }, index) => nameOf(text) === 'number' && columnsFrom(paragraphs, index) >= 3,
  );
  return at === -1 ? null : at;
}

function columnsFrom(paragraphs: readonly Paragraph[], start: number): number {
  let count = 0;
  const seen = new Set<string>();
  while (start + count < paragraphs.length) {
    const { text } = paragraphs[start + count];
    const name = text.length > 60 ? null : nameOf(text);
    if (name === null || seen.has(name)) break;
    seen.add(name);
    count += 1;
  }
  return count;
}

function rowOf(group: readonly Paragraph[], columns: number): Row {
  const [first] = group;
  const numbered = NUMBER.test(first.text) || nameOf(first.text) === 'number';
  const texts = group.map(({ text }) => text);
  // A heading between the rows is one paragraph without a number.
  const cells = numbered || texts.length === columns ? fitted(texts, columns) : ['', ...texts];
  return { cells: cells.map((text, column) => cell(column, text)), place: first.place, afterBreak: false };
}

/** A cell of several paragraphs makes the group longer: what stands before the deadline is the measure, the rest is the last cell. */
function fitted(texts: readonly string[], columns: number): readonly string[] {
  if (texts.length <= columns) return texts;
  const deadline = texts.findIndex((text, index) => index >= 2 && looksLikeDeadline(text));
  const measure = deadline > 2 && deadline <= texts.length - (columns - 3) ? deadline - 1 : 1;
  const before = [texts[0], texts.slice(1, 1 + measure).join(' ')];
  const rest = texts.slice(1 + measure);
  const own = columns - before.length - 1;
  return [...before, ...rest.slice(0, own), rest.slice(own).join('\n')];
}
