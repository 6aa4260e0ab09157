/** Verbs upon what was handed in: accept, return, withdraw. */
import { randomUUID } from 'node:crypto';
import { requirePermission } from '#src/access/actions.ts';
import { audit } from '#src/access/audit.ts';
import type { Actor } from '#src/access/model.ts';
import { notify } from '#src/notifications/notify.ts';
import { dayOf } from '#src/platform/clock.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { recordChange, recordChanges } from '../../plans/changes.ts';
import { refuse } from '../errors.ts';
import { changeMeasure, holdOccurrence } from '../held.ts';
import { acceptingEnds } from '../occurrences.ts';
import { measureAfter, reviewRight, stateFromSubmissions } from '../rules.ts';
import * as people from '../people-store.ts';
import * as occurrences from '../store.ts';
import * as store from './store.ts';

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
  const one = await holdOccurrence(tx, occurrenceId);
  const submissions = await store.submissionsOf(tx, [occurrenceId]);
  const reviewers = await people.reviewersOf(tx, actor.scope, one.organizationId);
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
  await occurrences.setOccurrence(tx, occurrenceId, { state: stateFromSubmissions(states, ends) });
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
async function follow(tx: Tx, actor: Actor, one: occurrences.HeldOccurrence, batch: string): Promise<void> {
  const next = measureAfter(one.measureState, 'returned');
  if (next !== one.measureState) await changeMeasure(tx, actor, one, next, '', batch);
}

/** Takes back the own evidence before it is accepted; the version before it stands again as it stood. Answers the measure's id. */
export async function withdrawEvidence(tx: Tx, actor: Actor, id: number, revision: number): Promise<number> {
  requirePermission(actor, 'submitEvidence');
  const seen = await tx.selectFrom('evidenceSubmission').select('occurrenceId').where('id', '=', id).executeTakeFirst();
  if (!seen) throw refuse('evidenceNotFound');
  const one = await holdOccurrence(tx, seen.occurrenceId);
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
  await occurrences.setOccurrence(tx, one.id, { state: stateFromSubmissions(states, false) });
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
