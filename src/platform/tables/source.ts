/**
 * A table as a reader of results sees it, whether it came as XLSX, as text or as a web page: sheets of rows, read as often as needed,
 * each time as a stream, with the places a person finds in the spreadsheet.
 */

/** A cell's raw value; a Date only where the spreadsheet formats a number as a date; null is an empty cell. */
export type CellValue = string | number | boolean | Date | null;

export interface TableRow {
  /** 1-based number as the spreadsheet shows it; empty rows are skipped, so numbers may jump. */
  readonly number: number;
  /** Values from column A on; shorter than the widest row where the rest is empty. */
  readonly values: readonly CellValue[];
  /** Indices of the cells that hold a formula; their value is the result saved with it, or null. */
  readonly formulas: readonly number[];
}

/** A merged range, 1-based rows and 0-based columns, all inclusive. */
export interface MergedRange {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export interface TableSheet {
  /** null in a text table. */
  readonly name: string | null;
  readonly hidden: boolean;
  /** Streams the rows anew on every call; breaking off early is cheap. */
  rows(): AsyncGenerator<TableRow>;
  /** Merged ranges; costs a pass over the sheet. */
  merges(): Promise<readonly MergedRange[]>;
}

export interface TextDialect {
  readonly encoding: 'utf-8' | 'windows-1251' | 'utf-16le' | 'utf-16be';
  readonly delimiter: ',' | ';' | '\t';
}

export interface TableSource {
  /** 'html' is a web page, whatever its name says. */
  readonly format: 'xlsx' | 'text' | 'html';
  readonly sheets: readonly TableSheet[];
  /** How a text table was read; null for a workbook and a page. */
  readonly dialect: TextDialect | null;
}
