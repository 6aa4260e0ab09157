/** Where the cells of a table stand: rows leave out what a cell above covers, so the column of a cell has to be counted. */
import type { Cell, Row } from './model.ts';

export interface Placed {
  readonly cell: Cell;
  readonly column: number;
}

/**
 * @throws RangeError when the rows do not fill the columns exactly: a mistake of the caller that a renderer would turn into a torn
 *   table.
 */
export function placed(rows: readonly Row[], columns: number): readonly (readonly Placed[])[] {
  /** By column: rows below that a cell still covers. */
  const covered = Array.from({ length: columns }, () => 0);
  return rows.map(({ cells }, index) => {
    const found: Placed[] = [];
    let column = 0;
    for (const cell of cells) {
      while (column < columns && covered[column] > 0) column += 1;
      const width = cell.columns ?? 1;
      if (column + width > columns) throw new RangeError(`row ${index + 1} is wider than ${columns} columns`);
      found.push({ cell, column });
      for (let at = column; at < column + width; at += 1) covered[at] = cell.rows ?? 1;
      column += width;
    }
    if (covered.some((left) => left === 0)) throw new RangeError(`row ${index + 1} leaves a column empty`);
    for (let at = 0; at < columns; at += 1) covered[at] -= 1;
    return found;
  });
}
