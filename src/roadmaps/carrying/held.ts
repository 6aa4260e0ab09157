/** A date or a measure held for one change, with the refusals of a plan that is not being carried out; and its change of state. */
import { randomUUID } from 'node:crypto';
import type { Actor } from '#src/access/model.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { refusePlan } from '../errors.ts';
import type { MeasureState } from '../model.ts';
import { recordChange } from '../plans/changes.ts';
import { refuse } from './errors.ts';
import * as store from './store.ts';

/** @throws Refusal occurrenceNotFound, planNotApproved, planIsClosed */
export async function holdOccurrence(tx: Tx, id: number): Promise<store.HeldOccurrence> {
  const [one] = await store.holdOccurrences(tx, [id]);
  if (!one) throw refuse('occurrenceNotFound');
  if (one.planState === 'draft') throw refuse('planNotApproved');
  if (one.planState === 'closed') throw refusePlan('planIsClosed');
  return one;
}

/** @throws Refusal measureNotFound, planNotApproved, planIsClosed */
export async function holdMeasure(tx: Tx, id: number) {
  const row = await tx
    .selectFrom('measure as m')
    .innerJoin('plan as p', 'p.id', 'm.planId')
    .select(['m.id', 'm.planId', 'm.organizationId', 'm.state', 'm.deadline', 'm.conditionMet', 'p.state as planState'])
    .where('m.id', '=', id)
    .where('m.removedAt', 'is', null)
    .where('p.removedAt', 'is', null)
    .forUpdate('m')
    .executeTakeFirst();
  if (!row) throw refusePlan('measureNotFound');
  if (row.planState === 'draft') throw refuse('planNotApproved');
  if (row.planState === 'closed') throw refusePlan('planIsClosed');
  return { ...row, measureId: row.id, measureState: row.state as MeasureState };
}

/** Changes the state of a measure and writes it into the plan's history. */
export async function changeMeasure(
  tx: Tx,
  actor: Actor,
  one: Pick<store.HeldOccurrence, 'planId' | 'organizationId' | 'measureId' | 'measureState'>,
  state: MeasureState,
  note: string,
  batch: string = randomUUID(),
): Promise<void> {
  await store.setMeasure(tx, one.measureId, { state, note });
  await recordChange(tx, {
    planId: one.planId,
    organizationId: one.organizationId,
    accountId: actor.accountId,
    batch,
    action: 'measure.state',
    subjectKind: 'measure',
    subjectId: one.measureId,
    before: { state: one.measureState },
    after: { state, ...(note === '' ? {} : { stateNote: note }) },
  });
}
