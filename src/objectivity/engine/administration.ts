/**
 * One administration (procedure x subject x grade) as the engine sees it: a small-integer score matrix and its keys.
 * Where it comes from (database, CSV, XLSX, Parquet) is the reader's business.
 */
import type { MarkThresholds, Task } from '#src/results/model.ts';

export interface ClassKey {
  /** Index into Administration.schools. */
  readonly school: number;
  /** Class as printed: «5А». */
  readonly name: string;
  readonly teacher: string | null;
}

export interface SchoolKey {
  /** Index into Administration.municipalities. */
  readonly municipality: number;
  readonly name: string;
}

export interface Administration {
  readonly procedure: string;
  readonly subject: string;
  readonly grade: number;
  readonly tasks: readonly Task[];
  /** null: the scale of the work is not known, and everything that needs marks answers `insufficient`. */
  readonly thresholds: MarkThresholds | null;
  readonly municipalities: readonly string[];
  readonly schools: readonly SchoolKey[];
  readonly classes: readonly ClassKey[];
  /** Number of papers of pupils who were present. */
  readonly size: number;
  /** Row-major size x tasks: score >= 0, or NOT_ATTEMPTED, NOT_TAUGHT, NO_VALUE (results/model.ts). */
  readonly scores: Int8Array;
  /** Raw total, points; computed from the scores. Length size. */
  readonly totals: Int16Array;
  /** Mark by the scale, 2..5; 0 where there is none. Length size. */
  readonly marks: Int8Array;
  /** Journal mark, 2..5; 0 where there is none. Length size. */
  readonly journalMarks: Int8Array;
  /** Index of the variant, 0-based; 0 where there is one variant. Length size. */
  readonly variants: Uint8Array;
  /** Names of the variants as printed, by their index: two files number the same variants differently. */
  readonly variantNames?: readonly string[];
  /** Index into classes. Length size. */
  readonly classOf: Int32Array;
  /** Participant codes for the pages that show a paper; empty where they are not needed. */
  readonly participants: readonly string[];
  /** Number of pupils listed but absent, per class. Length classes. */
  readonly absentByClass: Int32Array;
}
