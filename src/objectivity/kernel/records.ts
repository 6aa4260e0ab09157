/**
 * Papers as records of one width: scores, total, mark, journal mark and variant of a pupil side by side, as the kernel reads
 * them and as the sidecar stores them.
 *
 * Layout of a record, `stride` bytes (a multiple of 16, at least taskCount + 8): scores of the tasks as signed bytes
 * (missing values below zero, results/model.ts), zeros; in the last eight bytes: total (16 bits, little-endian), mark,
 * journal mark (2..5, 0 where there is none), variant, three zeros.
 */

/** Bytes after the scores that every record has. */
const TRAILER = 8;
const STEP = 16;

export interface RecordShape {
  readonly taskCount: number;
  /** Bytes of a record. */
  readonly stride: number;
  /** Highest score of each task. */
  readonly maxima: readonly number[];
}

export function recordShape(maxima: readonly number[]): RecordShape {
  return { taskCount: maxima.length, stride: Math.ceil((maxima.length + TRAILER) / STEP) * STEP, maxima };
}

/** Highest possible total of a work, points. */
export function highestTotal({ maxima }: RecordShape): number {
  return maxima.reduce((sum, max) => sum + max, 0);
}
