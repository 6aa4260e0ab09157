/** Sends a district's plan: a draft for each school that has none yet, proposals for each that has one. One school, one transaction. */
import type { Role } from '#src/access/model.ts';
import { notify } from '#src/notifications/notify.ts';
import { dayOf } from '#src/platform/clock.ts';
import { inScope, SYSTEM, type Tx } from '#src/platform/db/scope.ts';
import type { JobHandler } from '#src/platform/jobs/queue.ts';
import type { StoredPlan } from '../model.ts';
import type { NewPlan } from '../plans/model.ts';
import { findPlan } from '../plans/store.ts';
import { insertPlan } from '../plans/write.ts';
import { districtMeasures, originOf, type SendInput } from './actions.ts';
import { proposalsFor } from './differ.ts';
import { partiesAtSchool, type StaffMember } from './for-schools.ts';
import type { DistrictMeasure } from './model.ts';
import { askedOf } from './sending.ts';
import * as proposals from './proposal-store.ts';
import * as store from './store.ts';

/**
 * May be run again after a crash: a school that has the plan gets proposals, and what was proposed is not proposed again. A school that
 * cannot be sent to does not keep the plan from the others.
 *
 * @throws the first failure, when all other schools have been sent to.
 */
export const sendJob: JobHandler = async ({ db, job, progress }) => {
  const input = job.input as SendInput;
  const accountId = job.accountId;
  const plan = await inScope(db, SYSTEM, (tx) => findPlan(tx, input.planId));
  if (plan === null || accountId === null) return;
  const measures = districtMeasures(plan, new Set(input.measureIds));
  const failures: unknown[] = [];
  for (const [index, schoolId] of input.schoolIds.entries()) {
    await progress(index, input.schoolIds.length, 'send');
    try {
      await inScope(db, SYSTEM, (tx) => sendTo(tx, { plan, measures, schoolId, accountId, jobId: job.id }));
    } catch (failure) {
      failures.push(failure);
    }
  }
  await progress(input.schoolIds.length, input.schoolIds.length, 'send');
  if (failures.length > 0) throw failures[0];
};

interface Sending {
  readonly plan: StoredPlan;
  readonly measures: readonly DistrictMeasure[];
  readonly schoolId: number;
  readonly accountId: number;
  /** One gesture of the district is told of once. */
  readonly jobId: number;
}

/** Who opens a school's letters. */
const AT_SCHOOL: readonly Role[] = ['schoolHead', 'deputyHead'];

async function sendTo(tx: Tx, { plan, measures, schoolId, accountId, jobId }: Sending): Promise<void> {
  const organization = (await store.nameOf(tx, plan.organizationId)) ?? '';
  const tell = { to: { organizationId: schoolId, roles: AT_SCHOOL }, by: null };
  const sent = await store.sendingTo(tx, plan.id, schoolId);
  if (sent !== undefined && sent.schoolPlanId !== null) {
    const linked = (await store.linkedMeasures(tx, [sent.schoolPlanId])).get(sent.schoolPlanId) ?? [];
    const asked = (await askedOf(tx, [sent.id])).get(sent.id) ?? new Map();
    const drafts = proposalsFor(measures, linked, asked);
    for (const draft of drafts) {
      await proposals.insertProposal(tx, { ...draft, organizationId: schoolId, sendingId: sent.id, accountId });
    }
    if (drafts.length > 0) {
      await notify(tx, {
        ...tell,
        kind: 'proposals',
        key: `proposals:${sent.id}:${jobId}`,
        facts: { subject: plan.title, organization, count: drafts.length },
        href: `/plans/${sent.schoolPlanId}/proposals`,
      });
    }
    return;
  }
  const staff = await store.staffOf(tx, schoolId, dayOf(new Date()));
  const schoolPlanId = await insertPlan(tx, {
    organizationId: schoolId,
    accountId,
    plan: planForSchool(plan, measures, staff),
  });
  await store.insertSending(tx, {
    organizationId: schoolId,
    districtId: plan.organizationId,
    districtPlanId: plan.id,
    schoolPlanId,
    accountId,
  });
  await notify(tx, {
    ...tell,
    kind: 'planSent',
    key: `planSent:${schoolPlanId}`,
    facts: { subject: plan.title, organization },
    href: `/plans/${schoolPlanId}`,
  });
}

/** The school's own draft: the district's words, the school's people, no approval yet. */
export function planForSchool(
  plan: StoredPlan,
  measures: readonly DistrictMeasure[],
  staff: readonly StaffMember[],
): NewPlan {
  const titles = [...new Set(measures.map(({ section }) => section))];
  return {
    title: plan.title,
    schoolYear: plan.schoolYear,
    approval: { post: null, person: null, order: null, on: null },
    startsOn: plan.startsOn,
    endsOn: plan.endsOn,
    preamble: plan.preamble,
    sections: titles.map((title) => ({
      title,
      measures: measures
        .filter(({ section }) => section === title)
        .map((measure) => ({
          number: measure.number,
          text: measure.text,
          deadline: measure.deadline,
          result: measure.result,
          kind: measure.kind,
          targets: measure.targets,
          warnings: [],
          parties: partiesAtSchool(measure.parties, staff),
          originMeasureId: measure.id,
          origin: originOf(measure, measure.revision),
        })),
    })),
  };
}
