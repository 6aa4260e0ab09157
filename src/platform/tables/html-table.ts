/**
 * Reads the tables of a web page as one sheet, as a spreadsheet opens it: electronic journals export pages under the name
 * .xls. Texts between the tables are rows of one cell, tables follow one below the other, a table within a cell begins a
 * row of its own. Nothing of the page is executed or fetched, and attributes other than the spans are not read: pages
 * repeat the pupil's name there.
 */
import { Parser } from 'htmlparser2';
import { columnLetter } from './columns.ts';
import { refuseTable } from './errors.ts';
import { clean, HtmlGrid, MOST_COLUMNS } from './html-grid.ts';
import type { MergedRange, TableRow, TableSource } from './source.ts';
import { detectEncoding } from './text-table.ts';

const PIECE = 256 * 1024;
/** Pages nest a table or two for their layout; deeper ones are read as text. */
const DEEPEST_TABLE = 16;

/** Elements whose content is no text of the page. */
const SILENT = new Set(['script', 'style', 'title', 'template', 'noscript', 'select']);
/** Elements that end a line. */
const BLOCKS = new Set([
  'p',
  'div',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'li',
  'ul',
  'ol',
  'br',
  'hr',
  'center',
  'body',
]);

/** @throws Refusal html-table for a page that has no table: a form of sign-in, a message of the journal. */
export function openHtmlTable(bytes: Uint8Array): TableSource {
  const encoding = detectEncoding(bytes);
  if (!hasTable(bytes, encoding)) throw refuseTable('html-table');
  return {
    format: 'html',
    dialect: null,
    sheets: [
      {
        name: 'HTML',
        hidden: false,
        rows: () => rows(bytes, encoding, []),
        async merges() {
          const merges: MergedRange[] = [];
          for await (const _ of rows(bytes, encoding, merges));
          return merges;
        },
      },
    ],
  };
}

function hasTable(bytes: Uint8Array, encoding: string): boolean {
  const decoder = new TextDecoder(encoding);
  let rest = '';
  for (let start = 0; start < bytes.length; start += PIECE) {
    const text = rest + decoder.decode(bytes.subarray(start, start + PIECE), { stream: true });
    if (/<table\b/iu.test(text)) return true;
    rest = text.slice(-8);
  }
  return false;
}

async function* rows(bytes: Uint8Array, encoding: string, merges: MergedRange[]): AsyncGenerator<TableRow> {
  const page = new PageRows();
  const parser = new Parser(page, { decodeEntities: true, lowerCaseTags: true });
  const decoder = new TextDecoder(encoding);
  for (let start = 0; start < bytes.length; start += PIECE) {
    parser.write(decoder.decode(bytes.subarray(start, start + PIECE), { stream: true }));
    yield* page.take();
  }
  parser.end(decoder.decode());
  page.finish();
  yield* page.take();
  merges.push(...page.grid.merges);
}

interface OpenCell {
  readonly colspan: number;
  readonly rowspan: number;
}

/** Takes what the parser meets and makes rows of it. */
class PageRows {
  readonly grid = new HtmlGrid();
  #rows: TableRow[] = [];
  #number = 0;
  #text = '';
  #depth = 0;
  #silent = 0;
  #cell: OpenCell | null = null;

  /** The rows that are ready. */
  take(): TableRow[] {
    const ready = this.#rows;
    this.#rows = [];
    return ready;
  }

  finish(): void {
    this.#endRow();
    this.#endLine();
  }

  onopentag(name: string, attributes: Readonly<Record<string, string>>): void {
    if (SILENT.has(name)) this.#silent += 1;
    else if (name === 'table') this.#openTable();
    else if (this.#depth === 0 && BLOCKS.has(name)) this.#endLine();
    else if (this.#depth > 0 && this.#depth <= DEEPEST_TABLE) this.#openInTable(name, attributes);
  }

  onclosetag(name: string): void {
    if (SILENT.has(name)) this.#silent = Math.max(0, this.#silent - 1);
    else if (name === 'table') this.#closeTable();
    else if (this.#depth === 0) {
      if (BLOCKS.has(name)) this.#endLine();
    } else if (name === 'td' || name === 'th') this.#endCell();
    else if (name === 'tr') this.#endRow();
    else if (BLOCKS.has(name)) this.#text += ' ';
  }

  ontext(text: string): void {
    if (this.#silent === 0) this.#text += text;
  }

  #openTable(): void {
    this.#endRow();
    this.#endLine();
    this.#depth += 1;
  }

  #closeTable(): void {
    if (this.#depth === 0) return;
    this.#endRow();
    this.#endLine();
    this.grid.endTable();
    this.#depth -= 1;
  }

  #openInTable(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'tr') {
      this.#endRow();
      this.#startRow();
    } else if (name === 'td' || name === 'th') {
      if (this.grid.isOpen) this.#endCell();
      else this.#startRow();
      this.#text = '';
      this.#cell = { colspan: Number(attributes.colspan ?? 1), rowspan: Number(attributes.rowspan ?? 1) };
    } else if (BLOCKS.has(name)) this.#text += ' ';
  }

  #startRow(): void {
    this.#endLine();
    this.#number += 1;
    this.grid.startRow(this.#number);
  }

  #endCell(): void {
    if (this.#cell !== null) {
      if (!this.grid.isOpen) this.#startRow();
      this.grid.addCell(this.#text, this.#cell.colspan, this.#cell.rowspan);
      this.#text = '';
    }
    this.#cell = null;
  }

  #endRow(): void {
    this.#endCell();
    if (!this.grid.isOpen) return;
    const row = this.grid.endRow();
    if (row !== null) this.#rows.push(row);
    if (!this.grid.tooWide) return;
    const allowed = columnLetter(MOST_COLUMNS - 1);
    throw refuseTable('table-too-wide', { row: this.#number, found: columnLetter(MOST_COLUMNS), allowed });
  }

  /** Text outside the cells is a row of one cell. */
  #endLine(): void {
    const text = clean(this.#text);
    this.#text = '';
    if (text === '') return;
    this.#number += 1;
    this.#rows.push({ number: this.#number, values: [text], formulas: [] });
  }
}
