/**
 * A scale turns a raw total into a mark. It belongs to a year, a grade, a subject and a level, and says where it was
 * printed; where no scale is known, nothing is converted. Printed scales can be wrong: the official description of
 * geography for grade 8 of 2021 overlaps by one score. So every scale is checked before it is used.
 */
import type { MarkThresholds, WorkLevel } from '../model.ts';
import { canonicalTaskId } from '../rules.ts';

export type Mark = 2 | 3 | 4 | 5;
export const MARKS: readonly Mark[] = [2, 3, 4, 5];

/** First and last raw score of each mark, as printed: {2: [0, 5], 3: [6, 9], 4: [10, 14], 5: [15, 20]}. */
export type MarkRanges = Readonly<Record<Mark, readonly [first: number, last: number]>>;

/**
 * What a mark needs beside the total: so many points over some tasks. Mathematics of the OGE asks for two points of
 * geometry, Russian for literacy.
 */
export interface SideCondition {
  /** The mark by the total that the condition is about. */
  readonly mark: Mark;
  /** Ids of the tasks whose points count. */
  readonly tasks: readonly string[];
  /** Points needed over them. */
  readonly least: number;
  /** The mark given when they are not reached. */
  readonly otherwise: Mark;
}

export interface Scale {
  /** Calendar years of the procedures it applies to. */
  readonly years: readonly number[];
  readonly grade: number;
  readonly subject: string;
  readonly level: WorkLevel;
  /** Maximum raw score of the work, points. */
  readonly max: number;
  readonly ranges: MarkRanges;
  /** Where it was printed. */
  readonly source: string;
  /** What a reader of the scale must know, in Russian, since it is shown; empty when there is nothing. */
  readonly note: string;
  readonly conditions?: readonly SideCondition[];
}

export type ScaleDefectKind =
  | 'notInteger'
  | 'reversed'
  | 'startsAboveZero'
  | 'overlap'
  | 'gap'
  | 'endsBeforeMaximum'
  | 'exceedsMaximum';

export interface ScaleDefect {
  readonly kind: ScaleDefectKind;
  /** The mark whose range is at fault, the upper one of two neighbours. */
  readonly mark: Mark;
  /** What is printed there and what it would have to be, raw scores. */
  readonly found: number;
  readonly expected: number;
}

/**
 * All defects of a scale; an empty list means that it covers 0..max exactly once. «Covers» is literal: a range may not be
 * empty, for a mark that cannot be had is a misprint.
 */
export function checkScale(ranges: MarkRanges, max: number): ScaleDefect[] {
  const defects: ScaleDefect[] = [];
  let expected = 0;
  for (const mark of MARKS) {
    const [first, last] = ranges[mark];
    for (const score of [first, last]) {
      if (!Number.isInteger(score) || score < 0) defects.push({ kind: 'notInteger', mark, found: score, expected });
    }
    if (last < first) defects.push({ kind: 'reversed', mark, found: last, expected: first });
    if (mark === 2 && first > 0) defects.push({ kind: 'startsAboveZero', mark, found: first, expected: 0 });
    else if (first < expected) defects.push({ kind: 'overlap', mark, found: first, expected });
    else if (first > expected) defects.push({ kind: 'gap', mark, found: first, expected });
    expected = last + 1;
  }
  const end = ranges[5][1];
  if (end < max) defects.push({ kind: 'endsBeforeMaximum', mark: 5, found: end, expected: max });
  if (end > max) defects.push({ kind: 'exceedsMaximum', mark: 5, found: end, expected: max });
  return defects;
}

/** Lowest scores of marks 3, 4 and 5 of a scale that checkScale has passed. */
export function thresholdsOf(ranges: MarkRanges): MarkThresholds {
  return { 3: ranges[3][0], 4: ranges[4][0], 5: ranges[5][0] };
}

/** Ranges as printed from thresholds; check them before use, for thresholds out of order give ranges out of order. */
export function rangesOf(thresholds: MarkThresholds, max: number): MarkRanges {
  return {
    2: [0, thresholds[3] - 1],
    3: [thresholds[3], thresholds[4] - 1],
    4: [thresholds[4], thresholds[5] - 1],
    5: [thresholds[5], max],
  };
}

/** Mark of a raw total; null without a scale, since then there is no mark, and for a total that is not a score. */
export function markOf(total: number, thresholds: MarkThresholds | null): Mark | null {
  if (thresholds === null || !Number.isInteger(total) || total < 0) return null;
  if (total >= thresholds[5]) return 5;
  if (total >= thresholds[4]) return 4;
  return total >= thresholds[3] ? 3 : 2;
}

/**
 * Marks that a paper may have: one where all is known, two where the file does not tell the tasks that a side condition is
 * about (protocols number them by their place), none without a scale.
 *
 * @param points points per task, in the order of `tasks`; what is no score counts as none.
 */
export function possibleMarks(
  points: readonly number[],
  tasks: readonly { readonly id: string }[],
  thresholds: MarkThresholds | null,
  conditions: readonly SideCondition[],
): readonly Mark[] {
  const total = points.reduce((sum, score) => (score > 0 ? sum + score : sum), 0);
  const mark = markOf(total, thresholds);
  if (mark === null) return [];
  const condition = conditions.find((each) => each.mark === mark);
  if (condition === undefined) return [mark];
  const positions = new Map(tasks.map(({ id }, position) => [canonicalTaskId(id), position]));
  let reached = 0;
  for (const id of condition.tasks) {
    const position = positions.get(canonicalTaskId(id));
    if (position === undefined) return [mark, condition.otherwise];
    reached += Math.max(points[position] ?? 0, 0);
  }
  return [reached >= condition.least ? mark : condition.otherwise];
}
