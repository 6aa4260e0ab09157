/** Runs the engine on its thread and keeps asking whether a person wants to stop it. */
import { Worker } from 'node:worker_threads';
import type { Administration } from '../engine/administration.ts';
import type { UnitResult } from '../model.ts';
import type { SchoolReadings } from '../official/model.ts';

export interface Computed {
  readonly units: readonly UnitResult[];
  readonly official: readonly SchoolReadings[];
}

/** How often `stillWanted` is asked, milliseconds. */
const PULSE = 500;

/** @throws what `stillWanted` throws, after the thread was ended. */
export async function compute(
  administrations: readonly Administration[],
  stillWanted: () => Promise<void>,
): Promise<Computed> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: administrations,
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  const ended = new Promise<Computed>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the engine's thread ended early (${code})`)));
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
