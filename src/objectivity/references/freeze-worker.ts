/** Freezing on a thread of its own: pages are answered meanwhile. */
import { parentPort } from 'node:worker_threads';
import type { Administration } from '../engine/administration.ts';
import { freezeReference } from '../engine/analyze.ts';
import type { FrozenLabel } from '../engine/frozen-reference.ts';
import { answerQuestions } from '../threads/answer.ts';

interface Freezing {
  readonly administrations: readonly Administration[];
  readonly label: FrozenLabel;
}

answerQuestions(parentPort!, async ({ administrations, label }: Freezing) => ({
  result: freezeReference(administrations, label),
}));
