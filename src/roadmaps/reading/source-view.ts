/**
 * What a plan's file looks like to a person who compares it with its reading: paragraphs and tables in their order, with keys by
 * which the place of a measure, a warning or a problem finds its row. Pure: the page that draws it needs no reader.
 */
import type { Row, Source } from './blocks.ts';
import type { Place } from './model.ts';

export interface ViewCell {
  readonly text: string;
  readonly colspan: number;
  readonly rowspan: number;
  readonly bold: boolean;
}

export interface ViewRow {
  /** Unique in the view and the same for the same file: fit for an `id` of the page. */
  readonly key: string;
  readonly place: Place;
  readonly cells: readonly ViewCell[];
}

export interface ViewParagraph {
  readonly kind: 'paragraph';
  readonly key: string;
  readonly place: Place;
  readonly text: string;
  readonly bold: boolean;
}

export interface ViewTable {
  readonly kind: 'table';
  readonly key: string;
  readonly place: Place;
  /** Columns of the grid that the cells of every row fill together. */
  readonly columns: number;
  readonly rows: readonly ViewRow[];
}

export interface SourceView {
  readonly format: Source['format'];
  readonly blocks: readonly (ViewParagraph | ViewTable)[];
}

export function sourceView({ format, blocks }: Source): SourceView {
  return {
    format,
    blocks: blocks.map((block, index) => {
      const key = `b${index + 1}`;
      if (block.kind === 'paragraph') return { ...block, key };
      const columns = Math.max(1, ...block.rows.map(widthOf));
      return {
        kind: 'table' as const,
        key,
        place: block.place,
        columns,
        rows: rowsOf(block.rows, columns, key),
      };
    }),
  };
}

/** By place: the key of the row or paragraph that stands there. Of several with one place the first holds. */
export function keysByPlace({ blocks }: SourceView): ReadonlyMap<Place, string> {
  const keys = new Map<Place, string>();
  const add = ({ place, key }: { readonly place: Place; readonly key: string }): void => {
    if (!keys.has(place)) keys.set(place, key);
  };
  for (const block of blocks) {
    if (block.kind === 'table') for (const row of block.rows) add(row);
    add(block);
  }
  return keys;
}

function widthOf({ cells }: Row): number {
  return Math.max(0, ...cells.map(({ column, span }) => column + span));
}

/** A cell that reaches down from above is drawn once, over all the rows it covers; gaps of the grid are drawn as empty cells. */
function rowsOf(rows: readonly Row[], columns: number, key: string): readonly ViewRow[] {
  const covered = rows.map(() => new Set<number>());
  return rows.map(({ cells, place }, index) => {
    const drawn: ViewCell[] = [];
    let next = 0;
    const gapTo = (column: number): void => {
      for (; next < column; next += 1) {
        if (!covered[index].has(next)) drawn.push({ text: '', colspan: 1, rowspan: 1, bold: false });
      }
    };
    for (const { column, span, text, bold } of cells) {
      if (column < next || covered[index].has(column)) continue;
      gapTo(column);
      const colspan = Math.min(span, columns - column);
      const rowspan = 1 + reach(rows, index, column, text);
      for (let down = index + 1; down < index + rowspan; down += 1) {
        for (let at = column; at < column + colspan; at += 1) covered[down].add(at);
      }
      drawn.push({ text, colspan, rowspan, bold });
      next = column + colspan;
    }
    gapTo(columns);
    return { key: `${key}r${index + 1}`, place, cells: drawn };
  });
}

/** Rows below that show the same merged cell. */
function reach(rows: readonly Row[], from: number, column: number, text: string): number {
  let count = 0;
  for (const { cells } of rows.slice(from + 1)) {
    const below = cells.find((cell) => cell.column === column);
    if (below === undefined || !below.inherited || below.text !== text) break;
    count += 1;
  }
  return count;
}
