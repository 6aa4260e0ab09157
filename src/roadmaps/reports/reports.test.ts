import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { toDocx } from '#src/documents/docx/render.ts';
import { replaceTemplate } from '#src/documents/store.ts';
import { dayOf } from '#src/platform/clock.ts';
import { inScope, SYSTEM } from '#src/platform/db/scope.ts';
import { buildTestRegion, signedIn, startTestApplication, type TestRegion } from '#src/test-region.ts';
import { addDays } from '../deadline/days.ts';
import type { NewMeasure } from '../plans/model.ts';
import { findPlan } from '../plans/store.ts';
import { insertPlan } from '../plans/write.ts';
import { insertSending } from '../cascade/store.ts';
import type { Report } from './contract.ts';

let running: Awaited<ReturnType<typeof startTestApplication>>;
let region: TestRegion;
type Asked = Awaited<ReturnType<typeof signedIn>>;
let coordinator: Asked;
let head: Asked;
beforeAll(async () => {
  running = await startTestApplication();
  region = await buildTestRegion(running.database);
  coordinator = await signedIn(running.application, region.login('municipalCoordinator'));
  head = await signedIn(running.application, region.login('schoolHead'));
});
afterAll(() => running.close());

const TODAY = dayOf(new Date());
const MONTH = TODAY.slice(0, 7);
/** Year of the school year in which the tests run. */
const YEAR = Number(TODAY.slice(5, 7)) >= 9 ? Number(TODAY.slice(0, 4)) : Number(TODAY.slice(0, 4)) - 1;

const measure = (text: string, targets: NewMeasure['targets'] = []): NewMeasure => ({
  number: '1',
  text,
  deadline: '',
  result: '',
  kind: null,
  targets,
  warnings: [],
  parties: [],
});

interface Plans {
  readonly district: number;
  readonly schools: readonly number[];
}

/**
 * A district's plan of one measure, sent to its two schools: the first school was on time, the second handed in nothing.
 * Due on the first day of the present month, so that the month is told of on any day.
 */
async function sentPlan(): Promise<Plans> {
  return inScope(running.database.db, SYSTEM, async (tx) => {
    const target = { value: 10, comparison: 'atLeast' as const, words: 'не менее 10 педагогов' };
    const make = async (organizationId: number, measures: NewMeasure[]): Promise<number> => {
      const id = await insertPlan(tx, {
        organizationId,
        accountId: null,
        plan: {
          title: `План ${region.mark}`,
          schoolYear: YEAR,
          approval: { post: 'Начальник управления', person: 'Озёрная А. П.', order: '7', on: `${YEAR}-09-01` },
          startsOn: null,
          endsOn: null,
          preamble: '',
          sections: [{ title: 'Кадры', measures }],
        },
      });
      await tx.updateTable('plan').set({ state: 'approved' }).where('id', '=', id).execute();
      return id;
    };
    const district = await make(region.municipalityIds[0]!, [measure('Обучить экспертов', [target])]);
    const origin = (await findPlan(tx, district))!.sections[0]!.measures[0]!;
    const { id: accountId } = await tx.selectFrom('account').select('id').limit(1).executeTakeFirstOrThrow();
    const schools: number[] = [];
    for (const [index, school] of region.schools.slice(0, 2).entries()) {
      const planId = await make(school.id, [
        {
          ...measure('Обучить экспертов', [target]),
          originMeasureId: origin.id,
          origin: { number: '1', text: origin.text, deadline: '', result: '', revision: 1 },
        },
      ]);
      const own = (await findPlan(tx, planId))!.sections[0]!.measures[0]!.id;
      const dueOn = `${MONTH}-01`;
      await tx
        .insertInto('occurrence')
        .values({
          organizationId: school.id,
          planId,
          measureId: own,
          key: dueOn,
          opensOn: dueOn,
          dueOn,
          ...(index === 0 ? { state: 'submitted', submittedAt: new Date(`${addDays(dueOn, -1)}T12:00:00`) } : {}),
        })
        .execute();
      await insertSending(tx, {
        organizationId: school.id,
        districtId: region.municipalityIds[0]!,
        districtPlanId: district,
        schoolPlanId: planId,
        accountId,
      });
      schools.push(planId);
    }
    return { district, schools };
  });
}

