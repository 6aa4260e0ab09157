/** One task cell: a score, a special value, or a problem. */
import type { CellValue } from '#src/platform/tables/source.ts';
import { NO_VALUE } from '../model.ts';
import type { ResultProblemCode } from '../problems.ts';
import { specialValue } from '../rules.ts';
import { cellText } from './cells.ts';

export interface ScoreReading {
  /** Score >= 0 or a special value; NO_VALUE where the cell is empty or could not be read. */
  readonly value: number;
  readonly problem: ResultProblemCode | null;
}

const EMPTY: ScoreReading = { value: NO_VALUE, problem: null };
const WHOLE: readonly ScoreReading[] = Array.from({ length: 21 }, (_, value) => ({ value, problem: null }));

/** @param max maximum of the task, points; null when it is not known here and will be checked against the work. */
export function readScore(cell: CellValue | undefined, max: number | null): ScoreReading {
  if (cell === null || cell === undefined) return EMPTY;
  if (typeof cell === 'number') return readNumber(cell, max);
  if (cell instanceof Date) return { value: NO_VALUE, problem: 'score-is-date' };
  const text = cellText(cell);
  if (text === '') return EMPTY;
  if (/^-?\d+(?:[.,]\d+)?$/u.test(text)) return readNumber(Number(text.replace(',', '.')), max);
  const special = specialValue(text);
  if (special === null) return { value: NO_VALUE, problem: 'value-unknown' };
  return { value: special.value, problem: special.certain ? null : 'value-guessed' };
}

function readNumber(score: number, max: number | null): ScoreReading {
  if (!Number.isInteger(score) || score < 0) return { value: NO_VALUE, problem: 'score-not-whole' };
  if (max !== null && score > max) return { value: NO_VALUE, problem: 'score-above-maximum' };
  return WHOLE[score] ?? { value: score, problem: null };
}
