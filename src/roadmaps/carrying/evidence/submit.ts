/** Handing in evidence: permission -> one piece, stored once -> its submissions -> states -> history and journal. */
import { randomUUID } from 'node:crypto';
import { requirePermission } from '#src/access/actions.ts';
import { audit } from '#src/access/audit.ts';
import type { Actor } from '#src/access/model.ts';
import { notify } from '#src/notifications/notify.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { recordChanges, type Change } from '../../plans/changes.ts';
import { refuse } from '../errors.ts';
import { changeMeasure } from '../held.ts';
import { findOrDescribe, type Piece, storePiece } from './pieces.ts';
import { measureAfter } from '../rules.ts';
import * as people from '../people-store.ts';
import * as occurrences from '../store.ts';
import * as store from './store.ts';

export interface SubmitInput {
  /** The date that it is handed in for, and further ones that the same piece serves. */
  readonly occurrenceId: number;
  readonly further: readonly number[];
  readonly piece: Piece;
  readonly title: string;
  readonly note: string;
  /** The submission whose evidence this is a new version of. */
  readonly replaces: number | null;
  /**
   * The newest submission of the date that the person had before his eyes, 0 where there was none: what came after it is told
   * to him before anything is stored. null: he is not asked.
   */
  readonly seen: number | null;
}

export interface Submitted {
  readonly evidenceId: number;
  readonly submissionIds: number[];
  readonly known: boolean;
  readonly beside: boolean;
}

