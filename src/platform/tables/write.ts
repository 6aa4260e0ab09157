/**
 * Writes a table as XLSX for download: one sheet with the rows and one with the parameters that made them. Every table
 * of the product downloads through this file, so widths, number formats, the frozen header and the guard against
 * formulas are decided once.
 */
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import ExcelJS from 'exceljs';
import type { Language } from '#src/platform/errors.ts';
import { writerWords } from './text.ts';

/**
 * How a column is shown: 'text' as it is, 'integer' with thousands, 'decimal' with two digits, 'percent' takes a share
 * 0..1 and shows 12,5 %, 'date' takes a Date or an ISO date «2026-04-21», 'datetime' a Date.
 */
export type ColumnType = 'text' | 'integer' | 'decimal' | 'percent' | 'date' | 'datetime';

export interface TableColumn {
  readonly header: string;
  /** Unit of the values, joined to the header with a comma: «Средний балл, %». */
  readonly unit?: string;
  /** Default 'text'. */
  readonly type?: ColumnType;
  /** Digits after the comma of 'decimal' (default 2) and 'percent' (default 1). */
  readonly digits?: number;
  /** Width in characters; by default from the header and the type. */
  readonly width?: number;
}

export type TableValue = string | number | boolean | Date | null | undefined;

export interface TableDocument {
  /** Title of the table; becomes the name of the sheet (31 characters at most) and stands in the parameters whole. */
  readonly title: string;
  readonly columns: readonly TableColumn[];
  /** Rows in the order of the columns; a generator keeps memory flat. */
  readonly rows: Iterable<readonly TableValue[]> | AsyncIterable<readonly TableValue[]>;
  /** Filters, source, date, who: shown on the second sheet in this order. */
  readonly parameters: readonly (readonly [name: string, value: TableValue])[];
  /** Language of the few words the writer adds itself; default 'ru'. */
  readonly language?: Language;
}

const DEFAULT_WIDTH: Readonly<Record<ColumnType, number>> = {
  text: 18,
  integer: 10,
  decimal: 11,
  percent: 10,
  date: 12,
  datetime: 17,
};

const EMPTY_CELL = null;

/** A text that a spreadsheet, or a CSV saved from it, would run as a formula (OWASP «CSV injection»). */
const RUNS_AS_FORMULA = /^[\s]*[=+\-@\t\r]/u;

/**
 * Writes the table and returns the bytes of the workbook.
 *
 * @throws RangeError when a number is not finite, a date is not a date or a row is longer than the columns: these are
 *   mistakes of the caller and must not become an empty cell.
 */
export async function writeTableXlsx(document: TableDocument): Promise<Buffer> {
  const sink = new PassThrough();
  const bytes = buffer(sink);
  const words = writerWords(document.language ?? 'ru');
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: sink, useStyles: true, useSharedStrings: false });
  try {
    const rowCount = await writeRows(workbook, document, words.parametersSheet);
    writeParameters(workbook, document, rowCount);
    await workbook.commit();
  } catch (error) {
    sink.destroy();
    await bytes.catch(() => undefined);
    throw error;
  }
  return bytes;
}

