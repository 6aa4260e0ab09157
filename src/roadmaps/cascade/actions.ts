/** Sending a district's plan down and answering what it proposes: permission -> change -> journal. */
import { randomUUID } from 'node:crypto';
import { requirePermission } from '#src/access/actions.ts';
import { audit } from '#src/access/audit.ts';
import type { Actor, Role } from '#src/access/model.ts';
import { notify } from '#src/notifications/notify.ts';
import { dayOf } from '#src/platform/clock.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { JobQueue } from '#src/platform/jobs/queue.ts';
import { syncOccurrences } from '../carrying/sync.ts';
import { refusePlan } from '../errors.ts';
import type { Origin, StoredPlan } from '../model.ts';
import { recordChange } from '../plans/changes.ts';
import { findPlan } from '../plans/store.ts';
import { insertMeasure, insertSection, updateMeasure } from '../plans/write.ts';
import { refuseCascade } from './errors.ts';
import { partiesAtSchool } from './for-schools.ts';
import { type DistrictMeasure, SEND_JOB, type SentWords } from './model.ts';
import * as proposals from './proposal-store.ts';
import * as store from './store.ts';

/** Who is told in a district of what its schools do. */
export const DISTRICT: readonly Role[] = ['municipalCoordinator', 'administrator'];

export interface SendInput {
  readonly planId: number;
  readonly schoolIds: readonly number[];
  readonly measureIds: readonly number[];
}

export async function requirePlan(tx: Tx, id: number): Promise<StoredPlan> {
  const plan = await findPlan(tx, id);
  if (plan === null) throw refusePlan('planNotFound');
  return plan;
}

/** @returns the job that sends. */
export async function requestSending(tx: Tx, queue: JobQueue, actor: Actor, input: SendInput): Promise<number> {
  requirePermission(actor, 'sendPlans');
  const plan = await requirePlan(tx, input.planId);
  if (actor.organizationKind === 'school') throw refuseCascade('notADistrict');
  if (plan.state !== 'approved') throw refuseCascade('notApproved');
  if (input.schoolIds.length === 0 || input.measureIds.length === 0) throw refuseCascade('nothingChosen');
  const path = await store.pathOf(tx, plan.organizationId);
  const below = new Set((await store.schoolsBelow(tx, path)).map(({ id }) => id));
  if (input.schoolIds.some((id) => !below.has(id))) throw refuseCascade('notYourSchool');
  const own = new Set(plan.sections.flatMap(({ measures }) => measures.map(({ id }) => id)));
  if (input.measureIds.some((id) => !own.has(id))) throw refusePlan('measureNotFound');
  const jobId = await queue.enqueue(tx, {
    kind: SEND_JOB,
    organizationId: plan.organizationId,
    accountId: actor.accountId,
    subjectId: plan.id,
    input,
  });
  await audit(tx, actor, {
    kind: 'change',
    action: 'plan.send',
    subjectKind: 'plan',
    subjectId: plan.id,
    organizationId: plan.organizationId,
    details: { schools: input.schoolIds.length, measures: input.measureIds.length },
  });
  return jobId;
}

/** The measures of a plan that are sent, as they stand. */
export function districtMeasures(plan: StoredPlan, chosen: ReadonlySet<number>): DistrictMeasure[] {
  return plan.sections.flatMap((section) =>
    section.measures
      .filter(({ id, state }) => chosen.has(id) && state !== 'withdrawn')
      .map((measure) => ({
        id: measure.id,
        revision: measure.revision,
        section: section.title,
        number: measure.number,
        text: measure.text,
        deadline: measure.deadline.verbatim,
        result: measure.result,
        kind: measure.kind,
        targets: measure.targets,
        parties: measure.parties,
      })),
  );
}

export function originOf(words: SentWords, revision: number): Origin {
  return { number: words.number, text: words.text, deadline: words.deadline, result: words.result, revision };
}

/**
 * A school answers. Accepted, an addition becomes a measure, a change takes the district's words (or keeps the school's and
 * remembers that the district's are known), a withdrawal takes the measure out of the work. The history keeps all three.
 * @returns the measure that was touched
 */
