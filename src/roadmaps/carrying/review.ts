/** Verbs upon what was handed in: accept, return, withdraw; a date or a measure that was not needed; a measure that is done. */
import { randomUUID } from 'node:crypto';
import { requirePermission } from '#src/access/actions.ts';
import { audit } from '#src/access/audit.ts';
import type { Actor } from '#src/access/model.ts';
import { can } from '#src/access/rules.ts';
import { dayOf } from '#src/platform/clock.ts';
import { notify } from '#src/notifications/notify.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { parseDeadline } from '../deadline/parse.ts';
import { refusePlan } from '../errors.ts';
import type { MeasureState } from '../model.ts';
import { recordChange, recordChanges } from '../plans/store.ts';
import { occurrenceMayBecome } from '../rules.ts';
import { refuse } from './errors.ts';
import { acceptingEnds } from './occurrences.ts';
import { endOfMeasure, measureAfter, reviewRight, stateFromSubmissions } from './rules.ts';
import * as store from './store.ts';
import { syncOccurrences } from './sync.ts';

async function hold(tx: Tx, id: number): Promise<store.HeldOccurrence> {
  const [one] = await store.holdOccurrences(tx, [id]);
  if (!one) throw refuse('occurrenceNotFound');
  if (one.planState === 'draft') throw refuse('planNotApproved');
  if (one.planState === 'closed') throw refusePlan('planIsClosed');
  return one;
}

export interface ReviewInput {
  readonly verdict: 'accepted' | 'returned';
  readonly submissions: readonly { readonly id: number; readonly revision: number }[];
  readonly remark: string;
  readonly ends?: boolean | undefined;
}

/** Accepts pieces or returns them with a remark; nobody reviews his own unless nobody else could. Answers the measure's id. */
export async function reviewEvidence(tx: Tx, actor: Actor, occurrenceId: number, input: ReviewInput): Promise<number> {
  requirePermission(actor, 'reviewEvidence');
  if (input.verdict === 'returned' && input.remark === '') throw refuse('remarkRequired');
  const one = await hold(tx, occurrenceId);
  const submissions = await store.submissionsOf(tx, [occurrenceId]);
  const reviewers = await store.reviewersOf(tx, actor.scope, one.organizationId);
  const person = { accountId: actor.accountId, mayReview: true };
  const looked = input.submissions.map(({ id, revision }) => {
    const found = submissions.find((each) => each.id === id);
    if (!found) throw refuse('evidenceNotFound');
    if (found.state === 'superseded') throw refuse('replacedMeanwhile');
    const open = found.state === 'submitted' || (found.state === 'accepted' && input.verdict === 'returned');
    if (!open || found.revision !== revision) throw refuse('alreadyReviewed');
    const right = reviewRight(
      person,
      found.submittedBy,
      reviewers.map((each) => each.id),
    );
    if (right === 'own') {
      const names = reviewers.filter((each) => each.id !== actor.accountId).map(({ name }) => name);
      throw refuse('ownEvidence', { names: names.join(', ') });
    }
    return { ...found, onlyOne: right === 'onlyOne' };
  });
  await tx
    .updateTable('evidenceSubmission')
    .set((build) => ({
      state: input.verdict,
      remark: input.remark,
      reviewedBy: actor.accountId,
      reviewedAt: new Date(),
      revision: build('revision', '+', 1),
    }))
    .where(
      'id',
      'in',
      looked.map(({ id }) => id),
    )
    .execute();
  const ids = new Set(looked.map(({ id }) => id));
  const states = submissions.map(({ id, state }) => (ids.has(id) ? input.verdict : state));
  const ends = input.ends ?? acceptingEnds(one, dayOf(new Date()));
  await store.setOccurrence(tx, occurrenceId, { state: stateFromSubmissions(states, ends) });
  const batch = randomUUID();
  await recordChanges(
    tx,
    looked.map((each) => ({
      planId: one.planId,
      organizationId: one.organizationId,
      accountId: actor.accountId,
      batch,
      action: 'evidence.review',
      subjectKind: 'submission' as const,
      subjectId: each.id,
      before: { state: each.state },
      after: { state: input.verdict, remark: input.remark, occurrenceId, measureId: one.measureId },
    })),
  );
  if (input.verdict === 'returned') await follow(tx, actor, one, batch);
  await notify(tx, {
    to: { accountIds: [...new Set(looked.map(({ submittedBy }) => submittedBy))].filter((id) => id !== null) },
    by: actor,
    kind: input.verdict === 'accepted' ? 'evidenceAccepted' : 'evidenceReturned',
    // Returned, accepted and returned again: each time is told.
    key: `evidence-${input.verdict}-${looked.map(({ id, revision }) => `${id}.${revision}`).join('-')}`,
    facts: { subject: one.measureText, count: looked.length, ...(input.remark === '' ? {} : { remark: input.remark }) },
    href: `/plans/${one.planId}/measures/${one.measureId}`,
  });
  await audit(tx, actor, {
    kind: 'change',
    action: 'evidence.review',
    subjectKind: 'occurrence',
    subjectId: occurrenceId,
    organizationId: one.organizationId,
    details: {
      verdict: input.verdict,
      submissions: [...ids],
      // Whoever reviews his own evidence does so because nobody else could; the journal says it.
      ...(looked.some(({ onlyOne }) => onlyOne) ? { ownEvidence: true } : {}),
    },
  });
  return one.measureId;
}

