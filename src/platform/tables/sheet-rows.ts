/** Turns the XML of one worksheet into rows of raw values. */
import { columnIndex, columnLetter } from './columns.ts';
import { refuseTable } from './errors.ts';
import type { CellValue, MergedRange, TableRow } from './source.ts';
import type { XmlHandlers } from './xml.ts';

/** No protocol has more columns; a value further out is a slip of the hand, or an attack on memory. */
const MOST_COLUMNS = 1024;

export interface SheetContext {
  readonly sharedStrings: readonly string[];
  /** By style index: whether a number in this style is a date. */
  readonly dateStyles: readonly boolean[];
  /** Days to add to a serial number in the 1904 date system, 0 otherwise. */
  readonly dateOffset: number;
}

/** Handlers that append every row with a value or a formula to `rows`. */
export function rowHandlers(context: SheetContext, rows: TableRow[]): XmlHandlers {
  let inData = false;
  let rowNumber = 0;
  let values: CellValue[] = [];
  let formulas: number[] = [];
  let column = -1;
  let type = '';
  let style = 0;
  let text = '';
  let collecting = false;
  let inFormula = false;
  let phonetic = false;

  function endCell(): void {
    const value = text === '' ? null : cellValue(type, style, text, context);
    if (value === null && !inFormula) return;
    if (column >= MOST_COLUMNS) {
      const allowed = columnLetter(MOST_COLUMNS - 1);
      throw refuseTable('table-too-wide', { row: rowNumber, found: columnLetter(column), allowed });
    }
    while (values.length <= column) values.push(null);
    values[column] = value;
    if (inFormula) formulas.push(column);
  }

  return {
    open(name, attributes) {
      if (name === 'c') {
        if (!inData) return;
        const place = attributes.r === undefined ? -1 : columnIndex(attributes.r);
        column = place === -1 ? column + 1 : place;
        type = attributes.t ?? '';
        style = attributes.s === undefined ? 0 : Number(attributes.s);
        text = '';
        inFormula = false;
      } else if (name === 'v' || name === 't') collecting = inData && !phonetic;
      else if (name === 'f') inFormula = true;
      else if (name === 'row') {
        rowNumber = attributes.r === undefined ? rowNumber + 1 : Number(attributes.r);
        values = [];
        formulas = [];
        column = -1;
      } else if (name === 'rPh') phonetic = true;
      else if (name === 'sheetData') inData = true;
    },
    text(piece) {
      if (collecting) text += piece;
    },
    close(name) {
      if (name === 'v' || name === 't') collecting = false;
      else if (name === 'c') {
        if (inData) endCell();
      } else if (name === 'row') {
        if (values.length > 0) rows.push({ number: rowNumber, values, formulas });
      } else if (name === 'rPh') phonetic = false;
      else if (name === 'sheetData') inData = false;
    },
  };
}

function cellValue(type: string, style: number, text: string, context: SheetContext): CellValue {
  if (type === 's') {
    const shared = context.sharedStrings[Number(text)];
    if (shared === undefined) throw refuseTable('xml-damaged', { part: 'sharedStrings', found: `no string ${text}` });
    return shared === '' ? null : shared;
  }
  if (type === 'b') return text === '1' || text === 'true';
  if (type === 'str' || type === 'inlineStr' || type === 'e' || type === 'd') return unescapeControls(text);
  const number = Number(text);
  if (Number.isNaN(number)) return text;
  return context.dateStyles[style] === true ? serialDate(number + context.dateOffset) : number;
}

/** Serial 1 is 1 January 1900; counting from 30 December 1899 is right for every date after February 1900. */
function serialDate(serial: number): Date {
  return new Date(Math.round((serial - 25569) * 86_400_000));
}

/** OOXML writes control characters as _x000D_. */
export function unescapeControls(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** Handlers that collect the merged ranges of a sheet. */
export function mergeHandlers(ranges: MergedRange[]): XmlHandlers {
  return {
    open(name, attributes) {
      if (name !== 'mergeCell') return;
      const match = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/u.exec(attributes.ref ?? '');
      if (match === null) return;
      ranges.push({
        top: Number(match[2]),
        bottom: Number(match[4]),
        left: columnIndex(match[1]),
        right: columnIndex(match[3]),
      });
    },
  };
}
