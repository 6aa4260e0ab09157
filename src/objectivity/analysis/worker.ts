/** The engine on a thread of its own: pages are answered while a region is computed. */
import { parentPort, workerData } from 'node:worker_threads';
import { analyze } from '../engine/analyze.ts';
import type { Administration } from '../engine/administration.ts';

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- the port of a thread, not a window
parentPort!.postMessage(analyze(workerData as readonly Administration[]).units);