/** A measure that was called done is under way again when its evidence is returned. */
async function follow(tx: Tx, actor: Actor, one: store.HeldOccurrence, batch: string): Promise<void> {
  const next = measureAfter(one.measureState, 'returned');
  if (next !== one.measureState) await changeMeasure(tx, actor, one, next, '', batch);
}

async function changeMeasure(
  tx: Tx,
  actor: Actor,
  one: Pick<store.HeldOccurrence, 'planId' | 'organizationId' | 'measureId' | 'measureState'>,
  state: MeasureState,
  note: string,
  batch: string,
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

/** Takes back the own evidence before it is accepted; the version before it stands again as it stood. Answers the measure's id. */
export async function withdrawEvidence(tx: Tx, actor: Actor, id: number, revision: number): Promise<number> {
  requirePermission(actor, 'submitEvidence');
  const seen = await tx.selectFrom('evidenceSubmission').select('occurrenceId').where('id', '=', id).executeTakeFirst();
  if (!seen) throw refuse('evidenceNotFound');
  const one = await hold(tx, seen.occurrenceId);
  const submissions = await store.submissionsOf(tx, [one.id]);
  const own = submissions.find((each) => each.id === id)!;
  if (own.submittedBy !== actor.accountId || (own.state !== 'submitted' && own.state !== 'returned'))
    throw refuse('cannotWithdraw');
  if (own.revision !== revision) throw refuse('alreadyReviewed');
  await tx
    .updateTable('evidenceSubmission')
    .set((build) => ({ state: 'withdrawn', revision: build('revision', '+', 1) }))
    .where('id', '=', id)
    .execute();
  const restored = own.state === 'submitted' ? await restorePrevious(tx, one.id, own.evidenceId) : null;
  const states = submissions.map((each) =>
    each.id === id ? 'withdrawn' : each.id === restored?.id ? restored.state : each.state,
  );
  await store.setOccurrence(tx, one.id, { state: stateFromSubmissions(states, false) });
  await recordChange(tx, {
    planId: one.planId,
    organizationId: one.organizationId,
    accountId: actor.accountId,
    batch: randomUUID(),
    action: 'evidence.withdraw',
    subjectKind: 'submission',
    subjectId: id,
    before: { state: own.state },
    after: { state: 'withdrawn', occurrenceId: one.id, measureId: one.measureId },
  });
  await audit(tx, actor, {
    kind: 'change',
    action: 'evidence.withdraw',
    subjectKind: 'occurrence',
    subjectId: one.id,
    organizationId: one.organizationId,
    details: { submission: id },
  });
  return one.measureId;
}

async function restorePrevious(
  tx: Tx,
  occurrenceId: number,
  evidenceId: number,
): Promise<{ id: number; state: 'returned' | 'submitted' } | null> {
  const before = await tx
    .selectFrom('evidence as e')
    .innerJoin('evidenceSubmission as s', 's.evidenceId', 'e.previousId')
    .select(['s.id', 's.reviewedAt'])
    .where('e.id', '=', evidenceId)
    .where('s.occurrenceId', '=', occurrenceId)
    .where('s.state', '=', 'superseded')
    .orderBy('s.id', 'desc')
    .executeTakeFirst();
  if (!before) return null;
  const state = before.reviewedAt === null ? 'submitted' : 'returned';
  await tx
    .updateTable('evidenceSubmission')
    .set((build) => ({ state, revision: build('revision', '+', 1) }))
    .where('id', '=', before.id)
    .execute();
  return { id: before.id, state };
}

/** «Не потребовалось» with its reason, or back again. Answers the measure's id. */
export async function setNeeded(
  tx: Tx,
  actor: Actor,
  id: number,
  input: { revision: number; needed: boolean; reason: string },
): Promise<number> {
  requirePermission(actor, 'reviewEvidence');
  if (!input.needed && input.reason === '') throw refuse('reasonRequired');
  const one = await hold(tx, id);
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
    await changeMeasure(tx, actor, one, 'inProgress', '', randomUUID());
  return one.measureId;
}

async function holdMeasure(tx: Tx, id: number) {
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
  const batch = randomUUID();
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
  await changeMeasure(tx, actor, measure, input.state, input.reason, batch);
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
