/** Published lists and summaries over HTTP on a real database: each sees the rows of the own organisations, and no others. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inScope, SYSTEM } from '#src/platform/db/scope.ts';
import { openTable } from '#src/platform/tables/open.ts';
import {
  buildTestRegion,
  type Client,
  signedIn,
  startTestApplication,
  TEST_PASSWORD,
  type TestRegion,
} from '#src/test-region.ts';
import { insertImport } from '../imports/store.ts';
import { ensureList, removeRows, type StoredRow, storeRows } from '../imports/tables/stored.ts';

const NAME = 'Перечень школ с признаками необъективных результатов ВПР';
const silent = async (): Promise<void> => undefined;

let running: Awaited<ReturnType<typeof startTestApplication>>;
let region: TestRegion;
let analyst: Client;
let coordinator: Client;
let deputy: Client;
let teacher: Client;
let stranger: Client;

beforeAll(async () => {
  running = await startTestApplication();
  region = await buildTestRegion(running.database);
  const other = await buildTestRegion(running.database);
  const client = (login: string) => signedIn(running.application, login);
  analyst = await client(region.login('regionalAnalyst'));
  coordinator = await client(region.login('municipalCoordinator'));
  deputy = await client(region.login('deputyHead'));
  teacher = await client(region.login('teacher'));
  stranger = await client(other.login('administrator'));
  await load();
});
afterAll(() => running.close());

function newImport(organizationId: number): Promise<number> {
  return inScope(running.database.db, SYSTEM, (tx) =>
    insertImport(tx, {
      organizationId,
      accountId: null,
      fileName: 'таблица.csv',
      byteSize: 1,
      fileHash: crypto.randomUUID(),
      content: Buffer.from('x'),
      droppedColumns: [],
    }),
  );
}

async function loadList(source: string, rows: readonly (readonly [school: number, subject: string])[]) {
  const importId = await newImport(region.id);
  await inScope(running.database.db, SYSTEM, async (tx) => {
    const list_id = await ensureList(tx, { organizationId: region.id, importId, year: 2025, name: NAME, source });
    const stored = rows.map(
      ([school, subject]): StoredRow => ({
        organization_id: region.schools[school]!.id,
        list_id,
        year: 2025,
        name: NAME,
        subject,
        grade: subject === '' ? 0 : 5,
        note: '',
      }),
    );
    await storeRows(tx, importId, 'officialList', stored, silent);
  });
  return importId;
}

async function load(): Promise<void> {
  await loadList('письмо', [
    [0, 'Математика'],
    [1, ''],
    [2, 'Математика'],
  ]);
  const importId = await newImport(region.id);
  const summary = (school: number, group: number, counts: readonly number[], term = 'q1'): StoredRow => ({
    organization_id: region.schools[school]!.id,
    class_group_id: region.schools[school]!.classIds[group]!,
    subject: 'Математика',
    school_year: 2025,
    term,
    pupils: 25,
    count2: counts[0]!,
    count3: counts[1]!,
    count4: counts[2]!,
    count5: counts[3]!,
  });
  await inScope(running.database.db, SYSTEM, (tx) =>
    storeRows(
      tx,
      importId,
      'termSummaries',
      [
        summary(0, 0, [1, 9, 10, 4]),
        summary(0, 0, [0, 8, 12, 4], 'q2'),
        summary(0, 1, [0, 1, 2, 1]),
        summary(1, 0, [2, 8, 8, 2]),
        summary(2, 0, [0, 2, 3, 2]),
      ],
      silent,
    ),
  );
}

const lists = async (client: Client, query = '') => (await client('GET', `/api/official-lists${query}`)).body;
const summaries = async (client: Client, query = '') => (await client('GET', `/api/mark-summaries${query}`)).body;
const schoolsOf = (rows: readonly { schoolId: number }[]) => rows.map(({ schoolId }) => schoolId);

test('everybody sees the own schools in a published list: a region all, a district its own, a school itself', async () => {
  const [first, second, third] = region.schools.map(({ id }) => id);
  expect(schoolsOf((await lists(analyst)).entries)).toEqual([first, second, third]);
  expect(schoolsOf((await lists(coordinator)).entries)).toEqual([first, second]);
  const own = await lists(deputy);
  expect(own.entries).toMatchObject([{ schoolId: first, subject: 'Математика', grade: 5, list: NAME, year: 2025 }]);
  expect(own.lists).toEqual([{ year: 2025, name: NAME, source: 'письмо', procedure: 'vpr', schools: 1, entries: 1 }]);
  expect(JSON.stringify(own)).not.toContain(region.schools[1]!.name);
  // A number that is asked for in the address opens nothing.
  expect((await lists(coordinator, `?municipality=${region.municipalityIds[1]}`)).entries).toEqual([]);
});

test('another region sees neither the list nor its schools nor the summaries', async () => {
  expect(await lists(stranger)).toMatchObject({ lists: [], entries: [], total: 0 });
  expect(await summaries(stranger)).toMatchObject({ years: [], summaries: [], schoolYear: null });
  const answer = JSON.stringify([await lists(stranger), await summaries(stranger, '?schoolYear=2025')]);
  expect(answer).not.toContain(region.mark);
});

test('a teacher, who sees single classes, is not told that the school is in no list', async () => {
  expect(await lists(teacher)).toMatchObject({ open: false, lists: [], entries: [] });
  expect((await summaries(teacher)).summaries.map((row: { className: string }) => row.className)).toEqual(['5А', '5А']);
});

test('summaries come by school, class and term, with numerators and denominators, small classes without figures', async () => {
  const answer = await summaries(coordinator);
  expect(answer).toMatchObject({
    schoolYear: 2025,
    terms: ['q1', 'q2'],
    subjects: ['Математика'],
    total: { rows: 4, classes: 3, schools: 2 },
  });
  expect(answer.summaries).toMatchObject([
    {
      className: '5А',
      term: 'q1',
      quality: { numerator: 14, denominator: 24 },
      progress: { numerator: 23, denominator: 24 },
      unmarked: 1,
    },
    { className: '5А', term: 'q2', quality: { numerator: 16, denominator: 24 } },
    { className: '5Б', term: 'q1', data: 'suppressed', counts: null, quality: null, progress: null, marks: null },
    { className: '5А', data: 'enough', quality: { numerator: 10, denominator: 20 } },
  ]);
  const [, , third] = region.schools;
  expect(schoolsOf((await summaries(analyst, `?school=${third!.id}`)).summaries)).toEqual([third!.id]);
  expect((await summaries(coordinator, `?school=${third!.id}`)).summaries).toEqual([]);
  expect((await summaries(deputy, '?term=q2')).summaries).toHaveLength(1);
  expect((await deputy('GET', '/api/mark-summaries?term=q9')).status).toBe(400);
});

test('a list loaded anew stands once with the newer source, and the former comes back when that is taken out', async () => {
  const importId = await loadList('исправленное письмо', [[1, '']]);
  const after = await lists(coordinator);
  expect(after.lists).toMatchObject([{ name: NAME, source: 'исправленное письмо', schools: 2 }]);
  expect(after.entries.map((row: { source: string }) => row.source)).toEqual(['письмо', 'исправленное письмо']);
  await inScope(running.database.db, SYSTEM, (tx) => removeRows(tx, importId));
  expect((await lists(coordinator)).lists).toMatchObject([{ source: 'письмо', schools: 2 }]);
});

/** Cells of the first sheet of a download, row by row. */
async function downloaded(path: string, login: string): Promise<string[]> {
  const { app } = running.application.server;
  const entered = await app.inject({
    method: 'POST',
    url: '/api/session',
    payload: { login, password: TEST_PASSWORD },
  });
  const cookie = String(entered.headers['set-cookie']).split(';')[0]!;
  const answer = await app.inject({ method: 'GET', url: path, headers: { cookie } });
  expect(answer.statusCode).toBe(200);
  const source = await openTable(answer.rawPayload);
  const rows: string[] = [];
  for await (const row of source.sheets[0]!.rows()) rows.push(row.values.join('|'));
  return rows;
}

test('both tables are had as spreadsheets with the own rows only, small classes without figures', async () => {
  const [first, second, third] = region.schools.map(({ name }) => name);
  const login = region.login('municipalCoordinator');
  const ofLists = await downloaded('/api/official-lists.xlsx', login);
  expect(ofLists).toHaveLength(3);
  expect(ofLists[1]).toContain(first);
  expect(ofLists[2]).toContain(second);
  const ofSummaries = await downloaded('/api/mark-summaries.xlsx?term=q1', login);
  expect(ofSummaries).toHaveLength(4);
  expect(ofSummaries[1]).toContain('|25|4|10|9|1|1|24|14|');
  expect(ofSummaries[2]).toContain('меньше 5 отметок');
  expect([...ofLists, ...ofSummaries].join()).not.toContain(third);
});
