/** The analysis of many regions: independent partitions on threads, results in their order, memory of a few regions at a time. */
import type { FileProblem } from '#src/results/exchange/read.ts';
import { partitionsOf } from './partitions.ts';
import { onThreads } from '../threads/in-order.ts';
import type { RegionSummary } from './summary.ts';
import type { CountryRequest } from './worker.ts';

export interface RegionResult {
  readonly region: string;
  /** false: the file has errors, and nothing was computed. */
  readonly usable: boolean;
  readonly problems: readonly FileProblem[];
  readonly rows: number;
  readonly flawed: number;
  readonly summary: RegionSummary;
  /** Units as JSON lines, UTF-8; empty unless asked for. */
  readonly lines: Uint8Array;
  /** Seconds of the thread: reading, computing. */
  readonly seconds: readonly [number, number];
}

/** @throws Refusal of sidecar/errors.ts and of results/exchange/errors.ts. */
export function analyzeRegions(request: CountryRequest, threads: number): AsyncGenerator<RegionResult> {
  return onThreads(new URL('./worker.ts', import.meta.url), request, partitionsOf(request.source), threads);
}
