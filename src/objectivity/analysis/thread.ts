/** Work on a thread of its own, with somebody asking now and then whether it is still wanted. */
import { Worker } from 'node:worker_threads';

/** How often `stillWanted` is asked, milliseconds. */
const PULSE = 500;

/**
 * Runs a module whose one message is the answer.
 * @throws what `stillWanted` throws, after the thread was ended; what the thread throws.
 */
export async function onThread<T>(module: URL, workerData: unknown, stillWanted: () => Promise<void>): Promise<T> {
  const worker = new Worker(module, { workerData, execArgv: ['--disable-warning=ExperimentalWarning'] });
  const ended = new Promise<T>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the thread ended early (${code})`)));
  });
  let pulse: NodeJS.Timeout | undefined;
  let over = false;
  const stopped = new Promise<never>((_resolve, reject) => {
    const ask = async (): Promise<void> => {
      try {
        await stillWanted();
        if (!over) pulse = setTimeout(ask, PULSE);
      } catch (error) {
        reject(error);
      }
    };
    pulse = setTimeout(ask, PULSE);
  });
  try {
    return await Promise.race([ended, stopped]);
  } finally {
    over = true;
    clearTimeout(pulse);
    ended.catch(() => undefined);
    await worker.terminate();
  }
}
