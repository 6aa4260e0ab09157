/** A school's month: drafted from its records, handed in to the district, accepted or returned. Permission -> change -> journal. */
import { requirePermission } from '#src/access/actions.ts';
import { audit } from '#src/access/audit.ts';
import type { Actor } from '#src/access/model.ts';
import { can } from '#src/access/rules.ts';
import { dayOf } from '#src/platform/clock.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { notify } from '#src/notifications/notify.ts';
import { DISTRICT, requirePlan } from '../cascade/actions.ts';
import { headOf } from '../cascade/board.ts';
import { monthOf, reportDueOn, reportingMonths } from '../cascade/month.ts';
import { sendingOfPlan } from '../cascade/store.ts';
import { refusePlan } from '../errors.ts';
import type { StoredPlan } from '../model.ts';
import { refuseReport } from './errors.ts';
import { monthFigures, targetKey } from './gather.ts';
import type { MonthFigures } from './model.ts';
import * as store from './month-store.ts';
import { analyticOf } from './store.ts';

/** A month that this plan is reported for, which has begun. */
export function requireMonth(plan: StoredPlan, month: string): void {
  if (plan.state === 'draft') throw refuseReport('planNotApproved');
  if (month < `${plan.schoolYear}-08` || month > `${plan.schoolYear + 1}-08`) throw refuseReport('monthOutsidePlan');
  if (month > monthOf(dayOf(new Date()))) throw refuseReport('monthNotBegun');
}

const isOwn = (actor: Actor, plan: StoredPlan): boolean => actor.organizationId === plan.organizationId;

export async function listReports(tx: Tx, actor: Actor, planId: number) {
  requirePermission(actor, 'readPlans');
  const plan = await requirePlan(tx, planId);
  const sending = await sendingOfPlan(tx, planId);
  const reports = new Map((await store.monthReportsOf(tx, planId)).map((one) => [one.month.slice(0, 7), one]));
  const analytic = new Map((await analyticOf(tx, planId)).map((one) => [one.month.slice(0, 7), one]));
  const now = monthOf(dayOf(new Date()));
  const months = new Set([...reportingMonths(plan.schoolYear), ...reports.keys(), ...analytic.keys()]);
  return {
    plan: await headOf(tx, plan),
    toDistrict: sending !== undefined,
    months: [...months].toSorted().map((month) => {
      const report = reports.get(month);
      const text = analytic.get(month);
      return {
        month,
        dueOn: report?.dueOn ?? reportDueOn(month),
        begun: month <= now,
        report: report === undefined ? null : { id: report.id, state: report.state, submittedOn: report.submittedOn },
        analytic: text === undefined ? null : { id: text.id, state: text.state },
      };
    }),
    canEdit: can(actor.role, 'editPlans') && isOwn(actor, plan) && plan.state === 'approved',
    canApprove: can(actor.role, 'approveReports') && isOwn(actor, plan),
  };
}

/** What was handed in is read as it was handed in; a draft is counted anew. */
export async function readMonth(tx: Tx, actor: Actor, planId: number, month: string) {
  requirePermission(actor, 'readPlans');
  const plan = await requirePlan(tx, planId);
  requireMonth(plan, month);
  const row = await store.monthReport(tx, planId, month);
  const sent = row !== null && (row.state === 'submitted' || row.state === 'accepted');
  const figures = sent
    ? (row.figures as unknown as MonthFigures)
    : await monthFigures(tx, plan, month, row?.figures.targets ?? {});
  const sending = await sendingOfPlan(tx, planId);
  return {
    plan: await headOf(tx, plan),
    month,
    dueOn: row?.dueOn ?? reportDueOn(month),
    state: row?.state ?? ('draft' as const),
    totals: figures.totals,
    measures: figures.measures,
    note: row?.note ?? '',
    remark: row?.remark ?? '',
    submittedOn: row?.submittedOn ?? null,
    reportId: row?.id ?? null,
    revision: row?.revision ?? 0,
    toDistrict: sending !== undefined,
    canEdit: can(actor.role, 'editPlans') && isOwn(actor, plan) && !sent && plan.state === 'approved',
    canAnswer: row?.state === 'submitted' && can(actor.role, 'reviewEvidence') && !isOwn(actor, plan),
  };
}

