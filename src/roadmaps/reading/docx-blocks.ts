/** Takes the elements of word/document.xml as the parser meets them and makes paragraphs and tables of them. */
import type { XmlHandlers } from '#src/platform/tables/xml.ts';
import { type Block, type Cell, LONGEST_TEXT, MOST_COLUMNS, MOST_ROWS, type Row, tidy } from './blocks.ts';
import { attribute, type Numbering } from './docx-numbering.ts';
import type { Problem } from './model.ts';

interface OpenCell {
  span: number;
  merge: 'none' | 'start' | 'continue';
  texts: string[];
  letters: number;
  boldLetters: number;
  nested: Block[];
}

interface OpenTable {
  readonly rows: Row[];
  readonly index: number;
  cells: Cell[];
  column: number;
  /** By column: the merged cell that reaches down from above. */
  readonly above: Map<number, Cell>;
  cell: OpenCell | null;
  /** Blocks of tables inside the cells; they follow this table. */
  readonly nested: Block[];
  /** The open row repeats on top of every page (`w:tblHeader`). */
  header: boolean;
}

interface OpenParagraph {
  text: string;
  letters: number;
  boldLetters: number;
  style: string;
  list: string;
  level: number | null;
}

/** Parts that hold a second copy of a text, or a text that is no longer there. */
const SKIPPED = new Set(['Fallback', 'del', 'moveFrom', 'instrText', 'delText', 'footnoteReference']);

export class DocxBlocks implements XmlHandlers {
  readonly #numbering: Numbering;
  readonly #blocks: Block[] = [];
  readonly #problems: Problem[] = [];
  readonly #tables: OpenTable[] = [];
  readonly #paragraphs: OpenParagraph[] = [];
  #skipped = 0;
  #inText = false;
  #inRun = false;
  #bold = false;
  #break = false;
  #tableCount = 0;
  #paragraphCount = 0;
  #rowCount = 0;

  constructor(numbering: Numbering) {
    this.#numbering = numbering;
  }

