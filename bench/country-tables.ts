/** What the main thread of bench/country.ts and its threads say to one another. */
import type { SharedMemory } from '#src/objectivity/kernel/kernel.ts';
import type { RecordShape } from '#src/objectivity/kernel/records.ts';

export interface PlacedWork {
  readonly at: number;
  readonly count: number;
  readonly shape: RecordShape;
  readonly highest: number;
  readonly variants: number;
  readonly ends: Int32Array;
}

export const TABLES = ['scan', 'totals', 'marks', 'classTotals', 'classSums', 'taskByGroup', 'pairs', 'steps'] as const;
export type TableName = (typeof TABLES)[number];

export interface TablesData {
  readonly memory: SharedMemory;
  /** Where each thread's own room begins. */
  readonly rooms: readonly number[];
  readonly works: readonly PlacedWork[];
}

export interface TableTask {
  readonly table: TableName;
  /** Number of this share of the works, and of how many. */
  readonly share: number;
  readonly of: number;
}
