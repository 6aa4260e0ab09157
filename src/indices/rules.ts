/**
 * How indices are counted. The regions' own formulas are not published; these are ours, and every page says so beside its
 * numerator and denominator.
 */
import type {
  ExamResults,
  FinalMarks,
  IndexKind,
  IndexSettings,
  MedalOutcome,
  MedalThresholds,
  Outcome,
} from './model.ts';
import type { Term } from '#src/results/model.ts';

/**
 * Used for a year that the region has set nothing for. Medals: order of the Ministry of Education of 29.09.2023 No. 730.
 * Gap of one mark is «понизили» of the official tables; minimum of ten is the product's rule for a conclusion.
 */
export const DEFAULT_SETTINGS: IndexSettings = {
  gap: { vpr: 1, oge: 1, dkr: 1 },
  minimum: 10,
  medal: {
    1: { russian: 70, other: 70, baseMathematics: 5 },
    2: { russian: 60, other: 60, baseMathematics: 5 },
  },
};

/** Which index the papers of a kind of procedure enter; EGE papers enter the index of medallists. */
export const PROCEDURE_OF: Readonly<Record<IndexKind, 'vpr' | 'oge' | 'dkr' | 'ege'>> = {
  vpr: 'vpr',
  oge: 'oge',
  dkr: 'dkr',
  medal: 'ege',
};

/**
 * Terms whose mark stands for the school's when the paper carries none, best first: a state exam is compared with the mark
 * of the year, a work within the year with the last term that was closed before it.
 */
export const TERM_ORDER: Readonly<Record<'exam' | 'work', readonly Term[]>> = {
  exam: ['year', 'final', 'q4', 't3', 'h2', 'q3', 't2', 'h1', 'q2', 'q1', 't1'],
  work: ['q3', 't2', 'h1', 'q2', 't1', 'q1', 'year', 'final', 'q4', 't3', 'h2'],
};

/** The outside mark against the school's: «понизили», «подтвердили», «повысили» of the official tables. */
export function outcomeOf(school: number, outside: number): Outcome {
  if (outside === school) return 'confirmed';
  return outside > school ? 'raised' : 'lowered';
}

/** True when the school mark is higher than the outside mark by at least `gap` marks. */
export function isNotConfirmed(school: number, outside: number, gap: number): boolean {
  return school - outside >= gap;
}

/** Degree of the medal that final marks lay claim to by order 730: I all «5», II «5» and not more than two «4». */
export function claimedDegree({ fives, fours, lower }: FinalMarks): 1 | 2 | null {
  if (lower > 0 || fives === 0) return null;
  if (fours === 0) return 1;
  return fours <= 2 ? 2 : null;
}

/**
 * Whether exams confirm a medal: Russian and one other subject at the thresholds, or base mathematics where only Russian
 * and base mathematics were taken. 'unknown' without a score in Russian or without any second exam: no share counts it.
 */
export function medalOutcome(
  { russian, bestOther, baseMathematics }: ExamResults,
  thresholds: MedalThresholds,
): MedalOutcome {
  if (russian === null || (bestOther === null && baseMathematics === null)) return 'unknown';
  if (russian < thresholds.russian) return 'notConfirmed';
  if (bestOther !== null) return bestOther >= thresholds.other ? 'confirmed' : 'notConfirmed';
  return baseMathematics! >= thresholds.baseMathematics ? 'confirmed' : 'notConfirmed';
}