  done(): { blocks: readonly Block[]; problems: readonly Problem[] } {
    return { blocks: this.#blocks, problems: this.#problems };
  }

  // Fields, not methods: the parser takes the handlers off the object.
  readonly open = (name: string, attributes: Readonly<Record<string, string>>): void => {
    if (SKIPPED.has(name)) this.#skipped += 1;
    if (this.#skipped > 0) return;
    const table = this.#tables.at(-1);
    const paragraph = this.#paragraphs.at(-1);
    const value = attribute(attributes, 'val');
    switch (name) {
      case 'tbl':
        this.#openTable();
        break;
      case 'tr':
        if (table !== undefined) [table.cells, table.column] = [[], 0];
        if (table !== undefined) table.header = false;
        break;
      case 'tblHeader':
        if (table !== undefined) table.header = value !== '0' && value !== 'false' && value !== 'off';
        break;
      case 'gridBefore':
        if (table !== undefined) table.column += clamp(value);
        break;
      case 'tc':
        if (table !== undefined) {
          table.cell = { span: 1, merge: 'none', texts: [], letters: 0, boldLetters: 0, nested: [] };
        }
        break;
      case 'gridSpan':
        if (table?.cell) table.cell.span = clamp(value);
        break;
      case 'vMerge':
        if (table?.cell) table.cell.merge = value === 'restart' ? 'start' : 'continue';
        break;
      case 'p':
        this.#paragraphs.push({ text: '', letters: 0, boldLetters: 0, style: '', list: '', level: null });
        break;
      case 'pStyle':
        if (paragraph !== undefined) paragraph.style = value ?? '';
        break;
      case 'numId':
        if (paragraph !== undefined) paragraph.list = value ?? '';
        break;
      case 'ilvl':
        if (paragraph !== undefined) paragraph.level = Number(value ?? 0);
        break;
      case 'r':
        [this.#bold, this.#inRun] = [false, true];
        break;
      case 'b':
        if (this.#inRun) this.#bold = value !== '0' && value !== 'false';
        break;
      case 't':
        this.#inText = true;
        break;
      case 'tab':
        if (this.#inRun) this.#add(' ');
        break;
      case 'br':
        this.#add('\n');
        if (attribute(attributes, 'type') === 'page') this.#break = true;
        break;
      case 'cr':
        this.#add('\n');
        break;
      case 'noBreakHyphen':
        this.#add('-');
        break;
      case 'lastRenderedPageBreak':
        this.#break = true;
        break;
      default:
    }
  };

  readonly text = (text: string): void => {
    if (this.#inText && this.#skipped === 0) this.#add(text);
  };

  readonly close = (name: string): void => {
    if (SKIPPED.has(name)) {
      this.#skipped -= 1;
      return;
    }
    if (this.#skipped > 0) return;
    if (name === 't') this.#inText = false;
    else if (name === 'r') this.#inRun = false;
    else if (name === 'p') this.#endParagraph();
    else if (name === 'tc') this.#endCell();
    else if (name === 'tr') this.#endRow();
    else if (name === 'tbl') this.#endTable();
  };

  #add(text: string): void {
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph === undefined || paragraph.text.length > LONGEST_TEXT) return;
    paragraph.text += text;
    const letters = text.replace(/\s+/gu, '').length;
    paragraph.letters += letters;
    if (this.#bold) paragraph.boldLetters += letters;
  }

  #endParagraph(): void {
    const paragraph = this.#paragraphs.pop();
    if (paragraph === undefined) return;
    const number = this.#numberOf(paragraph);
    const words = tidy(paragraph.text);
    const text = number === '' ? words : `${number} ${words}`.trim();
    const cell = this.#tables.at(-1)?.cell;
    if (cell) {
      if (text !== '') cell.texts.push(text);
      cell.letters += paragraph.letters;
      cell.boldLetters += paragraph.boldLetters;
      return;
    }
    this.#paragraphCount += 1;
    if (text === '') return;
    const bold = isBold(paragraph);
    this.#blocks.push({ kind: 'paragraph', text, bold, place: `абзац ${this.#paragraphCount}` });
  }

  /** An empty paragraph of a list is a number alone: how many tables number their rows. */
  #numberOf({ list, level, style }: OpenParagraph): string {
    const styled = style === '' ? undefined : this.#numbering.ofStyle(style);
    const used = list !== '' ? list : (styled?.list ?? '');
    if (used === '' || used === '0') return '';
    return this.#numbering.next(used, level ?? styled?.level ?? 0);
  }

  #openTable(): void {
    this.#tableCount += 1;
    this.#tables.push({
      rows: [],
      index: this.#tableCount,
      cells: [],
      column: 0,
      above: new Map(),
      cell: null,
      nested: [],
      header: false,
    });
  }

  #endCell(): void {
    const table = this.#tables.at(-1);
    const open = table?.cell;
    if (table === undefined || !open) return;
    table.cell = null;
    table.nested.push(...open.nested);
    if (table.cells.length < MOST_COLUMNS) {
      const { column } = table;
      const own = tidy(open.texts.join('\n'));
      const above = open.merge === 'continue' && own === '' ? table.above.get(column) : undefined;
      const cell: Cell = {
        column,
        span: open.span,
        text: above?.text ?? own,
        bold: above?.bold ?? isBold(open),
        inherited: above !== undefined && above.text !== '',
      };
      if (open.merge === 'none') table.above.delete(column);
      else if (above === undefined) table.above.set(column, cell);
      table.cells.push(cell);
    }
    table.column += open.span;
  }

  #endRow(): void {
    const table = this.#tables.at(-1);
    if (table === undefined) return;
    this.#rowCount += 1;
    if (this.#rowCount > MOST_ROWS) {
      if (this.#rowCount === MOST_ROWS + 1) this.#problems.push({ code: 'documentCut', place: null, words: null });
      return;
    }
    const place = `таблица ${table.index}, строка ${table.rows.length + 1}`;
    table.rows.push({ cells: table.cells, place, afterBreak: this.#break, header: table.header });
    this.#break = false;
    table.cells = [];
  }

  #endTable(): void {
    const table = this.#tables.pop();
    if (table === undefined) return;
    const place = `таблица ${table.index}`;
    const blocks: Block[] = asLayout(table.rows) ?? [{ kind: 'table', rows: table.rows, place, mergesKnown: true }];
    const outer = this.#tables.at(-1);
    if (outer?.cell) {
      outer.cell.nested.push(...blocks, ...table.nested);
      if (blocks.some(({ kind }) => kind === 'table')) this.#problems.push({ code: 'nestedTable', place, words: null });
    } else this.#blocks.push(...blocks, ...table.nested);
  }
}

/** A table of one column is a frame around paragraphs. */
function asLayout(rows: readonly Row[]): Block[] | null {
  if (rows.some(({ cells }) => cells.length > 1)) return null;
  return rows.flatMap(({ cells, place }) =>
    cells.flatMap(({ text, bold }) =>
      text === '' ? [] : text.split('\n').map((line) => ({ kind: 'paragraph' as const, text: line, bold, place })),
    ),
  );
}

function isBold({ letters, boldLetters }: { readonly letters: number; readonly boldLetters: number }): boolean {
  return letters > 0 && boldLetters >= letters * 0.8;
}

function clamp(value: string | undefined): number {
  const number = Number(value ?? 1);
  return Number.isInteger(number) && number > 0 ? Math.min(number, MOST_COLUMNS) : 1;
}
