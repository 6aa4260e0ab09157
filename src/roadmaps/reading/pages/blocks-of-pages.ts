/** Pages of print as paragraphs and tables: a table that a page's end cuts goes on with the next page's. */
import { type Block, type Cell, cell, MOST_ROWS, oneLine, type Row } from '../blocks.ts';
import { linesOfMarks, type TextLine } from './lines.ts';
import type { Mark, Page } from './model.ts';
import { paragraphsOf } from './paragraphs.ts';
import { distinct, rulings } from './rules.ts';
import { type PageCell, type PageRow, type PageTable, ruledTable } from './ruled-table.ts';
import { withoutRunning } from './running.ts';
import { unruledRest, unruledTable } from './unruled-table.ts';
import type { Room } from './wraps.ts';

interface OpenPage {
  readonly page: Page;
  readonly tables: readonly PageTable[];
  /** Marks outside the drawn tables, those of running heads left out. */
  readonly marks: readonly Mark[];
}

interface Placed {
  readonly top: number;
  readonly table: PageTable | null;
  readonly text: string;
  readonly bold: boolean;
}

export function blocksOfPages(pages: readonly Page[]): readonly Block[] {
  const blocks: Block[] = [];
  let open: PageTable | null = null;
  for (const one of opened(pages)) {
    const placed: readonly Placed[] = placedOn(one, open);
    const place = placesOn(one.page.number);
    placed.forEach((item, index) => {
      if (item.table === null) {
        blocks.push({ kind: 'paragraph', text: oneLine(item.text), bold: item.bold, place: place() });
        return;
      }
      const last = blocks.at(-1);
      if (index === 0 && open !== null && last?.kind === 'table' && sameFrame(open, item.table)) {
        const [before, after]: readonly [readonly Row[], PageTable] = onOneGrid(last.rows, open, item.table);
        const rows = rowsOf(carried(before, after), place, true);
        const all = [...before, ...rows].slice(0, MOST_ROWS);
        blocks[blocks.length - 1] = { ...last, rows: all, mergesKnown: last.mergesKnown && after.ruled };
        open = after;
      } else {
        const rows = rowsOf(item.table.rows, place, false);
        const { ruled } = item.table;
        blocks.push(...asBlocks(rows, `страница ${one.page.number}`, ruled));
        open = item.table;
      }
    });
    if (placed.at(-1)?.table === null) open = null;
  }
  return blocks;
}

/** Rows and paragraphs of a page are counted together from its top. */
function placesOn(page: number): () => string {
  let line = 0;
  return () => `страница ${page}, строка ${(line += 1)}`;
}

/** A frame around paragraphs is no table. */
function asBlocks(rows: readonly Row[], place: string, ruled: boolean): readonly Block[] {
  if (rows.some(({ cells }) => cells.length > 1)) return [{ kind: 'table', rows, place, mergesKnown: ruled }];
  return rows.flatMap(({ cells, place: of }) =>
    cells.flatMap(({ text, bold }) =>
      text
        .split('\n')
        .flatMap((line) => (line === '' ? [] : [{ kind: 'paragraph' as const, text: line, bold, place: of }])),
    ),
  );
}

function opened(pages: readonly Page[]): readonly OpenPage[] {
  const drawn = pages.map((page) => {
    const tables: PageTable[] = [];
    let marks = page.marks;
    for (const ruling of rulings(page.rules)) {
      const table = ruledTable(ruling, marks);
      if (table === null || table.rows.every(({ cells }) => cells.every(({ text }) => text === ''))) continue;
      tables.push(table);
      const { left, right, top, bottom } = ruling.box;
      marks = marks.filter(({ x, y }) => x < left || x > right || y < top - 2 || y > bottom + 2);
    }
    return { page, tables, marks, lines: linesOfMarks(marks) };
  });
  const kept = withoutRunning(drawn.map(({ page, lines }) => ({ height: page.height, lines })));
  return drawn.map(({ page, tables, marks, lines }, index) => {
    const gone = lines.filter((line) => !kept[index].includes(line)).map(({ base }) => base);
    return { page, tables, marks: marks.filter((mark) => !gone.some((base) => Math.abs(mark.base - base) < 2)) };
  });
}

