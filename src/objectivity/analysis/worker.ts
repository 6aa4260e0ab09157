/** The engine on a thread of its own: pages are answered while a region is computed. */
import { parentPort, workerData } from 'node:worker_threads';
import { analyze } from '../engine/analyze.ts';
import type { Administration } from '../engine/administration.ts';
import type { FrozenReference } from '../engine/frozen-reference.ts';

export interface EngineRequest {
  readonly administrations: readonly Administration[];
  readonly reference: FrozenReference | null;
  /** Other procedures of the same cohorts. */
  readonly others: readonly Administration[];
}

const { administrations, reference, others } = workerData as EngineRequest;
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- the port of a thread, not a window
parentPort!.postMessage(analyze(administrations, { others, ...(reference === null ? {} : { reference }) }));
