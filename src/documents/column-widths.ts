/** Widths of the columns of a table: the shares that the document names, and no column narrower than its longest word unless it says so. */
import { theFonts, widthOf } from './fonts.ts';
import { placed } from './grid.ts';
import { CELL_PADDING } from './layout.ts';
import type { Table } from './model.ts';
import { ENDS_OF_LINES, plainText } from './words.ts';

const MM_PER_POINT = 25.4 / 72;
/** A word longer than this share of the table is broken: an address, not a word. */
const MOST_SHARE = 0.4;
/** Lines and rounding, millimetres. */
const TOLERANCE = 0.4;

/**
 * @param width of the text, millimetres. Returns millimetres that add up to it.
 * @throws RangeError when the rows do not fill the columns.
 */
export function columnWidths(table: Table, width: number): readonly number[] {
  const { columns } = table;
  const sum = columns.reduce((total, column) => total + column.width, 0);
  const wanted = columns.map((column) => (column.width / sum) * width);
  if (table.exact === true) return wanted;
  const least = leastWidths(table).map((each) => Math.min(each, width * MOST_SHARE));
  const lacking = wanted.reduce((total, each, index) => total + Math.max(0, least[index] - each), 0);
  const spare = wanted.reduce((total, each, index) => total + Math.max(0, each - least[index]), 0);
  if (lacking === 0 || lacking > spare) return wanted;
  return wanted.map((each, index) =>
    each < least[index] ? least[index] : each - ((each - least[index]) / spare) * lacking,
  );
}

function leastWidths({ columns, header, rows, fontSize }: Table): readonly number[] {
  const fonts = theFonts();
  const longest = columns.map(() => 0);
  for (const { cell, column } of placed([...header, ...rows], columns.length).flat()) {
    if ((cell.columns ?? 1) > 1) continue;
    for (const word of plainText(cell.words).split(ENDS_OF_LINES)) {
      longest[column] = Math.max(longest[column], widthOf(word.trim(), fonts));
    }
  }
  return longest.map((each) => each * fontSize * MM_PER_POINT + 2 * CELL_PADDING.x + TOLERANCE);
}
