/** Places the cells of a page's table on a grid: `colspan` and `rowspan` move the cells that follow, as a spreadsheet does. */
import type { CellValue, MergedRange, TableRow } from './source.ts';

/** Further out no protocol has a column; values there are counted by the caller, spans are cut. */
export const MOST_COLUMNS = 1024;
const LONGEST_SPAN = 65_000;
/** A spreadsheet cell holds no more. */
const LONGEST_TEXT = 32_767;
const MOST_MERGES = 100_000;

export class HtmlGrid {
  readonly #columns: CellValue[] = [];
  /** By column: the last row that a cell from above covers. */
  readonly #covered: number[] = [];
  readonly merges: MergedRange[] = [];
  #row = 0;
  #next = 0;
  #open = false;
  /** Whether a value stood further out than the last column. */
  tooWide = false;

  /** Begins a row; the number of the row before it counts on. */
  startRow(number: number): void {
    this.#row = number;
    this.#next = 0;
    this.#columns.length = 0;
    this.#open = true;
  }

  get isOpen(): boolean {
    return this.#open;
  }

  addCell(text: string, colspan: number, rowspan: number): void {
    while ((this.#covered[this.#next] ?? 0) >= this.#row) this.#next += 1;
    const left = this.#next;
    const value = clean(text);
    if (left >= MOST_COLUMNS) {
      this.tooWide ||= value !== '';
      return;
    }
    const right = Math.min(left + clampSpan(colspan) - 1, MOST_COLUMNS - 1);
    const bottom = this.#row + clampSpan(rowspan) - 1;
    while (this.#columns.length <= left) this.#columns.push(null);
    this.#columns[left] = value === '' ? null : value;
    if (bottom > this.#row) for (let column = left; column <= right; column += 1) this.#covered[column] = bottom;
    if ((right > left || bottom > this.#row) && this.merges.length < MOST_MERGES) {
      this.merges.push({ top: this.#row, bottom, left, right });
    }
    this.#next = right + 1;
  }

  /** The row as it stands, or null when nothing is in it. */
  endRow(): TableRow | null {
    this.#open = false;
    if (!this.#columns.some((value) => value !== null)) return null;
    return { number: this.#row, values: [...this.#columns], formulas: [] };
  }

  /** A cell that covers rows below its table covers nothing of the next one. */
  endTable(): void {
    this.#covered.length = 0;
  }
}

function clampSpan(span: number): number {
  return Number.isInteger(span) && span > 0 ? Math.min(span, LONGEST_SPAN) : 1;
}

export function clean(text: string): string {
  return text
    .replace(/[\s\u00a0]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_TEXT);
}
