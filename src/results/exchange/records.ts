/** Rows of a papers file as the reader of papers sees them, whether they stand in CSV or in Parquet. */

/** What `code` answers beside a number 0..99. */
export const EMPTY = -3;
/** The cell holds `X` or `x` in Latin letters. */
export const CROSS = -1;
/** The cell holds something else: ask for its text. */
export const UNREAD = -128;

/** The cells that together name a class in a work; their texts come in this order. */
export const KEY_COLUMNS = ['procedure', 'municipality', 'school', 'grade', 'class', 'subject', 'teacher'] as const;

export type KeyTexts = Readonly<Record<(typeof KEY_COLUMNS)[number], string>>;

/** Some rows in the order of the file. Columns are given by their 0-based place in the header. */
export interface RecordBatch {
  readonly size: number;
  /** Row as a spreadsheet numbers it: the header is row 1. */
  rowOf(record: number): number;
  /** Number of the combination of key texts; the same combination has the same number throughout the file. */
  keyOf(record: number): number;
  /** A number 0..99, EMPTY, CROSS or UNREAD: what nearly all cells are, without making a text of them. */
  codeOf(record: number, column: number): number;
  /** Trimmed text of a cell; '' for an empty one. */
  textOf(record: number, column: number): string;
  /** Text of the first filled cell to the right of the header's last column, or null. */
  surplusOf(record: number): string | null;
}

export interface PaperRecords {
  readonly headers: readonly string[];
  /** Texts of the combinations seen so far, by their number. */
  keyTexts(key: number): KeyTexts;
  /** A batch is valid until the next one is asked for. */
  batches(): AsyncIterable<RecordBatch>;
}

export const NO_COLUMN = -1;
