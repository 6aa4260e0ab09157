/** Verbs of plans on their way in: permission -> change -> journal. */
import { createHash, randomUUID } from 'node:crypto';
import { requirePermission } from '#src/access/actions.ts';
import { audit } from '#src/access/audit.ts';
import type { Actor } from '#src/access/model.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { refuseCommon } from '#src/platform/errors.ts';
import type { JobQueue } from '#src/platform/jobs/queue.ts';
import { recordChange } from '../plans/changes.ts';
import { insertPlan } from '../plans/write.ts';
import type { Roadmap } from '../reading/model.ts';
import { applyPatch, draftDefects, draftOf, planOfDraft } from './draft.ts';
import { refuseIntake } from './errors.ts';
import { READ_PLAN_JOB } from './jobs.ts';
import type { DraftPatch, IntakeState, PlanDraft } from './model.ts';
import * as store from './store.ts';
import { intakeText } from './text.ts';

export interface ReceivedPlan {
  readonly name: string;
  readonly content: Buffer;
  readonly pasted: boolean;
  readonly schoolYear: number | null;
  /** Take it in even though the same content was taken in before. */
  readonly again: boolean;
}

/** Takes a plan in; a job reads it. Content that is there already is not taken again unless asked for. */
export async function receivePlan(
  tx: Tx,
  queue: JobQueue,
  actor: Actor,
  plan: ReceivedPlan,
): Promise<{ readonly id: number; readonly known: boolean }> {
  requirePermission(actor, 'editPlans');
  const name = plan.pasted ? intakeText[actor.language].pasted : plan.name.slice(0, 300);
  if (plan.content.length === 0) {
    throw plan.pasted ? refuseIntake('nothingPasted') : refuseIntake('planFileEmpty', { name });
  }
  const fileHash = createHash('sha256').update(plan.content).digest('hex');
  const known = plan.again ? null : await store.findSame(tx, actor.organizationId, fileHash);
  if (known !== null) return { id: known, known: true };
  const id = await store.insertIntake(tx, {
    organizationId: actor.organizationId,
    accountId: actor.accountId,
    origin: plan.pasted ? 'pasted' : 'file',
    fileName: name,
    fileHash,
    content: plan.content,
    askedSchoolYear: plan.schoolYear,
  });
  await startReading(tx, queue, actor, id);
  await journal(tx, actor, 'intake.receive', id, { bytes: plan.content.length, sha256: fileHash });
  return { id, known: false };
}

async function startReading(tx: Tx, queue: JobQueue, actor: Actor, id: number): Promise<void> {
  const jobId = await queue.enqueue(tx, {
    kind: READ_PLAN_JOB,
    organizationId: actor.organizationId,
    accountId: actor.accountId,
    subjectId: id,
  });
  await tx.updateTable('planIntake').set({ jobId }).where('id', '=', id).execute();
}

/** A ready plan as if it had been read: nothing to wait for. */
export async function receiveStarter(
  tx: Tx,
  actor: Actor,
  starter: { readonly name: string; readonly roadmap: Roadmap; readonly schoolYear: number },
): Promise<number> {
  requirePermission(actor, 'editPlans');
  const id = await store.insertIntake(tx, {
    organizationId: actor.organizationId,
    accountId: actor.accountId,
    origin: 'starter',
    fileName: starter.name,
    fileHash: null,
    content: null,
    askedSchoolYear: starter.schoolYear,
  });
  await store.storeReading(tx, id, { roadmap: starter.roadmap, view: null, refusal: null });
  await journal(tx, actor, 'intake.receive', id, { starter: starter.name });
  return id;
}

export async function mendIntake(
  tx: Tx,
  actor: Actor,
  input: { readonly id: number; readonly revision: number; readonly patch: DraftPatch },
): Promise<number> {
  const row = await requireIntake(tx, actor, input.id, ['read']);
  const mended = applyPatch(await draftOfIntake(tx, row.id), input.patch);
  if (!isWhole(mended)) throw refuseIntake('draftBroken');
  await claim(tx, { id: row.id, revision: input.revision, from: ['read'], mended });
  return input.revision + 1;
}