export async function answer(
  tx: Tx,
  actor: Actor,
  proposalId: number,
  input: { answer: 'accept' | 'keepOwnWords' | 'decline'; remark: string },
): Promise<{ measureId: number | null; planId: number }> {
  requirePermission(actor, 'editPlans');
  const [proposal] = await proposals.proposalsOf(tx, { id: proposalId });
  const planId = proposal === undefined ? null : await store.planOfSending(tx, proposal.sendingId);
  if (proposal === undefined || planId === null) throw refusePlan('planNotFound');
  if (proposal.organizationId !== actor.organizationId && actor.role !== 'administrator')
    throw refusePlan('planNotFound');
  if (proposal.state !== 'proposed') throw refuseCascade('answered');
  if (input.answer === 'decline' && input.remark === '') throw refuseCascade('remarkNeeded');
  const plan = await requirePlan(tx, planId);
  if (plan.state === 'closed') throw refusePlan('planIsClosed');
  const state = input.answer === 'decline' ? 'declined' : 'accepted';
  const measureId =
    state === 'declined' ? proposal.measureId : await apply(tx, actor, plan, proposal, input.answer === 'keepOwnWords');
  const answered = await proposals.answerProposal(tx, {
    id: proposalId,
    state,
    remark: input.remark,
    accountId: actor.accountId,
    measureId,
  });
  if (!answered) throw refuseCascade('answered');
  if (state === 'accepted') await syncOccurrences(tx, plan.id);
  const sending = await store.sendingOfPlan(tx, plan.id);
  if (state === 'declined' && sending !== undefined) {
    await notify(tx, {
      to: { organizationId: sending.districtId, roles: DISTRICT },
      by: actor,
      kind: 'proposalAnswered',
      key: `proposalAnswered:${proposalId}`,
      facts: { subject: plan.title, organization: actor.organizationName, remark: input.remark },
      href: `/plans/${sending.districtPlanId}/schools`,
    });
  }
  await audit(tx, actor, {
    kind: 'change',
    action: 'plan.answer',
    subjectKind: 'plan',
    subjectId: plan.id,
    details: { proposal: proposal.kind, answer: input.answer, remark: input.remark },
  });
  return { measureId, planId };
}

async function apply(
  tx: Tx,
  actor: Actor,
  plan: StoredPlan,
  proposal: proposals.ProposalRow,
  keepOwn: boolean,
): Promise<number> {
  const change = {
    planId: plan.id,
    organizationId: plan.organizationId,
    accountId: actor.accountId,
    batch: randomUUID(),
  };
  const measures = plan.sections.flatMap((section) => section.measures);
  if (proposal.kind === 'add') {
    const after = proposal.after!;
    const section = plan.sections.find(({ title }) => title === after.section) ?? plan.sections.at(-1);
    const sectionId =
      section?.id ??
      (await insertSection(tx, {
        planId: plan.id,
        organizationId: plan.organizationId,
        position: 0,
        title: after.section,
      }));
    const staff = await store.staffOf(tx, plan.organizationId, dayOf(new Date()));
    const id = await insertMeasure(tx, {
      planId: plan.id,
      sectionId,
      measure: {
        number: after.number,
        text: after.text,
        deadline: after.deadline,
        result: after.result,
        kind: after.kind,
        targets: after.targets,
        warnings: [],
        parties: partiesAtSchool(after.parties, staff),
        originMeasureId: proposal.districtMeasureId,
        origin: originOf(after, 0),
      },
    });
    await recordChange(tx, {
      ...change,
      action: 'cascade.add',
      subjectKind: 'measure',
      subjectId: id,
      before: null,
      after: { text: after.text },
    });
    return id;
  }
  const own = measures.find(({ id }) => id === proposal.measureId);
  if (own === undefined) throw refusePlan('measureNotFound');
  const before = { text: own.text, deadline: own.deadline.verbatim, result: own.result, state: own.state };
  const fields =
    proposal.kind === 'withdraw'
      ? keepOwn
        ? { originMeasureId: null, origin: null }
        : { state: 'withdrawn' as const }
      : {
          origin: originOf(proposal.after!, own.origin?.revision ?? 0),
          ...(keepOwn
            ? {}
            : { text: proposal.after!.text, deadline: proposal.after!.deadline, result: proposal.after!.result }),
        };
  if (!(await updateMeasure(tx, { id: own.id, revision: own.revision, fields }))) throw refusePlan('changedMeanwhile');
  await recordChange(tx, {
    ...change,
    action: `cascade.${proposal.kind}`,
    subjectKind: 'measure',
    subjectId: own.id,
    before,
    after: { ...before, ...fields },
  });
  return own.id;
}
