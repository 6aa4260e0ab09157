/**
 * Integer tables over records, each one pass of the kernel. Sums are exact; narrow counters are emptied before they are full.
 * Records are ordered by class where a table is by class: class k is the records from ends[k - 1] to ends[k] - 1.
 */
import type { Kernel } from './kernel.ts';
import { highestTotal, type RecordShape } from './records.ts';

/** Records in the memory of a kernel. */
export interface PlacedRecords {
  readonly shape: RecordShape;
  readonly count: number;
  /** Address of the first record. */
  readonly at: number;
  /** Address of the mask of tasks (kernel.as). */
  readonly mask: number;
  /** Highest score that occurs. */
  readonly highest: number;
}

export interface Examination {
  readonly highest: number;
  /** 0, or the lowest special value. */
  readonly lowest: number;
  /** Records whose total is not the sum of their points. */
  readonly mismatched: number;
  /** Records with a score above the task's maximum or a mark above 5. */
  readonly outside: number;
  readonly highestTotal: number;
  /** Records with a task that does not count. */
  readonly incomplete: number;
}

/** Address of the mask of tasks, in room of the caller's scope. */
export function putMask(kernel: Kernel, { stride, taskCount }: RecordShape): number {
  return kernel.put(new Uint8Array(stride).fill(255, 0, taskCount));
}

/** @param flags address of a byte per record that becomes 1 where a task does not count; 0 for none. */
export function examineRecords(
  kernel: Kernel,
  shape: RecordShape,
  at: number,
  mask: number,
  count: number,
  flags = 0,
): Examination {
  return kernel.scope(() => {
    const maxima = new Uint8Array(shape.stride);
    maxima.set(shape.maxima);
    const out = kernel.take(24);
    kernel.run.examine(at, shape.stride, mask, kernel.put(maxima), count, out, flags);
    const [highest, lowest, mismatched, outside, total, incomplete] = kernel.int32(out, 6);
    return {
      highest: highest!,
      lowest: lowest!,
      mismatched: mismatched!,
      outside: outside!,
      highestTotal: total!,
      incomplete: incomplete!,
    };
  });
}

/** Papers by total, 0..maximum. */
export function totalsTable(kernel: Kernel, { shape, at, count }: PlacedRecords): Uint32Array {
  return kernel.scope(() => {
    const width = highestTotal(shape) + 1;
    const out = kernel.takeZeros(16 * width);
    kernel.run.totals(at, shape.stride, count, width, out, out + 4 * width);
    return kernel.uint32(out, width).slice();
  });
}

/** Papers by journal mark (row) and mark (column): 6 x 6, place 0 for none. */
export function marksTable(kernel: Kernel, { shape, at, count }: PlacedRecords): Uint32Array {
  return kernel.scope(() => {
    const out = kernel.takeZeros(288);
    kernel.run.marks(at, shape.stride, count, out, out + 144);
    return kernel.uint32(out, 36).slice();
  });
}

/** The most papers that a class x total counter of 16 bits can hold. */
const MOST_IN_CLASS = 65_535;

/** Papers of each class by total: classes x (maximum + 1). @throws RangeError for a class of more than 65,535 papers. */
export function classTotalsTable(kernel: Kernel, { shape, at }: PlacedRecords, ends: Int32Array): Uint16Array {
  ends.forEach((end, unit) => {
    if (end - (ends[unit - 1] ?? 0) > MOST_IN_CLASS) throw new RangeError(`class ${unit} has ${end} papers`);
  });
  return kernel.scope(() => {
    const width = highestTotal(shape) + 1;
    const out = kernel.takeZeros(2 * width * ends.length);
    kernel.run.classTotals(at, shape.stride, kernel.put(ends), ends.length, width, out);
    return kernel.uint16(out, width * ends.length).slice();
  });
}

/** So many squares of the highest score fit 16 bits. */
export function safeRun(highest: number): number {
  return Math.floor(65_535 / Math.max(1, highest * highest));
}

