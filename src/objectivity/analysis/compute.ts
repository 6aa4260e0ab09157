/** Runs the engine on its thread, and the official readings beside it on another. */
import type { Administration } from '../engine/administration.ts';
import type { UnitResult } from '../model.ts';
import type { SchoolReadings } from '../official/model.ts';
import { onThread } from './thread.ts';

export interface Computed {
  readonly units: readonly UnitResult[];
  readonly official: readonly SchoolReadings[];
}

/** @throws what `stillWanted` throws, after the threads were ended. */
export async function compute(
  administrations: readonly Administration[],
  stillWanted: () => Promise<void>,
): Promise<Computed> {
  let failed: { readonly reason: unknown } | null = null;
  const wanted = async (): Promise<void> => {
    // When one thread has ended in an error, the other's work is for nothing.
    if (failed !== null) throw failed.reason;
    await stillWanted();
  };
  const on = <T>(module: string): Promise<T> =>
    onThread<T>(new URL(module, import.meta.url), administrations, wanted).catch((error: unknown) => {
      failed ??= { reason: error };
      throw error;
    });
  const [units, official] = await Promise.all([
    on<Computed['units']>('./worker.ts'),
    on<Computed['official']>('./official-worker.ts'),
  ]);
  return { units, official };
}
