/** A partition on a thread of its own: the node answers pages and its heartbeat meanwhile. */
import { parentPort, workerData } from 'node:worker_threads';
import { computePartition, type PartitionRequest } from './compute.ts';

const outcome = await computePartition(workerData as PartitionRequest);
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- the port of a thread, not a window
parentPort!.postMessage(outcome);