/** So many squares of the highest score fit 8 bits; 0 where a score is no place in a vector of sixteen. */
export function narrowRun(highest: number): number {
  return highest > 15 ? 0 : Math.floor(255 / Math.max(1, highest * highest));
}

/** Sums and sums of squares of points by class and task: classes x stride. */
export function classSumsTable(
  kernel: Kernel,
  { shape: { stride }, at, mask, highest }: PlacedRecords,
  ends: Int32Array,
): { readonly sums: Uint32Array; readonly squares: Uint32Array } {
  return kernel.scope(() => {
    const length = ends.length * stride;
    const sums = kernel.take(4 * length);
    const squares = kernel.take(4 * length);
    const [run, narrow] = [safeRun(highest), narrowRun(highest)];
    kernel.run.classSums(at, stride, mask, kernel.put(ends), ends.length, 0, run, narrow, sums, squares);
    return { sums: kernel.uint32(sums, length).slice(), squares: kernel.uint32(squares, length).slice() };
  });
}

export interface ValueTable {
  /** Papers per group. */
  readonly sizes: Uint32Array;
  /** groups x highest x stride: papers of the group with 1, 2, … points in the task. */
  readonly counts: Uint32Array;
}

/**
 * Papers by group, task and points.
 * @param groupAt address of the group of each record, below zero for none; null: variant x (maximum + 1) + total.
 */
export function valueTable(
  kernel: Kernel,
  { shape, at, mask, count, highest }: PlacedRecords,
  groupAt: number | null,
  groups: number,
): ValueTable {
  return kernel.scope(() => {
    const { stride } = shape;
    const width = highestTotal(shape) + 1;
    const cells = groups * highest * stride;
    const narrow = kernel.takeZeros(cells);
    const seen = kernel.takeZeros(groups);
    const out = kernel.takeZeros(4 * cells);
    const sizes = kernel.takeZeros(4 * groups);
    kernel.run.valueCounts(at, stride, mask, count, groupAt ?? 0, width, groups, highest, narrow, seen, out, sizes);
    return { sizes: kernel.uint32(sizes, groups).slice(), counts: kernel.uint32(out, cells).slice() };
  });
}

export interface PairTable {
  /** Per class: tasks with equal points, over all pairs. */
  readonly equal: Uint32Array;
  /** Per class: pairs that differ in few tasks. */
  readonly near: Uint32Array;
}

/** @param few pairs that differ in at most so many tasks are near. */
export function pairTable(
  kernel: Kernel,
  { shape: { stride, taskCount }, at, mask }: PlacedRecords,
  ends: Int32Array,
  few: number,
): PairTable {
  return kernel.scope(() => {
    const equal = kernel.take(4 * ends.length);
    const near = kernel.take(4 * ends.length);
    kernel.run.pairMatches(at, stride, mask, kernel.put(ends), ends.length, taskCount, few, equal, near);
    return { equal: kernel.uint32(equal, ends.length).slice(), near: kernel.uint32(near, ends.length).slice() };
  });
}

export interface StepTable {
  /** Cell of each task's value 0; the last entry is the number of cells. */
  readonly offsets: Int32Array;
  /** cells x cells, upper triangle: papers that have both values. */
  readonly counts: Uint32Array;
}

/** Papers by the values of two tasks at once, for pairwise calibration. */
export function stepTable(kernel: Kernel, { shape, at, count }: PlacedRecords): StepTable {
  const offsets = new Int32Array(shape.taskCount + 1);
  shape.maxima.forEach((max, task) => {
    offsets[task + 1] = offsets[task]! + max + 1;
  });
  const cells = offsets[shape.taskCount]!;
  return kernel.scope(() => {
    const bits = kernel.take(16 * cells);
    const out = kernel.takeZeros(4 * cells * cells);
    kernel.run.stepCross(at, shape.stride, count, shape.taskCount, kernel.put(offsets), cells, bits, out);
    return { offsets, counts: kernel.uint32(out, cells * cells).slice() };
  });
}
