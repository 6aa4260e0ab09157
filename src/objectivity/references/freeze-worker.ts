/** Freezing on a thread of its own: pages are answered meanwhile. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Administration } from '../engine/administration.ts';
import { freezeReference } from '../engine/analyze.ts';
import type { FrozenLabel } from '../engine/frozen-reference.ts';

const { administrations, label } = workerData as {
  readonly administrations: readonly Administration[];
  readonly label: FrozenLabel;
};
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- the port of a thread, not a window
parentPort!.postMessage(freezeReference(administrations, label));
