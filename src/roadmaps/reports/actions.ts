/** The analytic report: assembled from facts -> edited -> approved -> locked. Its numbers are checked at every step. */
import { requirePermission } from '#src/access/actions.ts';
import { audit } from '#src/access/audit.ts';
import type { Actor } from '#src/access/model.ts';
import { can } from '#src/access/rules.ts';
import { documentsOfReport } from '#src/documents/store.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { requirePlan } from '../cascade/actions.ts';
import { headOf } from '../cascade/board.ts';
import { reportDueOn } from '../cascade/month.ts';
import { refusePlan } from '../errors.ts';
import type { Report } from './contract.ts';
import { issueReport } from './document.ts';
import { draftSections } from './draft.ts';
import { refuseReport } from './errors.ts';
import { gatherFacts } from './gather.ts';
import type { Facts, NumberProblem, ReportBody, ReportStep } from './model.ts';
import { requireMonth } from './month-actions.ts';
import { checkReport } from './numbers.ts';
import { redrafted, staleParagraphs } from './redraft.ts';
import * as store from './store.ts';

const TITLE = 'Аналитический отчёт об исполнении плана';

export async function makeReport(tx: Tx, actor: Actor, planId: number, month: string): Promise<number> {
  requirePermission(actor, 'editPlans');
  const plan = await requirePlan(tx, planId);
  if (plan.organizationId !== actor.organizationId) throw refusePlan('planNotFound');
  requireMonth(plan, month);
  const facts = await gatherFacts(tx, plan, month);
  const { post, person } = plan.approval;
  const id = await store.insertAnalytic(tx, {
    organizationId: plan.organizationId,
    planId,
    month,
    dueOn: reportDueOn(month),
    title: TITLE,
    body: {
      approver: { post: post ?? '', person: person ?? '' },
      author: { post: actor.post, person: actor.displayName },
      sections: draftSections(facts),
    },
    facts,
    accountId: actor.accountId,
  });
  if (id === null) throw refuseReport('alreadyMade');
  await note(tx, actor, 'report.make', id, { month });
  return id;
}

/** A draft is held against the data as they are now, an approved one against those it was approved with. */
async function standing(tx: Tx, row: store.AnalyticRow): Promise<{ facts: Facts; problems: NumberProblem[] }> {
  if (row.state !== 'draft') return { facts: row.facts, problems: checkReport(row, row.facts) };
  const facts = await gatherFacts(tx, await requirePlan(tx, row.planId), row.month.slice(0, 7));
  return { facts, problems: [...checkReport(row, facts), ...staleParagraphs(row.body, row.facts, facts)] };
}

export async function readReport(tx: Tx, actor: Actor, id: number): Promise<Report> {
  requirePermission(actor, 'readPlans');
  const row = await requireReport(tx, id);
  const plan = await requirePlan(tx, row.planId);
  const { facts, problems } = await standing(tx, row);
  const own = actor.organizationId === row.organizationId;
  return {
    id: row.id,
    plan: await headOf(tx, plan),
    month: row.month.slice(0, 7),
    state: row.state,
    dueOn: row.dueOn,
    title: row.title,
    body: row.body,
    facts: facts.facts,
    problems,
    factsAt: row.factsAt.toISOString(),
    approvedAt: row.approvedAt?.toISOString() ?? null,
    approvedBy: row.approvedBy,
    lockedAt: row.lockedAt?.toISOString() ?? null,
    documents: await documentsOfReport(tx, id),
    revision: row.revision,
    canEdit: own && row.state === 'draft' && can(actor.role, 'editPlans'),
    canApprove: own && row.state !== 'locked' && can(actor.role, 'approveReports'),
  };
}

export async function saveReport(
  tx: Tx,
  actor: Actor,
  id: number,
  input: { revision: number; title: string; body: unknown },
): Promise<Report> {
  requirePermission(actor, 'editPlans');
  requireOpen(await requireOwn(tx, actor, id));
  // The contract has checked the shape; the names of facts are looked up when numbers are checked.
  await change(tx, id, input.revision, { title: input.title, body: input.body as ReportBody });
  return readReport(tx, actor, id);
}

