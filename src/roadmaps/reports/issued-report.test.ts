import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { toDocx } from '#src/documents/docx/render.ts';
import { replaceTemplate } from '#src/documents/store.ts';
import { inScope, SYSTEM } from '#src/platform/db/scope.ts';
import type { Report } from './contract.ts';
import { MONTH, type Reporting, sentPlan, startReporting } from './test-reporting.ts';

let reporting: Reporting;
let database: Reporting['database'];
let region: Reporting['region'];
let coordinator: Reporting['coordinator'];
beforeAll(async () => {
  reporting = await startReporting();
  ({ database, region, coordinator } = reporting);
});
afterAll(() => reporting.close());

/** A report of the present month, approved by the one who is named in it. */
async function approvedReport(district: number, approver: { post: string; person: string }): Promise<Report> {
  const made = await coordinator('POST', `/api/plans/${district}/analytic`, { month: MONTH });
  const address = `/api/reports/${made.body.id}`;
  const draft: Report = (await coordinator('GET', address)).body;
  expect(draft.body.approver).toEqual({ post: 'Начальник управления', person: 'Озёрная А. П.' });
  const body = { ...draft.body, approver };
  const saved = await coordinator('POST', address, { revision: draft.revision, title: draft.title, body });
  return (await coordinator('POST', `${address}/step`, { step: 'approve', revision: saved.body.revision })).body;
}

/** Words of the Word document that was issued of a report. */
async function issuedWords(reportId: number): Promise<string> {
  const { content } = await inScope(database.db, SYSTEM, (tx) =>
    tx
      .selectFrom('issuedDocument')
      .select('content')
      .where('reportId', '=', reportId)
      .where('format', '=', 'docx')
      .executeTakeFirstOrThrow(),
  );
  return strFromU8(unzipSync(content)['word/document.xml']!)
    .replaceAll(/<[^>]+>/gu, '')
    .replaceAll('\u00a0', ' ');
}

const line = (words: string) => ({ kind: 'paragraph', words }) as const;

test('a report names who approves it, takes the organisation’s own form, and a locked one is given out as it was issued', async () => {
  const { district } = await sentPlan(reporting);
  const approved = await approvedReport(district, { post: 'Исполняющий обязанности', person: 'Речная Вера Ивановна' });
  const address = `/api/reports/${approved.id}`;
  const form = await toDocx({
    title: '',
    author: null,
    day: '2026-11-22',
    parts: [
      {
        orientation: 'portrait',
        leftMargin: 20,
        fontSize: 12,
        lineSpacing: 1,
        blocks: [line('Бланк округа: {утвердил_имя}'), ...['{#таблицы}', '{таблица}', '{/таблицы}'].map(line)],
      },
    ],
  });
  await inScope(database.db, SYSTEM, async (tx) => {
    const { id: accountId } = await tx.selectFrom('account').select('id').limit(1).executeTakeFirstOrThrow();
    const organizationId = region.municipalityIds[0]!;
    const content = Buffer.from(form);
    const file = { organizationId, kind: 'monthReport', fileName: 'бланк.docx', content, fileHash: '', accountId };
    await replaceTemplate(tx, file);
  });
  const locked: Report = (await coordinator('POST', `${address}/step`, { step: 'lock', revision: approved.revision }))
    .body;
  const file = async () => (await coordinator('GET', `${address}/document?format=docx`)).text;
  const given = await file();
  const words = await issuedWords(locked.id);
  expect(words).toContain('Бланк округа: В. И. РечнаяИсполнение по школам');
  expect(words).not.toContain('Озёрная');
  await inScope(database.db, SYSTEM, (tx) =>
    tx.updateTable('documentTemplate').set({ removedAt: new Date() }).where('kind', '=', 'monthReport').execute(),
  );
  expect(await file()).toBe(given);
  const archive = (await coordinator('GET', `/api/documents?kind=monthReport`)).body.documents;
  expect(locked.documents.map(({ id }) => id).toSorted()).toEqual(
    archive
      .filter(({ reportId }: { reportId: number }) => reportId === locked.id)
      .map(({ id }: { id: number }) => id)
      .toSorted(),
  );
  const journal = await inScope(database.db, SYSTEM, (tx) =>
    tx
      .selectFrom('auditEntry')
      .select('subjectId')
      .where('action', '=', 'document.issue')
      .where(
        'subjectId',
        'in',
        locked.documents.map(({ id }) => String(id)),
      )
      .execute(),
  );
  expect(journal).toHaveLength(3);
});

test('a report that says who approves it nowhere is not approved', async () => {
  const { district } = await sentPlan(reporting);
  const made = await coordinator('POST', `/api/plans/${district}/analytic`, { month: MONTH });
  const address = `/api/reports/${made.body.id}`;
  const draft: Report = (await coordinator('GET', address)).body;
  const body = { ...draft.body, approver: { post: '', person: '' } };
  const saved = await coordinator('POST', address, { revision: draft.revision, title: draft.title, body });
  const refused = await coordinator('POST', `${address}/step`, { step: 'approve', revision: saved.body.revision });
  expect(refused.status).toBe(409);
  expect(refused.text).toContain('кто утверждает');
});

test('the database itself refuses to rewrite a locked report', async () => {
  const { district } = await sentPlan(reporting);
  const made = await coordinator('POST', `/api/plans/${district}/analytic`, { month: MONTH });
  const approved = await coordinator('POST', `/api/reports/${made.body.id}/step`, { step: 'approve', revision: 1 });
  await coordinator('POST', `/api/reports/${made.body.id}/step`, { step: 'lock', revision: approved.body.revision });
  await expect(
    inScope(database.db, SYSTEM, (tx) =>
      tx.updateTable('analyticReport').set({ title: 'Другой' }).where('id', '=', made.body.id).execute(),
    ),
  ).rejects.toThrow(/never rewritten/);
});
