/** Pages made ready for the recogniser, one after the other, on a thread that can be ended. */
import { Worker } from 'node:worker_threads';
import type { Sheet } from './sheet.ts';
import type { SheetAnswer, SheetRequest } from './sheet-thread.ts';

const LONGEST_MILLISECONDS = 60_000;
const MEMORY_MEGABYTES = 768;

export class Sheets {
  #worker: Worker | null = null;

  /** Null where the picture cannot be opened, is too large or takes too long. */
  async sheetOf(request: SheetRequest): Promise<Sheet | null> {
    const worker = (this.#worker ??= new Worker(new URL('./sheet-thread.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MEGABYTES },
      execArgv: ['--disable-warning=ExperimentalWarning'],
    }));
    const sheet = await new Promise<SheetAnswer>((resolve) => {
      const late = setTimeout(() => done(null), LONGEST_MILLISECONDS);
      const fail = (): void => done(null);
      const done = (answer: SheetAnswer): void => {
        clearTimeout(late);
        worker.off('message', done).off('error', fail).off('exit', fail);
        resolve(answer);
      };
      worker.on('message', done).on('error', fail).on('exit', fail);
      worker.postMessage(request, []);
    });
    if (sheet === null) await this.close();
    return sheet;
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    await worker?.terminate();
  }
}
