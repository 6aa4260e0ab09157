/** Workbooks and web pages, by the readers of tables that the system has: rows with their merged cells. */
import { openTable } from '#src/platform/tables/open.ts';
import type { CellValue, MergedRange, TableSheet } from '#src/platform/tables/source.ts';
import { type Block, type Cell, cell, MOST_COLUMNS, MOST_ROWS, type Row, type Source } from './blocks.ts';
import type { Problem } from './model.ts';

/** @throws Refusal of platform/tables/errors.ts. */
export async function readGrid(bytes: Uint8Array): Promise<Source> {
  const { format, sheets } = await openTable(bytes);
  const blocks: Block[] = [];
  const problems: Problem[] = [];
  for (const sheet of sheets) {
    if (sheet.hidden) problems.push({ code: 'hiddenSheet', place: sheet.name, words: null });
    else blocks.push(...(await blocksOf(sheet, problems)));
  }
  return { format: format === 'html' ? 'html' : 'xlsx', blocks, problems };
}

async function blocksOf(sheet: TableSheet, problems: Problem[]): Promise<readonly Block[]> {
  const merges = new Merges(await sheet.merges());
  const rows: Row[] = [];
  const name = sheet.name === null || sheet.name === 'HTML' ? '' : `${sheet.name}, `;
  for await (const { number, values } of sheet.rows()) {
    if (rows.length >= MOST_ROWS) {
      problems.push({ code: 'documentCut', place: `${name}строка ${number}`, words: null });
      break;
    }
    rows.push({ cells: merges.cells(number, values), place: `${name}строка ${number}`, afterBreak: false });
  }
  return rows.length === 0 ? [] : [{ kind: 'table', rows, place: sheet.name ?? '', mergesKnown: true }];
}

/** Rows come from the top: the value of a merged range is met before the rows below ask for it. */
class Merges {
  #open: MergedRange[] = [];
  readonly #values = new Map<MergedRange, string>();
  #tops: readonly MergedRange[];

  constructor(ranges: readonly MergedRange[]) {
    this.#tops = ranges.toSorted((a, b) => a.top - b.top);
  }

  cells(row: number, values: readonly CellValue[]): readonly Cell[] {
    // Rows without a value are skipped by the reader, so ranges that began there are taken up too.
    const started = this.#tops.filter(({ top }) => top <= row);
    this.#tops = this.#tops.slice(started.length);
    this.#open = [
      ...this.#open.filter(({ bottom }) => bottom >= row),
      ...started.filter(({ bottom }) => bottom >= row),
    ];
    const width = Math.min(MOST_COLUMNS, Math.max(values.length, ...this.#open.map(({ right }) => right + 1)));
    const cells: Cell[] = [];
    for (let column = 0; column < width; column += 1) {
      const range = this.#open.find(({ left, right }) => left <= column && column <= right);
      if (range === undefined) cells.push(cell(column, textOf(values[column] ?? null)));
      else if (range.left === column) cells.push(this.#merged(range, row, textOf(values[column] ?? null)));
    }
    return cells;
  }

  #merged(range: MergedRange, row: number, own: string): Cell {
    const span = range.right - range.left + 1;
    if (row === range.top || own !== '') {
      this.#values.set(range, own);
      return cell(range.left, own, { span });
    }
    const above = this.#values.get(range) ?? '';
    return cell(range.left, above, { span, inherited: above !== '' });
  }
}

function textOf(value: CellValue): string {
  if (value === null) return '';
  if (value instanceof Date) {
    return `${twoDigits(value.getUTCDate())}.${twoDigits(value.getUTCMonth() + 1)}.${value.getUTCFullYear()}`;
  }
  // Binary fractions of labels: 1.1 must not become 1.1000000000000001.
  return typeof value === 'number' ? String(Number(value.toPrecision(12))) : String(value);
}

function twoDigits(part: number): string {
  return String(part).padStart(2, '0');
}