async function writeRows(
  workbook: ExcelJS.stream.xlsx.WorkbookWriter,
  document: TableDocument,
  reservedName: string,
): Promise<number> {
  const { columns } = document;
  const sheet = workbook.addWorksheet(sheetName(document.title, reservedName), {
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup: { orientation: 'landscape', paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  sheet.pageSetup.printTitlesRow = '1:1';
  sheet.columns = columns.map((column) => ({
    width: column.width ?? Math.max(DEFAULT_WIDTH[column.type ?? 'text'], Math.min(headerText(column).length + 2, 40)),
  }));
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: Math.max(columns.length, 1) } };
  const header = sheet.addRow(columns.map(headerText));
  header.eachCell((cell, index) => {
    cell.font = { bold: true };
    cell.alignment = { wrapText: true, vertical: 'top', horizontal: isNumeric(columns[index - 1]) ? 'right' : 'left' };
    cell.border = { bottom: { style: 'thin' } };
  });
  header.commit();
  let count = 0;
  for await (const values of document.rows) {
    count += 1;
    if (values.length > columns.length) {
      throw new RangeError(`row ${count} has ${values.length} values for ${columns.length} columns`);
    }
    const row = sheet.addRow([]);
    for (const [index, column] of columns.entries()) writeCell(row.getCell(index + 1), values[index], column);
    row.commit();
  }
  sheet.commit();
  return count;
}

function writeParameters(
  workbook: ExcelJS.stream.xlsx.WorkbookWriter,
  document: TableDocument,
  rowCount: number,
): void {
  const words = writerWords(document.language ?? 'ru');
  const sheet = workbook.addWorksheet(words.parametersSheet, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = [{ width: 32 }, { width: 80 }];
  const header = sheet.addRow([words.parameter, words.value]);
  header.font = { bold: true };
  header.commit();
  const lines: (readonly [string, TableValue])[] = [
    [words.table, document.title],
    ...document.parameters,
    [words.rowCount, rowCount],
  ];
  for (const [name, value] of lines) {
    const row = sheet.addRow([]);
    writeCell(row.getCell(1), name, { header: '' });
    writeCell(row.getCell(2), value, { header: '', type: value instanceof Date ? 'datetime' : 'text' });
    row.getCell(2).alignment = { wrapText: true, vertical: 'top', horizontal: 'left' };
    row.commit();
  }
  sheet.commit();
}

function writeCell(cell: ExcelJS.Cell, value: TableValue, column: TableColumn): void {
  const type = column.type ?? 'text';
  if (value === null || value === undefined || value === '') {
    cell.value = EMPTY_CELL;
    return;
  }
  if (type === 'date' || type === 'datetime' || value instanceof Date) {
    cell.value = dateOf(value);
    cell.numFmt = type === 'datetime' ? 'dd.mm.yyyy hh:mm' : 'dd.mm.yyyy';
    return;
  }
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new RangeError(`not a finite number in column «${column.header}»`);
    cell.value = value;
    if (type !== 'text') cell.numFmt = numberFormat(column);
    return;
  }
  cell.value = typeof value === 'boolean' ? String(value) : withoutControls(value);
  // Written as a string cell it does not run; the text format keeps it a text when somebody edits the cell, too.
  if (typeof value === 'string' && RUNS_AS_FORMULA.test(value)) cell.numFmt = '@';
}

function numberFormat(column: TableColumn): string {
  if (column.type === 'integer') return '#,##0';
  if (column.type === 'percent') return `0${fraction(column.digits ?? 1)}%`;
  return `#,##0${fraction(column.digits ?? 2)}`;
}

function fraction(digits: number): string {
  return digits > 0 ? `.${'0'.repeat(digits)}` : '';
}

function isNumeric(column: TableColumn): boolean {
  return column.type === 'integer' || column.type === 'decimal' || column.type === 'percent';
}

function headerText(column: TableColumn): string {
  return column.unit === undefined ? column.header : `${column.header}, ${column.unit}`;
}

function dateOf(value: TableValue): Date {
  const date = value instanceof Date ? value : new Date(typeof value === 'string' ? `${value}T00:00:00Z` : Number.NaN);
  if (Number.isNaN(date.getTime())) throw new RangeError(`not a date: ${String(value)}`);
  return date;
}

/** XML 1.0 has no place for most control characters: Excel calls a file with one of them damaged. */
function withoutControls(text: string): string {
  // oxlint-disable-next-line no-control-regex -- these are exactly the characters that must go
  return text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu, '');
}

/** Excel allows 31 characters, none of []:*?/\ and no apostrophe at the ends; two sheets may not share a name. */
function sheetName(title: string, reserved: string): string {
  const name = title
    .replace(/[[\]:*?/\\]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, 31)
    .replace(/^'+|'+$/gu, '')
    .trim();
  if (name === '') return '1';
  return name.toLowerCase() === reserved.toLowerCase() ? `${name} 1` : name;
}
