/** Runs the engine on its thread, and the official readings beside it on another. */
import type { Administration } from '../engine/administration.ts';
import type { Analysis } from '../engine/analyze.ts';
import type { FrozenReference } from '../engine/frozen-reference.ts';
import type { SchoolReadings } from '../official/model.ts';
import { onThread } from './thread.ts';
import type { EngineRequest } from './worker.ts';

export interface Computed extends Analysis {
  readonly official: readonly SchoolReadings[];
}

/** @throws what `stillWanted` throws, after the threads were ended. */
export async function compute(
  administrations: readonly Administration[],
  stillWanted: () => Promise<void>,
  reference: FrozenReference | null = null,
  others: readonly Administration[] = [],
): Promise<Computed> {
  let failed: { readonly reason: unknown } | null = null;
  const wanted = async (): Promise<void> => {
    // When one thread has ended in an error, the other's work is for nothing.
    if (failed !== null) throw failed.reason;
    await stillWanted();
  };
  const on = <T>(module: string, input: unknown): Promise<T> =>
    onThread<T>(new URL(module, import.meta.url), input, wanted).catch((error: unknown) => {
      failed ??= { reason: error };
      throw error;
    });
  const [analysis, official] = await Promise.all([
    on<Analysis>('./worker.ts', { administrations, reference, others } satisfies EngineRequest),
    on<Computed['official']>('./official-worker.ts', administrations),
  ]);
  return { ...analysis, official };
}