/** Tables and paragraphs of a page from above; between drawn tables there may stand one without lines. */
function placedOn({ page, tables, marks }: OpenPage, open: PageTable | null): readonly Placed[] {
  const placed: Placed[] = tables.map((table) => ({ top: table.top, table, text: '', bold: false }));
  const room = roomOfPage(page, tables);
  const borders = [Number.NEGATIVE_INFINITY, ...tables.map(({ top }) => top), Number.POSITIVE_INFINITY];
  borders.slice(1).forEach((low, index) => {
    let rest = marks.filter(({ y }) => y >= borders[index] && y < low);
    const goesOn = index === 0 && open !== null && !open.ruled ? unruledRest(rest, page.rules, open) : null;
    const table = unruledTable(rest, page.rules) ?? goesOn;
    if (table !== null) {
      placed.push({ top: table.top, table, text: '', bold: false });
      rest = rest.filter(({ y }) => y < table.top - 1 || y > table.bottom + 1);
    }
    const lines: readonly TextLine[] = linesOfMarks(rest);
    const cut = table?.top ?? Number.POSITIVE_INFINITY;
    for (const part of [lines.filter(({ base }) => base <= cut), lines.filter(({ base }) => base > cut)]) {
      // Blocks side by side are read one after the other, though the second begins higher up.
      let lowest = Number.NEGATIVE_INFINITY;
      for (const paragraph of paragraphsOf(part, room)) {
        lowest = Math.max(lowest, paragraph.top);
        placed.push({ ...paragraph, top: lowest, table: null });
      }
    }
  });
  return placed.toSorted((a, b) => a.top - b.top);
}

/** Between the margins, as far as its letters and tables show them. */
function roomOfPage({ marks }: Page, tables: readonly PageTable[]): Room {
  const upright = marks.filter(({ turn }) => turn === 0);
  let [left, right] = [Number.POSITIVE_INFINITY, 0];
  for (const { from, to } of upright) [left, right] = [Math.min(left, from), Math.max(right, to)];
  for (const { borders } of tables) [left, right] = [Math.min(left, borders[0]), Math.max(right, borders.at(-1)!)];
  return { left, right };
}

function sameFrame(a: PageTable, b: PageTable): boolean {
  const near = (x: number, y: number): boolean => Math.abs(x - y) <= (a.ruled && b.ruled ? 8 : 24);
  return a.ruled === b.ruled && near(a.borders[0], b.borders[0]) && near(a.borders.at(-1)!, b.borders.at(-1)!);
}

/** Both halves on the borders of both. */
function onOneGrid(rows: readonly Row[], above: PageTable, below: PageTable): readonly [readonly Row[], PageTable] {
  if (!above.ruled)
    return [rows, below.borders.length === above.borders.length ? below : { ...below, borders: above.borders }];
  const borders = distinct([...above.borders, ...below.borders], 4);
  const at = (from: readonly number[]): ((index: number) => number) => {
    return (index) => nearest(borders, from[Math.min(index, from.length - 1)]);
  };
  const [old, own] = [at(above.borders), at(below.borders)];
  const moved = rows.map((row) => ({
    ...row,
    cells: row.cells.map((each) => ({
      ...each,
      column: old(each.column),
      span: Math.max(1, old(each.column + each.span) - old(each.column)),
    })),
  }));
  const lower = below.rows.map(({ top, cells }) => ({
    top,
    cells: cells.map((each) => ({ ...each, start: own(each.start), end: own(each.end) })),
  }));
  return [moved, { ...below, borders, rows: lower }];
}

function nearest(borders: readonly number[], place: number): number {
  let best = 0;
  borders.forEach((border, index) => {
    if (Math.abs(border - place) < Math.abs(borders[best] - place)) best = index;
  });
  return best;
}

/** An empty merged cell at the top of a page goes on with the one that the page before ended in. */
function carried(before: readonly Row[], { rows }: PageTable): readonly PageRow[] {
  const above = new Map(before.at(-1)?.cells.map((each) => [each.column, each] as const));
  const isRest = ({ start, text, rows: of }: PageCell): boolean =>
    text === '' && above.has(start) && (of > 1 || above.get(start)?.inherited === true);
  const first = rows.findIndex(({ cells }) => cells.some(isRest));
  if (first === -1 || first > 2) return rows;
  const filled = (each: PageCell): PageCell => {
    const from = above.get(each.start);
    return from !== undefined && isRest(each) ? { ...each, text: from.text, bold: from.bold, below: true } : each;
  };
  let going = true;
  return rows.map((row, index) => {
    if (index < first) return row;
    going &&= index === first || row.cells.some(({ below }) => below);
    return going ? { ...row, cells: row.cells.map(filled) } : row;
  });
}

function rowsOf(rows: readonly PageRow[], place: () => string, goesOn: boolean): readonly Row[] {
  return rows.map(({ cells }, index): Row => {
    return {
      place: place(),
      afterBreak: goesOn && index === 0,
      cells: cells.map(
        ({ start, end, text, bold, below }): Cell =>
          cell(start, text, { span: end - start, bold, inherited: below && text !== '' }),
      ),
    };
  });
}
