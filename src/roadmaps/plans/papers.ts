/** What a plan is printed as: the plan itself, with remarks or states, the approving order, the list of acquaintance. */
import type { Actor } from '#src/access/model.ts';
import { DOCX_MEDIA_TYPE, toDocx } from '#src/documents/docx/render.ts';
import type { OfficeDocument } from '#src/documents/model.ts';
import { PDF_MEDIA_TYPE, toPdf } from '#src/documents/pdf/render.ts';
import { toXlsx } from '#src/documents/xlsx/render.ts';
import { dayOf } from '#src/platform/clock.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { FileAnswer } from '#src/platform/http/server.ts';
import { acquaintanceDocument } from '../documents/acquaintance.ts';
import { approvingOrder, orderDocument } from '../documents/order.ts';
import { planDocument, planWithRemarks, planWithState, planWorkbook } from '../documents/plan.ts';
import { dayInPrint } from '../documents/words.ts';
import { remarkInWords } from '../linter/text.ts';
import type { StoredPlan } from '../model.ts';
import { roadmapsText } from '../text.ts';
import { listAcquaintance } from './acquaintance.ts';
import { XLSX } from './contract.ts';
import { planDocumentOf, type Printing } from './document.ts';
import { remarksOf } from './remarks.ts';
import { paperText } from './text.ts';

export type Paper = 'plan' | 'remarks' | 'state' | 'order' | 'acquaintance';
export type Format = 'docx' | 'pdf' | 'xlsx';

const MEDIA: Readonly<Record<Format, string>> = { docx: DOCX_MEDIA_TYPE, pdf: PDF_MEDIA_TYPE, xlsx: XLSX };

/** Documents are official papers: their words are Russian whatever language the site is read in. */
export async function printPlan(
  tx: Tx,
  plan: StoredPlan,
  paper: Paper,
  format: Format,
  actor: Actor,
): Promise<FileAnswer> {
  const { name } = await tx
    .selectFrom('organization')
    .select('name')
    .where('id', '=', plan.organizationId)
    .executeTakeFirstOrThrow();
  const document = await documentOf(tx, plan, paper, format, { organisation: name, day: dayOf(new Date()) }, actor);
  const bytes =
    format === 'docx' ? await toDocx(document) : format === 'pdf' ? toPdf(document) : await toXlsx(document);
  const title = `${paperText.ru[paper]}, ${plan.schoolYear}-${plan.schoolYear + 1}`;
  return { content: Buffer.from(bytes), name: `${title}.${format}`, type: MEDIA[format] };
}

async function documentOf(
  tx: Tx,
  plan: StoredPlan,
  paper: Paper,
  format: Format,
  printing: Printing,
  actor: Actor,
): Promise<OfficeDocument> {
  switch (paper) {
    case 'plan': {
      const printed = planDocumentOf(plan, printing);
      return format === 'xlsx' ? planWorkbook(printed) : planDocument(printed);
    }
    case 'state':
      return planWithState(planDocumentOf(plan, { ...printing, states: roadmapsText.ru.measureState }));
    case 'remarks': {
      const { remarks } = await remarksOf(tx, plan);
      const byMeasure = new Map<number | null, string[]>();
      for (const remark of remarks) {
        const { reason, todo } = remarkInWords(remark, 'ru');
        const key = remark.measureId === null ? null : Number(remark.measureId);
        byMeasure.set(key, [...(byMeasure.get(key) ?? []), `${reason} ${todo}`]);
      }
      return planWithRemarks(planDocumentOf(plan, { ...printing, remarks: byMeasure }));
    }
    case 'order': {
      const printed = planDocumentOf(plan, printing);
      const { post, person } = plan.approval;
      const signer = { post: post ?? actor.post, person: person ?? actor.displayName };
      return orderDocument(approvingOrder(printed, { signer }));
    }
    case 'acquaintance': {
      const people = await listAcquaintance(tx, plan.id, plan.organizationId);
      const { order, on } = plan.approval;
      return acquaintanceDocument({
        organisation: printing.organisation,
        subject:
          order && on ? paperText.ru.withOrder(dayInPrint(on), order, plan.title) : paperText.ru.withPlan(plan.title),
        people: people.map(({ fullName, post, on: date }) => ({ name: fullName, post, date })),
        day: printing.day,
      });
    }
  }
}
