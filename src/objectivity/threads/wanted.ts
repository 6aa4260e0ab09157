/** Work on threads, with somebody asking now and then whether it is still wanted. */
import { Thread } from './thread.ts';

/** How often `stillWanted` is asked, milliseconds. */
const PULSE = 500;

/** The work's result. @throws what `stillWanted` throws, at once; the work goes on then, and its end is not heard. */
export async function whileWanted<T>(work: Promise<T>, stillWanted: () => Promise<void>): Promise<T> {
  let pulse: NodeJS.Timeout | undefined;
  let over = false;
  const stopped = new Promise<never>((_resolve, reject) => {
    const ask = async (): Promise<void> => {
      try {
        await stillWanted();
        if (!over) pulse = setTimeout(ask, PULSE);
      } catch (error) {
        reject(error as Error);
      }
    };
    pulse = setTimeout(ask, PULSE);
  });
  try {
    return await Promise.race([work, stopped]);
  } finally {
    over = true;
    clearTimeout(pulse);
    work.catch(() => undefined);
  }
}

/**
 * One task on a thread of its own.
 * @param module of the thread (answer.ts).
 * @throws what `stillWanted` throws, after the thread was ended; what the thread throws.
 */
export async function onThread<T>(module: URL, task: unknown, stillWanted: () => Promise<void>): Promise<T> {
  const thread = new Thread(module);
  try {
    return await whileWanted(thread.ask<T>(task), stillWanted);
  } finally {
    await thread.end();
  }
}
