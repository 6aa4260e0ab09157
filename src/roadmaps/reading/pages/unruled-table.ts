/**
 * A table that has no lines, or only lines between its rows: its columns are the strips that letters leave free from the header
 * down, its rows begin at a wider gap, at a line, or at a number.
 */
import { cell, type Row } from '../blocks.ts';
import { columnsOf } from '../header.ts';
import { numberOf } from '../looks.ts';
import { cellText, linesOfMarks, SPACE } from './lines.ts';
import type { Mark, Rule } from './model.ts';
import type { PageRow, PageTable } from './ruled-table.ts';

/** Names that a header cannot do without. */
const HEADER = /мероприят|содержани|срок|дата|ответствен|исполнит|наименовани/iu;
/** Lines of a header. */
const MOST_HEADER_LINES = 5;
/** Free strips that part columns, in sizes of the letters. */
const GUTTER = 0.7;
const ROW_GAP = 1.35;

interface Strip {
  readonly left: number;
  readonly right: number;
}

/** A line of words, each with its letters kept for the text of the cells. */
interface WordLine {
  readonly base: number;
  readonly size: number;
  readonly words: readonly Strip[];
}

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

function wordLines(marks: readonly Mark[]): readonly WordLine[] {
  return linesOfMarks(
    marks.filter(({ turn }) => turn === 0),
    SPACE,
  ).map(({ base, pieces }) => ({ base, size: Math.max(...pieces.map(({ size }) => size)), words: pieces }));
}

/** A gap as high as several rows ends a table: a signature follows. */
function endOf(lines: readonly WordLine[], start: number): number {
  const gaps = lines.slice(start + 1).map(({ base }, index) => base - lines[start + index].base);
  const usual = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length * 0.75)] ?? 0;
  const far = gaps.findIndex((gap, index) => gap > Math.max(3 * usual, 4 * lines[start + index].size));
  return far === -1 ? lines.length : start + far + 1;
}

/** Strips with letters, between strips that nearly every line leaves free. */
function columnsIn(lines: readonly WordLine[]): readonly Strip[] {
  const size = lines.map((line) => line.size).toSorted((a, b) => a - b)[Math.floor(lines.length / 2)] ?? 10;
  const left = Math.min(...lines.flatMap(({ words }) => words.map((word) => word.left)));
  const right = Math.max(...lines.flatMap(({ words }) => words.map((word) => word.right)));
  // Headings and paragraphs run across everything: lines without a gap say nothing about columns.
  const telling = lines.filter(({ words }) =>
    words.some((word, at) => at > 0 && word.left - words[at - 1].right > size),
  );
  const free = telling.length < 6 ? 0 : Math.floor(telling.length * 0.04);
  const step = 1;
  const counts = Array.from({ length: Math.max(0, Math.ceil((right - left) / step)) }, () => 0);
  for (const { words } of telling) {
    for (const word of words) {
      const last = Math.min(counts.length - 1, Math.floor((word.right - left) / step));
      for (let at = Math.max(0, Math.floor((word.left - left) / step)); at <= last; at += 1) counts[at] += 1;
    }
  }
  const strips: Strip[] = [];
  let begin = 0;
  let gapFrom: number | null = null;
  counts.forEach((count, at) => {
    if (count <= free) gapFrom ??= at;
    else {
      if (gapFrom !== null && (at - gapFrom) * step >= GUTTER * size && gapFrom > begin) {
        strips.push({ left: left + begin * step, right: left + gapFrom * step });
        begin = at;
      }
      gapFrom = null;
    }
  });
  strips.push({ left: left + begin * step, right: right + 1 });
  return strips;
}

/** Index of the column that a word lies in; null where it lies across two. */
function columnAt(columns: readonly Strip[], word: Strip): number | null {
  const middle = (word.left + word.right) / 2;
  const at = columns.findIndex(({ right }, index) => {
    const next = columns[index + 1];
    return next === undefined || middle < (right + next.left) / 2;
  });
  const next = columns[at + 1];
  const before = columns[at - 1];
  if (next !== undefined && word.right > next.left + 2) return null;
  return before !== undefined && word.left < before.right - 2 ? null : at;
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

function cellsBetween(
  marks: readonly Mark[],
  lines: readonly WordLine[],
  start: number,
  end: number,
  columns: readonly Strip[],
): PageRow {
  const inside = marksBetween(marks, lines, start, end);
  const wide = lines.slice(start, end).some(({ words }) => words.some((word) => columnAt(columns, word) === null));
  const top = lines[start].base - lines[start].size;
  if (wide) {
    const { text, bold } = cellText(inside);
    return { top, cells: [{ start: 0, end: columns.length, text, bold, below: false, rows: 1 }] };
  }
  const cells = columns.map((_, column) => {
    const own = inside.filter(({ x }) => columnAt(columns, { left: x, right: x }) === column);
    return { start: column, end: column + 1, ...cellText(own), below: false, rows: 1 };
  });
  return { top, cells };
}

function tableOf(
  marks: readonly Mark[],
  lines: readonly WordLine[],
  { start, header, end }: { readonly start: number; readonly header: number; readonly end: number },
  columns: readonly Strip[],
  rules: readonly Rule[],
): PageTable {
  const rows: PageRow[] = header > start ? [cellsBetween(marks, lines, start, header, columns)] : [];
  const gaps = lines.slice(header + 1, end).map(({ base }, index) => base - lines[header + index].base);
  const size = lines[header]?.size ?? 10;
  const small = gaps.filter((gap) => gap < 1.6 * size).toSorted((a, b) => a - b);
  const leading = small.length >= gaps.length * 0.25 ? (small[Math.floor(small.length / 3)] ?? 1.2 * size) : 1.2 * size;
  const isWide = ({ words }: WordLine): boolean => words.some((word) => columnAt(columns, word) === null);
  const filledIn = (at: number): number =>
    cellsBetween(marks, lines, at, at + 1, columns).cells.filter(({ text }) => text !== '').length;
  const apart = (at: number): boolean =>
    lines[at].base - lines[at - 1].base > ROW_GAP * leading ||
    ruledBetween(rules, lines[at - 1].base, lines[at].base - lines[at].size * 0.7, columns) ||
    beginsWithNumber(cellsBetween(marks, lines, at, at + 1, columns));
  // Without gaps, lines or numbers a row begins where nearly every column has a text again.
  const bare = Array.from({ length: Math.max(0, end - header - 1) }, (_, index) => header + 1 + index).every(
    (at) => !apart(at),
  );
  const least = Math.max(2, columns.length - 1);
  let first = header;
  for (let at = header + 1; at <= end; at += 1) {
    const [above, line] = [lines[at - 1], lines[at]];
    const begins =
      at === end || isWide(line) !== isWide(above) || apart(at) || (bare && !isWide(line) && filledIn(at) >= least);
    if (!begins) continue;
    rows.push(cellsBetween(marks, lines, first, at, columns));
    first = at;
  }
  return {
    borders: [...columns.map(({ left }) => left), columns.at(-1)!.right],
    top: lines[start].base - lines[start].size,
    bottom: lines[end - 1].base,
    rows,
    ruled: false,
  };
}

function ruledBetween(rules: readonly Rule[], top: number, bottom: number, columns: readonly Strip[]): boolean {
  const width = columns.at(-1)!.right - columns[0].left;
  return rules.some(
    ({ horizontal, at, from, to }) => horizontal && at > top && at < bottom + 2 && to - from > width * 0.5,
  );
}

function beginsWithNumber({ cells }: PageRow): boolean {
  const [first] = cells;
  return cells.length > 1 && first !== undefined && numberOf(first.text) !== null;
}
