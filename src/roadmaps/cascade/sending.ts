/** What may be sent to whom, what the last sending did, and what the next one would propose. */
import { requirePermission } from '#src/access/actions.ts';
import type { Actor } from '#src/access/model.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { partyInPrint } from '../documents/words.ts';
import type { StoredPlan } from '../model.ts';
import { districtMeasures, requirePlan } from './actions.ts';
import { headOf } from './board.ts';
import { proposalsFor } from './differ.ts';
import { executors, isForSchools } from './for-schools.ts';
import * as proposals from './proposal-store.ts';
import * as store from './store.ts';

export async function readSendingChoice(tx: Tx, actor: Actor, planId: number) {
  requirePermission(actor, 'sendPlans');
  const plan = await requirePlan(tx, planId);
  const schools = await store.schoolsBelow(tx, await store.pathOf(tx, plan.organizationId));
  const sendings = (await store.sendingsOf(tx, planId)).filter(({ schoolPlanId }) => schoolPlanId !== null);
  const sentTo = new Set(sendings.map(({ organizationId }) => organizationId));
  const linked = await store.linkedMeasures(
    tx,
    sendings.map(({ schoolPlanId }) => schoolPlanId!),
  );
  const sentMeasures = new Set([...linked.values()].flat().map(({ districtMeasureId }) => districtMeasureId));
  const measures = plan.sections.flatMap((section) =>
    section.measures.map((measure) => ({
      id: measure.id,
      section: section.title,
      number: measure.number,
      text: measure.text,
      responsible: executors(measure.parties).map(partyInPrint).join(', '),
      sent: sentMeasures.has(measure.id),
      forSchools: isForSchools(measure.parties),
    })),
  );
  const chosen = new Set(measures.filter(({ sent, forSchools }) => sent || forSchools).map(({ id }) => id));
  const last = await store.lastSendJob(tx, planId);
  return {
    plan: await headOf(tx, plan),
    schools: schools.map(({ id, shortName, municipality }) => ({
      id,
      name: shortName,
      municipality,
      sent: sentTo.has(id),
    })),
    measures,
    changes: await changesToSend(tx, plan, chosen, sendings, linked),
    jobId: last?.going ? last.id : null,
    last: last === undefined || last.going ? null : await outcomeOf(tx, last, schools, sendings),
  };
}

/** What became of the last sending: who got the plan, who had it and was asked something, who has none still. */
async function outcomeOf(
  tx: Tx,
  job: store.SendJobRow,
  schools: readonly store.SchoolRow[],
  sendings: readonly { readonly organizationId: number; readonly sentAt: Date }[],
) {
  const sentAt = new Map(sendings.map((one) => [one.organizationId, one.sentAt]));
  const meant = schools.filter(({ id }) => job.schoolIds.includes(id));
  return {
    at: job.createdAt.toISOString(),
    sent: meant.filter(({ id }) => (sentAt.get(id) ?? job.createdAt) > job.createdAt).length,
    had: meant.filter(({ id }) => sentAt.has(id) && sentAt.get(id)! <= job.createdAt).length,
    asked: await proposals.askedSince(tx, job.planId, job.createdAt),
    missing: meant.filter(({ id }) => !sentAt.has(id)).map(({ shortName }) => shortName),
  };
}

/** What the next sending would propose to schools that have the plan already. */
async function changesToSend(
  tx: Tx,
  plan: StoredPlan,
  chosen: ReadonlySet<number>,
  sendings: readonly { readonly id: number; readonly schoolPlanId: number | null }[],
  linked: Awaited<ReturnType<typeof store.linkedMeasures>>,
) {
  const measures = districtMeasures(plan, chosen);
  const asked = await askedOf(
    tx,
    sendings.map(({ id }) => id),
  );
  const total = { add: 0, change: 0, withdraw: 0, schools: 0 };
  for (const { id, schoolPlanId } of sendings) {
    const drafts = proposalsFor(measures, linked.get(schoolPlanId!) ?? [], asked.get(id) ?? new Map());
    if (drafts.length > 0) total.schools++;
    for (const { kind } of drafts) total[kind]++;
  }
  return total;
}

/** By sending, the newest proposal of each of the district's measures. */
export async function askedOf(tx: Tx, sendingIds: readonly number[]) {
  const asked = new Map<number, Map<number, { after: proposals.ProposalRow['after'] }>>();
  for (const { sendingId, state, districtMeasureId, after } of await proposals.proposalsOf(tx, { sendingIds })) {
    const known = asked.get(sendingId) ?? new Map<number, { after: proposals.ProposalRow['after'] }>();
    if (state !== 'superseded' && !known.has(districtMeasureId)) known.set(districtMeasureId, { after });
    asked.set(sendingId, known);
  }
  return asked;
}