const valueIn = (report: Report, id: string): number | undefined => report.facts.find((fact) => fact.id === id)?.value;

test('a school reports its month with figures from its records; the district returns it and accepts it', async () => {
  const { schools } = await sentPlan();
  const address = `/api/plans/${schools[0]}/months/${MONTH}`;
  const month = await head('GET', address);
  expect(month.body).toMatchObject({ state: 'draft', revision: 0, toDistrict: true, canEdit: true });
  expect(month.body.totals).toMatchObject({ due: 1, onTime: 1, silent: 0, underReview: 1 });
  const { measureId } = month.body.measures[0].targets[0];
  const targets = { [`${measureId}:0`]: 12, '1:0': 99 };
  const saved = await head('POST', address, { revision: 0, targets, note: 'Обучены все' });
  expect(saved.body.revision).toBe(2);
  expect((await head('POST', address, { revision: 1, targets: {}, note: 'другое' })).status).toBe(409);
  const sent = await head('POST', `${address}/submit`, { revision: 2, targets, note: 'Обучены все' });
  expect(sent.status).toBe(200);
  expect((await head('POST', `${address}/submit`, { revision: 3, targets, note: '' })).status).toBe(409);

  expect((await coordinator('POST', `${address}/answer`, { revision: 3, answer: 'return' })).status).toBe(400);
  const returned = await coordinator('POST', `${address}/answer`, {
    revision: 3,
    answer: 'return',
    remark: 'Приложите список',
  });
  expect(returned.status).toBe(200);
  const again = await head('GET', address);
  expect(again.body).toMatchObject({ state: 'returned', remark: 'Приложите список', canEdit: true });
  expect(again.body.measures[0].targets[0].reached).toBe(12);
  await head('POST', `${address}/submit`, { revision: 4, targets, note: 'Список приложен' });
  expect((await head('POST', `${address}/answer`, { revision: 5, answer: 'accept' })).status).toBe(404);
  expect((await coordinator('POST', `${address}/answer`, { revision: 5, answer: 'accept' })).status).toBe(200);
  expect((await head('GET', address)).body).toMatchObject({ state: 'accepted', canEdit: false });
});