type Fields = Parameters<typeof store.updateAnalytic>[1]['fields'];

/** What each step asks of a report that is not locked, and what it changes. */
const STEPS: Readonly<Record<ReportStep, (tx: Tx, actor: Actor, row: store.AnalyticRow) => Promise<Fields>>> = {
  refresh: async (tx, _, row) => {
    requireOpen(row);
    const { facts } = await standing(tx, row);
    return { body: redrafted(row.body, row.facts, facts), facts };
  },
  approve: async (tx, actor, row) => {
    requireOpen(row);
    if (row.body.approver.person === '') throw refuseReport('approverMissing');
    const { facts, problems } = await standing(tx, row);
    refuseNumbers(problems);
    return { state: 'approved', facts, approvedBy: actor.accountId, approvedAt: new Date() };
  },
  reopen: async () => ({ state: 'draft', approvedBy: null, approvedAt: null }),
  lock: async (tx, actor, row) => {
    if (row.state !== 'approved') throw refuseReport('notApproved');
    refuseNumbers(checkReport(row, row.facts));
    await issueReport(tx, actor, row);
    return { state: 'locked', lockedAt: new Date() };
  },
};

/** Takes a report a step on; a locked one is closed for ever. */
export async function moveReport(
  tx: Tx,
  actor: Actor,
  id: number,
  { revision, step }: { readonly revision: number; readonly step: ReportStep },
): Promise<Report> {
  requirePermission(actor, step === 'refresh' ? 'editPlans' : 'approveReports');
  const row = await requireOwn(tx, actor, id);
  if (row.state === 'locked') throw refuseReport('reportLocked');
  await change(tx, id, revision, await STEPS[step](tx, actor, row));
  if (step !== 'refresh') await note(tx, actor, `report.${step}`, id, { month: row.month.slice(0, 7) });
  return readReport(tx, actor, id);
}

/** A report whose numbers may be printed. */
export async function printable(tx: Tx, actor: Actor, id: number): Promise<store.AnalyticRow> {
  requirePermission(actor, 'readPlans');
  const row = await requireReport(tx, id);
  const { facts, problems } = await standing(tx, row);
  refuseNumbers(problems);
  return { ...row, facts };
}

function refuseNumbers(problems: readonly NumberProblem[]): void {
  if (problems.length === 0) return;
  const shown = problems
    .slice(0, 5)
    .map((one) => (one.kind === 'disagrees' ? `${one.words} ≠ ${one.expected}` : one.words))
    .join(', ');
  throw refuseReport('numbersDisagree', { numbers: problems.length > 5 ? `${shown}…` : shown });
}

async function requireReport(tx: Tx, id: number): Promise<store.AnalyticRow> {
  const row = await store.findAnalytic(tx, id);
  if (row === null) throw refuseReport('reportNotFound');
  return row;
}

async function requireOwn(tx: Tx, actor: Actor, id: number): Promise<store.AnalyticRow> {
  const row = await requireReport(tx, id);
  if (row.organizationId !== actor.organizationId) throw refuseReport('reportNotFound');
  return row;
}

function requireOpen({ state }: store.AnalyticRow): void {
  if (state === 'approved') throw refuseReport('reportApproved');
  if (state === 'locked') throw refuseReport('reportLocked');
}

async function change(tx: Tx, id: number, revision: number, fields: Fields): Promise<void> {
  if (!(await store.updateAnalytic(tx, { id, revision, fields }))) throw refusePlan('changedMeanwhile');
}

async function note(tx: Tx, actor: Actor, action: string, id: number, details: Record<string, unknown>): Promise<void> {
  await audit(tx, actor, { kind: 'change', action, subjectKind: 'report', subjectId: id, details });
}
