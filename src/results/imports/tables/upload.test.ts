/** Files of the other kinds from upload to storage and back, through the readers and jobs that a person uses. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inScope, SYSTEM } from '#src/platform/db/scope.ts';
import { buildTestRegion, type Client, signedIn, startTestApplication, type TestRegion } from '#src/test-region.ts';
import { importSettled, uploadFiles } from '../test-upload.ts';

let running: Awaited<ReturnType<typeof startTestApplication>>;
let region: TestRegion;
let deputy: Client;
beforeAll(async () => {
  running = await startTestApplication();
  region = await buildTestRegion(running.database);
  deputy = await signedIn(running.application, region.login('deputyHead'));
});
afterAll(() => running.close());

async function upload(name: string, ...lines: string[]) {
  const [{ id }] = (await uploadFiles(deputy, { name, content: Buffer.from(`${lines.join('\n')}\n`) })).body.imports;
  return importSettled(deputy, id);
}

async function act(id: number, verb: 'commit' | 'revert') {
  const { body } = await deputy('GET', `/api/imports/${id}`);
  await deputy('POST', `/api/imports/${id}/${verb}`, { revision: body.revision });
  return importSettled(deputy, id);
}

const marksOf = (importId: number) =>
  inScope(running.database.db, SYSTEM, (tx) =>
    tx
      .selectFrom('termMark')
      .select(['pupil', 'term', 'mark'])
      .where('importId', '=', importId)
      .orderBy('pupil')
      .orderBy('term')
      .execute(),
  );

test('a table of keys and marks is mapped by a person, asked for its school year and term, loaded once and taken out again', async () => {
  const lines = ['Шифр;Класс;Предмет;Итог', 'к-11;9А;Физика;4', 'к-12;9А;Физика;3', 'к-13;9А;Физика;'];
  const read = await upload('отметки.csv', ...lines);
  expect(read.state).toBe('read');
  const mapping = {
    sheet: null,
    headerRow: 1,
    content: 'termMarks',
    columns: [
      { header: 'Шифр', role: 'pupil' },
      { header: 'Класс', role: 'className' },
      { header: 'Предмет', role: 'subject' },
      { header: 'Итог', role: 'termMark' },
    ],
    constants: {},
  };
  await deputy('PATCH', `/api/imports/${read.id}`, { revision: read.revision, mapping });
  const mapped = await importSettled(deputy, read.id);
  expect(mapped.tables[0]).toMatchObject({
    kind: 'termMarks',
    questions: ['schoolYear', 'term'],
    blockers: ['answerTable'],
  });
  const table = { id: mapped.tables[0].id, schoolYear: 2025, term: 'q1' };
  const answered = (await deputy('PATCH', `/api/imports/${read.id}`, { revision: mapped.revision, table })).body;
  expect(answered).toMatchObject({ ready: true, rows: 2 });
  expect((await act(read.id, 'commit')).state).toBe('committed');
  expect(await marksOf(read.id)).toEqual([
    { pupil: 'к-11', term: 'q1', mark: 4 },
    { pupil: 'к-12', term: 'q1', mark: 3 },
  ]);
  expect((await upload('то же.csv', ...lines)).id).toBe(read.id);
  expect((await act(read.id, 'revert')).state).toBe('reverted');
  expect(await marksOf(read.id)).toEqual([]);
});

test('papers of an exam keep the printed mark, the test score and the key of the pupil', async () => {
  const read = await upload(
    'ege.csv',
    'procedure,date,municipality,school,grade,class,subject,participant,pupil,test_score,t1,t2',
    `ЕГЭ 2026 ${region.mark},2026-06-01,,${region.schools[0]!.name},11,11А,История,1001,к-77,82,5,6`,
    `ЕГЭ 2026 ${region.mark},2026-06-01,,${region.schools[0]!.name},11,11А,История,1002,к-78,44,2,1`,
  );
  expect(read.parts[0].procedureKind).toBe('ege');
  const describe = {
    procedure: `ЕГЭ 2026 ${region.mark}`,
    kind: 'ege',
    year: 2026,
    subject: 'История',
    grade: 11,
    level: 'base',
    tasks: [
      { id: '1', max: 10, response: 'short' },
      { id: '2', max: 10, response: 'extended' },
    ],
    scaleId: null,
  };
  const answered = (
    await deputy('PATCH', `/api/imports/${read.id}`, {
      revision: read.revision,
      part: { id: read.parts[0].id, describe },
    })
  ).body;
  expect(answered.ready).toBe(true);
  expect((await act(read.id, 'commit')).state).toBe('committed');
  const papers = await inScope(running.database.db, SYSTEM, (tx) =>
    tx
      .selectFrom('paper')
      .select(['pupil', 'testScore', 'total'])
      .where('importId', '=', read.id)
      .orderBy('pupil')
      .execute(),
  );
  expect(papers).toEqual([
    { pupil: 'к-77', testScore: 82, total: 11 },
    { pupil: 'к-78', testScore: 44, total: 3 },
  ]);
  const works = (await deputy('GET', '/api/works')).body.works;
  expect(works.find((work: { procedure: string }) => work.procedure.includes(region.mark))).toMatchObject({
    kind: 'ege',
    observed: false,
  });
});
