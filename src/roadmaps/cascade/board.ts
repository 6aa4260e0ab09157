/** What a district sees of its schools: the board and the consolidated plan; and a school of what it is asked. */
import { can } from '#src/access/rules.ts';
import type { Actor, OrganizationKind } from '#src/access/model.ts';
import { requirePermission } from '#src/access/actions.ts';
import { dayOf } from '#src/platform/clock.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { StoredPlan } from '../model.ts';
import { requirePlan } from './actions.ts';
import * as proposals from './proposal-store.ts';
import * as boardStore from './board-store.ts';
import type * as contract from './contract.ts';
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
    (await boardStore.boardCounts(tx, planId, { from: span?.from ?? null, day })).map((row) => [row.schoolId, row]),
  );
  const asked = await proposals.proposalCounts(tx, planId);
  const reportMonth = month ?? monthOf(today);
  const dueOn = reportDueOn(reportMonth);
  const reports = await boardStore.plansAndReports(tx, planId, `${reportMonth}-01`);
  const rows = schools.map((school): contract.BoardRow => {
    const sending = sendings.get(school.id);
    const count = counts.get(school.id);
    const standing = reports.get(school.id);
    const of = sending === undefined ? undefined : asked.get(sending.id);
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
      openProposals: of?.open ?? 0,
      declined: of?.declined ?? 0,
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
  const counts = new Map((await boardStore.measureCounts(tx, planId, day)).map((row) => [row.districtMeasureId, row]));
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

/** What a school is asked to change, with its own words beside. */
export async function readProposals(tx: Tx, actor: Actor, planId: number) {
  requirePermission(actor, 'readPlans');
  const plan = await requirePlan(tx, planId);
  const sending = await store.sendingOfPlan(tx, planId);
  if (sending === undefined) return { plan: await headOf(tx, plan), district: null, proposals: [], canAnswer: false };
  const own = new Map(
    plan.sections.flatMap(({ measures }) => measures.map((measure) => [measure.id, measure] as const)),
  );
  const rows = await proposals.proposalsOf(tx, { sendingIds: [sending.id] });
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
