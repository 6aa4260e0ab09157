/** Random records and the same tables by plain loops, for the tests of the kernel. */
import { integer } from 'fast-check';
import { NO_VALUE, NOT_ATTEMPTED } from '#src/results/model.ts';
import { Kernel } from './kernel.ts';
import { recordShape, type RecordShape } from './records.ts';
import { examineRecords, type PlacedRecords, putMask } from './tables.ts';

export interface Sample {
  readonly maxima: readonly number[];
  readonly scores: Int8Array;
  readonly totals: Int16Array;
  readonly marks: Int8Array;
  readonly journal: Int8Array;
  readonly variants: Uint8Array;
  readonly count: number;
  /** One past the last paper of each class; classes may be empty. */
  readonly ends: Int32Array;
  /** Group of each paper, -1 for none. */
  readonly groups: Int32Array;
  readonly groupCount: number;
}

/** Works of 1 to 60 tasks, classes of unequal size, missing values. */
export function sampleOf(seed: number, most = 400): Sample {
  let state = seed >>> 0;
  const random = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * below);
  };
  const taskCount = 1 + random(random(3) === 0 ? 60 : 26);
  const highest = [1, 2, 5, 15, 100][random(5)]!;
  const maxima = Array.from({ length: taskCount }, () => 1 + random(highest));
  const sizes = Array.from({ length: 1 + random(12) }, () => random(1 + random(most / 4)));
  const count = sizes.reduce((sum, size) => sum + size, 0);
  const scores = Int8Array.from({ length: count * taskCount }, (_, cell) => {
    if (random(8) === 0) return NO_VALUE + random(NOT_ATTEMPTED - NO_VALUE + 1);
    const max = maxima[cell % taskCount]!;
    return random(3) === 0 ? max : random(max + 1);
  });
  const totals = Int16Array.from({ length: count }, (_, paper) => {
    let total = 0;
    for (const score of scores.subarray(paper * taskCount, (paper + 1) * taskCount)) total += Math.max(0, score);
    return total;
  });
  const groupCount = 1 + random(40);
  let end = 0;
  return {
    maxima,
    scores,
    totals,
    marks: Int8Array.from({ length: count }, () => [0, 2, 3, 4, 5][random(5)]!),
    journal: Int8Array.from({ length: count }, () => [0, 2, 3, 4, 5][random(5)]!),
    variants: Uint8Array.from({ length: count }, () => random(4)),
    count,
    ends: Int32Array.from(sizes, (size) => (end += size)),
    groups: Int32Array.from({ length: count }, () => random(groupCount + 1) - 1),
    groupCount,
  };
}

export const samples = integer({ min: 0, max: 2 ** 31 - 1 }).map((seed) => sampleOf(seed));

export function place(kernel: Kernel, sample: Sample): PlacedRecords {
  const shape: RecordShape = recordShape(sample.maxima);
  const at = kernel.take(sample.count * shape.stride);
  const rows = Int32Array.from({ length: sample.count }, (_, row) => row);
  kernel.scope(() => {
    const columns = [sample.scores, sample.totals, sample.marks, sample.journal, sample.variants, rows];
    kernel.run.pack(...columns.map((column) => kernel.put(column)), sample.count, shape.taskCount, at, shape.stride);
  });
  const mask = putMask(kernel, shape);
  const { highest } = examineRecords(kernel, shape, at, mask, sample.count);
  return { shape, at, mask, count: sample.count, highest };
}

export function pointsAt({ scores, maxima }: Sample, paper: number, task: number): number {
  return Math.max(0, scores[paper * maxima.length + task]!);
}

/** First and one past the last paper of a class. */
export function rangeOf({ ends }: Sample, unit: number): readonly [number, number] {
  return [ends[unit - 1] ?? 0, ends[unit]!];
}
