/** What stands outside the tables of measures, line by line: title, approval, directive part, narrative. */
import type { Block, Row } from './blocks.ts';
import type { Place } from './model.ts';

export interface Line {
  readonly text: string;
  readonly bold: boolean;
  readonly place: Place;
}

export function linesOf(block: Block): readonly Line[] {
  if (block.kind === 'paragraph') return linesIn(block.text, block.bold, block.place);
  return linesOfRows(block.rows);
}

/** Approvals stand side by side in tables of two columns, so these are read column by column. */
export function linesOfRows(rows: readonly Row[]): readonly Line[] {
  const columns = [...new Set(rows.flatMap(({ cells }) => cells.map(({ column }) => column)))].toSorted(
    (a, b) => a - b,
  );
  return columns.flatMap((column) =>
    rows.flatMap(({ cells, place }) =>
      cells
        .filter((cell) => cell.column === column && !cell.inherited && cell.text !== '')
        .flatMap(({ text, bold }) => linesIn(text, bold, place)),
    ),
  );
}

function linesIn(text: string, bold: boolean, place: Place): readonly Line[] {
  return text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [{ text: line.trim(), bold, place }]));
}