export interface MonthInput {
  readonly revision: number;
  readonly targets: Readonly<Record<string, number>>;
  readonly note: string;
}

/** @returns the new revision. */
export async function saveMonth(
  tx: Tx,
  actor: Actor,
  planId: number,
  month: string,
  input: MonthInput,
  submit: boolean,
): Promise<number> {
  requirePermission(actor, 'editPlans');
  const plan = await requirePlan(tx, planId);
  if (!isOwn(actor, plan)) throw refusePlan('planNotFound');
  requireMonth(plan, month);
  const sending = await sendingOfPlan(tx, planId);
  if (submit && sending === undefined) throw refuseReport('notToDistrict');
  await store.ensureMonthReport(tx, {
    organizationId: plan.organizationId,
    planId,
    month,
    dueOn: reportDueOn(month),
  });
  const row = (await store.monthReport(tx, planId, month))!;
  if (row.state === 'submitted' || row.state === 'accepted') throw refuseReport('alreadySubmitted');
  // Nothing was stored when the page was read: its first save finds the row just made.
  if (row.revision !== Math.max(1, input.revision)) throw refusePlan('changedMeanwhile');
  const { measures } = await monthFigures(tx, plan, month, input.targets);
  const known = new Set(
    measures.flatMap(({ targets }) => targets.map(({ measureId, index }) => targetKey(measureId, index))),
  );
  const targets = Object.fromEntries(Object.entries(input.targets).filter(([key]) => known.has(key)));
  const snapshot = submit ? await monthFigures(tx, plan, month, targets) : {};
  const saved = await store.updateMonthReport(tx, {
    id: row.id,
    revision: row.revision,
    fields: {
      figures: { targets, ...snapshot },
      note: input.note,
      ...(submit
        ? { state: 'submitted' as const, submittedBy: actor.accountId, submittedAt: row.submittedAt ?? new Date() }
        : {}),
    },
  });
  if (!saved) throw refusePlan('changedMeanwhile');
  if (submit && sending !== undefined) {
    await notify(tx, {
      to: { organizationId: sending.districtId, roles: DISTRICT },
      by: actor,
      kind: 'monthSubmitted',
      key: `monthSubmitted:${row.id}:${row.revision}`,
      facts: { organization: actor.organizationName, month },
      href: `/plans/${planId}/months/${month}`,
    });
    await audit(tx, actor, {
      kind: 'change',
      action: 'monthReport.submit',
      subjectKind: 'plan',
      subjectId: planId,
      details: { month },
    });
  }
  return row.revision + 1;
}

/** The district's answer. @returns the new revision. */
export async function answerMonth(
  tx: Tx,
  actor: Actor,
  planId: number,
  month: string,
  input: { revision: number; answer: 'accept' | 'return'; remark: string },
): Promise<number> {
  requirePermission(actor, 'reviewEvidence');
  const plan = await requirePlan(tx, planId);
  const row = await store.monthReport(tx, planId, month);
  if (row === null || isOwn(actor, plan)) throw refuseReport('reportNotFound');
  if (row.state !== 'submitted') throw refuseReport('notSubmitted');
  if (input.answer === 'return' && input.remark === '') throw refuseReport('remarkNeeded');
  const saved = await store.updateMonthReport(tx, {
    id: row.id,
    revision: input.revision,
    fields: {
      state: input.answer === 'accept' ? 'accepted' : 'returned',
      remark: input.remark,
      answeredBy: actor.accountId,
      answeredAt: new Date(),
    },
  });
  if (!saved) throw refusePlan('changedMeanwhile');
  await notify(tx, {
    to: { organizationId: plan.organizationId, roles: ['schoolHead', 'deputyHead'] },
    by: actor,
    kind: input.answer === 'accept' ? 'monthAccepted' : 'monthReturned',
    key: `monthAnswered:${row.id}:${input.revision}`,
    facts: { month, remark: input.remark },
    href: `/plans/${planId}/months/${month}`,
  });
  await audit(tx, actor, {
    kind: 'change',
    action: 'monthReport.answer',
    subjectKind: 'plan',
    subjectId: planId,
    organizationId: plan.organizationId,
    details: { month, answer: input.answer, remark: input.remark },
  });
  return input.revision + 1;
}