/** Every measure stands in exactly one section, under its own id. */
function isWhole({ sections, measures }: PlanDraft): boolean {
  const placed = sections.flatMap((section) => section.measures);
  return (
    new Set(placed).size === placed.length &&
    placed.length === Object.keys(measures).length &&
    placed.every((id) => measures[id]?.id === id)
  );
}

/** Makes a plan of the draft; the file and its reading stay as they are. */
export async function saveIntake(
  tx: Tx,
  actor: Actor,
  input: { readonly id: number; readonly revision: number },
): Promise<number> {
  const row = await requireIntake(tx, actor, input.id, ['read']);
  const draft = await draftOfIntake(tx, row.id);
  const defects = draftDefects(draft);
  if (defects.length > 0) {
    const words = intakeText[actor.language].defects;
    throw refuseIntake('draftIncomplete', { found: [...new Set(defects.map(({ code }) => words[code]))].join('; ') });
  }
  const { organizationId, accountId } = actor;
  const plan = planOfDraft(draft);
  const planId = await insertPlan(tx, { organizationId, accountId, intakeId: row.id, plan });
  await claim(tx, { ...input, from: ['read'], state: 'saved', planId });
  await recordChange(tx, {
    planId,
    organizationId,
    accountId,
    batch: randomUUID(),
    action: 'plan.create',
    subjectKind: 'plan',
    subjectId: planId,
    before: null,
    after: { title: plan.title, intakeId: row.id },
  });
  await journal(tx, actor, 'intake.save', row.id, { planId, title: plan.title });
  return planId;
}

export async function discardIntake(
  tx: Tx,
  actor: Actor,
  input: { readonly id: number; readonly revision: number },
): Promise<void> {
  const row = await requireIntake(tx, actor, input.id, ['received', 'read', 'unreadable']);
  await claim(tx, { ...input, from: ['received', 'read', 'unreadable'], state: 'discarded' });
  if (row.jobId !== null) {
    await tx
      .updateTable('job')
      .set({ cancelRequested: true })
      .where('id', '=', row.jobId)
      .where('state', 'in', ['queued', 'running'])
      .execute();
  }
  await journal(tx, actor, 'intake.discard', row.id, { fileName: row.fileName });
}

/** Brings back what was put aside; a file whose reading was stopped by that is read again. */
export async function restoreIntake(
  tx: Tx,
  queue: JobQueue,
  actor: Actor,
  input: { readonly id: number; readonly revision: number },
): Promise<void> {
  const row = await requireIntake(tx, actor, input.id, ['discarded']);
  const state = await store.restoreIntake(tx, row.id, input.revision);
  if (state === null) throw refuseCommon('changedMeanwhile');
  if (state === 'received') await startReading(tx, queue, actor, row.id);
  await journal(tx, actor, 'intake.restore', row.id, { fileName: row.fileName });
}

/** An intake of the actor's own organisation; drafts of others are nobody else's business. */
export async function requireIntake(
  tx: Tx,
  actor: Actor,
  id: number,
  states?: readonly IntakeState[],
): Promise<store.IntakeRow> {
  requirePermission(actor, 'editPlans');
  const [row] = await store.listIntakes(tx, { id });
  if (!row || row.organizationId !== actor.organizationId) throw refuseIntake('intakeNotFound');
  if (states !== undefined && !states.includes(row.state)) throw refuseIntake('intakeState');
  return row;
}

async function draftOfIntake(tx: Tx, id: number): Promise<PlanDraft> {
  const { mended, roadmap } = await store.readReading(tx, id);
  if (mended !== null) return mended;
  if (roadmap === null) throw refuseIntake('intakeState');
  return draftOf(roadmap);
}

async function claim(tx: Tx, change: Parameters<typeof store.updateIntake>[1]): Promise<void> {
  if (!(await store.updateIntake(tx, change))) throw refuseCommon('changedMeanwhile');
}

function journal(tx: Tx, actor: Actor, action: string, id: number, details: Record<string, unknown>): Promise<void> {
  return audit(tx, actor, { kind: 'change', action, subjectKind: 'planIntake', subjectId: id, details });
}
