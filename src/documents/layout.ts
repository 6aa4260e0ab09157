/**
 * Measures of ГОСТ Р 7.0.97-2025 (organisational and administrative documents; in force since 18.08.2025), millimetres unless named
 * otherwise. Margins at least 20 left (30 where kept over ten years), 10 right, 20 top and bottom; type 12 to 14 points, smaller in
 * tables; line spacing 1 to 1.5; first line 12,5 in; pages numbered from the second, in the middle of the top margin, at least
 * 10 from the edge; requisites in a corner no wider than 80.
 */
import type { DocumentPart } from './model.ts';

const SHORT_SIDE = 210;
const LONG_SIDE = 297;
export const MARGINS = { right: 10, top: 20, bottom: 20 } as const;
export const PAGE_NUMBER_FROM_EDGE = 10;
export const FIRST_LINE = 12.5;
export const CORNER_WIDTH = 80;
/** Space between the sides of a corner, at least. */
const CORNER_GAP = 10;
export const FONT = 'Times New Roman';
/** Space between a cell's words and its border: sideways and above, below. */
export const CELL_PADDING = { x: 1.9, y: 1.1 } as const;
/** Points above the title, above a section's heading and below both. */
export const HEADING_SPACE = { above: 18, aboveSection: 12, below: 12, belowSection: 6 } as const;
/** Points above a signature: three lines of text. */
export const SIGNATURE_SPACE = 42;
export const NOTE_FONT_SIZE = 11;
/** Of the title of a document; headings of sections are as large as the text. */
export const TITLE_SIZE = 14;

export function pageSize({ orientation }: Pick<DocumentPart, 'orientation'>): { width: number; height: number } {
  return orientation === 'portrait'
    ? { width: SHORT_SIDE, height: LONG_SIDE }
    : { width: LONG_SIDE, height: SHORT_SIDE };
}

export function textWidth(part: Pick<DocumentPart, 'orientation' | 'leftMargin'>): number {
  return pageSize(part).width - part.leftMargin - MARGINS.right;
}

/** Width of the requisites on the left. */
export function cornerLeft(width: number): number {
  return Math.min(CORNER_WIDTH, width - CORNER_WIDTH - CORNER_GAP);
}

/** Twentieths of a point for millimetres, rounded up: a margin of 20 may not become 19.98. */
export function twips(millimetres: number): number {
  return Math.ceil((millimetres * 1440) / 25.4);
}
