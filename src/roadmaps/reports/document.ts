/** The analytic report as a document: made anew while it is open, issued once when it is locked. */
import { createHash } from 'node:crypto';
import type { Actor } from '#src/access/model.ts';
import { DOCX_MEDIA_TYPE, toDocx } from '#src/documents/docx/render.ts';
import { PDF_MEDIA_TYPE, toPdf } from '#src/documents/pdf/render.ts';
import { dayOf } from '#src/platform/clock.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { MonthReportDocument } from '../documents/model.ts';
import { monthReportDocument } from '../documents/report.ts';
import type { AnalyticRow } from './store.ts';
import { monthWords, reportText } from './text.ts';

type Format = 'docx' | 'pdf';

/** Rendered bytes with a name to save them under. */
export async function reportFile(
  tx: Tx,
  row: AnalyticRow,
  format: Format,
): Promise<{ content: Buffer; name: string; type: string }> {
  const type = format === 'docx' ? DOCX_MEDIA_TYPE : PDF_MEDIA_TYPE;
  const issued = await tx
    .selectFrom('issuedDocument')
    .select(['content', 'fileName'])
    .where('reportId', '=', row.id)
    .where('format', '=', format)
    .executeTakeFirst();
  if (issued !== undefined) return { content: issued.content, name: issued.fileName, type };
  return { content: await render(await documentOf(tx, row), format), name: `${nameOf(row)}.${format}`, type };
}

function nameOf({ title, month }: AnalyticRow): string {
  return `${title}, ${monthWords(month.slice(0, 7))}`;
}

async function render(document: MonthReportDocument, format: Format): Promise<Buffer> {
  const office = monthReportDocument(document);
  return Buffer.from(format === 'docx' ? await toDocx(office) : toPdf(office));
}

export async function issueReport(tx: Tx, actor: Actor, row: AnalyticRow): Promise<void> {
  const document = await documentOf(tx, row);
  for (const format of ['docx', 'pdf'] as const) {
    const content = await render(document, format);
    await tx
      .insertInto('issuedDocument')
      .values({
        organizationId: row.organizationId,
        kind: 'monthReport',
        title: nameOf(row),
        format,
        fileName: `${nameOf(row)}.${format}`,
        content,
        byteSize: content.length,
        fileHash: createHash('sha256').update(content).digest('hex'),
        planId: row.planId,
        reportId: row.id,
        accountId: actor.accountId,
      })
      .execute();
  }
}

export async function issuedOf(tx: Tx, reportId: number) {
  const rows = await tx
    .selectFrom('issuedDocument')
    .select(['id', 'format', 'fileName'])
    .where('reportId', '=', reportId)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, format: row.format as Format }));
}

async function documentOf(tx: Tx, row: AnalyticRow): Promise<MonthReportDocument> {
  const plan = await tx
    .selectFrom('plan as p')
    .innerJoin('organization as o', 'o.id', 'p.organizationId')
    .select(['o.name', 'p.approvalPost', 'p.approvalPerson'])
    .where('p.id', '=', row.planId)
    .executeTakeFirstOrThrow();
  const t = reportText.ru;
  return {
    organisation: plan.name,
    title: row.title,
    period: `за ${monthWords(row.month.slice(0, 7))}`,
    approval:
      row.approvedAt === null
        ? null
        : { post: plan.approvalPost, person: plan.approvalPerson, order: null, date: dayOf(row.approvedAt) },
    sections: row.body.sections
      .map(({ title, paragraphs }) => ({
        title,
        paragraphs: paragraphs.map(({ text }) => text).filter((text) => text.trim() !== ''),
      }))
      .filter(({ paragraphs }) => paragraphs.length > 0),
    tables:
      row.facts.schools.length === 0
        ? []
        : [
            {
              title: 'Исполнение по школам',
              columns: [
                { header: 'Школа' },
                { header: 'Сроков наступило', type: 'integer' },
                { header: 'Вовремя', type: 'integer' },
                { header: 'С опозданием', type: 'integer' },
                { header: 'Не представлено', type: 'integer' },
                { header: 'Принято', type: 'integer' },
                { header: 'Отчёт за месяц', width: 2 },
              ],
              rows: row.facts.schools.map((school) => [
                school.school,
                school.due,
                school.onTime,
                school.late,
                school.silent,
                school.accepted,
                school.report === 'none' ? 'не представлен' : t.monthState[school.report],
              ]),
            },
          ],
    signer:
      plan.approvalPost === null || plan.approvalPerson === null
        ? null
        : { post: plan.approvalPost, person: plan.approvalPerson },
    day: dayOf(row.lockedAt ?? row.approvedAt ?? row.factsAt),
  };
}
