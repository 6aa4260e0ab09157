/** Writes the blocks of a document as rows of one sheet, from the top. */
import type ExcelJS from 'exceljs';
import { columnWidths } from '../column-widths.ts';
import { placed } from '../grid.ts';
import { CORNER_WIDTH, FONT, textWidth } from '../layout.ts';
import type { Align, Block, Cell, CornerLine, DocumentPart, Row, Table, Words } from '../model.ts';
import { linesOf, plainText } from '../words.ts';

/** A millimetre in widths of the digit nought of the standard face of a workbook (Calibri 11: 7 px of 1/96 inch). */
const CHARACTERS_PER_MM = 96 / 25.4 / 7;
/** Mean width of a letter and height of a line of Times New Roman, in sizes of type. */
const LETTER = 0.5;
const LINE = 1.2;
const POINTS_PER_MM = 72 / 25.4;
const THIN: Partial<ExcelJS.Border> = { style: 'thin' };
/** A text that a spreadsheet, or a CSV saved from it, would run as a formula (OWASP «CSV injection»). */
const RUNS_AS_FORMULA = /^\s*[=+\-@\t\r]/u;
const FORMATS = { integer: '#,##0', decimal: '#,##0.0', percent: '0.0%' } as const;

interface Look {
  readonly size: number;
  readonly bold?: boolean;
  readonly align?: Align;
  readonly middle?: boolean;
}

export class SheetRows {
  readonly #sheet: ExcelJS.Worksheet;
  readonly #part: DocumentPart;
  readonly #widths: readonly number[];
  /** First column of the right corner. */
  readonly #corner: number;
  #next = 1;
  headerRows: { readonly first: number; readonly last: number } | null = null;

  constructor(sheet: ExcelJS.Worksheet, part: DocumentPart, table: Table | null) {
    const width = textWidth(part);
    this.#sheet = sheet;
    this.#part = part;
    this.#widths = table === null ? [width - CORNER_WIDTH, CORNER_WIDTH] : columnWidths(table, width);
    this.#corner = cornerColumn(this.#widths);
    sheet.columns = this.#widths.map((each) => ({ width: Math.round(each * CHARACTERS_PER_MM * 10) / 10 }));
  }

  add(block: Block): void {
    const size = this.#part.fontSize;
    switch (block.kind) {
      case 'heading':
        if (this.#next > 1) this.#blank();
        this.#across(block.words, { size, bold: true, align: block.align });
        this.#blank();
        break;
      case 'paragraph':
        this.#across(block.words, { size, align: block.align === 'justify' ? 'left' : block.align });
        break;
      case 'list':
        for (const { number, words } of block.items) this.#across(`${number} ${plainText(words)}`, { size });
        break;
      case 'corner':
        if (block.above) this.#blank();
        this.#sides(block.left, block.right);
        break;
      case 'table':
        this.#table(block);
        break;
      case 'notes':
        this.#blank();
        this.#across(block.title, { size: size - 1, bold: true });
        for (const { mark, words } of block.items) this.#across(`${mark} ${plainText(words)}`, { size: size - 1 });
        break;
      case 'signature':
        this.#blank();
        this.#sides([{ words: block.post }], [{ words: block.person }]);
        break;
      case 'pageBreak':
        if (this.#next > 1) this.#sheet.getRow(this.#next - 1).addPageBreak();
        break;
    }
  }

  #blank(): void {
    this.#sheet.getRow(this.#next).height = 8;
    this.#next += 1;
  }

  #across(words: Words, look: Look): void {
    this.#merged(this.#next, 0, this.#widths.length - 1, words, look);
    this.#next += 1;
  }

