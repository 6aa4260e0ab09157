/** A table drawn with lines: its grid, the cells merged in it, and the text that stands in each. */
import { MOST_COLUMNS } from '../blocks.ts';
import { linesOfMarks, type TextLine } from './lines.ts';
import type { Box, Mark, Rule } from './model.ts';
import { distinct, type Ruling, SAME_LINE } from './rules.ts';
import { isBold, roomBetween, stepOf, unwrapped } from './wraps.ts';

export interface PageCell {
  /** Columns of the grid, from 0; `end` is behind the last. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly bold: boolean;
  /** The cell began in a row above. */
  readonly below: boolean;
  /** Rows that the whole cell covers. */
  readonly rows: number;
}

export interface PageRow {
  readonly top: number;
  readonly cells: readonly PageCell[];
}

export interface PageTable {
  /** Borders of the columns from the left: one more than there are columns. */
  readonly borders: readonly number[];
  readonly top: number;
  readonly bottom: number;
  readonly rows: readonly PageRow[];
  /** Whether lines show which cells are merged. */
  readonly ruled: boolean;
}

/** A border counts where a line runs along most of it. */
const COVERED = 0.5;
const MOST_GRID_ROWS = 2000;

/** A cell of a grid: the rows from `at` up to `rest`, the columns from `start` up to `end`. */
interface GridCell {
  readonly at: number;
  readonly rest: number;
  readonly start: number;
  readonly end: number;
}

interface Grid {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly GridCell[];
}

/** Null where the lines enclose no grid of at least two cells. */
function gridOf({ horizontals, verticals, box }: Ruling): Grid | null {
  const xs = distinct([...verticals.map(({ at }) => at), ...ends(verticals, box.left, box.right)]);
  const ys = distinct([...horizontals.map(({ at }) => at), ...ends(horizontals, box.top, box.bottom)]);
  if (xs.length < 2 || ys.length < 2 || xs.length > MOST_COLUMNS + 1 || ys.length > MOST_GRID_ROWS) return null;
  const spans = ys.slice(0, -1).map((top, row) => spansOf(xs, verticals, top, ys[row + 1]));
  if (spans.every((row) => row.length < 2) && spans.length < 2) return null;
  const cells: GridCell[] = [];
  spans.forEach((row, at) => {
    for (const [start, end] of row) {
      if (at > 0 && isOpen(spans, xs, ys, horizontals, at, start, end)) continue;
      let rest = at + 1;
      while (rest < spans.length && isOpen(spans, xs, ys, horizontals, rest, start, end)) rest += 1;
      cells.push({ at, rest, start, end });
    }
  });
  return { xs, ys, cells };
}

/** The cells that lines enclose, as boxes of the page; none where they enclose no grid. */
export function cellBoxes(ruling: Ruling): readonly Box[] {
  const grid = gridOf(ruling);
  if (grid === null) return [];
  const { xs, ys, cells } = grid;
  return cells.map(({ at, rest, start, end }) => ({ left: xs[start], top: ys[at], right: xs[end], bottom: ys[rest] }));
}

/** Null where the lines enclose no grid of at least two cells. */
export function ruledTable(ruling: Ruling, marks: readonly Mark[]): PageTable | null {
  const grid = gridOf(ruling);
  if (grid === null) return null;
  const { box } = ruling;
  const { xs, ys, cells } = grid;
  const inside = marks.filter(
    ({ x, y }) => x >= box.left && x <= box.right && y >= box.top - SAME_LINE && y <= box.bottom + SAME_LINE,
  );
  const byPlace = Map.groupBy(inside, ({ x, y }) => `${indexOf(ys, y)}|${indexOf(xs, x)}`);
  const filled = cells.map((cell): Filled => {
    const { at, rest, start, end } = cell;
    return { ...cell, lines: linesOfMarks(marksIn(byPlace, at, rest, start, end)) };
  });
  return { borders: xs, top: box.top, bottom: box.bottom, ruled: true, rows: rowsOf(filled, xs, ys) };
}

interface Filled extends GridCell {
  readonly lines: readonly TextLine[];
}

function rowsOf(filled: readonly Filled[], xs: readonly number[], ys: readonly number[]): readonly PageRow[] {
  const cells: PageCell[][] = ys.slice(0, -1).map(() => []);
  const step = stepOf(filled.map(({ lines }) => lines));
  for (const column of Map.groupBy(filled, ({ start, end }) => `${start}|${end}`).values()) {
    const [{ start, end }] = column;
    const room = roomBetween(
      { left: xs[start], right: xs[end] },
      column.map(({ lines }) => lines),
    );
    for (const { at, rest, lines } of column) {
      const text = unwrapped(lines, room, step);
      for (let down = at; down < rest; down += 1) {
        cells[down].push({ start, end, text, bold: isBold(lines), below: down > at, rows: rest - at });
      }
    }
  }
  return cells.map((row, at) => ({ top: ys[at], cells: row.toSorted((a, b) => a.start - b.start) }));
}

/** A table without its outer borders still ends where its lines do. */
function ends(rules: readonly Rule[], low: number, high: number): readonly number[] {
  const places = rules.map(({ at }) => at);
  return [
    ...(Math.min(...places) - low > 4 * SAME_LINE ? [low] : []),
    ...(high - Math.max(...places) > 4 * SAME_LINE ? [high] : []),
  ];
}

function covered(rules: readonly Rule[], at: number, from: number, to: number): boolean {
  let length = 0;
  for (const rule of rules) {
    if (Math.abs(rule.at - at) <= SAME_LINE) length += Math.max(0, Math.min(rule.to, to) - Math.max(rule.from, from));
  }
  return length >= (to - from) * COVERED;
}

/** Cells of one row of the grid, as [first column, column behind the last]. */
function spansOf(
  xs: readonly number[],
  verticals: readonly Rule[],
  top: number,
  bottom: number,
): readonly (readonly [number, number])[] {
  const spans: [number, number][] = [];
  let start = 0;
  for (let column = 1; column < xs.length; column += 1) {
    if (column < xs.length - 1 && !covered(verticals, xs[column], top, bottom)) continue;
    spans.push([start, column]);
    start = column;
  }
  return spans;
}

/** Whether the cell goes on from the row above: the same columns there, and no line between. */
function isOpen(
  spans: readonly (readonly (readonly [number, number])[])[],
  xs: readonly number[],
  ys: readonly number[],
  horizontals: readonly Rule[],
  row: number,
  start: number,
  end: number,
): boolean {
  const same = (list: readonly (readonly [number, number])[]): boolean =>
    list.some(([from, to]) => from === start && to === end);
  return same(spans[row - 1]) && same(spans[row]) && !covered(horizontals, ys[row], xs[start], xs[end]);
}

function marksIn(
  byPlace: ReadonlyMap<string, readonly Mark[]>,
  top: number,
  bottom: number,
  start: number,
  end: number,
): readonly Mark[] {
  const found: Mark[] = [];
  for (let row = top; row < bottom; row += 1) {
    for (let column = start; column < end; column += 1) found.push(...(byPlace.get(`${row}|${column}`) ?? []));
  }
  return found;
}

/** The interval that a place lies in; outside ones belong to the nearest. */
function indexOf(borders: readonly number[], place: number): number {
  let at = 0;
  while (at < borders.length - 2 && place >= borders[at + 1]) at += 1;
  return at;
}
