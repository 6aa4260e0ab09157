/** Simulates regions on a thread. */
import { parentPort, workerData } from 'node:worker_threads';
import { answerQuestions } from '#src/objectivity/threads/answer.ts';
import { countryRegion } from './country-region.ts';

answerQuestions(parentPort!, async (region: number) => {
  const administrations = countryRegion(region, (workerData as { size: number }).size);
  const handedOver = administrations.flatMap(({ scores, totals, marks, journalMarks, variants, classOf }) =>
    [scores, totals, marks, journalMarks, variants, classOf].map(({ buffer }) => buffer as ArrayBuffer),
  );
  return { result: administrations.map((each) => ({ ...each, participants: [] })), handedOver };
});
