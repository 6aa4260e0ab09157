/** Independent tasks on several threads, their results in the order of the tasks and never many of them waiting. */
import { Worker } from 'node:worker_threads';
import { Refusal } from '#src/platform/errors.ts';

/** What a thread answers: the place of the task and its result, or a refusal in both languages. */
export type Answer<Result> = { readonly index: number } & (
  | { readonly result: Result }
  | { readonly refusal: { readonly code: string; readonly status: number; readonly ru: string; readonly en: string } }
);

/** What a thread is asked. */
export interface Question<Task> {
  readonly index: number;
  readonly task: Task;
}

/** So many results per thread may wait for one that comes before them. */
const WAITING = 2;

/**
 * @param module of the threads: it answers every `Question` with an `Answer`.
 * @throws Refusal of the first task that was refused; what a thread throws.
 */
export async function* onThreads<Task, Result>(
  module: URL,
  workerData: unknown,
  tasks: readonly Task[],
  threads: number,
): AsyncGenerator<Result> {
  const answers = new Map<number, Answer<Result>>();
  const idle: Worker[] = [];
  let next = 0;
  let taken = 0;
  let failure: Error | null = null;
  let wake = nothing;
  const give = (worker: Worker): void => {
    if (next >= tasks.length || next >= taken + WAITING * threads) idle.push(worker);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- the port of a thread, not a window
    else worker.postMessage({ index: next, task: tasks[next++]! } satisfies Question<Task>);
  };
  const workers = Array.from({ length: Math.min(threads, tasks.length) }, () => {
    const worker = new Worker(module, { workerData, execArgv: ['--disable-warning=ExperimentalWarning'] });
    worker.on('message', (answer: Answer<Result>) => {
      answers.set(answer.index, answer);
      give(worker);
      wake();
    });
    worker.on('error', (error) => {
      failure ??= error instanceof Error ? error : new Error(String(error));
      wake();
    });
    worker.on('exit', (code) => {
      failure ??= new Error(`a thread ended early (${code})`);
      wake();
    });
    give(worker);
    return worker;
  });
  try {
    while (taken < tasks.length) {
      const answer = answers.get(taken);
      if (answer === undefined) {
        if (failure !== null) throw failure;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        continue;
      }
      answers.delete(taken);
      taken += 1;
      idle.splice(0).forEach(give);
      if ('refusal' in answer) throw new Refusal(answer.refusal.code, answer.refusal);
      yield answer.result;
    }
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

function nothing(): void {
  // Nobody waits yet.
}
