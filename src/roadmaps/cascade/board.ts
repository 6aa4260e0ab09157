/** What a district sees of its schools: the board, the consolidated plan, what is left to send; and a school of what it is asked. */
import { can } from '#src/access/rules.ts';
import type { Actor, OrganizationKind } from '#src/access/model.ts';
import { requirePermission } from '#src/access/actions.ts';
import { dayOf } from '#src/platform/clock.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { StoredPlan } from '../model.ts';
import { districtMeasures, requirePlan, SEND_JOB } from './actions.ts';
import type * as contract from './contract.ts';
import { proposalsFor } from './differ.ts';
import { isForSchools } from './for-schools.ts';
import { monthOf, reportDueOn, spanOf } from './month.ts';
import * as store from './store.ts';

/** What stands over the pages of a plan. */
export async function headOf(tx: Tx, { id, title, schoolYear, state, organizationId }: StoredPlan) {
  const { shortName, kind } = await tx
    .selectFrom('organization')
    .select(['shortName', 'kind'])
    .where('id', '=', organizationId)
    .executeTakeFirstOrThrow();
  return { id, title, schoolYear, state, organization: shortName, kind: kind as OrganizationKind };
}

/** @param month «2026-11»: what was due in it; null: everything due by today */
export async function readBoard(tx: Tx, actor: Actor, planId: number, month: string | null) {
  requirePermission(actor, 'readPlans');
  const plan = await requirePlan(tx, planId);
  const { rows, day, dueOn } = await readBoardRows(tx, plan, month);
  return { plan: await headOf(tx, plan), schools: rows, day, reportDueOn: dueOn, canSend: maySend(actor, plan) };
}

/** The rows of the board: every open school below the plan's organisation, sent to or not. */
export async function readBoardRows(tx: Tx, plan: StoredPlan, month: string | null) {
  const planId = plan.id;
  const today = dayOf(new Date());
  const span = month === null ? null : spanOf(month);
  const day = span !== null && span.to < today ? span.to : today;
  const path = await store.pathOf(tx, plan.organizationId);
  const schools = await store.schoolsBelow(tx, path);
  const sendings = new Map((await store.sendingsOf(tx, planId)).map((one) => [one.organizationId, one]));
  const counts = new Map(
    (await store.boardCounts(tx, planId, { from: span?.from ?? null, day })).map((row) => [row.schoolId, row]),
  );
  const proposals = await store.proposalCounts(tx, planId);
  const reportMonth = month ?? monthOf(today);
  const dueOn = reportDueOn(reportMonth);
  const reports = await store.plansAndReports(tx, planId, `${reportMonth}-01`);
  const rows = schools.map((school): contract.BoardRow => {
    const sending = sendings.get(school.id);
    const count = counts.get(school.id);
    const standing = reports.get(school.id);
    const asked = sending === undefined ? undefined : proposals.get(sending.id);
    return {
      schoolId: school.id,
      school: school.shortName,
      municipality: school.municipality,
      planId: sending?.schoolPlanId ?? null,
      planState: standing?.planState ?? null,
      sentAt: sending?.sentAt.toISOString() ?? null,
      measures: count?.measures ?? 0,
      due: count?.due ?? 0,
      onTime: count?.onTime ?? 0,
      late: count?.late ?? 0,
      silent: count?.silent ?? 0,
      accepted: count?.accepted ?? 0,
      underReview: count?.underReview ?? 0,
      returned: count?.returned ?? 0,
      openProposals: asked?.open ?? 0,
      declined: asked?.declined ?? 0,
      report: standing === undefined ? null : (standing.report ?? 'none'),
      reportOn: standing?.reportOn ?? null,
      reportInTime: standing?.reportOn == null || standing.dueOn === null ? null : standing.reportOn <= standing.dueOn,
    };
  });
  return { rows, day, dueOn };
}

function maySend(actor: Actor, plan: StoredPlan): boolean {
  return can(actor.role, 'sendPlans') && actor.organizationKind !== 'school' && plan.state === 'approved';
}

/** Every measure of the plan with the counts of the schools that carry it out; those that no school has are left out. */
export async function readConsolidated(tx: Tx, actor: Actor, planId: number) {
  requirePermission(actor, 'readPlans');
  const plan = await requirePlan(tx, planId);
  const day = dayOf(new Date());
  const counts = new Map((await store.measureCounts(tx, planId, day)).map((row) => [row.districtMeasureId, row]));
  return {
    plan: await headOf(tx, plan),
    day,
    measures: plan.sections.flatMap((section) =>
      section.measures.flatMap((measure) => {
        const count = counts.get(measure.id);
        if (count === undefined) return [];
        const { districtMeasureId: measureId, ...figures } = count;
        return [
          {
            measureId,
            section: section.title,
            number: measure.number,
            text: measure.text,
            deadline: measure.deadline.verbatim,
            ...figures,
          },
        ];
      }),
    ),
  };
}

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
      sent: sentMeasures.has(measure.id),
      forSchools: isForSchools(measure.parties),
    })),
  );
  const chosen = new Set(measures.filter(({ sent, forSchools }) => sent || forSchools).map(({ id }) => id));
  const waiting = await tx
    .selectFrom('job')
    .select('id')
    .where('kind', '=', SEND_JOB)
    .where('subjectId', '=', planId)
    .where('state', 'in', ['queued', 'running'])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
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
    jobId: waiting?.id ?? null,
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
  const asked = new Map<number, Map<number, { after: store.ProposalRow['after'] }>>();
  for (const { sendingId, state, districtMeasureId, after } of await store.proposalsOf(tx, { sendingIds })) {
    const known = asked.get(sendingId) ?? new Map<number, { after: store.ProposalRow['after'] }>();
    if (state !== 'superseded' && !known.has(districtMeasureId)) known.set(districtMeasureId, { after });
    asked.set(sendingId, known);
  }
  return asked;
}

/** What a school is asked to change, with its own words beside. */
export async function readProposals(tx: Tx, actor: Actor, planId: number) {
  requirePermission(actor, 'readPlans');
  const plan = await requirePlan(tx, planId);
  const sending = await store.sendingOfPlan(tx, planId);
  if (sending === undefined) return { plan: await headOf(tx, plan), district: null, proposals: [], canAnswer: false };
  const own = new Map(
    plan.sections.flatMap(({ measures }) => measures.map((measure) => [measure.id, measure] as const)),
  );
  const rows = await store.proposalsOf(tx, { sendingIds: [sending.id] });
  return {
    plan: await headOf(tx, plan),
    district: (await store.nameOf(tx, sending.districtId)) ?? null,
    proposals: rows.map((row) => {
      const measure = row.measureId === null ? undefined : own.get(row.measureId);
      return {
        id: row.id,
        kind: row.kind,
        state: row.state,
        measureId: measure?.id ?? null,
        before: row.before,
        after: row.after,
        own:
          measure === undefined
            ? null
            : { text: measure.text, deadline: measure.deadline.verbatim, result: measure.result },
        remark: row.remark,
        createdAt: row.createdAt.toISOString(),
        answeredAt: row.answeredAt?.toISOString() ?? null,
      };
    }),
    canAnswer: can(actor.role, 'editPlans') && plan.state !== 'closed' && actor.organizationId === plan.organizationId,
  };
}
