/** SQL of the history of a plan: what was changed, by whom, in which gesture. Nothing is ever taken out of it. */
import type { Tx } from '#src/platform/db/scope.ts';

export type SubjectKind = 'plan' | 'section' | 'measure' | 'party' | 'occurrence' | 'submission';

export interface Change {
  readonly planId: number;
  readonly organizationId: number;
  readonly accountId: number | null;
  /** UUID: changes of one gesture are undone together. */
  readonly batch: string;
  /** Key of plans/text.ts, `actions`. */
  readonly action: string;
  readonly subjectKind: SubjectKind;
  readonly subjectId: number;
  /** The changed fields only; null before: it was added, null after: it was removed. */
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
  /** The batch that this one takes back. */
  readonly undoes?: string | null;
}

/** A column of JSON; null stays null. */
export const asJson = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));

/** Writes one change into the history of a plan. */
export async function recordChange(tx: Tx, change: Change): Promise<void> {
  await recordChanges(tx, [change]);
}

export async function recordChanges(tx: Tx, changes: readonly Change[]): Promise<void> {
  if (changes.length === 0) return;
  await tx
    .insertInto('planChange')
    .values(
      changes.map(({ before, after, undoes, ...plain }) => ({
        ...plain,
        before: asJson(before),
        after: asJson(after),
        undoes: undoes ?? null,
      })),
    )
    .execute();
}
