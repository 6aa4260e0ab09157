/** What somebody says of a date or a measure: not needed, needed after all, done, under way again, its condition has come. */
import { randomUUID } from 'node:crypto';
import { requirePermission } from '#src/access/actions.ts';
import { audit } from '#src/access/audit.ts';
import type { Actor } from '#src/access/model.ts';
import { can } from '#src/access/rules.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { parseDeadline } from '../deadline/parse.ts';
import { refusePlan } from '../errors.ts';
import { recordChange } from '../plans/changes.ts';
import { occurrenceMayBecome } from '../rules.ts';
import { refuse } from './errors.ts';
import { changeMeasure, holdMeasure, holdOccurrence } from './held.ts';
import { endOfMeasure } from './rules.ts';
import * as store from './store.ts';
import { syncOccurrences } from './sync.ts';

/** «Не потребовалось» with its reason, or back again. Answers the measure's id. */
export async function setNeeded(
  tx: Tx,
  actor: Actor,
  id: number,
  input: { revision: number; needed: boolean; reason: string },
): Promise<number> {
  requirePermission(actor, 'reviewEvidence');
  if (!input.needed && input.reason === '') throw refuse('reasonRequired');
  const one = await holdOccurrence(tx, id);
  if (one.revision !== input.revision) throw refusePlan('changedMeanwhile');
  const state = input.needed ? 'open' : 'notNeeded';
  if (!occurrenceMayBecome(one.state, state)) throw refuse(one.state === 'accepted' ? 'alreadyAccepted' : 'notDue');
  await store.setOccurrence(tx, id, { state, note: input.needed ? '' : input.reason });
  await recordChange(tx, {
    planId: one.planId,
    organizationId: one.organizationId,
    accountId: actor.accountId,
    batch: randomUUID(),
    action: 'occurrence.needed',
    subjectKind: 'occurrence',
    subjectId: id,
    before: { state: one.state },
    after: { state, reason: input.reason, measureId: one.measureId },
  });
  await audit(tx, actor, {
    kind: 'change',
    action: 'occurrence.needed',
    subjectKind: 'occurrence',
    subjectId: id,
    organizationId: one.organizationId,
    details: { needed: input.needed, reason: input.reason },
  });
  if (input.needed && (one.measureState === 'done' || one.measureState === 'notNeeded'))
    await changeMeasure(tx, actor, one, 'inProgress', '');
  return one.measureId;
}

/**
 * One click when all dates are closed: done. What lasts without an end is done when somebody says so and evidence was accepted;
 * «не потребовалось» as a whole closes every open date with the same reason.
 */
export async function setMeasureState(
  tx: Tx,
  actor: Actor,
  id: number,
  input: { state: 'inProgress' | 'done' | 'notNeeded'; reason: string },
): Promise<void> {
  requirePermission(actor, 'reviewEvidence');
  const measure = await holdMeasure(tx, id);
  const occurrences = await tx
    .selectFrom('occurrence as o')
    .select(['o.id', 'o.state', 'o.dueOn', 'o.opensOn'])
    .select((build) =>
      build
        .exists(
          build
            .selectFrom('evidenceSubmission as s')
            .select('s.id')
            .whereRef('s.occurrenceId', '=', 'o.id')
            .where('s.state', '=', 'accepted'),
        )
        .as('hasAccepted'),
    )
    .where('o.measureId', '=', id)
    .orderBy('o.id')
    .forUpdate('o')
    .execute();
  if (input.state === 'done') {
    // What goes on has accepted evidence and no reason to stay open any longer.
    const lasting = occurrences.filter(({ state, hasAccepted }) => state === 'open' && Boolean(hasAccepted));
    for (const one of lasting) await store.setOccurrence(tx, one.id, { state: 'accepted' });
    const over = new Set(lasting.map(({ id: each }) => each));
    const states = occurrences.map((one) => (over.has(one.id) ? 'accepted' : one.state)) as Parameters<
      typeof endOfMeasure
    >[0];
    if (endOfMeasure(states) === null) {
      const left = states.filter((state) => state !== 'accepted' && state !== 'notNeeded' && state !== 'cancelled');
      throw refuse('occurrencesOpen', { count: left.length });
    }
  }
  if (input.state === 'notNeeded') {
    if (input.reason === '') throw refuse('reasonRequired');
    for (const one of occurrences) {
      if (one.state === 'open' || one.state === 'returned')
        await store.setOccurrence(tx, one.id, { state: 'notNeeded', note: input.reason });
    }
  }
  if (measure.measureState === input.state) return;
  await changeMeasure(tx, actor, measure, input.state, input.reason);
  await audit(tx, actor, {
    kind: 'change',
    action: 'measure.state',
    subjectKind: 'measure',
    subjectId: id,
    organizationId: measure.organizationId,
    details: { from: measure.measureState, to: input.state, reason: input.reason },
  });
}

/** «При необходимости»: the need has come, or is gone. Dates appear or are dropped with it; evidence stays. */
export async function setCondition(tx: Tx, actor: Actor, id: number, met: boolean): Promise<void> {
  if (!can(actor.role, 'editPlans')) requirePermission(actor, 'reviewEvidence');
  const measure = await holdMeasure(tx, id);
  if (parseDeadline(measure.deadline).condition === null) throw refuse('noCondition');
  if (measure.conditionMet === met) return;
  await tx.updateTable('measure').set({ conditionMet: met }).where('id', '=', id).execute();
  await recordChange(tx, {
    planId: measure.planId,
    organizationId: measure.organizationId,
    accountId: actor.accountId,
    batch: randomUUID(),
    action: 'measure.condition',
    subjectKind: 'measure',
    subjectId: id,
    before: { conditionMet: measure.conditionMet },
    after: { conditionMet: met },
  });
  await audit(tx, actor, {
    kind: 'change',
    action: 'measure.condition',
    subjectKind: 'measure',
    subjectId: id,
    organizationId: measure.organizationId,
    details: { met },
  });
  await syncOccurrences(tx, measure.planId);
}
