/** Printed totals: read, compared with the scores, and set aside where the form never calculated them. */
import type { TableRow } from '#src/platform/tables/source.ts';
import type { PaperDraft } from '../model.ts';
import type { ProblemPlace, ResultProblemCode } from '../problems.ts';
import { recomputedTotal } from '../work-match.ts';
import { cellText } from './cells.ts';
import type { HeaderColumn } from './headers.ts';

export type Report = (code: ResultProblemCode, column: HeaderColumn | undefined, place?: ProblemPlace) => void;

export function readTotal(row: TableRow, column: HeaderColumn | undefined, report: Report): number | null {
  const text = column === undefined ? '' : cellText(row.values[column.index]);
  if (column === undefined || text === '') return null;
  const total = Number(text.replace(',', '.'));
  if (Number.isInteger(total) && total >= 0) return total;
  report('total-unknown', column, { found: text });
  return null;
}

export function compareTotal(
  total: number,
  scores: readonly number[],
  tasks: readonly HeaderColumn[],
  column: HeaderColumn | undefined,
  report: Report,
): void {
  const recomputed = recomputedTotal(scores);
  const max = tasks.reduce<number | null>((sum, { task }) => addMaximum(sum, task?.max ?? null), 0);
  if (max !== null && total > max) {
    report('total-above-maximum', column, { found: String(total), allowed: `0–${max}` });
  } else if (total !== recomputed) {
    report('total-differs', column, { found: String(total), allowed: String(recomputed) });
  }
}

function addMaximum(sum: number | null, max: number | null): number | null {
  return sum === null || max === null ? null : sum + max;
}

/** Takes away totals of 0 beside scores, which are no totals, and counts them. */
export function dropZeroTotals(papers: PaperDraft[]): number {
  let dropped = 0;
  for (const [position, paper] of papers.entries()) {
    if (paper.total !== 0 || recomputedTotal(paper.scores) === 0) continue;
    papers[position] = { ...paper, total: null };
    dropped += 1;
  }
  return dropped;
}
