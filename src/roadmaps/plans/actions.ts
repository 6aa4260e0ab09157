/** Verbs of stored plans: permission -> change -> history and journal. */
import { randomUUID } from 'node:crypto';
import { requirePermission } from '#src/access/actions.ts';
import { audit } from '#src/access/audit.ts';
import type { Actor } from '#src/access/model.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { refuseCommon } from '#src/platform/errors.ts';
import { syncOccurrences } from '../carrying/sync.ts';
import { refusePlan } from '../errors.ts';
import { mendsOf, remarkKey } from '../linter/lint.ts';
import { applyMends, isPlanMend } from '../linter/mend.ts';
import type { PlanState } from '../model.ts';
import { planMayBecome } from '../rules.ts';
import { roadmapsText } from '../text.ts';
import { namesAnother } from './approver.ts';
import { namesOf } from './carried.ts';
import type { PlanEdit } from './contract.ts';
import { refuseEdit } from './errors.ts';
import { Gesture, type PlanHead } from './gesture.ts';
import { formerOrder } from './history.ts';
import { linkSoleHolders } from './link-staff.ts';
import type { NewPlan } from './model.ts';
import { ownsPlan } from './rules.ts';
import { applyDifference, remarksOf } from './remarks.ts';
import { recordChange } from './changes.ts';
import { findPlan } from './store.ts';
import { insertPlan, updatePlan } from './write.ts';
import { changesOfBatch, reverse } from './undo.ts';

/** The plan, held until the transaction ends: gestures of two people follow one another. */
async function holdPlan(tx: Tx, id: number): Promise<PlanHead> {
  const plan = await tx
    .selectFrom('plan')
    .select([
      'id',
      'organizationId',
      'title',
      'schoolYear',
      'state',
      'approvalPost',
      'approvalPerson',
      'orderNumber',
      'approvedOn',
      'startsOn',
      'endsOn',
      'preamble',
      'revision',
    ])
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!plan) throw refusePlan('planNotFound');
  return { ...plan, state: plan.state as PlanState };
}

async function holdOwnPlan(tx: Tx, actor: Actor, id: number): Promise<PlanHead> {
  const plan = await holdPlan(tx, id);
  if (!ownsPlan(actor, plan.organizationId)) throw refuseEdit('notYourPlan');
  return plan;
}

/** Begins an empty plan with one section; returns its id. */
export async function createPlan(
  tx: Tx,
  actor: Actor,
  input: { organizationId?: number; title: string; schoolYear: number; untitledSection?: string },
): Promise<number> {
  return storePlan(tx, actor, {
    organizationId: input.organizationId ?? actor.organizationId,
    plan: {
      title: input.title,
      schoolYear: input.schoolYear,
      approval: { post: null, person: null, order: null, on: null },
      startsOn: null,
      endsOn: null,
      preamble: '',
      sections: [{ title: '', measures: [] }],
    },
  });
}

/** Stores a plan that was read, taken from a starter or begun; the history opens with it. */
export async function storePlan(
  tx: Tx,
  actor: Actor,
  input: { organizationId: number; intakeId?: number | null; plan: NewPlan },
): Promise<number> {
  requirePermission(actor, 'editPlans');
  if (!ownsPlan(actor, input.organizationId)) throw refuseEdit('notYourPlan');
  const organization = await tx
    .selectFrom('organization')
    .select('path')
    .where('id', '=', input.organizationId)
    .executeTakeFirst();
  if (!organization?.path.startsWith(actor.scope.path)) throw refuseCommon('notFound');
  const id = await insertPlan(tx, { ...input, accountId: actor.accountId });
  const measures = input.plan.sections.reduce((sum, section) => sum + section.measures.length, 0);
  await recordChange(tx, {
    planId: id,
    organizationId: input.organizationId,
    accountId: actor.accountId,
    batch: randomUUID(),
    action: 'plan.create',
    subjectKind: 'plan',
    subjectId: id,
    before: null,
    after: { title: input.plan.title, measures },
  });
  await audit(tx, actor, {
    kind: 'change',
    action: 'plan.create',
    subjectKind: 'plan',
    subjectId: id,
    organizationId: input.organizationId,
    details: { title: input.plan.title, measures },
  });
  return id;
}

export interface Edited {
  readonly batch: string | null;
  readonly added: { sections: number[]; measures: number[] };
}

/**
 * Applies the changes of one gesture, all or none.
 * @throws changedMeanwhile with the stored version where a revision is old; planIsApproved, planIsClosed where words may not change
 */
