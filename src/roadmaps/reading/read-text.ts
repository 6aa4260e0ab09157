/**
 * Plain text, as extracted from a document: rows of cells between tabs, rows of cells between bars, or a cell in each line that
 * begins with a tab. Marks of bold (Markdown, HTML) are taken as bold and not as words.
 */
import { detectEncoding } from '#src/platform/tables/text-table.ts';
import { type Block, type Cell, cell, MOST_COLUMNS, MOST_ROWS, type Row, type Source, tidy } from './blocks.ts';
import { joinBarredLines, joinBrokenRows } from './broken-rows.ts';
import { nameOf } from './header.ts';
import type { Problem } from './model.ts';
import { type Record, recordsOf } from './delimited.ts';
import { readListedCells } from './listed-cells.ts';
import { readSpacedText } from './spaced-text.ts';

export function readText(bytes: Uint8Array): Source {
  return readPlainText(new TextDecoder(detectEncoding(bytes)).decode(bytes));
}

/** @param text as pasted or decoded; of a longer document the first rows are read and a problem says so. */
export function readPlainText(text: string): Source {
  const all = text.replace(/^\ufeff/u, '').split(/\r\n|\n|\r/u);
  const lines = all.slice(0, MOST_ROWS);
  const problems: Problem[] = [];
  if (all.length > lines.length) problems.push({ code: 'documentCut', place: `строка ${MOST_ROWS}`, words: null });
  const style = styleOf(lines);
  const records =
    style === 'semicolons' || style === 'commas' ? recordsOf(all.join('\n'), style === 'commas' ? ',' : ';') : null;
  const spaced = style === 'tabs' && lines.every((line) => !line.includes('\t')) ? readSpacedText(lines) : null;
  if (spaced !== null) return { format: 'text', blocks: spaced, problems };
  const blocks = records !== null ? delimited(records) : style === 'stacked' ? stacked(lines) : lined(lines, style);
  return { format: 'text', blocks: readListedCells(blocks), problems };
}

type Style = 'tabs' | 'bars' | 'semicolons' | 'commas' | 'stacked';

/** A cell per line begins each line with a tab; a row per line has its tabs inside. */
function styleOf(lines: readonly string[]): Style {
  let single = 0;
  let several = 0;
  let bars = 0;
  let semicolons = 0;
  let commas = 0;
  for (const line of lines) {
    if (/^\t[^\t]*$/u.test(line)) single += 1;
    else if (/\S\t.*\t/u.test(line) && !line.startsWith('\t')) several += 1;
    if (/[|│][^|│]*\p{L}[^|│]*[|│]/u.test(line)) bars += 1;
    if (namesBetween(line, ';')) semicolons += 1;
    if (namesBetween(line, ',')) commas += 1;
  }
  if (single > several && single >= 4) return 'stacked';
  if (bars > several) return 'bars';
  if (semicolons > several) return 'semicolons';
  return commas > several ? 'commas' : 'tabs';
}

/** A line of names of columns and nothing else: «срок – 29.08; ответственный – завуч» has what they name. */
function namesBetween(line: string, delimiter: string): boolean {
  if (/^\s*[-–—•·*▪]\s|\s[–—-]\s/u.test(line)) return false;
  const parts = line.split(delimiter).map((part) => part.replace(/^\s*"|"\s*$/gu, ''));
  const names = parts.filter((part) => nameOf(part) !== null).length;
  return names >= 3 && names >= parts.filter((part) => part.trim() !== '').length * 0.6;
}

/** Records with one filled cell above the header are its title. */
function delimited(records: readonly Record[]): readonly Block[] {
  const blocks = new Blocks();
  let inside = false;
  for (const { cells, line } of records) {
    const filled = cells.filter((each) => each.trim() !== '');
    if (!inside && filled.length < 2) {
      if (filled.length === 1) blocks.paragraph(filled[0], line);
      continue;
    }
    inside = true;
    blocks.row(cells.slice(0, MOST_COLUMNS).map(cellOf), line);
  }
  blocks.end();
  return blocks.list;
}

class Blocks {
  readonly list: Block[] = [];
  #rows: Row[] = [];
  #first = 0;
  #broken = false;

