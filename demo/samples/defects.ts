/** A collection form with the mistakes that real ones have: one of each kind, every one in a row of its own. */
import type { RawCell, RawRow } from '#src/platform/tables/raw-workbook.ts';
import { LEADING, writeForm2026 } from '../formats/form-2026.ts';
import type { DemoClassResult } from '../results.ts';

/** One mistake: what is typed, and the code of the problem a reader must report (results/problems.ts). */
export interface Defect {
  readonly problem: string;
  readonly spoil: (cells: RawCell[], taskCount: number) => void;
}

const JOURNAL_AFTER_TASKS = 1;
const TOTAL_AFTER_TASKS = 2;

function at(position: number, value: RawCell): Defect['spoil'] {
  return (cells) => {
    cells[position] = value;
  };
}

function task(number: number, value: RawCell): Defect['spoil'] {
  return at(LEADING + number - 1, value);
}

/** The defects in the order of the rows they stand in. */
export const DEFECTS: readonly Defect[] = [
  { problem: 'value-unknown', spoil: task(1, '?') },
  { problem: 'score-above-maximum', spoil: task(2, 7) },
  { problem: 'score-not-whole', spoil: task(3, 1.5) },
  // A spreadsheet takes «1.2» for the first of February.
  { problem: 'score-is-date', spoil: task(1, new Date('2026-02-01T00:00:00Z')) },
  { problem: 'formula-cell', spoil: task(2, { formula: '1+1', value: 2 }) },
  { problem: 'value-guessed', spoil: task(3, 'Н') },
  { problem: 'score-missing', spoil: task(1, null) },
  { problem: 'absent-with-scores', spoil: at(1, 'отсутствовал') },
  { problem: 'participant-missing', spoil: at(0, null) },
  {
    problem: 'journal-mark-unknown',
    spoil: (cells, taskCount) => {
      cells[LEADING + taskCount + JOURNAL_AFTER_TASKS] = 6;
    },
  },
  {
    problem: 'total-differs',
    spoil: (cells, taskCount) => {
      const place = LEADING + taskCount + TOTAL_AFTER_TASKS;
      const total = cells[place];
      if (typeof total !== 'object' || total === null || !('formula' in total)) return;
      // Always within the maximum, and never the sum.
      cells[place] = { ...total, value: total.value === 3 ? 4 : 3 };
    },
  },
];

/** The code of the next pupil is typed twice, with different scores: nobody can tell whose paper it is. */
export const DUPLICATE_PROBLEM = 'duplicate-participant';

/** First row with a defect, 1-based, and the step to the next one: sound rows stand between them. */
export const FIRST_DEFECT_ROW = 4;
export const DEFECT_STEP = 2;

/**
 * @param results classes of one school in one work: at least thirty pupils. Pupils who were absent are left out, so that
 *   every mistake stands alone.
 */
export function writeFormWithDefects(results: readonly DemoClassResult[]): Promise<Buffer> {
  const taskCount = results[0]!.work.tasks.length;
  const present = results.map((result) => ({
    ...result,
    papers: result.papers.filter((paper) => paper.status === 'present'),
  }));
  return writeForm2026(present, (rows) => {
    const altered = rows.map((row): RawRow => ({ ...row, values: [...row.values] }));
    const cellsOf = (row: number): RawCell[] => altered[row - 1]!.values as RawCell[];
    DEFECTS.forEach((defect, index) => defect.spoil(cellsOf(FIRST_DEFECT_ROW + index * DEFECT_STEP), taskCount));
    const last = FIRST_DEFECT_ROW + DEFECTS.length * DEFECT_STEP;
    cellsOf(last + 1)[0] = cellsOf(last)[0]!;
    return altered;
  });
}
