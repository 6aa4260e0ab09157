/** Takes the elements of an OpenDocument text as the parser meets them and makes paragraphs and tables of them. */
import type { XmlHandlers } from '#src/platform/tables/xml.ts';
import { type Block, type Cell, cell, LONGEST_TEXT, MOST_COLUMNS, MOST_ROWS, type Row, tidy } from './blocks.ts';
import { attribute } from './docx-numbering.ts';
import type { Problem } from './model.ts';
import { OdtLists } from './odt-lists.ts';

type Attributes = Readonly<Record<string, string>>;

interface OpenCell {
  readonly span: number;
  readonly rows: number;
  readonly texts: string[];
  letters: number;
  boldLetters: number;
}

interface OpenTable {
  readonly index: number;
  readonly rows: Row[];
  readonly nested: Block[];
  readonly covered: Map<number, { readonly cell: Cell; rows: number }>;
  cells: Cell[];
  column: number;
  cell: OpenCell | null;
}

interface OpenParagraph {
  text: string;
  letters: number;
  boldLetters: number;
  readonly number: string;
}

/** Notes, remarks of reviewers and deleted text. */
const SKIPPED = new Set(['tracked-changes', 'annotation', 'note', 'forms', 'bookmark-ref']);

export class OdtBlocks implements XmlHandlers {
  readonly #blocks: Block[] = [];
  readonly #problems: Problem[] = [];
  readonly #lists = new OdtLists();
  readonly #boldStyles = new Set<string>();
  readonly #tables: OpenTable[] = [];
  readonly #paragraphs: OpenParagraph[] = [];
  readonly #bold: boolean[] = [];
  #style = '';
  #skipped = 0;
  #tableCount = 0;
  #paragraphCount = 0;
  #rowCount = 0;

  done(): { blocks: readonly Block[]; problems: readonly Problem[] } {
    return { blocks: this.#blocks, problems: this.#problems };
  }

  readonly open = (name: string, attributes: Attributes): void => {
    if (SKIPPED.has(name)) this.#skipped += 1;
    if (this.#skipped > 0) return;
    const table = this.#tables.at(-1);
    const styleName = attribute(attributes, 'style-name') ?? '';
    this.#lists.open(name, attributes);
    switch (name) {
      case 'style':
        this.#style = attribute(attributes, 'name') ?? '';
        break;
      case 'text-properties':
        if (/^(?:bold|[6-9]00)$/u.test(attribute(attributes, 'font-weight') ?? '')) this.#boldStyles.add(this.#style);
        break;
      case 'table':
        this.#tableCount += 1;
        this.#tables.push({
          index: this.#tableCount,
          rows: [],
          nested: [],
          covered: new Map(),
          cells: [],
          column: 0,
          cell: null,
        });
        break;
      case 'table-row':
        if (table !== undefined) [table.cells, table.column] = [[], 0];
        break;
      case 'table-cell':
        if (table !== undefined) {
          const [span, rows] = [count(attributes, 'number-columns-spanned'), count(attributes, 'number-rows-spanned')];
          table.cell = { span, rows, texts: [], letters: 0, boldLetters: 0 };
        }
        break;
      case 'covered-table-cell':
        if (table !== undefined) this.#covered(table, count(attributes, 'number-columns-repeated'));
        break;
      case 'p':
      case 'h':
        this.#bold.push(this.#boldStyles.has(styleName));
        this.#paragraphs.push({ text: '', letters: 0, boldLetters: 0, number: this.#lists.takeNumber() });
        break;
      case 'span':
        this.#bold.push(this.#boldStyles.has(styleName) || (this.#bold.at(-1) ?? false));
        break;
      case 's':
      case 'tab':
        this.#add(' ');
        break;
      case 'line-break':
        this.#add('\n');
        break;
      default:
    }
  };

