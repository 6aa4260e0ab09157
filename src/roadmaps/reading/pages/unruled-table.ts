/**
 * A table that has no lines, or only lines between its rows: its columns are the strips that letters leave free from the header
 * down, its rows begin at a wider gap, at a line, or at a number.
 */
import { cell, type Row } from '../blocks.ts';
import { columnsOf } from '../header.ts';
import { numberOf } from '../looks.ts';
import { linesOfMarks, type TextLine } from './lines.ts';
import type { Mark, Rule } from './model.ts';
import { rowStarts, ruledBetween } from './row-breaks.ts';
import type { PageRow, PageTable } from './ruled-table.ts';
import { columnAt, columnsIn, type Strip, type WordLine, wordLines } from './strips.ts';
import { isBold, type Room, roomOf, stepOf, unwrapped } from './wraps.ts';

/** Names that a header cannot do without. */
const HEADER = /мероприят|содержани|срок|дата|ответствен|исполнит|наименовани/iu;
/** Lines of a header. */
const MOST_HEADER_LINES = 5;

/** The table that begins with a header among the marks; null where there is none. */
export function unruledTable(marks: readonly Mark[], rules: readonly Rule[]): PageTable | null {
  const lines = wordLines(marks);
  for (let start = 0; start < lines.length - 1; start += 1) {
    const line = linesOfMarks(marksBetween(marks, lines, start, start + 1), 1)[0];
    if (line === undefined || line.pieces.length < 2 || !line.pieces.some(({ text }) => HEADER.test(text))) continue;
    const end = endOf(lines, start);
    const columns = columnsIn(lines.slice(start, end));
    if (columns.length < 2) continue;
    const header = headerEnd(marks, lines, start, end, columns, rules);
    if (header === null) continue;
    return tableOf(marks, lines, { start, header, end }, columns, rules);
  }
  return null;
}

/** The rest of such a table on the next page: the same columns, no header. Null where the lines do not fit them. */
export function unruledRest(marks: readonly Mark[], rules: readonly Rule[], before: PageTable): PageTable | null {
  const lines = wordLines(marks);
  if (lines.length === 0) return null;
  const end = endOf(lines, 0);
  const columns = before.borders.slice(0, -1).map((left, index) => ({ left, right: before.borders[index + 1] }));
  const fitting = lines.slice(0, end).filter(({ words }) => words.every((word) => columnAt(columns, word) !== null));
  const several = fitting.filter(({ words }) => new Set(words.map((word) => columnAt(columns, word))).size > 1);
  if (fitting.length < end * 0.6 || several.length === 0) return null;
  return tableOf(marks, lines, { start: 0, header: 0, end }, columns, rules);
}

/** A gap as high as several rows ends a table: a signature follows. */
function endOf(lines: readonly WordLine[], start: number): number {
  const gaps = lines.slice(start + 1).map(({ base }, index) => base - lines[start + index].base);
  const usual = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length * 0.75)] ?? 0;
  const far = gaps.findIndex((gap, index) => gap > Math.max(3 * usual, 4 * lines[start + index].size));
  return far === -1 ? lines.length : start + far + 1;
}

