/** A thread's own side. */
import { flushCompileCache } from 'node:module';
import type { MessagePort, Transferable } from 'node:worker_threads';
import { Refusal } from '#src/platform/errors.ts';
import type { Answer, Question } from './thread.ts';

/** Answers every question, one after the other. `work` says also what is handed over and not copied. */
export function answerQuestions<Task, Result>(
  port: MessagePort,
  work: (task: Task) => Promise<{ readonly result: Result; readonly handedOver?: readonly Transferable[] }>,
): void {
  let last: Promise<void> = Promise.resolve();
  let answered = 0;
  const answer = (message: Answer<Result>, handedOver: readonly Transferable[] = []): void => {
    port.postMessage(message, [...handedOver]);
  };
  const one = async ({ index, task }: Question<Task>): Promise<void> => {
    try {
      const { result, handedOver } = await work(task);
      answer({ index, result }, handedOver);
      // A thread that is ended writes nothing: what it has compiled is kept for the next one now.
      if (answered++ === 0) flushCompileCache();
    } catch (error) {
      // What is no refusal is a fault, which ends the thread and with it what was asked of it.
      if (!(error instanceof Refusal)) {
        setImmediate(() => {
          throw error;
        });
        return;
      }
      const { code, status } = error;
      answer({ index, refusal: { code, status, ru: error.inLanguage('ru'), en: error.inLanguage('en') } });
    }
  };
  port.on('message', (question: Question<Task>) => {
    last = last.then(() => one(question));
  });
}