  #sides(left: readonly CornerLine[], right: readonly CornerLine[]): void {
    const look = { size: this.#part.fontSize };
    const last = this.#widths.length - 1;
    for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
      const row = this.#sheet.getRow(this.#next);
      const above = Math.max(left[index]?.above ?? 0, right[index]?.above ?? 0);
      const heights = [0];
      if (left[index] !== undefined && this.#corner > 0) {
        heights.push(this.#merged(this.#next, 0, this.#corner - 1, left[index].words, look));
      }
      if (right[index] !== undefined) {
        heights.push(this.#merged(this.#next, this.#corner, last, right[index].words, look));
      }
      row.height = Math.max(...heights) + above;
      this.#next += 1;
    }
  }

  /** Excel does not fit the height of merged cells, so it is reckoned here. Returns it in points. */
  #merged(row: number, from: number, to: number, words: Words, look: Look): number {
    if (to > from) this.#sheet.mergeCells(row, from + 1, row, to + 1);
    this.#write(this.#sheet.getCell(row, from + 1), { words }, look);
    const width = this.#widths.slice(from, to + 1).reduce((sum, each) => sum + each, 0) * POINTS_PER_MM;
    const letters = Math.max(1, Math.floor(width / (look.size * LETTER)));
    const lines = plainText(words)
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / letters)), 0);
    const height = Math.ceil(lines * look.size * LINE) + 2;
    this.#sheet.getRow(row).height = height;
    return height;
  }

  #table(table: Table): void {
    const rows: readonly Row[] = [...table.header, ...table.rows];
    const first = this.#next;
    if (table.header.length > 0) this.headerRows ??= { first, last: first + table.header.length - 1 };
    placed(rows, table.columns.length).forEach((cells, index) => {
      const header = index < table.header.length;
      const number = first + index;
      const { height } = rows[index];
      for (const { cell, column } of cells) {
        const [columns, down] = [cell.columns ?? 1, cell.rows ?? 1];
        const align = cell.align ?? (header || columns > 1 ? 'center' : (table.columns[column].align ?? 'left'));
        const look: Look = {
          size: table.fontSize,
          bold: cell.bold ?? header,
          align,
          middle: header || height !== undefined,
        };
        if (columns > 1 && down === 1) this.#merged(number, column, column + columns - 1, cell.words, look);
        else if (down > 1) this.#sheet.mergeCells(number, column + 1, number + down - 1, column + columns);
        this.#write(this.#sheet.getCell(number, column + 1), cell, look);
        for (let at = number; at < number + down; at += 1) {
          for (let across = column; across < column + columns; across += 1) {
            this.#sheet.getCell(at, across + 1).border = { top: THIN, bottom: THIN, left: THIN, right: THIN };
          }
        }
      }
      if (height !== undefined) this.#sheet.getRow(number).height = height * POINTS_PER_MM;
    });
    this.#next = first + rows.length;
  }

  /** @throws RangeError when the number of the cell is not finite. */
  #write(
    target: ExcelJS.Cell,
    { words, value }: Cell,
    { size, bold = false, align = 'left', middle = false }: Look,
  ): void {
    const font: Partial<ExcelJS.Font> = { name: FONT, size, bold };
    target.font = font;
    target.alignment = {
      wrapText: true,
      vertical: middle ? 'middle' : 'top',
      horizontal: align === 'justify' ? 'left' : align,
    };
    if (value !== undefined) {
      if (!Number.isFinite(value.number)) throw new RangeError('not a finite number in a table');
      target.value = value.number;
      target.numFmt = FORMATS[value.format];
      return;
    }
    const text = plainText(words);
    if (text === '') return;
    const marked =
      typeof words !== 'string' && words.some(({ raised, italic, bold: heavy }) => raised || italic || heavy);
    target.value = marked ? { richText: richText(words, font) } : text;
    if (RUNS_AS_FORMULA.test(text)) target.numFmt = '@';
  }
}

function richText(words: Words, font: Partial<ExcelJS.Font>): ExcelJS.RichText[] {
  return linesOf(words).flatMap((line, index) =>
    (line.length === 0 ? [{ text: '' }] : line).map(({ text, bold, italic, raised }, at) => ({
      text: index > 0 && at === 0 ? `\n${text}` : text,
      font: {
        ...font,
        ...(bold === undefined ? {} : { bold }),
        ...(italic ? { italic } : {}),
        ...(raised ? { vertAlign: 'superscript' as const } : {}),
      },
    })),
  );
}

/** The column from which the right corner is nearest to its width. */
function cornerColumn(widths: readonly number[]): number {
  let best = widths.length - 1;
  let sum = 0;
  let nearest = Number.POSITIVE_INFINITY;
  for (let column = widths.length - 1; column >= 1; column -= 1) {
    sum += widths[column];
    if (Math.abs(sum - CORNER_WIDTH) < nearest) [best, nearest] = [column, Math.abs(sum - CORNER_WIDTH)];
  }
  return Math.max(best, Math.min(1, widths.length - 1));
}