/** The line behind the header: as few lines as name the columns, and those with which their names go on. */
function headerEnd(
  marks: readonly Mark[],
  lines: readonly WordLine[],
  start: number,
  end: number,
  columns: readonly Strip[],
  rules: readonly Rule[],
): number | null {
  const most = Math.min(start + MOST_HEADER_LINES, end - 1);
  for (let behind = start + 1; behind <= most; behind += 1) {
    if (!isHeader(cellsBetween(marks, lines, start, behind, columns))) continue;
    let last = behind;
    while (last < most && namesGoOn(last)) last += 1;
    return last;
  }
  return null;

  function namesGoOn(at: number): boolean {
    const [above, line] = [lines[at - 1], lines[at]];
    if (
      line.base - above.base > 1.6 * line.size ||
      ruledBetween(rules, above.base, line.base - line.size * 0.7, columns)
    ) {
      return false;
    }
    const { cells } = cellsBetween(marks, lines, at, at + 1, columns);
    const before = cellsBetween(marks, lines, at - 1, at, columns).cells;
    const goOn = cells.every(({ text, start: column }) => {
      const upper = before.find((each) => each.start === column)?.text ?? '';
      return text === '' || /^[\p{Ll}(/]/u.test(text) || upper.endsWith('-');
    });
    return goOn && isHeader(cellsBetween(marks, lines, start, at + 1, columns));
  }
}

function isHeader({ cells }: Pick<PageRow, 'cells'>): boolean {
  const row: Row = { cells: cells.map(({ start, text }) => cell(start, text)), place: '', afterBreak: false };
  return columnsOf(row) !== null;
}

interface Sorted {
  readonly upright: readonly Mark[];
  readonly turned: readonly Mark[];
}

/** Marks from above: a table asks for the letters of each of its lines many times. */
const sorted = new WeakMap<readonly Mark[], Sorted>();

function sortedOf(marks: readonly Mark[]): Sorted {
  const known = sorted.get(marks);
  if (known !== undefined) return known;
  const made = {
    upright: marks.filter(({ turn }) => turn === 0).toSorted((a, b) => a.base - b.base),
    turned: marks.filter(({ turn }) => turn !== 0),
  };
  sorted.set(marks, made);
  return made;
}

/** Index of the first mark whose base line is at or below a place. */
function firstFrom(marks: readonly Mark[], base: number): number {
  let [low, high] = [0, marks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (marks[middle].base < base) low = middle + 1;
    else high = middle;
  }
  return low;
}

function marksBetween(marks: readonly Mark[], lines: readonly WordLine[], start: number, end: number): readonly Mark[] {
  const top = (lines[start - 1]?.base ?? Number.NEGATIVE_INFINITY) + 1;
  const low = (lines[end - 1]?.base ?? Number.POSITIVE_INFINITY) + 1;
  const { upright, turned } = sortedOf(marks);
  return [
    ...upright.slice(firstFrom(upright, top), firstFrom(upright, low)),
    ...turned.filter(({ y }) => y >= top && y < low),
  ];
}

/** A row with the lines of its cells; a line that runs across columns makes it one cell. */
interface LinedRow {
  readonly top: number;
  readonly cells: readonly { readonly start: number; readonly end: number; readonly lines: readonly TextLine[] }[];
}

function linedBetween(
  marks: readonly Mark[],
  lines: readonly WordLine[],
  start: number,
  end: number,
  columns: readonly Strip[],
): LinedRow {
  const inside = marksBetween(marks, lines, start, end);
  const top = lines[start].base - lines[start].size;
  if (lines.slice(start, end).some((line) => isWide(line, columns))) {
    return { top, cells: [{ start: 0, end: columns.length, lines: linesOfMarks(inside) }] };
  }
  const cells = columns.map((_, column) => {
    const own = inside.filter(({ x }) => columnAt(columns, { left: x, right: x }) === column);
    return { start: column, end: column + 1, lines: linesOfMarks(own) };
  });
  return { top, cells };
}

function isWide({ words }: WordLine, columns: readonly Strip[]): boolean {
  return words.some((word) => columnAt(columns, word) === null);
}

function keyOf({ start, end }: { readonly start: number; readonly end: number }): string {
  return `${start}|${end}`;
}

/** The texts of rows: what room the lines of a column have, all of its cells show. */
function textsOf(rows: readonly LinedRow[]): readonly PageRow[] {
  const step = stepOf(rows.flatMap(({ cells }) => cells.map(({ lines }) => lines)));
  const columns = Map.groupBy(
    rows.flatMap(({ cells }) => cells),
    keyOf,
  );
  const rooms = new Map<string, Room>(
    [...columns].map(([key, cells]) => [key, roomOf(cells.map(({ lines }) => lines))]),
  );
  return rows.map(({ top, cells }) => ({
    top,
    cells: cells.map(({ start, end, lines }) => {
      const text = unwrapped(lines, rooms.get(keyOf({ start, end }))!, step);
      return { start, end, text, bold: isBold(lines), below: false, rows: 1 };
    }),
  }));
}

function cellsBetween(
  marks: readonly Mark[],
  lines: readonly WordLine[],
  start: number,
  end: number,
  columns: readonly Strip[],
): PageRow {
  return textsOf([linedBetween(marks, lines, start, end, columns)])[0];
}

function tableOf(
  marks: readonly Mark[],
  lines: readonly WordLine[],
  { start, header, end }: { readonly start: number; readonly header: number; readonly end: number },
  columns: readonly Strip[],
  rules: readonly Rule[],
): PageTable {
  const single = (at: number): PageRow => cellsBetween(marks, lines, at, at + 1, columns);
  const starts = rowStarts(
    {
      lines,
      columns,
      rules,
      isWide: (at) => isWide(lines[at], columns),
      hasNumber: (at) => beginsWithNumber(single(at)),
      filledIn: (at) => single(at).cells.filter(({ text }) => text !== '').length,
    },
    header,
    end,
  );
  const rows = starts.map((at, index) => linedBetween(marks, lines, at, starts[index + 1] ?? end, columns));
  return {
    borders: [...columns.map(({ left }) => left), columns.at(-1)!.right],
    top: lines[start].base - lines[start].size,
    bottom: lines[end - 1].base,
    rows: [...(header > start ? [cellsBetween(marks, lines, start, header, columns)] : []), ...textsOf(rows)],
    ruled: false,
  };
}

function beginsWithNumber({ cells }: PageRow): boolean {
  const [first] = cells;
  return cells.length > 1 && first !== undefined && numberOf(first.text) !== null;
}
