/** A partition on a thread of its own: the node answers pages and its heartbeat meanwhile. */
import { parentPort } from 'node:worker_threads';
import { answerQuestions } from '../threads/answer.ts';
import { computePartition, type PartitionRequest } from './compute.ts';

answerQuestions(parentPort!, async (request: PartitionRequest) => ({ result: await computePartition(request) }));
