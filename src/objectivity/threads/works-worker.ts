/** Some works of an analysis on a thread. */
import { parentPort } from 'node:worker_threads';
import type { Administration } from '../engine/administration.ts';
import { cohortWorks } from '../engine/analyze.ts';
import { type Steps, Work } from '../engine/work.ts';
import { officialReadings } from '../official/readings.ts';
import { answerQuestions } from './answer.ts';

export type WorksTask =
  | { readonly kind: 'hold'; readonly administrations: readonly Administration[] }
  | {
      readonly kind: 'step';
      readonly step: keyof Steps;
      readonly inputs: readonly (Steps[keyof Steps]['input'] | null)[];
    }
  | { readonly kind: 'cohorts'; readonly administrations: readonly Administration[] }
  | { readonly kind: 'official'; readonly administrations: readonly Administration[]; readonly only: readonly number[] }
  | { readonly kind: 'forget' };

let works: readonly Work[] = [];

function answer(task: WorksTask): unknown {
  switch (task.kind) {
    case 'hold':
      works = task.administrations.map((administration) => new Work(administration));
      return null;
    case 'step': {
      const answers = works.map((work, index) => work.answer(task.step, task.inputs[index]!));
      // Tens of thousands of small objects cross as one text.
      return task.step === 'describe' ? JSON.stringify(answers) : answers;
    }
    case 'cohorts':
      return cohortWorks(task.administrations);
    case 'official':
      return officialReadings(task.administrations, task.only);
    case 'forget':
      works = [];
      return null;
  }
}

answerQuestions(parentPort!, async (task: WorksTask) => ({ result: answer(task) }));
