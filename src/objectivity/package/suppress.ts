/** Reference tables as they may leave the region: cells of fewer than five papers are left out. Pure. */
import type { ReferenceTables } from '../rereading/reference-tables.ts';
import { cellStarts } from '../spread/tables.ts';

/** Groups under this are suppressed in anything that is handed out. */
export const SMALLEST_GROUP = 5;
const MARKS = 4;

/** Groups of one variant and total with fewer papers become empty, in the task tables and in those of marks. */
export function suppressed(tables: ReferenceTables): ReferenceTables {
  const width = cellStarts(tables.tasks).at(-1)!;
  return {
    ...tables,
    variants: tables.variants.map(({ variant, totals, cells }) => ({
      variant,
      totals: totals.map((count) => (few(count) ? 0 : count)),
      cells: cells.map((count, at) => (few(totals[Math.floor(at / width)]!) ? 0 : count)),
    })),
    journal: tables.journal.map(({ variant, counts }) => ({
      variant,
      counts: counts.map((count, at) => {
        const first = at - (at % MARKS);
        return few(counts.slice(first, first + MARKS).reduce((sum, each) => sum + each, 0)) ? 0 : count;
      }),
    })),
  };
}

function few(count: number): boolean {
  return count < SMALLEST_GROUP;
}
