/** Regions on a thread, one after the other. */
import { parentPort, workerData } from 'node:worker_threads';
import { answerQuestions } from '../threads/answer.ts';
import type { Partition } from './partitions.ts';
import { analyzeRegion, type CountryRequest } from './region.ts';

answerQuestions(parentPort!, async (partition: Partition) => {
  const result = await analyzeRegion(workerData as CountryRequest, partition, 1);
  return { result, handedOver: [result.lines.buffer as ArrayBuffer] };
});