export async function submitEvidence(tx: Tx, actor: Actor, input: SubmitInput): Promise<Submitted> {
  requirePermission(actor, 'submitEvidence');
  const wanted = await occurrencesOf(tx, input);
  const held = await occurrences.holdOccurrences(tx, wanted);
  for (const id of wanted)
    requireOpen(
      actor,
      held.find((one) => one.id === id),
    );
  const submissions = await store.submissionsOf(tx, wanted);
  const replaced = submissions.find(({ id }) => id === input.replaces) ?? null;
  if (input.replaces !== null && replaced?.occurrenceId !== input.occurrenceId) throw refuse('evidenceNotFound');
  // Somebody else was quicker with a new version: this one is kept, too, and both wait for review.
  const beside = replaced !== null && replaced.state !== 'submitted' && replaced.state !== 'returned';
  const previous = replaced !== null && !beside ? replaced : null;

  const found = await findOrDescribe(tx, actor, input);
  const waiting = submissions.filter(({ state }) => state === 'submitted');
  const twice = waiting.find(
    (one) => found.same.includes(one.evidenceId) && one.occurrenceId === input.occurrenceId && one.id !== previous?.id,
  );
  if (twice === undefined && previous === null) refuseSameAsReturned(input, found.same, submissions);
  if (previous !== null && found.same.includes(previous.evidenceId)) {
    if (previous.state === 'submitted')
      return { evidenceId: previous.evidenceId, submissionIds: [previous.id], known: true, beside: false };
    refuseSameAsReturned(input, found.same, submissions);
  }

  if (twice === undefined) await refuseUnseen(tx, actor, input, submissions);

  const evidenceId = twice?.evidenceId ?? (await storePiece(tx, found, previous?.evidenceId ?? null));
  const changes: Change[] = [];
  const batch = randomUUID();
  const submissionIds: number[] = [];
  const begun = new Map<number, occurrences.HeldOccurrence>();
  for (const one of held) {
    const already = waiting.find((each) => each.occurrenceId === one.id && each.evidenceId === evidenceId);
    if (already) {
      submissionIds.push(already.id);
      continue;
    }
    const row = await tx
      .insertInto('evidenceSubmission')
      .values({
        organizationId: one.organizationId,
        evidenceId,
        occurrenceId: one.id,
        submittedBy: actor.accountId,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    submissionIds.push(row.id);
    const supersedes = previous === null ? [] : replacedBy(one.id, previous, submissions);
    if (supersedes.length > 0) {
      await tx
        .updateTable('evidenceSubmission')
        .set((build) => ({ state: 'superseded', revision: build('revision', '+', 1) }))
        .where('id', 'in', supersedes)
        .execute();
    }
    const left = submissions.some(
      (each) => each.occurrenceId === one.id && each.state === 'returned' && !supersedes.includes(each.id),
    );
    await occurrences.setOccurrence(tx, one.id, { state: left ? 'returned' : 'submitted', submitted: true });
    changes.push({
      planId: one.planId,
      organizationId: one.organizationId,
      accountId: actor.accountId,
      batch,
      action: 'evidence.submit',
      subjectKind: 'submission',
      subjectId: row.id,
      before: null,
      after: { measureId: one.measureId, occurrenceId: one.id, evidenceId, title: found.title },
    });
    begun.set(one.measureId, one);
  }
  await recordChanges(tx, changes);
  for (const one of begun.values()) {
    const next = measureAfter(one.measureState, 'submitted');
    if (next !== one.measureState) await changeMeasure(tx, actor, one, next, '', batch);
  }
  if (changes.length > 0) {
    await audit(tx, actor, {
      kind: 'change',
      action: 'evidence.submit',
      subjectKind: 'evidence',
      subjectId: evidenceId,
      organizationId: held[0]!.organizationId,
      details: { title: found.title, kind: input.piece.kind, occurrences: held.map(({ id }) => id) },
    });
    await tellReviewers(tx, actor, held, submissionIds[0]!);
  }
  return { evidenceId, submissionIds, known: changes.length === 0, beside };
}

/** Another window or another person was quicker: the person says first whether his piece takes the place of that one or stands beside it. */
async function refuseUnseen(
  tx: Tx,
  actor: Actor,
  { occurrenceId, seen }: SubmitInput,
  submissions: readonly store.SubmissionRow[],
): Promise<void> {
  if (seen === null) return;
  const newer = submissions.findLast(
    (one) =>
      one.occurrenceId === occurrenceId && one.id > seen && one.state !== 'superseded' && one.state !== 'withdrawn',
  );
  if (newer === undefined) return;
  const { title } = await tx
    .selectFrom('evidence')
    .select('title')
    .where('id', '=', newer.evidenceId)
    .executeTakeFirstOrThrow();
  const names = await people.accountNames(tx, actor.scope, [newer.submittedBy]);
  throw refuse('handedInMeanwhile', { title, who: names.get(newer.submittedBy ?? 0) ?? actor.organizationName });
}

/** Those who may review hear of it once, however many dates the piece serves. */
async function tellReviewers(
  tx: Tx,
  actor: Actor,
  held: readonly occurrences.HeldOccurrence[],
  submissionId: number,
): Promise<void> {
  const first = held[0]!;
  const reviewers = await people.reviewersOf(tx, actor.scope, first.organizationId);
  await notify(tx, {
    to: { accountIds: reviewers.map(({ id }) => id) },
    by: actor,
    kind: 'evidenceSubmitted',
    key: `evidence-submitted-${submissionId}`,
    facts: { subject: first.measureText, organization: actor.organizationName, count: held.length },
    href: `/plans/${first.planId}/measures/${first.measureId}`,
  });
}

/** The date itself, further ones, and those where the same piece was returned: a mended piece answers all of them. */
async function occurrencesOf(tx: Tx, { occurrenceId, further, replaces }: SubmitInput): Promise<number[]> {
  const ids = new Set([occurrenceId, ...further]);
  if (replaces !== null) {
    const rows = await tx
      .selectFrom('evidenceSubmission as s')
      .innerJoin('evidenceSubmission as other', 'other.evidenceId', 's.evidenceId')
      .innerJoin('occurrence as o', 'o.id', 'other.occurrenceId')
      .innerJoin('plan as p', 'p.id', 'o.planId')
      .select('other.occurrenceId as id')
      .where('s.id', '=', replaces)
      .where('other.state', '=', 'returned')
      .where('o.state', '=', 'returned')
      .where('p.state', '=', 'approved')
      .where('p.removedAt', 'is', null)
      .execute();
    for (const { id } of rows) ids.add(id);
  }
  return [...ids];
}

function requireOpen(actor: Actor, one: occurrences.HeldOccurrence | undefined): void {
  if (!one) throw refuse('occurrenceNotFound');
  if (one.organizationId !== actor.organizationId) throw refuse('foreignPlan');
  if (one.planState !== 'approved') throw refuse('planNotApproved');
  if (one.state === 'accepted') throw refuse('alreadyAccepted');
  if (one.state === 'notNeeded' || one.state === 'cancelled') throw refuse('notDue');
}

/** Submissions of one date that a new version takes the place of. */
function replacedBy(
  occurrenceId: number,
  previous: store.SubmissionRow,
  submissions: readonly store.SubmissionRow[],
): number[] {
  return submissions
    .filter(
      (one) =>
        one.occurrenceId === occurrenceId &&
        one.evidenceId === previous.evidenceId &&
        (one.state === 'returned' || one.id === previous.id),
    )
    .map(({ id }) => id);
}

/** What was returned is not handed in again unchanged and unexplained. Behind a link or a record the content may have changed. */
function refuseSameAsReturned(
  { piece, note, occurrenceId }: SubmitInput,
  same: readonly number[],
  submissions: readonly store.SubmissionRow[],
): void {
  const returned = submissions.find(
    (one) => one.occurrenceId === occurrenceId && one.state === 'returned' && same.includes(one.evidenceId),
  );
  if (!returned || piece.kind === 'link' || piece.kind === 'record') return;
  if (piece.kind === 'file' && note !== '') return;
  throw refuse('sameAsReturned', { remark: returned.remark });
}
