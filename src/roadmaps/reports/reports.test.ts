import { afterAll, beforeAll, expect, test } from 'vitest';
import { inScope, SYSTEM } from '#src/platform/db/scope.ts';
import { addDays } from '../deadline/days.ts';
import type { Report } from './contract.ts';
import { MONTH, type Reporting, sentPlan, startReporting, YEAR } from './test-reporting.ts';

let reporting: Reporting;
let database: Reporting['database'];
let region: Reporting['region'];
let coordinator: Reporting['coordinator'];
let head: Reporting['head'];
beforeAll(async () => {
  reporting = await startReporting();
  ({ database, region, coordinator, head } = reporting);
});
afterAll(() => reporting.close());

const valueIn = (report: Report, id: string): number | undefined => report.facts.find((fact) => fact.id === id)?.value;

test('the analytic report counts schools, adds their targets up, and is refused while a number disagrees', async () => {
  const { district, schools } = await sentPlan(reporting);
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

test('words that the data has outrun block a report until they are taken anew, and what a person wrote stays', async () => {
  const { district, schools } = await sentPlan(reporting);
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
  const { district, schools } = await sentPlan(reporting);
  await inScope(database.db, SYSTEM, async (tx) => {
    await tx.updateTable('plan').set({ state: 'draft' }).where('id', '=', schools[1]!).execute();
  });
  const made = await coordinator('POST', `/api/plans/${district}/analytic`, { month: MONTH });
  const report: Report = (await coordinator('GET', `/api/reports/${made.body.id}`)).body;
  expect(['schools', 'schoolsApproved', 'schoolsSilent'].map((id) => valueIn(report, id))).toEqual([2, 1, 1]);
  await inScope(database.db, SYSTEM, async (tx) => {
    const later = new Date(`${addDays(`${MONTH}-28`, 10)}T12:00:00`);
    await tx.updateTable('planSending').set({ sentAt: later }).where('districtPlanId', '=', district).execute();
  });
  const after: Report = (await coordinator('GET', `/api/reports/${made.body.id}`)).body;
  expect(valueIn(after, 'schools')).toBeUndefined();
  expect(after.problems.length).toBeGreaterThan(0);
});

test('a report of another organisation, of a draft plan and of a month to come is refused in words', async () => {
  const { district, schools } = await sentPlan(reporting);
  const made = await coordinator('POST', `/api/plans/${district}/analytic`, { month: MONTH });
  expect((await head('GET', `/api/reports/${made.body.id}`)).status).toBe(404);
  expect((await head('GET', `/api/plans/${schools[1]}/months/${MONTH}`)).status).toBe(404);
  // In the August that ends the year there is no month to come.
  const last = `${YEAR + 1}-08`;
  const ahead = await coordinator('POST', `/api/plans/${district}/analytic`, { month: last });
  expect(ahead.status).toBe(409);
  expect(ahead.text).toContain(MONTH === last ? 'уже составлен' : 'не начался');
  expect((await coordinator('POST', `/api/plans/${district}/analytic`, { month: `${YEAR - 3}-10` })).status).toBe(400);
  await inScope(database.db, SYSTEM, (tx) =>
    tx.updateTable('plan').set({ state: 'draft' }).where('id', '=', district).execute(),
  );
  const early = await coordinator('POST', `/api/plans/${district}/analytic`, { month: MONTH });
  expect(early.status).toBe(409);
  expect(early.text).toContain('не утверждён');
});