  row(cells: readonly Cell[], line: number): void {
    if (this.#rows.length === 0) this.#first = line;
    this.#rows.push({ cells, place: `строка ${line}`, afterBreak: this.#broken });
    this.#broken = false;
  }

  gap(): void {
    this.#broken = this.#rows.length > 0;
  }

  paragraph(text: string, line: number): void {
    this.end();
    // A bar at the end is the border of a cell that became a line.
    const { words, bold } = unmarked(text.replace(/[\s|│]+$/u, ''));
    if (words !== '') this.list.push({ kind: 'paragraph', text: words, bold, place: `строка ${line}` });
  }

  end(): void {
    if (this.#rows.some(({ cells }) => cells.some(({ text }) => text !== ''))) {
      this.list.push({ kind: 'table', rows: this.#rows, place: `строка ${this.#first}`, mergesKnown: false });
    }
    this.#rows = [];
    this.#broken = false;
  }
}

/** A row per line. A line without a separator after an open row's last cell is a paragraph; blank lines are page ends. */
function lined(lines: readonly string[], style: Exclude<Style, 'stacked'>): readonly Block[] {
  const blocks = new Blocks();
  // A drawn table has a rule under each row, and the lines between two rules are one row.
  const drawn = style === 'bars' && lines.filter((line) => /^\s*[├+][-─┼+=]/u.test(line)).length >= 2;
  let row: string[] = [];
  const beside = style === 'tabs' ? sideBySide(lines) : 0;
  const whole = style === 'tabs' ? joinBrokenRows(joinBarredLines(lines)) : lines;
  whole.forEach((line, index) => {
    if (line === null) return;
    const parts = index < beside ? apart(line) : partsOf(line, style);
    if (drawn && parts !== null && parts !== 'rule') {
      row = parts.slice(0, MOST_COLUMNS).map((part, column) => `${row[column] ?? ''}\n${part}`);
      return;
    }
    if (row.length > 0) blocks.row(row.map(cellOf), index);
    row = [];
    if (parts === 'rule') return;
    if (line.trim() === '' && !line.includes('\t')) blocks.gap();
    else if (parts === null) blocks.paragraph(line, index + 1);
    else blocks.row(parts.slice(0, MOST_COLUMNS).map(cellOf), index + 1);
  });
  if (row.length > 0) blocks.row(row.map(cellOf), lines.length);
  blocks.end();
  return blocks.list;
}

/** Notes of approval side by side, kept apart by spaces. */
const GAP = /(?<=\S) {4,}(?=\S)/u;
const NOTES = /(?:утвержд|согласован|рассмотрен|принят)/iu;

/** @returns the line before which such notes may stand: the first row of the table, or 0 where there are none. */
function sideBySide(lines: readonly string[]): number {
  const table = lines.findIndex((line) => line.includes('\t'));
  const head = lines.slice(0, table === -1 ? lines.length : table);
  return head.some((line) => NOTES.test(line) && GAP.test(line)) ? head.length : 0;
}

/** Two cells where one wide gap parts the line; a printed line of many gaps is one text. */
function apart(line: string): readonly string[] | null {
  const parts = line.split(new RegExp(GAP, 'gu'));
  if (parts.length === 2) return parts.map((part) => part.trim());
  return /^ {20,}\S/u.test(line) && parts.length === 1 ? ['', line.trim()] : null;
}

function partsOf(line: string, style: Exclude<Style, 'stacked'>): readonly string[] | null | 'rule' {
  if (style === 'tabs') return line.includes('\t') ? line.split('\t') : null;
  if (style === 'semicolons' || style === 'commas') {
    const parts = line.split(style === 'commas' ? ',' : ';');
    return parts.length > 2 ? parts.map((part) => part.replace(/^"|"$/gu, '').replaceAll('""', '"')) : null;
  }
  if (/^[\s|│:+\-─┼├┤┌┐└┘┬┴═]+$/u.test(line) && /[-─═]/u.test(line)) return 'rule';
  if (!/[|│]/u.test(line)) return null;
  return line.replace(/^\s*[|│]|[|│]\s*$/gu, '').split(/[|│]/u);
}

/** A cell per line; a line without the leading tab goes on with the cell above; a blank line ends the row. */
function stacked(lines: readonly string[]): readonly Block[] {
  const blocks = new Blocks();
  let cells: string[] = [];
  let first = 0;
  const flush = (): void => {
    if (cells.length > 0) blocks.row(cells.slice(0, MOST_COLUMNS).map(cellOf), first);
    cells = [];
  };
  lines.forEach((line, index) => {
    if (line.startsWith('\t')) {
      if (cells.length === 0) first = index + 1;
      cells.push(line.slice(1));
    } else if (line.trim() === '') flush();
    else if (cells.length > 0) cells.push(`${cells.pop() ?? ''}\n${line}`);
    else blocks.paragraph(line, index + 1);
  });
  flush();
  blocks.end();
  return inParagraphs(blocks.list);
}

/** Where a blank line stands between any two cells the rows are lost, and the cells are read as a list of them. */
function inParagraphs(blocks: readonly Block[]): readonly Block[] {
  if (blocks.some((block) => block.kind === 'table' && block.rows.some(({ cells }) => cells.length > 1))) return blocks;
  return blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? [block]
      : block.rows.flatMap(({ cells, place }) =>
          cells.map(({ text, bold }): Block => ({ kind: 'paragraph', text, bold, place })),
        ),
  );
}

function cellOf(text: string, column: number): Cell {
  const { words, bold } = unmarked(text);
  return cell(column, words, { bold });
}

function unmarked(text: string): { words: string; bold: boolean } {
  const bold = /<(?:b|strong)>|\*\*\S|^#{1,6}\s/u.test(text);
  const words = text
    .replace(/<br\s*\/?>/giu, '\n')
    .replace(/<\/?(?:b|strong|i|em|u|p|span)>/giu, '')
    .replaceAll('**', '')
    .replace(/^#{1,6}\s+/u, '');
  return { words: tidy(words), bold };
}
