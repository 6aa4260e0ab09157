/** A thread's side of the pool. */
import type { MessagePort, Transferable } from 'node:worker_threads';
import { Refusal } from '#src/platform/errors.ts';
import type { Answer, Question } from './pool.ts';

/** Answers every question of the pool, one after the other. `work` says also what is handed over and not copied. */
export function answerQuestions<Task, Result>(
  port: MessagePort,
  work: (task: Task) => Promise<{ readonly result: Result; readonly handedOver?: readonly Transferable[] }>,
): void {
  const answer = (message: Answer<Result>, handedOver: readonly Transferable[] = []): void => {
    port.postMessage(message, [...handedOver]);
  };
  port.on('message', ({ index, task }: Question<Task>) => {
    work(task).then(
      ({ result, handedOver }) => answer({ index, result }, handedOver),
      (error: unknown) => {
        // What is no refusal is a fault, which ends the thread and with it the run.
        if (!(error instanceof Refusal)) {
          setImmediate(() => {
            throw error;
          });
          return;
        }
        const { code, status } = error;
        answer({ index, refusal: { code, status, ru: error.inLanguage('ru'), en: error.inLanguage('en') } });
      },
    );
  });
}
