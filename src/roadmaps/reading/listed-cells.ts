/**
 * A table whose cells became paragraphs, one below the other, as copying from a page does: a run of paragraphs that are the names
 * of columns, then groups that each begin with a number.
 */
import { type Block, cell, type Paragraph, type Row } from './blocks.ts';
import { nameOf } from './header.ts';

const NUMBER = /^\d{1,3}(?:\.\d{1,2}){0,3}\.?$/u;

export function readListedCells(blocks: readonly Block[]): readonly Block[] {
  if (blocks.some(({ kind }) => kind === 'table')) return blocks;
  const paragraphs = blocks.filter((block) => block.kind === 'paragraph');
  const start = headerAt(paragraphs);
  if (start === null) return blocks;
  const names = columnsFrom(paragraphs, start);
  const rows: Row[] = [rowOf(paragraphs.slice(start, start + names), names)];
  let group: Paragraph[] = [];
  const flush = (): void => {
    if (group.length > 0) rows.push(rowOf(group, names));
    group = [];
  };
  for (const paragraph of paragraphs.slice(start + names)) {
    if (NUMBER.test(paragraph.text) || group.length >= names) flush();
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
  const cells = numbered || texts.length === columns ? texts : ['', ...texts];
  return { cells: cells.map((text, column) => cell(column, text)), place: first.place, afterBreak: false };
}
