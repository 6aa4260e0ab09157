/** contract -> action. */
import { requirePermission } from '#src/access/actions.ts';
import type { Actor } from '#src/access/model.ts';
import { dayOf, schoolYearOf } from '#src/platform/clock.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { HttpServer } from '#src/platform/http/server.ts';
import { refusePlan } from '../errors.ts';
import type { PlanState } from '../model.ts';
import { readPastedPlan } from '../reading/plan-file.ts';
import { listAcquaintance, markAcquaintance } from './acquaintance.ts';
import * as actions from './actions.ts';
import { foreignApprover } from './approver.ts';
import * as contract from './contract.ts';
import { newMeasureOf } from './from-reading.ts';
import { formerOrder, latestBatches, listChanges, touchesWords, undoAndRedo, undoneBatches } from './history.ts';
import { remarkAnswer } from './remark-answer.ts';
import { remarksOf } from './remarks.ts';
import { mayApprove, mayEdit } from './rules.ts';
import { historySheet, plansSheet } from './sheets.ts';
import { standingsOf } from './standing.ts';
import { findPlan, listPlans, type PlanFilter } from './store.ts';
import { mayTakeBack } from './undo.ts';

/** Changes on one page of the history. */
const PAGE = 200;

export function registerPlans(server: HttpServer<Actor>): void {
  server.operation(contract.listPlans, async (tx, { person, query }) => {
    requirePermission(person, 'readPlans');
    const all = await listPlans(tx, {});
    const organizations = new Map(all.map((plan) => [plan.organizationId, plan.organizationName]));
    return {
      plans: all.filter((plan) => matches(plan, query)),
      total: all.length,
      years: [...new Set(all.map(({ schoolYear }) => schoolYear))],
      organizations: [...organizations].map(([id, name]) => ({ id, name })),
    };
  });
  server.operation(contract.downloadPlans, async (tx, { person, query }) => {
    requirePermission(person, 'readPlans');
    return plansSheet(await listPlans(tx, query), person);
  });
  server.operation(contract.createPlan, async (tx, { person, body }) => ({
    id: await actions.createPlan(tx, person, body),
  }));
  server.operation(contract.readPlan, async (tx, { person, params }) => {
    requirePermission(person, 'readPlans');
    const plan = await findPlan(tx, params.id);
    if (!plan) throw refusePlan('planNotFound');
    const { undo, redo } = undoAndRedo(await latestBatches(tx, plan.id), plan.state);
    const brief = (one: typeof undo) =>
      one === null ? null : { batch: one.batch, action: one.actions[0] ?? '', count: one.count, by: one.by };
    return {
      plan,
      organization: await organizationOf(tx, plan.organizationId),
      may: { edit: mayEdit(person, plan), approve: mayApprove(person, plan) },
      standings: await standingsOf(tx, plan, dayOf(new Date())),
      undo: brief(undo),
      redo: brief(redo),
      formerOrder: plan.state === 'draft' ? await formerOrder(tx, plan.id) : null,
      foreignApprover: plan.state === 'draft' ? await foreignApprover(tx, plan.organizationId, plan.approval) : null,
    };
  });
  server.operation(contract.removePlan, async (tx, { person, params }) => {
    await actions.removePlan(tx, person, params.id);
  });
  server.operation(contract.changePlan, (tx, { person, params, body }) =>
    actions.changePlan(tx, person, params.id, body.changes),
  );
  server.operation(contract.undoChanges, async (tx, { person, params, body }) => ({
    batch: await actions.undoBatch(tx, person, params.id, body.batch),
  }));
  server.operation(contract.setPlanState, async (tx, { person, params, body }) => ({
    state: await actions.setPlanState(tx, person, params.id, body),
  }));
  server.operation(contract.listPlanStaff, async (tx, { person, params }) => {
    requirePermission(person, 'readPlans');
    const { organizationId } = await headOf(tx, params.id);
    const staff = await tx
      .selectFrom('staffPost')
      .select(['id', 'fullName', 'post', 'toDate'])
      .where('organizationId', '=', organizationId)
      .orderBy('fullName')
      .execute();
    return { staff };
  });
  server.operation(contract.readHistory, async (tx, { person, params, query }) => {
    requirePermission(person, 'readPlans');
    const { title, state } = await headOf(tx, params.id);
    const changes = await listChanges(tx, { planId: params.id, ...query, limit: PAGE + 1 });
    const shown = changes.slice(0, PAGE);
    const undone = undoneBatches(await latestBatches(tx, params.id));
    const batches = new Map<string, typeof shown>();
    for (const change of shown) batches.set(change.batch, [...(batches.get(change.batch) ?? []), change]);
    return {
      title,
      batches: [...batches].map(([batch, list]) => ({
        batch,
        at: list[0]!.at,
        by: list[0]!.by,
        undoes: list[0]!.undoes,
        undone: undone.has(batch),
        undoable: mayTakeBack(state, {
          actions: list.map(({ action }) => action),
          words: list.some(touchesWords),
        }),
        changes: list,
      })),
      next: changes.length > PAGE ? shown.at(-1)!.id : null,
      sections: await sectionsOf(tx, params.id),
    };
  });
  server.operation(contract.downloadHistory, async (tx, { person, params }) => {
    requirePermission(person, 'readPlans');
    const { title } = await headOf(tx, params.id);
    const changes = await listChanges(tx, { planId: params.id, limit: 100_000 });
    const sections = new Map((await sectionsOf(tx, params.id)).map((section) => [section.id, section.title]));
    return historySheet(title, changes, person, sections);
  });
  server.operation(contract.readPasted, async (tx, { person, params, body }) => {
    requirePermission(person, 'editPlans');
    const { schoolYear } = await headOf(tx, params.id);
    const pasted = body.html ? { html: body.content } : { text: body.content };
    const reading = await readPastedPlan(pasted, { schoolYear, presentYear: schoolYearOf(new Date()) });
    if (reading.refusal) throw reading.refusal;
    return {
      sections: reading.roadmap.sections.map(({ title, measures }) => ({
        title: title ?? '',
        measures: measures.map(newMeasureOf),
      })),
      problems: [...reading.roadmap.problems],
    };
  });
  server.operation(contract.readRemarks, async (tx, { person, params }) => {
    requirePermission(person, 'readPlans');
    const plan = await findPlan(tx, params.id);
    if (!plan) throw refusePlan('planNotFound');
    const { remarks } = await remarksOf(tx, plan);
    const counts = { mend: 0, look: 0, note: 0 };
    for (const { severity } of remarks) counts[severity] += 1;
    const may = { edit: mayEdit(person, plan), approve: mayApprove(person, plan) };
    return { counts, remarks: remarks.map((remark) => remarkAnswer(remark, plan, may, person.language)) };
  });
  server.operation(contract.mendPlan, (tx, { person, params, body }) =>
    actions.mendPlan(tx, person, params.id, body.mends),
  );
  server.operation(contract.readAcquaintance, async (tx, { person, params }) => {
    requirePermission(person, 'readPlans');
    const { organizationId } = await headOf(tx, params.id);
    return { people: await listAcquaintance(tx, params.id, organizationId) };
  });
  server.operation(contract.markAcquaintance, (tx, { person, params, body }) =>
    markAcquaintance(tx, person, params.id, body.marks),
  );
}

function matches(plan: { organizationId: number; schoolYear: number; state: string }, filter: PlanFilter): boolean {
  return (
    (filter.organizationId === undefined || plan.organizationId === filter.organizationId) &&
    (filter.schoolYear === undefined || plan.schoolYear === filter.schoolYear) &&
    (filter.state === undefined || plan.state === filter.state)
  );
}

async function headOf(
  tx: Tx,
  id: number,
): Promise<{ organizationId: number; title: string; schoolYear: number; state: PlanState }> {
  const plan = await tx
    .selectFrom('plan')
    .select(['organizationId', 'title', 'schoolYear', 'state'])
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .executeTakeFirst();
  if (!plan) throw refusePlan('planNotFound');
  return { ...plan, state: plan.state as PlanState };
}

/** Sections with those that were removed: the history names them too. */
async function sectionsOf(tx: Tx, planId: number) {
  return tx.selectFrom('planSection').select(['id', 'title']).where('planId', '=', planId).execute();
}

async function organizationOf(tx: Tx, id: number) {
  const row = await tx
    .selectFrom('organization')
    .select(['id', 'shortName as name', 'kind'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return { ...row, kind: row.kind as 'region' | 'municipality' | 'school' };
}
