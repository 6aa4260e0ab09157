/** Reads regions on a thread for `obektiv pack`. */
import { parentPort, workerData } from 'node:worker_threads';
import { type CountrySource, loadPartition, type Partition } from '../country/partitions.ts';
import { answerQuestions } from '../threads/answer.ts';

answerQuestions(parentPort!, async (partition: Partition) => {
  const { administrations, problems } = await loadPartition(workerData as CountrySource, partition);
  const handedOver = administrations.flatMap(({ scores, totals, marks, journalMarks, variants, classOf }) =>
    [scores, totals, marks, journalMarks, variants, classOf].map(({ buffer }) => buffer as ArrayBuffer),
  );
  return { result: { region: partition.region, administrations, problems }, handedOver };
});
