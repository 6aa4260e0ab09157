/**
 * An official document as content and order, before it is a file: parts with their own page, blocks inside them. One model, three
 * renderers (docx, pdf, xlsx). Shapes only; no capability is known here. Lengths are millimetres, sizes of type are points.
 */

/** Words of one weight; a raised run is the mark of a note. */
export interface Run {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly raised?: boolean;
}

/** A line or paragraph of words. A line feed inside is a line break. */
export type Words = string | readonly Run[];

export type Align = 'left' | 'center' | 'right' | 'justify';

export interface OfficeDocument {
  /** For the properties of the file; the printed title is a block. */
  readonly title: string;
  /** Organisation that issues it; null where it is not known. */
  readonly author: string | null;
  /** ISO day that the properties of the file carry: the same content of the same day is the same bytes. */
  readonly day: string;
  readonly parts: readonly DocumentPart[];
}

/** Pages of one setup. A part numbers its own pages, printed from the second on, unless it goes on with those of the part before it. */
export interface DocumentPart {
  /** The same document on other pages, not an annex: its pages are counted on. */
  readonly continued?: boolean;
  readonly orientation: 'portrait' | 'landscape';
  /** 20, or 30 for documents that are kept for more than ten years. */
  readonly leftMargin: 20 | 30;
  /** Text: 12, 13 or 14; tables may be smaller. */
  readonly fontSize: 12 | 13 | 14;
  /** Line spacing of the text, 1 to 1.5. */
  readonly lineSpacing: number;
  readonly blocks: readonly Block[];
}

export type Block = Heading | Paragraph | NumberedList | Corner | Table | Notes | Signature | PageBreak;

export interface Heading {
  readonly kind: 'heading';
  /** 1: title of the document, 2: section of its text. */
  readonly level: 1 | 2;
  readonly words: Words;
  readonly align: 'left' | 'center';
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly words: Words;
  /** Default 'justify'. */
  readonly align?: Align;
  /** First line 12,5 mm in; default true for a justified paragraph. */
  readonly indented?: boolean;
  /** Space above in points; default 0. */
  readonly above?: number;
  readonly keepWithNext?: boolean;
  /** No wider than 80 mm: the heading to the text, below the date. */
  readonly narrow?: boolean;
}

/** Points of an order and other lists. The number is printed as given: «1.», «2.3.». */
export interface NumberedList {
  readonly kind: 'list';
  readonly items: readonly { readonly number: string; readonly words: Words }[];
}

/** Requisites in the two upper corners; each line is a line, long ones wrap. Either side may be empty. */
export interface Corner {
  readonly kind: 'corner';
  /** Space above in points; default 0. */
  readonly above?: number;
  readonly left: readonly CornerLine[];
  readonly right: readonly CornerLine[];
}

export interface CornerLine {
  readonly words: Words;
  /** Space above in points; default 0. */
  readonly above?: number;
}

export interface Table {
  readonly kind: 'table';
  readonly columns: readonly Column[];
  /** Repeated on every page; may be empty. */
  readonly header: readonly Row[];
  readonly rows: readonly Row[];
  readonly fontSize: number;
  /** Columns as wide as named though a word be longer: in a form the words are tags, which are not printed. */
  readonly exact?: boolean;
  /** Name of its sheet in a spreadsheet; default the title of the document. */
  readonly name?: string;
}

export interface Column {
  /** Share of the width of the text. */
  readonly width: number;
  /** Of the cells below the header; default 'left'. */
  readonly align?: Align;
}

/** A row is never split between pages unless it is taller than one. Cells covered by a cell above are left out. */
export interface Row {
  readonly cells: readonly Cell[];
  /** The row below stays on the same page. */
  readonly keepWithNext?: boolean;
  /** Least height, millimetres: room for a signature. */
  readonly height?: number;
}

export interface Cell {
  readonly words: Words;
  /** What a spreadsheet calculates with in place of the words. */
  readonly value?: CellNumber;
  readonly columns?: number;
  readonly rows?: number;
  readonly bold?: boolean;
  readonly align?: Align;
}

export interface CellNumber {
  readonly number: number;
  /** 'percent' takes a share from 0 to 1. */
  readonly format: 'integer' | 'decimal' | 'percent';
}

export interface Notes {
  readonly kind: 'notes';
  readonly title: string;
  readonly items: readonly { readonly mark: string; readonly words: Words }[];
}

/** Post on the left, initials and surname on the right of the last line. */
export interface Signature {
  readonly kind: 'signature';
  /** Space above in points; default three lines. */
  readonly above?: number;
  readonly post: string;
  readonly person: string;
}

export interface PageBreak {
  readonly kind: 'pageBreak';
}

export const DOCUMENT_FORMATS = ['docx', 'pdf', 'xlsx'] as const;
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];
