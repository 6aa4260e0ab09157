/** Tables that are no papers through the import: questions, commit, idempotence, revert, isolation. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inScope, SYSTEM } from '#src/platform/db/scope.ts';
import { buildTestRegion, type Client, signedIn, startTestApplication, type TestRegion } from '#src/test-region.ts';
import type { ReadTable } from '../../model.ts';
import { importSettled } from '../test-upload.ts';
import { insertImport } from '../store.ts';
import { insertTablePart } from './parts.ts';

let running: Awaited<ReturnType<typeof startTestApplication>>;
let region: TestRegion;
let deputy: Client;
let coordinator: Client;
let stranger: Client;
beforeAll(async () => {
  running = await startTestApplication();
  region = await buildTestRegion(running.database);
  deputy = await signedIn(running.application, region.login('deputyHead'));
  coordinator = await signedIn(running.application, region.login('municipalCoordinator'));
  const other = await buildTestRegion(running.database);
  stranger = await signedIn(running.application, other.login('administrator'));
});
afterAll(() => running.close());

const HEAD = { reader: 'test', sheet: null, problems: [], droppedColumns: [] } as const;

/** An import as the reading job leaves it. */
async function received(organizationId: number, table: ReadTable): Promise<number> {
  return inScope(running.database.db, SYSTEM, async (tx) => {
    const id = await insertImport(tx, {
      organizationId,
      accountId: null,
      fileName: 'таблица.csv',
      byteSize: 1,
      fileHash: crypto.randomUUID(),
      content: Buffer.from('x'),
      droppedColumns: [],
    });
    await insertTablePart(tx, { importId: id, organizationId, position: 0, table });
    await tx.updateTable('import').set({ state: 'read' }).where('id', '=', id).execute();
    return id;
  });
}

const marks = (rows: readonly (readonly [pupil: string, mark: number])[], term: 'year' | null = 'year'): ReadTable => ({
  ...HEAD,
  kind: 'termMarks',
  rows: rows.map(([pupil, mark], index) => ({
    row: index + 2,
    school: null,
    className: '9А',
    pupil,
    subject: 'Математика',
    schoolYear: 2025,
    term,
    mark,
  })),
});

async function act(client: Client, id: number, verb: 'commit' | 'revert') {
  const { body } = await client('GET', `/api/imports/${id}`);
  const answer = await client('POST', `/api/imports/${id}/${verb}`, { revision: body.revision });
  expect(answer.status).toBe(200);
  return importSettled(client, id);
}

async function marksInForce(): Promise<string[]> {
  const rows = await inScope(running.database.db, SYSTEM, (tx) =>
    tx
      .selectFrom('termMark')
      .select(['pupil', 'mark'])
      .where('organizationId', '=', region.schools[0]!.id)
      .where('supersededBy', 'is', null)
      .orderBy('pupil')
      .execute(),
  );
  return rows.map(({ pupil, mark }) => `${pupil}:${mark}`);
}

test('marks of a term ask what the table leaves unsaid, are stored once, superseded by a newer file and come back on revert', async () => {
  const school = region.schools[0]!.id;
  const first = await received(
    school,
    marks(
      [
        ['к1', 4],
        ['к2', 5],
      ],
      null,
    ),
  );
  const open = (await deputy('GET', `/api/imports/${first}`)).body;
  expect(open.tables[0]).toMatchObject({
    kind: 'termMarks',
    questions: ['term'],
    blockers: ['answerTable'],
    needsSchool: false,
  });
  const answered = (
    await deputy('PATCH', `/api/imports/${first}`, {
      revision: open.revision,
      table: { id: open.tables[0].id, term: 'year' },
    })
  ).body;
  expect(answered).toMatchObject({ ready: true, rows: 2, papers: 0 });
  expect((await act(deputy, first, 'commit')).state).toBe('committed');
  expect(await marksInForce()).toEqual(['к1:4', 'к2:5']);

  const second = await received(
    school,
    marks([
      ['к1', 3],
      ['к2', 5],
      ['к3', 4],
    ]),
  );
  expect((await deputy('GET', `/api/imports/${second}`)).body.tables[0].counts).toMatchObject({
    replaced: 1,
    unchanged: 1,
    pupils: 3,
  });
  await act(deputy, second, 'commit');
  expect(await marksInForce()).toEqual(['к1:3', 'к2:5', 'к3:4']);
  await act(deputy, second, 'revert');
  expect(await marksInForce()).toEqual(['к1:4', 'к2:5']);
  await act(deputy, first, 'revert');
  expect(await marksInForce()).toEqual([]);
});

test('rows that contradict each other and classes nobody can read are left out only when a person says so', async () => {
  const table = marks([
    ['к1', 4],
    ['к1', 5],
    ['к2', 3],
  ]);
  const id = await received(region.schools[0]!.id, {
    ...table,
    rows: [...table.rows, { ...table.rows[0]!, row: 9, className: 'ГПД' }],
  } as ReadTable);
  const read = (await deputy('GET', `/api/imports/${id}`)).body;
  expect(read.tables[0]).toMatchObject({ blockers: ['errors'], flawedRows: 2 });
  expect(read.tables[0].problems.map(({ code, row }: { code: string; row: number }) => [code, row])).toEqual([
    ['row-conflict', 3],
    ['class-unreadable', 9],
  ]);
  await deputy('PATCH', `/api/imports/${id}`, {
    revision: read.revision,
    table: { id: read.tables[0].id, skipFlawed: true },
  });
  expect((await act(deputy, id, 'commit')).state).toBe('committed');
  expect(await marksInForce()).toEqual(['к1:4', 'к2:3']);
});