test('the analytic report counts schools, adds their targets up, and is refused while a number disagrees', async () => {
  const { district, schools } = await sentPlan();
  const month = (await head('GET', `/api/plans/${schools[0]}/months/${MONTH}`)).body;
  const { measureId } = month.measures[0].targets[0];
  await head('POST', `/api/plans/${schools[0]}/months/${MONTH}/submit`, {
    revision: 0,
    targets: { [`${measureId}:0`]: 12 },
    note: '',
  });
  const made = await coordinator('POST', `/api/plans/${district}/analytic`, { month: MONTH });
  expect(made.status).toBe(200);
  expect((await coordinator('POST', `/api/plans/${district}/analytic`, { month: MONTH })).status).toBe(409);
  const address = `/api/reports/${made.body.id}`;
  const report: Report = (await coordinator('GET', address)).body;
  expect(report.problems).toEqual([]);
  expect(
    ['schools', 'schoolsReported', 'schoolsSilent', 'schoolDue', 'schoolOnTime'].map((id) => valueIn(report, id)),
  ).toEqual([2, 1, 1, 2, 1]);
  expect(report.facts.filter(({ id }) => id.startsWith('target:')).map(({ value }) => value)).toEqual([12]);
  const text = report.body.sections.flatMap(({ paragraphs }) => paragraphs.map((one) => one.text)).join('\n');
  expect(text).toContain('План направлен школам: 2, утвердили его у себя: 2.\nОтчёт за месяц представили: 1');
  expect(text).toContain(`Не представили отчёт: Школа 12 ${region.mark}`);

  const lied = JSON.parse(JSON.stringify(report.body).replace('представили: 1', 'представили: 2'));
  const edited = await coordinator('POST', address, { revision: report.revision, title: report.title, body: lied });
  expect(edited.body.problems).toMatchObject([{ kind: 'disagrees', words: '2', expected: '1' }]);
  const refused = await coordinator('POST', `${address}/step`, { step: 'approve', revision: edited.body.revision });
  expect(refused.status).toBe(409);
  expect(refused.text).toContain('2 ≠ 1');
  expect((await coordinator('GET', `${address}/document?format=docx`)).status).toBe(409);
  const refreshed = await coordinator('POST', `${address}/step`, { step: 'refresh', revision: edited.body.revision });
  expect(refreshed.body.problems).toEqual([]);

  const approved = await coordinator('POST', `${address}/step`, { step: 'approve', revision: refreshed.body.revision });
  expect(approved.body).toMatchObject({ state: 'approved', canEdit: false });
  const late = { revision: approved.body.revision, title: 'Иначе', body: lied };
  expect((await coordinator('POST', address, late)).status).toBe(409);
  const locked = await coordinator('POST', `${address}/step`, { step: 'lock', revision: approved.body.revision });
  expect(locked.body).toMatchObject({ state: 'locked', canApprove: false });
  expect(locked.body.documents.map(({ format }: { format: string }) => format)).toEqual(['docx', 'pdf', 'xlsx']);
  expect(
    (await coordinator('POST', `${address}/step`, { step: 'reopen', revision: locked.body.revision })).status,
  ).toBe(409);
  const pdf = await coordinator('GET', `${address}/document?format=pdf`);
  expect(pdf.status).toBe(200);
  expect(pdf.headers['content-type']).toContain('application/pdf');
});

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
  const { content } = await inScope(running.database.db, SYSTEM, (tx) =>
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
  const { district } = await sentPlan();
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
  await inScope(running.database.db, SYSTEM, async (tx) => {
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
  await inScope(running.database.db, SYSTEM, (tx) =>
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
  const journal = await inScope(running.database.db, SYSTEM, (tx) =>
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
  const { district } = await sentPlan();
  const made = await coordinator('POST', `/api/plans/${district}/analytic`, { month: MONTH });
  const address = `/api/reports/${made.body.id}`;
  const draft: Report = (await coordinator('GET', address)).body;
  const body = { ...draft.body, approver: { post: '', person: '' } };
  const saved = await coordinator('POST', address, { revision: draft.revision, title: draft.title, body });
  const refused = await coordinator('POST', `${address}/step`, { step: 'approve', revision: saved.body.revision });
  expect(refused.status).toBe(409);
  expect(refused.text).toContain('кто утверждает');
});

test('words that the data has outrun block a report until they are taken anew, and what a person wrote stays', async () => {
  const { district, schools } = await sentPlan();
  const made = await coordinator('POST', `/api/plans/${district}/analytic`, { month: MONTH });
  const address = `/api/reports/${made.body.id}`;
  const draft: Report = (await coordinator('GET', address)).body;
  const sections = draft.body.sections.map((section) =>
    section.id === 'conclusions'
      ? { ...section, paragraphs: section.paragraphs.map((one) => ({ ...one, text: 'Школам помогает методист.' })) }
      : section,
  );
  await coordinator('POST', address, { revision: 1, title: draft.title, body: { ...draft.body, sections } });
  await head('POST', `/api/plans/${schools[0]}/months/${MONTH}/submit`, { revision: 0, targets: {}, note: '' });
  const later: Report = (await coordinator('GET', address)).body;
  expect(later.problems.map(({ kind, paragraph }) => [kind, paragraph])).toContainEqual(['stale', 'schools-silent']);
  const taken: Report = (await coordinator('POST', `${address}/step`, { step: 'refresh', revision: later.revision }))
    .body;
  expect(taken.problems).toEqual([]);
  const words = taken.body.sections.flatMap(({ paragraphs }) => paragraphs.map((one) => one.text));
  expect(words).toContain(`Не представили отчёт: Школа 12 ${region.mark}.`);
  expect(words).toContain('Школам помогает методист.');
});

test('schools that were sent the plan later, or have only a draft, are not called silent', async () => {
  const { district, schools } = await sentPlan();
  await inScope(running.database.db, SYSTEM, async (tx) => {
    await tx.updateTable('plan').set({ state: 'draft' }).where('id', '=', schools[1]!).execute();
  });
  const made = await coordinator('POST', `/api/plans/${district}/analytic`, { month: MONTH });
  const report: Report = (await coordinator('GET', `/api/reports/${made.body.id}`)).body;
  expect(['schools', 'schoolsApproved', 'schoolsSilent'].map((id) => valueIn(report, id))).toEqual([2, 1, 1]);
  await inScope(running.database.db, SYSTEM, async (tx) => {
    const later = new Date(`${addDays(`${MONTH}-28`, 10)}T12:00:00`);
    await tx.updateTable('planSending').set({ sentAt: later }).where('districtPlanId', '=', district).execute();
  });
  const after: Report = (await coordinator('GET', `/api/reports/${made.body.id}`)).body;
  expect(valueIn(after, 'schools')).toBeUndefined();
  expect(after.problems.length).toBeGreaterThan(0);
});

test('the month of a plan that came from no district is kept and handed in to nobody', async () => {
  const { district } = await sentPlan();
  const address = `/api/plans/${district}/months/${MONTH}`;
  expect((await coordinator('GET', address)).body).toMatchObject({ toDistrict: false, canEdit: true });
  const refused = await coordinator('POST', `${address}/submit`, { revision: 0, targets: {}, note: '' });
  expect(refused.status).toBe(409);
  expect(refused.text).toContain('представлять отчёт по нему некому');
  expect((await coordinator('POST', address, { revision: 0, targets: {}, note: 'Идём по плану' })).status).toBe(200);
});

test('the database itself refuses to rewrite a locked report', async () => {
  const { district } = await sentPlan();
  const made = await coordinator('POST', `/api/plans/${district}/analytic`, { month: MONTH });
  const approved = await coordinator('POST', `/api/reports/${made.body.id}/step`, { step: 'approve', revision: 1 });
  await coordinator('POST', `/api/reports/${made.body.id}/step`, { step: 'lock', revision: approved.body.revision });
  await expect(
    inScope(running.database.db, SYSTEM, (tx) =>
      tx.updateTable('analyticReport').set({ title: 'Другой' }).where('id', '=', made.body.id).execute(),
    ),
  ).rejects.toThrow(/never rewritten/);
});

test('a report of another organisation, of a draft plan and of a month to come is refused in words', async () => {
  const { district, schools } = await sentPlan();
  const made = await coordinator('POST', `/api/plans/${district}/analytic`, { month: MONTH });
  expect((await head('GET', `/api/reports/${made.body.id}`)).status).toBe(404);
  expect((await head('GET', `/api/plans/${schools[1]}/months/${MONTH}`)).status).toBe(404);
  // In the August that ends the year there is no month to come.
  const last = `${YEAR + 1}-08`;
  const ahead = await coordinator('POST', `/api/plans/${district}/analytic`, { month: last });
  expect(ahead.status).toBe(409);
  expect(ahead.text).toContain(MONTH === last ? 'уже составлен' : 'не начался');
  expect((await coordinator('POST', `/api/plans/${district}/analytic`, { month: `${YEAR - 3}-10` })).status).toBe(400);
  await inScope(running.database.db, SYSTEM, (tx) =>
    tx.updateTable('plan').set({ state: 'draft' }).where('id', '=', district).execute(),
  );
  const early = await coordinator('POST', `/api/plans/${district}/analytic`, { month: MONTH });
  expect(early.status).toBe(409);
  expect(early.text).toContain('не утверждён');
});
