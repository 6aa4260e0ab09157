/** Independent tasks on several threads, their results in the order of the tasks and never many of them waiting. */
import { Thread } from './thread.ts';

/** So many results per thread may wait for one that comes before them. */
const WAITING = 2;

/**
 * @param module of the threads (answer.ts).
 * @throws Refusal of the first task that was refused; what a thread throws.
 */
export async function* onThreads<Task, Result>(
  module: URL,
  workerData: unknown,
  tasks: readonly Task[],
  threads: number,
): AsyncGenerator<Result> {
  const workers = Array.from({ length: Math.min(threads, tasks.length) }, () => new Thread(module, workerData));
  const answers = new Map<number, Promise<Result>>();
  const idle = [...workers];
  let next = 0;
  let taken = 0;
  const give = (): void => {
    while (idle.length > 0 && next < tasks.length && next < taken + WAITING * threads) {
      const worker = idle.pop()!;
      const answer = worker.ask<Result>(tasks[next]!);
      answers.set(next++, answer);
      void goOn(worker, answer);
    }
  };
  const goOn = async (worker: Thread, answer: Promise<Result>): Promise<void> => {
    try {
      await answer;
    } catch {
      // Thrown when the task's turn comes.
      return;
    }
    idle.push(worker);
    give();
  };
  try {
    give();
    while (taken < tasks.length) {
      const result = await answers.get(taken)!;
      answers.delete(taken);
      taken += 1;
      give();
      yield result;
    }
  } finally {
    await Promise.all(workers.map((worker) => worker.end()));
  }
}
