/** Some works of an analysis on a thread. Works stay for the next analysis: one whose papers are the same has little to compute then. */
import { parentPort } from 'node:worker_threads';
import type { Administration } from '../engine/administration.ts';
import { cohortWorks } from '../engine/analyze.ts';
import { type Steps, Work } from '../engine/work.ts';
import { officialReadings } from '../official/readings.ts';
import { answerQuestions } from './answer.ts';

export type WorksTask =
  | {
      readonly kind: 'hold';
      readonly works: readonly {
        readonly key: string;
        /** null: a work of this key was held before. */
        readonly administration: Administration | null;
      }[];
    }
  | {
      readonly kind: 'step';
      readonly step: keyof Steps;
      readonly inputs: readonly (Steps[keyof Steps]['input'] | null)[];
    }
  | { readonly kind: 'cohorts'; readonly administrations: readonly Administration[] }
  | { readonly kind: 'official'; readonly administrations: readonly Administration[] };

/** Papers that a thread keeps beyond those of the analysis at hand: some 150 bytes each. */
const MOST_KEPT = 400_000;

/** The one that was used last is the last. */
const kept = new Map<string, Work>();
let works: readonly Work[] = [];

function hold(held: Extract<WorksTask, { kind: 'hold' }>['works']): readonly string[] {
  works = held.map(({ key, administration }) => {
    const work = administration === null ? kept.get(key)! : new Work(administration);
    kept.delete(key);
    kept.set(key, work);
    return work;
  });
  let others = 0;
  for (const [key, work] of [...kept].slice(0, kept.size - works.length).reverse()) {
    others += work.context.papers.size;
    if (others > MOST_KEPT) kept.delete(key);
  }
  return [...kept.keys()];
}

function answer(task: WorksTask): unknown {
  switch (task.kind) {
    case 'hold':
      return hold(task.works);
    case 'step': {
      const answers = works.map((work, index) => work.answer(task.step, task.inputs[index]!));
      // Tens of thousands of small objects cross as one text.
      return task.step === 'describe' ? JSON.stringify(answers) : answers;
    }
    case 'cohorts':
      return cohortWorks(task.administrations);
    case 'official':
      return officialReadings(task.administrations);
  }
}

answerQuestions(parentPort!, async (task: WorksTask) => ({ result: answer(task) }));
