/** A few threads that work off a list of tasks. */
import { Thread } from '../../threads/thread.ts';
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
  const { signal, onDone } = options;
  const answers: TaskAnswer[] = [];
  const threads = Array.from(
    { length: Math.min(options.threads, tasks.length) },
    () => new Thread(new URL('./worker.ts', import.meta.url)),
  );
  let next = 0;
  let done = 0;
  const aborted = Promise.withResolvers<never>();
  aborted.promise.catch(() => undefined);
  const abort = (): void => aborted.reject(signal!.reason as Error);
  signal?.addEventListener('abort', abort);
  try {
    signal?.throwIfAborted();
    await Promise.race([
      aborted.promise,
      Promise.all(
        threads.map(async (thread) => {
          while (next < tasks.length) {
            const index = next++;
            answers[index] = await thread.ask<TaskAnswer>(tasks[index]!);
            onDone?.(++done);
          }
        }),
      ),
    ]);
  } finally {
    signal?.removeEventListener('abort', abort);
    await Promise.all(threads.map((thread) => thread.end()));
  }
  return answers;
}
