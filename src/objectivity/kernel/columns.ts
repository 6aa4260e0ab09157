/** Records made of the columns of an administration, and columns made of records. */
import type { Kernel } from './kernel.ts';
import type { RecordShape } from './records.ts';

/** What a record holds, column by column (engine/administration.ts). */
export interface PaperColumns {
  readonly scores: Int8Array;
  readonly totals: Int16Array;
  readonly marks: Int8Array;
  readonly journalMarks: Int8Array;
  readonly variants: Uint8Array;
}

/**
 * Writes records to `at`.
 * @param rows row of each record in the columns.
 */
export function packRecords(
  kernel: Kernel,
  columns: PaperColumns,
  rows: Int32Array,
  { taskCount, stride }: RecordShape,
  at: number,
): void {
  kernel.scope(() => {
    kernel.run.pack(
      kernel.put(columns.scores),
      kernel.put(columns.totals),
      kernel.put(columns.marks),
      kernel.put(columns.journalMarks),
      kernel.put(columns.variants),
      kernel.put(rows),
      rows.length,
      taskCount,
      at,
      stride,
    );
  });
}

/** Columns of the records at `at`. */
export function unpackRecords(
  kernel: Kernel,
  { taskCount, stride }: RecordShape,
  at: number,
  count: number,
): PaperColumns {
  return kernel.scope(() => {
    const [scores, totals, marks, journal, variants] = [
      kernel.take(count * taskCount + stride),
      kernel.take(2 * count),
      kernel.take(count),
      kernel.take(count),
      kernel.take(count),
    ];
    kernel.run.unpack(at, stride, count, taskCount, scores, totals, marks, journal, variants);
    return {
      scores: kernel.int8(scores, count * taskCount).slice(),
      totals: kernel.int16(totals, count).slice(),
      marks: kernel.int8(marks, count).slice(),
      journalMarks: kernel.int8(journal, count).slice(),
      variants: kernel.bytes(variants, count).slice(),
    };
  });
}
