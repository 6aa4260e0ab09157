/** A few threads that work off a list of tasks. */
import { Worker } from 'node:worker_threads';
import type { Task, TaskAnswer } from './task.ts';

export interface PoolOptions {
  readonly threads: number;
  /** Told after each task how many are done. */
  readonly onDone?: (done: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * @returns answers in the order of the tasks.
 * @throws what a thread throws; the reason of the signal. The threads have ended then.
 */
export async function runTasks(tasks: readonly Task[], options: PoolOptions): Promise<TaskAnswer[]> {
  const answers: TaskAnswer[] = [];
  const workers = Array.from(
    { length: Math.min(options.threads, tasks.length) },
    () => new Worker(new URL('./worker.ts', import.meta.url), { execArgv: ['--disable-warning=ExperimentalWarning'] }),
  );
  let next = 0;
  let done = 0;
  try {
    await Promise.all(
      workers.map(async (worker) => {
        while (next < tasks.length) {
          const index = next++;
          answers[index] = await ask(worker, tasks[index]!, options.signal);
          options.onDone?.(++done);
        }
      }),
    );
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
  return answers;
}

function ask(worker: Worker, task: Task, signal?: AbortSignal): Promise<TaskAnswer> {
  return new Promise((resolve, reject) => {
    const settle = (finish: () => void): void => {
      worker.removeAllListeners('message').removeAllListeners('error').removeAllListeners('exit');
      signal?.removeEventListener('abort', aborted);
      finish();
    };
    const aborted = (): void => settle(() => reject(signal!.reason as Error));
    if (signal?.aborted === true) return reject(signal.reason as Error);
    signal?.addEventListener('abort', aborted);
    worker.once('message', (answer: TaskAnswer) => settle(() => resolve(answer)));
    worker.once('error', (error) => settle(() => reject(error)));
    worker.once('exit', (code) => settle(() => reject(new Error(`the thread ended early (${code})`))));
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    worker.postMessage(task);
  });
}