export async function changePlan(tx: Tx, actor: Actor, planId: number, edits: readonly PlanEdit[]): Promise<Edited> {
  requirePermission(actor, 'editPlans');
  const plan = await holdOwnPlan(tx, actor, planId);
  const batch = randomUUID();
  const gesture = new Gesture(tx, plan, { accountId: actor.accountId, batch, undoes: null });
  await gesture.load(edits.flatMap((edit) => ('id' in edit && edit.op.endsWith('Measure') ? edit.id : [])));
  let addedSection = 0;
  for (let at = 0; at < edits.length; at += 1) {
    const edit = edits[at]!;
    switch (edit.op) {
      case 'setPlan':
        await gesture.setPlan(edit.revision, edit.fields);
        break;
      case 'addSection':
        addedSection = await gesture.addSection(edit.title, edit.after);
        break;
      case 'setSection':
        await gesture.setSection(edit.id, edit.revision, edit.title);
        break;
      case 'moveSection':
        await gesture.moveSection(edit.id, edit.after);
        break;
      case 'removeSection':
        await gesture.removeSection(edit.id);
        break;
      case 'restoreSection':
        await gesture.restoreSection(edit.id);
        break;
      case 'addMeasure': {
        // Rows pasted together are written together.
        const rows = [edit.measure];
        for (let next = edits[at + 1]; next?.op === 'addMeasure'; next = edits[at + 1]) {
          if (next.sectionId !== edit.sectionId || next.after !== edit.after) break;
          rows.push(next.measure);
          at += 1;
        }
        const sectionId = edit.sectionId === 'added' ? addedSection : edit.sectionId;
        await gesture.addMeasures(sectionId, edit.after, rows as NewPlan['sections'][number]['measures']);
        break;
      }
      case 'setMeasure':
        await gesture.setMeasure(edit.id, edit.revision, edit.fields);
        break;
      case 'moveMeasure':
        await gesture.moveMeasure(edit.id, edit.sectionId, edit.after);
        break;
      case 'removeMeasure':
        gesture.removeMeasure(edit.id);
        break;
      case 'restoreMeasure':
        gesture.restoreMeasure(edit.id);
        break;
    }
  }
  const done = await finish(tx, actor, gesture, 'plan.change', batch);
  if (plan.state === 'approved') await syncOccurrences(tx, planId);
  return { batch: done ? batch : null, added: gesture.added };
}

/** Takes a gesture back; taking that back brings it again. Returns the new gesture's id. */
export async function undoBatch(tx: Tx, actor: Actor, planId: number, batch: string): Promise<string> {
  requirePermission(actor, 'editPlans');
  const plan = await holdOwnPlan(tx, actor, planId);
  const changes = await changesOfBatch(tx, planId, batch);
  const own = randomUUID();
  const gesture = new Gesture(tx, plan, { accountId: actor.accountId, batch: own, undoes: batch });
  await gesture.load(changes.filter(({ subjectKind }) => subjectKind === 'measure').map(({ subjectId }) => subjectId));
  await reverse(gesture, changes);
  await finish(tx, actor, gesture, 'plan.undo', own);
  if (plan.state === 'approved') await syncOccurrences(tx, planId);
  return own;
}

/**
 * Makes mends of the linter as one gesture. Each is found anew among the remarks of the plan as it is: a remark that is gone
 * is passed over.
 */
export async function mendPlan(
  tx: Tx,
  actor: Actor,
  planId: number,
  mends: readonly { readonly key: string; readonly at: number }[],
): Promise<{ batch: string | null; done: number }> {
  requirePermission(actor, 'editPlans');
  const head = await holdOwnPlan(tx, actor, planId);
  const plan = (await findPlan(tx, planId))!;
  const { linted, remarks } = await remarksOf(tx, plan);
  const wanted = mends.flatMap(({ key, at }) => {
    const remark = remarks.find((one) => remarkKey(one) === key);
    const mend = remark === undefined ? undefined : mendsOf(remark)[at];
    return mend !== undefined && isPlanMend(mend) ? [mend] : [];
  });
  const { plan: mended, done } = applyMends(linted, wanted);
  const batch = randomUUID();
  const gesture = new Gesture(tx, head, { accountId: actor.accountId, batch, undoes: null });
  await gesture.load(plan.sections.flatMap(({ measures }) => measures.map(({ id }) => id)));
  await applyDifference(gesture, plan, linted, mended);
  const changed = await finish(tx, actor, gesture, 'plan.change', batch);
  if (plan.state === 'approved') await syncOccurrences(tx, planId);
  return { batch: changed ? batch : null, done };
}

