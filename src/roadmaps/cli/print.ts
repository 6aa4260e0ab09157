/** `obektiv roadmap print`: a plan that was read, written in the official form. */
import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { toDocx } from '#src/documents/docx/render.ts';
import type { DocumentFormat } from '#src/documents/model.ts';
import { toPdf } from '#src/documents/pdf/render.ts';
import { toXlsx } from '#src/documents/xlsx/render.ts';
import type { PlanDocument } from '../documents/model.ts';
import { planDocument, planWithRemarks, planWorkbook } from '../documents/plan.ts';
import { lintedFromRead } from '../linter/from-read.ts';
import { lintPlan } from '../linter/lint.ts';
import { remarkInWords } from '../linter/text.ts';
import { newPlanOf } from '../plans/from-reading.ts';
import type { Roadmap } from '../reading/model.ts';

export const PRINT_FORMATS = ['docx', 'pdf', 'xlsx'] as const satisfies readonly DocumentFormat[];
export type PrintFormat = (typeof PRINT_FORMATS)[number];

/** @param day ISO day that the properties of the file carry. */
export async function printedPlan(
  read: Roadmap,
  format: PrintFormat,
  { remarks, day }: { readonly remarks: boolean; readonly day: string },
): Promise<Uint8Array> {
  const plan = planOfRead(read, remarks, day);
  if (format === 'xlsx') return toXlsx(planWorkbook(plan));
  const document = remarks ? planWithRemarks(plan) : planDocument(plan);
  return format === 'pdf' ? toPdf(document) : toDocx(document);
}

/** The document is in Russian whatever language the terminal speaks: it is the plan's own. */
function planOfRead(read: Roadmap, withRemarks: boolean, day: string): PlanDocument {
  const { title, approval } = newPlanOf(read);
  const said = withRemarks ? lintPlan(lintedFromRead(read)) : [];
  const about = (id: string | null): readonly string[] =>
    said
      .filter(({ measureId }) => measureId === id)
      .map((remark) => remarkInWords(remark, 'ru'))
      .map(({ title: of, reason }) => `${of}. ${reason}`);
  return {
    organisation: read.organisation,
    title,
    schoolYear: read.schoolYear,
    approval: { post: approval.post, person: approval.person, order: approval.order, date: approval.on },
    sections: read.sections.map((section, at) => ({
      title: section.title,
      measures: section.measures.map(({ number, text, deadline, responsible, result }, index) => ({
        number,
        text,
        deadline: deadline.verbatim,
        responsible,
        result: result ?? '',
        remarks: about(`s${at}m${index}`),
      })),
    })),
    remarks: about(null),
    signer: null,
    day,
  };
}

/** The file appears only when it is complete. */
export async function writeWhole(path: string, content: Uint8Array): Promise<void> {
  const unfinished = `${path}.${randomUUID()}.part`;
  try {
    await writeFile(unfinished, content);
    await rename(unfinished, path);
  } finally {
    await rm(unfinished, { force: true });
  }
}
