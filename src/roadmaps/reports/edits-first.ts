/** A step of a report whose text has been edited since it was last stored: the text is stored first, so that no step is taken over words that nobody sees. */
import type { ReportStep } from './model.ts';

interface Stored {
  readonly revision: number;
  readonly problems: readonly unknown[];
}

interface Operations {
  /** Stores what was typed; null: nothing was typed since the text was stored. */
  readonly save: ((revision: number) => Promise<Stored>) | null;
  readonly move: (revision: number, step: ReportStep) => Promise<unknown>;
}

/**
 * Stores the edits, then takes the step. An approval stops after the storing where the stored numbers disagree with the data.
 *
 * @returns whether the step was taken.
 * @throws what the operations throw; after a failed storing nothing else is asked for.
 */
export async function editsFirst(step: ReportStep, revision: number, { save, move }: Operations): Promise<boolean> {
  const stored = save === null ? null : await save(revision);
  if (step === 'approve' && stored !== null && stored.problems.length > 0) return false;
  await move(stored?.revision ?? revision, step);
  return true;
}
