/** SQL of occurrences and of the states of measures. */
import { sql } from 'kysely';
import type { Tx } from '#src/platform/db/scope.ts';
import type { MeasureState, OccurrenceState, PlanState } from '../model.ts';

export interface HeldOccurrence {
  readonly id: number;
  readonly organizationId: number;
  readonly planId: number;
  readonly measureId: number;
  readonly opensOn: string | null;
  readonly dueOn: string | null;
  readonly state: OccurrenceState;
  readonly revision: number;
  readonly planState: PlanState;
  readonly measureState: MeasureState;
  readonly measureText: string;
}

/** Occurrences with the states above them, held for this transaction in the order of their ids, so that two never wait for each other. */
export async function holdOccurrences(tx: Tx, ids: readonly number[]): Promise<HeldOccurrence[]> {
  if (ids.length === 0) return [];
  await tx
    .selectFrom('occurrence')
    .select('id')
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .execute();
  const rows = await tx
    .selectFrom('occurrence as o')
    .innerJoin('plan as p', 'p.id', 'o.planId')
    .innerJoin('measure as m', 'm.id', 'o.measureId')
    .select(['o.id', 'o.organizationId', 'o.planId', 'o.measureId', 'o.opensOn', 'o.dueOn', 'o.state', 'o.revision'])
    .select(['p.state as planState', 'm.state as measureState', 'm.text as measureText'])
    .where('o.id', 'in', [...ids])
    .where('p.removedAt', 'is', null)
    .where('m.removedAt', 'is', null)
    .orderBy('o.id')
    .execute();
  return rows.map((row) => ({
    ...row,
    state: row.state as OccurrenceState,
    planState: row.planState as PlanState,
    measureState: row.measureState as MeasureState,
  }));
}

export async function setOccurrence(
  tx: Tx,
  id: number,
  change: { state: OccurrenceState; submitted?: boolean; accepted?: boolean; note?: string },
): Promise<void> {
  const now = new Date();
  await tx
    .updateTable('occurrence')
    .set((build) => ({
      state: change.state,
      revision: build('revision', '+', 1),
      acceptedAt: change.state === 'accepted' ? sql<Date>`coalesce(accepted_at, ${now})` : null,
      ...(change.submitted ? { submittedAt: sql<Date>`coalesce(submitted_at, ${now})` } : {}),
      ...(change.note === undefined ? {} : { note: change.note }),
    }))
    .where('id', '=', id)
    .execute();
}

/** A state that follows from what happened. The revision stays: nobody who is editing the words is disturbed by it. */
export async function setMeasure(tx: Tx, id: number, change: { state: MeasureState; note?: string }): Promise<void> {
  await tx
    .updateTable('measure')
    .set({ state: change.state, ...(change.note === undefined ? {} : { stateNote: change.note }) })
    .where('id', '=', id)
    .execute();
}
