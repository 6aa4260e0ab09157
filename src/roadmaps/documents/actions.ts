/** Issues the documents of a stored plan: whoever sees the plan may have it on paper, and the archive keeps what he got. */
import { requirePermission } from '#src/access/actions.ts';
import type { Actor } from '#src/access/model.ts';
import { type DocumentToIssue, issueDocument, type IssuedFile } from '#src/documents/actions.ts';
import type { DocumentFormat } from '#src/documents/model.ts';
import { dayOf } from '#src/platform/clock.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { refusePlan } from '../errors.ts';
import { remarkInWords } from '../linter/text.ts';
import type { StoredPlan } from '../model.ts';
import { remarksOf } from '../plans/remarks.ts';
import { standingsOf } from '../plans/standing.ts';
import { findPlan } from '../plans/store.ts';
import { acquaintanceDocument } from './acquaintance.ts';
import { planOf, type PrintedRemarks } from './from-stored.ts';
import type { PlanDocumentKind } from './model.ts';
import { approvingOrder, orderDocument } from './order.ts';
import { planDocument, planWithRemarks, planWithState, planWorkbook } from './plan.ts';
import * as store from './store.ts';
import { DOCUMENT_NAMES } from './tags/text.ts';
import {
  ACQUAINTANCE_TEMPLATE,
  acquaintanceTemplateData,
  ORDER_TEMPLATE,
  orderTemplateData,
  PLAN_TEMPLATE,
  planTemplateData,
} from './templates.ts';
import { printed } from './text.ts';
import { dayInPrint, titleOf } from './words.ts';

/** @throws Refusal planNotFound; templateProblems where the organisation's form has mistakes. */
export async function issuePlanDocument(
  tx: Tx,
  person: Actor,
  {
    planId,
    kind,
    format,
  }: { readonly planId: number; readonly kind: PlanDocumentKind; readonly format: DocumentFormat },
): Promise<IssuedFile> {
  requirePermission(person, 'readPlans');
  const plan = await findPlan(tx, planId);
  if (plan === null) throw refusePlan('planNotFound');
  const day = dayOf(new Date());
  const content = await contentOf(tx, plan, kind, format, day);
  return issueDocument(tx, person, { organizationId: plan.organizationId, planId, kind, format, ...content });
}

async function contentOf(
  tx: Tx,
  plan: StoredPlan,
  kind: PlanDocumentKind,
  format: DocumentFormat,
  day: string,
): Promise<Pick<DocumentToIssue, 'title' | 'document' | 'form'>> {
  const organisation = await store.organisationName(tx, plan.organizationId);
  const printedPlan = planOf(plan, { organisation, day });
  switch (kind) {
    case 'plan':
      return {
        title: plan.title,
        document: format === 'xlsx' ? planWorkbook(printedPlan) : planDocument(printedPlan),
        form: { kind: PLAN_TEMPLATE, data: planTemplateData(printedPlan) },
      };
    case 'planState':
      return {
        title: `${DOCUMENT_NAMES.planState.ru} ${printed.onDay(dayInPrint(day))}: ${plan.title}`,
        document: planWithState(planOf(plan, { organisation, day, standings: await standingsOf(tx, plan, day) })),
      };
    case 'planRemarks': {
      const remarks = await remarksInWords(tx, plan);
      return {
        title: `${DOCUMENT_NAMES.planRemarks.ru}: ${plan.title}`,
        document: planWithRemarks(planOf(plan, { organisation, day, remarks })),
      };
    }
    case 'order': {
      const signer = { post: plan.approval.post ?? printed.head, person: plan.approval.person ?? '' };
      const order = approvingOrder(printedPlan, { signer });
      return {
        title: `${DOCUMENT_NAMES.order.ru}: ${plan.title}`,
        document: orderDocument(order),
        form: { kind: ORDER_TEMPLATE, data: orderTemplateData(order) },
      };
    }
    case 'acquaintance': {
      const { order, on } = plan.approval;
      const subject =
        order === null || on === null
          ? printed.withPlan(plan.title)
          : printed.withOrder(dayInPrint(on), order, printed.about(titleOf(plan.title)));
      const people = await store.acquaintedStaff(tx, plan, day);
      const list = { organisation, subject, people, day };
      return {
        title: `${DOCUMENT_NAMES.acquaintance.ru}: ${plan.title}`,
        document: acquaintanceDocument(list),
        form: { kind: ACQUAINTANCE_TEMPLATE, data: acquaintanceTemplateData(list) },
      };
    }
  }
}

async function remarksInWords(tx: Tx, plan: StoredPlan): Promise<PrintedRemarks> {
  const { remarks } = await remarksOf(tx, plan);
  const byMeasure = new Map<number, string[]>();
  const onPlan: string[] = [];
  for (const remark of remarks) {
    const { title, reason } = remarkInWords(remark, 'ru');
    const words = `${title}. ${reason}`;
    if (remark.measureId === null) onPlan.push(words);
    else byMeasure.set(Number(remark.measureId), [...(byMeasure.get(Number(remark.measureId)) ?? []), words]);
  }
  return { byMeasure, onPlan };
}
