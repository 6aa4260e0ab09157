/** The analytic report as a document: made anew while it is open, issued once when it is locked and given out as it was issued. */
import type { Actor } from '#src/access/model.ts';
import { bytesOf, type DocumentToIssue, issueDocument } from '#src/documents/actions.ts';
import { fileNameOf } from '#src/documents/file-name.ts';
import { MEDIA_TYPES } from '#src/documents/media-types.ts';
import { DOCUMENT_FORMATS, type DocumentFormat } from '#src/documents/model.ts';
import { documentsOfReport, findDocument } from '#src/documents/store.ts';
import { dayOf } from '#src/platform/clock.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { monthInWords } from '../cascade/month.ts';
import type { MonthReportDocument, ReportTable } from '../documents/model.ts';
import { monthReportDocument } from '../documents/report.ts';
import { organisationName } from '../documents/store.ts';
import { REPORT_TEMPLATE, reportTemplateData } from '../documents/templates.ts';
import type { Facts, Signatory } from './model.ts';
import type { AnalyticRow } from './store.ts';
import { reportText } from './text.ts';

/** Bytes with a name to save them under: of a locked report those that were issued. */
export async function reportFile(
  tx: Tx,
  person: Actor,
  row: AnalyticRow,
  format: DocumentFormat,
): Promise<{ content: Buffer; name: string; type: string }> {
  const type = MEDIA_TYPES[format];
  const issued = (await documentsOfReport(tx, row.id)).find((one) => one.format === format);
  const kept = row.state === 'locked' && issued !== undefined ? await findDocument(tx, issued.id) : undefined;
  if (kept !== undefined) return { content: kept.content, name: kept.fileName, type };
  const issue = await toIssue(tx, row, format);
  return { content: Buffer.from(await bytesOf(tx, person, issue)), name: fileNameOf(issue.title, format), type };
}

/** @throws Refusal templateProblems where the organisation's form has mistakes. */
export async function issueReport(tx: Tx, person: Actor, row: AnalyticRow): Promise<void> {
  for (const format of DOCUMENT_FORMATS) await issueDocument(tx, person, await toIssue(tx, row, format));
}

async function toIssue(tx: Tx, row: AnalyticRow, format: DocumentFormat): Promise<DocumentToIssue> {
  const report = await documentOf(tx, row);
  return {
    organizationId: row.organizationId,
    kind: REPORT_TEMPLATE.id,
    title: `${row.title}, ${monthInWords(row.month.slice(0, 7), 'ru')}`,
    format,
    document: monthReportDocument(report),
    planId: row.planId,
    reportId: row.id,
    form: { kind: REPORT_TEMPLATE, data: reportTemplateData(report) },
  };
}

async function documentOf(tx: Tx, row: AnalyticRow): Promise<MonthReportDocument> {
  const { approver, author, sections } = row.body;
  const { post, person } = signed(approver) ?? { post: null, person: null };
  return {
    organisation: await organisationName(tx, row.organizationId),
    title: row.title,
    period: `за ${monthInWords(row.month.slice(0, 7), 'ru')}`,
    countedOn: row.facts.day,
    approval: row.approvedAt === null ? null : { post, person, order: null, date: dayOf(row.approvedAt) },
    sections: sections
      .map(({ title, paragraphs }) => ({
        title,
        paragraphs: paragraphs.map(({ text }) => text).filter((text) => text.trim() !== ''),
      }))
      .filter(({ paragraphs }) => paragraphs.length > 0),
    tables: row.facts.schools.length === 0 ? [] : [bySchool(row.facts)],
    signer: signed(author),
    day: dayOf(row.lockedAt ?? row.approvedAt ?? row.factsAt),
  };
}

function signed({ post, person }: Signatory): Signatory | null {
  return post === '' && person === '' ? null : { post, person };
}

function bySchool({ schools }: Facts): ReportTable {
  const states = reportText.ru.monthState;
  return {
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
    rows: schools.map((school) => [
      school.school,
      school.due,
      school.onTime,
      school.late,
      school.silent,
      school.accepted,
      school.report === 'none' ? 'не представлен' : states[school.report],
    ]),
  };
}
