import { afterAll, beforeAll, expect, test } from 'vitest';
import { inScope, SYSTEM } from '#src/platform/db/scope.ts';
import { buildTestRegion, type Client, signedIn, startTestApplication, type TestRegion } from '#src/test-region.ts';
import { importSettled, uploadFiles } from './test-upload.ts';

let running: Awaited<ReturnType<typeof startTestApplication>>;
let region: TestRegion;
let admin: Client;
beforeAll(async () => {
  running = await startTestApplication();
  region = await buildTestRegion(running.database);
  admin = await signedIn(running.application, region.login('administrator'));
});
afterAll(() => running.close());

const spec = () =>
  Buffer.from(
    JSON.stringify({
      procedure: `ВПР 2026 ${region.mark}`,
      works: [
        {
          subject: 'Математика',
          grade: 5,
          tasks: [
            { id: '1', max: 1, response: 'short' },
            { id: '2', max: 2, response: 'extended' },
          ],
          mark_thresholds: { 3: 1, 4: 2, 5: 3 },
        },
      ],
    }),
  );

const HEADER =
  'procedure,date,municipality,school,grade,class,subject,teacher,participant,variant,journal_mark,mark,total,t1,t2';

test('a description and its papers, dropped together into a region without these schools, become works, schools and papers', async () => {
  const row = (municipality: string, school: string, participant: string, cells: string) =>
    `ВПР 2026 ${region.mark},2026-04-21,${municipality},${school},5,5А,Математика,,${participant},1,4,${cells}`;
  const papers = Buffer.from(
    [
      HEADER,
      row(`Округ 1 ${region.mark}`, region.schools[0]!.name, '50001', ',,1,2'),
      row(`Новый ${region.mark}`, `Школа ${region.mark}`, '50001', ',,X,1'),
      row(`Другой ${region.mark}`, `Школа ${region.mark}`, '50001', ',,0,0'),
      row(`Другой ${region.mark}`, `Школа ${region.mark}`, '50002', ',,,'),
    ].join('\n'),
  );
  const answer = await uploadFiles(
    admin,
    { name: 'spec.json', content: spec() },
    { name: 'papers.csv', content: papers },
  );
  const [described, file] = answer.body.imports;
  expect(described).toMatchObject({
    state: 'committed',
    reader: 'exchange-spec',
    works: [expect.stringContaining('Математика, 5 класс')],
  });

  const read = await importSettled(admin, file.id);
  const [part] = read.parts;
  expect(part.workName).toContain(`ВПР 2026 ${region.mark}`);
  expect(part.thresholds).toEqual({ 3: 1, 4: 2, 5: 3 });
  expect(part.unknownSchools.length).toBe(2);
  expect(part.blockers).toEqual(['unknownSchools']);

  const answered = (
    await admin('PATCH', `/api/imports/${file.id}`, {
      revision: read.revision,
      part: { id: part.id, addSchools: true },
    })
  ).body;
  expect(answered.ready).toBe(true);
  await admin('POST', `/api/imports/${file.id}/commit`, { revision: answered.revision });
  expect((await importSettled(admin, file.id)).state).toBe('committed');

  const stored = await inScope(running.database.db, SYSTEM, (tx) =>
    tx
      .selectFrom('paper as p')
      .innerJoin('organization as s', 's.id', 'p.organizationId')
      .innerJoin('organization as m', 'm.id', 's.parentId')
      .select([
        'm.name as municipality',
        's.name as school',
        'p.participant',
        'p.status',
        'p.scores',
        'p.total',
        'p.mark',
        'p.journalMark',
      ])
      .where('p.importId', '=', file.id)
      .orderBy('p.id')
      .execute(),
  );
  expect(stored).toEqual([
    {
      municipality: `Округ 1 ${region.mark}`,
      school: region.schools[0]!.name,
      participant: '50001',
      status: 'present',
      scores: [1, 2],
      total: 3,
      mark: 5,
      journalMark: 4,
    },
    {
      municipality: `Новый ${region.mark}`,
      school: `Школа ${region.mark}`,
      participant: '50001',
      status: 'present',
      scores: [-1, 1],
      total: 1,
      mark: 3,
      journalMark: 4,
    },
    {
      municipality: `Другой ${region.mark}`,
      school: `Школа ${region.mark}`,
      participant: '50001',
      status: 'present',
      scores: [0, 0],
      total: 0,
      mark: 2,
      journalMark: 4,
    },
    {
      municipality: `Другой ${region.mark}`,
      school: `Школа ${region.mark}`,
      participant: '50002',
      status: 'absent',
      scores: [],
      total: null,
      mark: null,
      journalMark: 4,
    },
  ]);
});

test('a school may not add schools, and its file with a foreign school is kept out', async () => {
  const deputy = await signedIn(running.application, region.login('deputyHead'));
  const papers = Buffer.from(
    `${HEADER}\nВПР 2026 ${region.mark},,,${region.schools[3]!.name},5,5А,Математика,,50009,1,4,,,1,2\n`,
  );
  const [{ id }] = (await uploadFiles(deputy, { name: 'papers.csv', content: papers })).body.imports;
  const read = await importSettled(deputy, id);
  expect(read.parts[0]).toMatchObject({ blockers: ['unknownSchools'], canAddSchools: false });
  const refused = await deputy('PATCH', `/api/imports/${id}`, {
    revision: read.revision,
    part: { id: read.parts[0].id, addSchools: true },
  });
  expect(refused.status).toBe(403);
});

test('a broken description says where and what is allowed', async () => {
  const broken = Buffer.from('{"procedure":"ВПР","works":[{"subject":"Математика","grade":15,"tasks":[]}]}');
  const [described] = (await uploadFiles(admin, { name: 'spec.json', content: broken })).body.imports;
  expect(described.state).toBe('unreadable');
  const { problems } = (await admin('GET', `/api/imports/${described.id}`)).body;
  expect(problems.map((problem: { column: string }) => problem.column).sort()).toEqual([
    'works[0].grade',
    'works[0].tasks',
  ]);
});
