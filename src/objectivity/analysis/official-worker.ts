/** The official readings on a thread of their own, beside the engine's. */
import { parentPort, workerData } from 'node:worker_threads';
import { officialReadings } from '../official/readings.ts';
import type { Administration } from '../engine/administration.ts';

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- the port of a thread, not a window
parentPort!.postMessage(officialReadings(workerData as readonly Administration[]));