async function finish(tx: Tx, actor: Actor, gesture: Gesture, action: string, batch: string): Promise<boolean> {
  if (!(await gesture.finish())) return false;
  const { id, organizationId, title } = gesture.plan;
  const counts: Record<string, number> = {};
  for (const one of gesture.actions) counts[one] = (counts[one] ?? 0) + 1;
  await audit(tx, actor, {
    kind: 'change',
    action,
    subjectKind: 'plan',
    subjectId: id,
    organizationId,
    details: { title, batch, ...counts },
  });
  return true;
}

export interface StateInput {
  readonly revision: number;
  readonly to: PlanState;
  readonly order?: string | null;
  readonly on?: string | null;
  readonly post?: string | null;
  readonly person?: string | null;
  readonly reason?: string;
}

/** Approves by an order, returns to a draft with a reason, closes, opens again. */
export async function setPlanState(tx: Tx, actor: Actor, planId: number, input: StateInput): Promise<PlanState> {
  requirePermission(actor, 'approvePlans');
  const plan = await holdOwnPlan(tx, actor, planId);
  const names = roadmapsText[actor.language].planState;
  if (!planMayBecome(plan.state, input.to))
    throw refusePlan('stepNotAllowed', { from: names[plan.state], to: names[input.to] });
  const approving = plan.state === 'draft' && input.to === 'approved';
  const fields: Record<string, string | null> = {};
  if (approving) {
    // The head of another organisation is taken over only where a person writes him.
    const foreign = namesAnother(plan.approvalPost, await namesOf(tx, plan.organizationId));
    const post = input.post?.trim() || (foreign ? null : plan.approvalPost);
    const person = input.person?.trim() || (foreign ? null : plan.approvalPerson);
    // The words have changed since: the order that approved them before is not taken over without being named again.
    const former = await formerOrder(tx, planId);
    const stale = former !== null && former.order === plan.orderNumber && former.on === plan.approvedOn;
    const order = input.order?.trim() || (stale ? null : plan.orderNumber);
    const on = input.on ?? (stale ? null : plan.approvedOn);
    if (!order || !on || (!post && !person)) throw refuseEdit('requisitesMissing');
    const counted = await tx
      .selectFrom('measure')
      .select('id')
      .where('planId', '=', planId)
      .where('removedAt', 'is', null)
      .limit(1)
      .executeTakeFirst();
    if (!counted) throw refuseEdit('planIsEmpty');
    Object.assign(fields, { approvalPost: post, approvalPerson: person, orderNumber: order, approvedOn: on });
  }
  if (input.to === 'draft' && !input.reason) throw refuseEdit('reasonMissing');
  if (!(await updatePlan(tx, { id: planId, revision: input.revision, fields: { ...fields, state: input.to } })))
    throw refusePlan('changedMeanwhile');
  const action = approving
    ? 'plan.approve'
    : input.to === 'draft'
      ? 'plan.reopen'
      : input.to === 'closed'
        ? 'plan.close'
        : 'plan.resume';
  await recordChange(tx, {
    planId,
    organizationId: plan.organizationId,
    accountId: actor.accountId,
    batch: randomUUID(),
    action,
    subjectKind: 'plan',
    subjectId: planId,
    before: { state: plan.state },
    after: { state: input.to, ...fields, ...(input.reason ? { reason: input.reason } : {}) },
  });
  await audit(tx, actor, {
    kind: 'change',
    action,
    subjectKind: 'plan',
    subjectId: planId,
    organizationId: plan.organizationId,
    details: { title: plan.title, from: plan.state, to: input.to, ...fields },
  });
  if (approving) await linkSoleHolders(tx, plan);
  await syncOccurrences(tx, planId);
  return input.to;
}

/** A draft that is not wanted goes out of the lists; its rows and history stay. */
export async function removePlan(tx: Tx, actor: Actor, planId: number): Promise<void> {
  requirePermission(actor, 'editPlans');
  const plan = await holdOwnPlan(tx, actor, planId);
  if (plan.state !== 'draft') throw refuseEdit('onlyDraftRemoved');
  await updatePlan(tx, { id: planId, revision: plan.revision, fields: { removedAt: new Date() } });
  await audit(tx, actor, {
    kind: 'change',
    action: 'plan.remove',
    subjectKind: 'plan',
    subjectId: planId,
    organizationId: plan.organizationId,
    details: { title: plan.title },
  });
}
