/** The form between a file and its understanding: paragraphs and tables in their order, each with its place in the source. */
import { joinAll } from './hyphens.ts';
import type { Place, Problem } from './model.ts';

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: string;
  readonly bold: boolean;
  readonly place: Place;
}

export interface Cell {
  /** Column of the grid, from 0. */
  readonly column: number;
  /** Columns it covers. */
  readonly span: number;
  /** Lines are kept apart by «\n». */
  readonly text: string;
  readonly bold: boolean;
  /** The value comes from a merged cell that begins in a row above. */
  readonly inherited: boolean;
}

export interface Row {
  readonly cells: readonly Cell[];
  readonly place: Place;
  /** A page ended between the row before and this one, as far as the source shows it. */
  readonly afterBreak: boolean;
  /** The source says that the row is a header, whatever its words. */
  readonly header?: boolean;
}

export interface Table {
  readonly kind: 'table';
  readonly rows: readonly Row[];
  readonly place: Place;
  /**
   * Whether the source says which cells are merged. Where it does not (a text extraction), an empty cell below a filled one may
   * be either.
   */
  readonly mergesKnown: boolean;
}

export type Block = Paragraph | Table;

export interface Source {
  readonly format: 'docx' | 'odt' | 'xlsx' | 'html' | 'text' | 'pdf' | 'scan';
  readonly blocks: readonly Block[];
  readonly problems: readonly Problem[];
}

/** Longer documents are cut, and a problem says so: no plan has more rows. */
export const MOST_ROWS = 20_000;
export const MOST_COLUMNS = 64;
/** Longest text of a cell or paragraph. */
export const LONGEST_TEXT = 20_000;

export function cell(column: number, text: string, extra: Partial<Cell> = {}): Cell {
  return { column, span: 1, text: tidy(text), bold: false, inherited: false, ...extra };
}

/** One kind of space, no space at line ends, no empty lines: layout, not words. */
export function tidy(text: string): string {
  return text
    .slice(0, LONGEST_TEXT)
    .replace(/\u00ad|[\u200b-\u200f\u2060\ufeff]/gu, '')
    .split(/[\n\r\v\f\u2028]+/u)
    .map((line) => line.replace(/[\s\u00a0]+/gu, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** The lines of a text as one line; a word parted at the end of a line is whole again. */
export function oneLine(text: string): string {
  return joinAll(text);
}
