/** Runs the engine on its thread. */
import type { Administration } from '../engine/administration.ts';
import type { UnitResult } from '../model.ts';
import type { SchoolReadings } from '../official/model.ts';
import { onThread } from './thread.ts';

export interface Computed {
  readonly units: readonly UnitResult[];
  readonly official: readonly SchoolReadings[];
}

/** @throws what `stillWanted` throws, after the thread was ended. */
export function compute(
  administrations: readonly Administration[],
  stillWanted: () => Promise<void>,
): Promise<Computed> {
  return onThread(new URL('./worker.ts', import.meta.url), administrations, stillWanted);
}