test('a published list names schools of the district; an unknown school is a problem with its row', async () => {
  const id = await received(region.municipalityIds[0]!, {
    ...HEAD,
    kind: 'officialList',
    name: 'Перечень школ',
    source: 'Письмо',
    rows: [
      { row: 2, school: region.schools[0]!.name, subject: 'Математика', grade: 5, year: 2025, note: '' },
      { row: 3, school: region.schools[0]!.name, subject: null, grade: null, year: 2025, note: '2 маркера' },
      { row: 4, school: 'Школа, которой нет', subject: null, grade: null, year: 2025, note: '' },
    ],
  });
  const read = (await coordinator('GET', `/api/imports/${id}`)).body;
  expect(read.tables[0].problems).toMatchObject([{ code: 'school-unknown', row: 4, found: 'Школа, которой нет' }]);
  await coordinator('PATCH', `/api/imports/${id}`, {
    revision: read.revision,
    table: { id: read.tables[0].id, skipFlawed: true },
  });
  await act(coordinator, id, 'commit');
  const entries = () =>
    inScope(running.database.db, SYSTEM, (tx) =>
      tx
        .selectFrom('officialListEntry')
        .select(['grade', 'note'])
        .where('importId', '=', id)
        .orderBy('grade')
        .execute(),
    );
  expect(await entries()).toEqual([
    { grade: 0, note: '2 маркера' },
    { grade: 5, note: '' },
  ]);
  await act(coordinator, id, 'revert');
  expect(await entries()).toEqual([]);
});

test('keys of pupils belong to a procedure that a person names', async () => {
  const procedureId = await inScope(running.database.db, SYSTEM, async (tx) => {
    const row = { organizationId: region.id, name: `ОГЭ 2026 ${region.mark}`, year: 2026, kind: 'oge' };
    return (await tx.insertInto('procedure').values(row).returning('id').executeTakeFirstOrThrow()).id;
  });
  const id = await received(region.schools[0]!.id, {
    ...HEAD,
    kind: 'pupilKeys',
    rows: [{ row: 2, school: null, participant: '90001', pupil: 'к1' }],
  });
  const read = (await deputy('GET', `/api/imports/${id}`)).body;
  expect(read.tables[0]).toMatchObject({ questions: ['procedureId'], blockers: ['answerTable'] });
  expect(read.tables[0].procedures.map((row: { id: number }) => row.id)).toContain(procedureId);
  await deputy('PATCH', `/api/imports/${id}`, {
    revision: read.revision,
    table: { id: read.tables[0].id, procedureId },
  });
  expect((await act(deputy, id, 'commit')).state).toBe('committed');
});

test('nobody of another region sees the table, its import or what it stored', async () => {
  const id = await received(region.schools[0]!.id, marks([['к9', 4]]));
  expect((await stranger('GET', `/api/imports/${id}`)).status).toBe(404);
  await act(deputy, id, 'commit');
  const seen = (path: string, classIds: number[] | null = null) =>
    inScope(running.database.db, { accountId: 1, path, classIds }, async (tx) => {
      const counts = [];
      for (const table of ['termMark', 'termMarkSummary', 'pupilKey', 'officialListEntry'] as const) {
        counts.push((await tx.selectFrom(table).select('id').execute()).length);
      }
      return counts.reduce((sum, count) => sum + count, 0);
    });
  const [own, neighbour] = await inScope(running.database.db, SYSTEM, (tx) =>
    tx
      .selectFrom('organization')
      .select('path')
      .where('id', 'in', [region.schools[0]!.id, region.schools[1]!.id])
      .orderBy('id')
      .execute(),
  );
  expect(await seen(own!.path)).toBeGreaterThan(0);
  expect(await seen(neighbour!.path)).toBe(0);
  // A teacher of no class sees no pupil's mark.
  expect(await seen(own!.path, [])).toBe(0);
});

test("the region's own subject code wins over the shipped one and can be taken back", async () => {
  const analyst = await signedIn(running.application, region.login('administrator'));
  const shipped = (await analyst('GET', '/api/subject-codes')).body;
  expect(shipped.editable).toBe(true);
  expect(
    shipped.codes.find((row: { system: string; code: string }) => row.system === 'ris' && row.code === '12'),
  ).toMatchObject({
    subject: 'Обществознание',
    shipped: true,
    overridden: false,
  });
  const added = await analyst('POST', '/api/subject-codes', { system: 'ris', code: '12', subject: 'Немецкий язык' });
  const rows = added.body.codes.filter(
    (row: { system: string; code: string }) => row.system === 'ris' && row.code === '12',
  );
  expect(rows).toMatchObject([{ shipped: false }, { shipped: true, overridden: true }]);
  expect((await analyst('POST', '/api/subject-codes', { system: 'ris', code: '12', subject: 'Физика' })).status).toBe(
    409,
  );
  expect((await deputy('POST', '/api/subject-codes', { system: 'ris', code: '12', subject: 'Физика' })).status).toBe(
    403,
  );
  expect(
    (await stranger('GET', '/api/subject-codes')).body.codes.some((row: { shipped: boolean }) => !row.shipped),
  ).toBe(false);
  const removed = await analyst('POST', `/api/subject-codes/${rows[0].id}/remove`);
  expect(removed.body.codes.every((row: { shipped: boolean }) => row.shipped)).toBe(true);
});