  readonly text = (text: string): void => {
    if (this.#skipped === 0 && this.#paragraphs.length > 0) this.#add(text);
  };

  readonly close = (name: string): void => {
    if (SKIPPED.has(name)) {
      this.#skipped = Math.max(0, this.#skipped - 1);
      return;
    }
    if (this.#skipped > 0) return;
    this.#lists.close(name);
    const table = this.#tables.at(-1);
    if (name === 'span') this.#bold.pop();
    else if (name === 'p' || name === 'h') {
      this.#bold.pop();
      this.#endParagraph();
    } else if (name === 'table-cell' && table !== undefined) this.#endCell(table);
    else if (name === 'table-row' && table !== undefined) this.#endRow(table);
    else if (name === 'table') this.#endTable();
  };

  #add(text: string): void {
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph === undefined || paragraph.text.length > LONGEST_TEXT) return;
    paragraph.text += text === '\n' ? text : text.replace(/\s+/gu, ' ');
    const letters = text.replace(/\s+/gu, '').length;
    paragraph.letters += letters;
    if (this.#bold.at(-1)) paragraph.boldLetters += letters;
  }

  #endParagraph(): void {
    const paragraph = this.#paragraphs.pop();
    if (paragraph === undefined) return;
    const text = `${paragraph.number} ${tidy(paragraph.text)}`.trim();
    const inside = this.#tables.at(-1)?.cell;
    if (inside) {
      if (text !== '') inside.texts.push(text);
      inside.letters += paragraph.letters;
      inside.boldLetters += paragraph.boldLetters;
      return;
    }
    this.#paragraphCount += 1;
    if (text === '') return;
    const place = `абзац ${this.#paragraphCount}`;
    this.#blocks.push({ kind: 'paragraph', text, bold: isBold(paragraph), place });
  }

  #endCell(table: OpenTable): void {
    const open = table.cell;
    table.cell = null;
    if (open === null) return;
    const { column } = table;
    table.column += open.span;
    if (column >= MOST_COLUMNS) return;
    const made = cell(column, open.texts.join('\n'), {
      span: Math.min(open.span, MOST_COLUMNS - column),
      bold: isBold(open),
    });
    table.cells.push(made);
    if (open.rows > 1) table.covered.set(column, { cell: made, rows: open.rows });
    // What a span covers to the right follows as covered cells.
    table.column = column + 1;
  }

  #covered(table: OpenTable, repeated: number): void {
    for (let step = 0; step < repeated && table.column < MOST_COLUMNS; step += 1) {
      const above = table.covered.get(table.column);
      if (above !== undefined) table.cells.push({ ...above.cell, inherited: above.cell.text !== '' });
      table.column += 1;
    }
  }

  #endRow(table: OpenTable): void {
    for (const [column, above] of table.covered) {
      above.rows -= 1;
      if (above.rows <= 0) table.covered.delete(column);
    }
    this.#rowCount += 1;
    if (this.#rowCount > MOST_ROWS) {
      if (this.#rowCount === MOST_ROWS + 1) this.#problems.push({ code: 'documentCut', place: null, words: null });
      return;
    }
    const place = `таблица ${table.index}, строка ${table.rows.length + 1}`;
    table.rows.push({ cells: table.cells, place, afterBreak: false });
  }

  #endTable(): void {
    const table = this.#tables.pop();
    if (table === undefined) return;
    const place = `таблица ${table.index}`;
    const own: Block[] = [{ kind: 'table', rows: table.rows, place, mergesKnown: true }];
    const outer = this.#tables.at(-1);
    if (outer === undefined) this.#blocks.push(...own, ...table.nested);
    else {
      outer.nested.push(...own, ...table.nested);
      this.#problems.push({ code: 'nestedTable', place, words: null });
    }
  }
}

function count(attributes: Attributes, name: string): number {
  const number = Number(attribute(attributes, name) ?? 1);
  return Number.isInteger(number) && number > 0 ? Math.min(number, MOST_ROWS) : 1;
}

function isBold({ letters, boldLetters }: { readonly letters: number; readonly boldLetters: number }): boolean {
  return letters > 0 && boldLetters >= letters * 0.8;
}
