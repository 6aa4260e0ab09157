/** The analysis of many regions: independent partitions on threads, results in their order, memory of a few regions at a time. */
import type { FileProblem } from '#src/results/exchange/read.ts';
import { partitionsOf } from './partitions.ts';
import { onThreads } from '../threads/in-order.ts';
import type { RegionSummary } from './summary.ts';
import { analyzeRegion, type CountryRequest } from './region.ts';

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
export async function* analyzeRegions(request: CountryRequest, threads: number): AsyncGenerator<RegionResult> {
  const partitions = partitionsOf(request.source);
  const [only] = partitions;
  // Several regions are a region to a thread; one alone has its works side by side.
  if (partitions.length === 1) yield await analyzeRegion(request, only!, threads);
  else yield* onThreads(new URL('./worker.ts', import.meta.url), request, partitions, threads);
}
