/** How figures of a calibration are read. */
import type { CalibratedVariant, Calibration, TaskCalibration } from './model.ts';

/** Mean squares that school tests usually stay within: Wright & Linacre 1994, Rasch Measurement Transactions 8:370. */
export const USUAL_FIT = { low: 0.7, high: 1.3 } as const;

/** Fewer papers leave the threshold next to a score uncertain: Linacre 2002, J. Appl. Meas. 3:85. */
export const FEWEST_OF_A_SCORE = 10;

/**
 * erratic: pupils who solve little else solve it, or those who solve much fail it, more often than the model expects; orderly: the task
 * divides strong from weak more sharply than the others. Infit decides: outfit can rest on a few wild papers.
 */
export type FitWord = 'usual' | 'erratic' | 'orderly';

export function fitOf({ infit }: Pick<TaskCalibration, 'infit'>): FitWord | null {
  if (infit === null) return null;
  if (infit > USUAL_FIT.high) return 'erratic';
  return infit < USUAL_FIT.low ? 'orderly' : 'usual';
}

/** Scores that somebody got, but too few for a threshold to be trusted. */
export function scarceScores({ counts }: Pick<TaskCalibration, 'counts'>): number[] {
  return counts.flatMap((count, score) => (count > 0 && count < FEWEST_OF_A_SCORE ? [score] : []));
}

/** Thresholds that fall where they should rise: some score between is never the most likely one. */
export function disordered({ thresholds }: Pick<TaskCalibration, 'thresholds'>): boolean {
  const known = thresholds.filter((threshold) => threshold !== null);
  return known.some((threshold, index) => index > 0 && threshold < known[index - 1]!);
}

export function calibratedVariants({ variants }: Calibration): CalibratedVariant[] {
  return variants.filter((variant) => variant.kind === 'calibrated');
}

/** Share of the maximum that the papers with the task got, 0..1; null where none has it. */
export function solvedShare({
  counts,
  max,
  papers,
}: Pick<TaskCalibration, 'counts' | 'max' | 'papers'>): number | null {
  if (papers === 0 || max === 0) return null;
  return counts.reduce((sum, count, score) => sum + count * score, 0) / papers / max;
}
