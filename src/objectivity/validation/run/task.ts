/** What a thread is asked. Plain data both ways, so that it can be sent. */
import { figuresOf, type RegionFigures } from '../evaluate.ts';
import { oracleAnswers } from '../oracle.ts';
import type { RegionRequest } from '../regimes.ts';
import { type RegionAnswer, regionAnswer } from './region-figures.ts';

export type Task =
  | { readonly kind: 'region'; readonly request: RegionRequest }
  | { readonly kind: 'oracle'; readonly regions: readonly Pick<RegionAnswer, 'oracle' | 'truth'>[] };

export type TaskAnswer =
  | { readonly kind: 'region'; readonly answer: RegionAnswer }
  | { readonly kind: 'oracle'; readonly figures: readonly RegionFigures[] };

export function answerTask(task: Task): TaskAnswer {
  if (task.kind === 'region') return { kind: 'region', answer: regionAnswer(task.request) };
  const regions = task.regions.filter(({ oracle }) => oracle !== null);
  const answers = oracleAnswers(regions.map(({ oracle }) => oracle!));
  return { kind: 'oracle', figures: answers.map((answer, index) => figuresOf(regions[index]!, answer)) };
}
