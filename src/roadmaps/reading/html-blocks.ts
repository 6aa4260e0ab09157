/**
 * A web page, or what Word puts on the clipboard, as paragraphs and tables: spans laid on a grid, tables within cells set apart, lines
 * within cells kept. Nothing of the page is executed or fetched.
 */
import { Parser } from 'htmlparser2';
import { type Block, type Cell, cell, LONGEST_TEXT, MOST_COLUMNS, MOST_ROWS, type Row, tidy } from './blocks.ts';
import type { Problem } from './model.ts';

const SILENT = new Set(['script', 'style', 'title', 'template', 'noscript', 'select', 'xml']);
const LINES = new Set([
  'p',
  'div',
  'br',
  'hr',
  'li',
  'ul',
  'ol',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'center',
  'dd',
  'dt',
  'section',
  'article',
  'body',
]);
const BOLD = new Set(['b', 'strong', 'th', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const DEEPEST = 16;
const MOST_SPAN = 1000;

interface OpenText {
  text: string;
  letters: number;
  boldLetters: number;
}

interface OpenTable {
  readonly index: number;
  readonly rows: Row[];
  readonly nested: Block[];
  /** By column: a cell that covers rows below, and how many. */
  readonly covered: Map<number, { readonly cell: Cell; rows: number }>;
  cells: Cell[] | null;
  open: (OpenText & { readonly colspan: number; readonly rowspan: number }) | null;
}

export function htmlBlocks(page: string): { readonly blocks: readonly Block[]; readonly problems: readonly Problem[] } {
  const reader = new PageReader();
  // Word marks what only it shows with conditional comments that are no comments: «<![if !supportLists]>».
  const parser = new Parser(reader, { decodeEntities: true, lowerCaseTags: true });
  parser.write(page.replace(/<!\[(?:if|endif)[^>]*>/giu, ''));
  parser.end();
  reader.finish();
  return { blocks: reader.blocks, problems: reader.problems };
}

class PageReader {
  readonly blocks: Block[] = [];
  readonly problems: Problem[] = [];
  readonly #tables: OpenTable[] = [];
  #line: OpenText = { text: '', letters: 0, boldLetters: 0 };
  #silent = 0;
  #bold = 0;
  #tableCount = 0;
  #lineCount = 0;
  #rowCount = 0;

  onopentag(name: string, attributes: Readonly<Record<string, string>>): void {
    if (SILENT.has(name)) this.#silent += 1;
    if (this.#silent > 0) return;
    if (name === 'table') {
      if (this.#tables.length < DEEPEST) this.#openTable();
      return;
    }
    const table = this.#tables.at(-1);
    if (table !== undefined && name === 'tr') {
      this.#endRow(table);
      table.cells = [];
    } else if (table !== undefined && (name === 'td' || name === 'th')) {
      this.#endCell(table);
      table.cells ??= [];
      const span = (value: string | undefined): number =>
        Math.min(Math.max(Math.trunc(Number(value ?? 1)) || 1, 1), MOST_SPAN);
      table.open = {
        text: '',
        letters: 0,
        boldLetters: 0,
        colspan: span(attributes.colspan),
        rowspan: span(attributes.rowspan),
      };
    } else if (LINES.has(name)) this.#endLine();
    if (BOLD.has(name)) this.#bold += 1;
  }

  onclosetag(name: string): void {
    if (SILENT.has(name)) {
      this.#silent = Math.max(0, this.#silent - 1);
      return;
    }
    if (this.#silent > 0) return;
    if (BOLD.has(name)) this.#bold = Math.max(0, this.#bold - 1);
    const table = this.#tables.at(-1);
    if (name === 'table') this.#closeTable();
    else if (table !== undefined && (name === 'td' || name === 'th')) this.#endCell(table);
    else if (table !== undefined && name === 'tr') this.#endRow(table);
    else if (LINES.has(name)) this.#endLine();
  }

  ontext(text: string): void {
    if (this.#silent > 0) return;
    const table = this.#tables.at(-1);
    // Text between the rows of a table is shown above it by every browser.
    const to = table?.open ?? (table === undefined ? this.#line : null);
    if (to === null || to.text.length > LONGEST_TEXT) return;
    to.text += text.replace(/\s+/gu, ' ');
    const letters = text.replace(/\s+/gu, '').length;
    to.letters += letters;
    if (this.#bold > 0) to.boldLetters += letters;
  }

  finish(): void {
    while (this.#tables.length > 0) this.#closeTable();
    this.#endLine();
  }

  #endLine(): void {
    const open = this.#tables.at(-1)?.open;
    if (open) {
      open.text += '\n';
      return;
    }
    if (this.#tables.length > 0) return;
    const text = tidy(this.#line.text);
    if (text !== '') {
      this.#lineCount += 1;
      this.blocks.push({ kind: 'paragraph', text, bold: isBold(this.#line), place: `абзац ${this.#lineCount}` });
    }
    this.#line = { text: '', letters: 0, boldLetters: 0 };
  }

  #openTable(): void {
    this.#endLine();
    this.#tableCount += 1;
    this.#tables.push({ index: this.#tableCount, rows: [], nested: [], covered: new Map(), cells: null, open: null });
  }

  #closeTable(): void {
    const table = this.#tables.at(-1);
    if (table === undefined) return;
    this.#endRow(table);
    this.#tables.pop();
    const place = `таблица ${table.index}`;
    const own: readonly Block[] = asLayout(table.rows) ?? [
      { kind: 'table', rows: table.rows, place, mergesKnown: true },
    ];
    const outer = this.#tables.at(-1);
    if (outer === undefined) {
      this.blocks.push(...own, ...table.nested);
      return;
    }
    outer.nested.push(...own, ...table.nested);
    if (own.some(({ kind }) => kind === 'table')) this.problems.push({ code: 'nestedTable', place, words: null });
  }

  #endCell(table: OpenTable): void {
    const { open, cells } = table;
    table.open = null;
    if (open === null || cells === null) return;
    const column = this.#skipCovered(table, cells);
    if (column >= MOST_COLUMNS) return;
    const span = Math.min(open.colspan, MOST_COLUMNS - column);
    const made = cell(column, open.text, { span, bold: isBold(open) });
    cells.push(made);
    if (open.rowspan > 1) table.covered.set(column, { cell: made, rows: open.rowspan });
  }

  /** Cells that reach down into this row come before the next own one. */
  #skipCovered(table: OpenTable, cells: Cell[]): number {
    let column = cells.reduce((end, each) => Math.max(end, each.column + each.span), 0);
    for (let above = table.covered.get(column); above !== undefined; above = table.covered.get(column)) {
      cells.push({ ...above.cell, inherited: above.cell.text !== '' });
      column += above.cell.span;
    }
    return column;
  }

  #endRow(table: OpenTable): void {
    this.#endCell(table);
    const { cells } = table;
    table.cells = null;
    if (cells === null) return;
    this.#skipCovered(table, cells);
    for (const [column, above] of table.covered) {
      above.rows -= 1;
      if (above.rows <= 0) table.covered.delete(column);
      else if (!cells.some((each) => each.column === column))
        cells.push({ ...above.cell, inherited: above.cell.text !== '' });
    }
    this.#rowCount += 1;
    if (this.#rowCount > MOST_ROWS) {
      if (this.#rowCount === MOST_ROWS + 1) this.problems.push({ code: 'documentCut', place: null, words: null });
      return;
    }
    const place = `таблица ${table.index}, строка ${table.rows.length + 1}`;
    table.rows.push({ cells: cells.toSorted((a, b) => a.column - b.column), place, afterBreak: false });
  }
}

/** A table of one column is a frame around paragraphs. */
function asLayout(rows: readonly Row[]): readonly Block[] | null {
  if (rows.some(({ cells }) => cells.length > 1)) return null;
  return rows.flatMap(({ cells, place }) =>
    cells.flatMap(({ text, bold }) =>
      text === '' ? [] : text.split('\n').map((line) => ({ kind: 'paragraph' as const, text: line, bold, place })),
    ),
  );
}

function isBold({ letters, boldLetters }: OpenText): boolean {
  return letters > 0 && boldLetters >= letters * 0.8;
}
