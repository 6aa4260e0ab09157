/** The engine and the official readings on threads: pages are answered while a region is computed. */
import { availableParallelism } from 'node:os';
import type { Administration } from '../engine/administration.ts';
import type { FrozenReference } from '../engine/frozen-reference.ts';
import { type AnalysisWithReadings, analyzeSideBySide } from '../threads/works.ts';

/** More threads than this gain nothing: a region has some twenty works. */
const MOST_THREADS = 8;

/** @throws what `stillWanted` throws, after the threads were ended. */
export function compute(
  administrations: readonly Administration[],
  stillWanted: () => Promise<void>,
  reference: FrozenReference | null = null,
  others: readonly Administration[] = [],
): Promise<AnalysisWithReadings> {
  return analyzeSideBySide(administrations, {
    threads: Math.min(MOST_THREADS, availableParallelism()),
    official: true,
    stillWanted,
    others,
    ...(reference === null ? {} : { reference }),
  });
}
