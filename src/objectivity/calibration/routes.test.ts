import { afterAll, beforeAll, expect, test } from 'vitest';
import { inScope, SYSTEM, type Tx } from '#src/platform/db/scope.ts';
import { buildTestRegion, signedIn, startTestApplication, type TestRegion } from '#src/test-region.ts';
import { listWorks } from '#src/results/store.ts';
import { loadWorks } from '../analysis/load.ts';
import { Random } from '../engine/random.ts';
import { keepCalibrations, readKept } from './kept.ts';

let running: Awaited<ReturnType<typeof startTestApplication>>;
let region: TestRegion;
let foreign: TestRegion;
let workId: number;
let emptyWorkId: number;

const DIFFICULTIES = [-1.2, -0.6, 0, 0.6, 1.2];

beforeAll(async () => {
  running = await startTestApplication();
  region = await buildTestRegion(running.database);
  foreign = await buildTestRegion(running.database);
  await inScope(running.database.db, SYSTEM, async (tx) => {
    const procedureId = await insert(tx, 'procedure', {
      organizationId: region.id,
      name: `ВПР ${region.mark}`,
      year: 2026,
    });
    const tasks = JSON.stringify(
      DIFFICULTIES.map((_, index) => ({ id: String(index + 1), max: 1, response: 'short' })),
    );
    const work = { organizationId: region.id, procedureId, tasks, papersChangedAt: new Date() };
    workId = await insert(tx, 'work', { ...work, grade: 5, subject: 'Математика' });
    emptyWorkId = await insert(tx, 'work', { ...work, grade: 6, subject: 'Математика', papersChangedAt: null });
    // Variant 1 everywhere; variant 2 in the first two schools only.
    const random = new Random(3);
    for (const [index, school] of region.schools.entries()) {
      await addPapers(tx, school, '1', 120, random);
      if (index < 2) await addPapers(tx, school, '2', 80, random);
    }
  });
});
afterAll(() => running.close());

async function insert(tx: Tx, table: 'procedure' | 'work' | 'import' | 'paper', values: object): Promise<number> {
  const row = await tx
    .insertInto(table)
    .values(values as never)
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id as number;
}

async function addPapers(
  tx: Tx,
  school: TestRegion['schools'][number],
  variant: string,
  papers: number,
  random: Random,
): Promise<void> {
  const importId = await insert(tx, 'import', {
    organizationId: school.id,
    fileName: 'протокол.xlsx',
    byteSize: 1,
    fileHash: `${school.code}${variant}${papers}`,
    state: 'committed',
  });
  for (let paper = 0; paper < papers; paper++) {
    const ability = random.normal();
    const scores = DIFFICULTIES.map((difficulty) => Number(random.chance(1 / (1 + Math.exp(difficulty - ability)))));
    await insert(tx, 'paper', {
      organizationId: school.id,
      workId,
      classGroupId: school.classIds[paper % 2]!,
      importId,
      participant: `${variant}-${papers}-${paper}`,
      variant,
      status: 'present',
      // Every tenth paper was not taught the last topic.
      scores: `{${(paper % 10 === 0 ? scores.with(4, -2) : scores).join(',')}}`,
      total: scores.reduce<number>((sum, score) => sum + score, 0),
    });
  }
}

const read = async (login: string, id = workId) =>
  (await signedIn(running.application, login))('GET', `/api/works/${id}/calibration`);

test('a region reads difficulties of both variants on one scale', async () => {
  const { status, body } = await read(region.login('regionalAnalyst'));
  expect(status).toBe(200);
  expect(
    body.variants.map((variant: { name: string; kind: string; papers: number }) => [
      variant.name,
      variant.kind,
      variant.papers,
    ]),
  ).toEqual([
    ['1', 'calibrated', 480],
    ['2', 'calibrated', 160],
  ]);
  const [first, second] = body.variants;
  for (let task = 1; task < 5; task++) {
    expect(first.tasks[task].difficulty).toBeGreaterThan(first.tasks[task - 1].difficulty);
  }
  expect(first.tasks[4].papers).toBe(432);
  expect(second.link.held).toBeGreaterThan(2);
});

test('a school sees the region’s figures, but not those of a variant that only one or two other schools wrote', async () => {
  const { status, body } = await read(region.login('deputyHead'));
  expect(status).toBe(200);
  expect(body.variants[0]).toMatchObject({ kind: 'calibrated', papers: 480 });
  expect(body.variants[1]).toEqual({ kind: 'withheld', name: '2', required: 3 });
});

test('a municipality whose schools alone wrote a variant sees it', async () => {
  const { body } = await read(region.login('municipalCoordinator'));
  expect(body.variants[1].kind).toBe('calibrated');
  // Variant 1 was written by two schools outside: their figures would follow by subtraction.
  expect(body.variants[0].kind).toBe('withheld');
});

test('what the analysis leaves ready is what the papers say when they are counted, and holds until they change', async () => {
  const { body } = await read(region.login('regionalAnalyst'));
  const { db } = running.database;
  const loaded = await inScope(db, SYSTEM, async (tx) =>
    loadWorks(tx, await listWorks(tx, { id: workId }), null, async () => undefined),
  );
  await keepCalibrations(db, loaded);
  const [{ work }] = loaded as [(typeof loaded)[number]];
  const { kept, stale } = await inScope(db, SYSTEM, async (tx) => ({
    kept: await readKept(tx, work),
    stale: await readKept(tx, { ...work, papersChangedAt: new Date(work.papersChangedAt!.getTime() + 1) }),
  }));
  expect(kept!.calibration.variants).toEqual(body.variants);
  expect(kept!.schools).toEqual([region.schools.map(({ id }) => id), region.schools.slice(0, 2).map(({ id }) => id)]);
  expect(stale).toBeNull();
});

test('nobody but the system reads what is kept', async () => {
  const scope = { accountId: 0, path: `${region.id}.`, classIds: null };
  const rows = await inScope(running.database.db, scope, (tx) =>
    tx.selectFrom('workCalibration').select('workId').execute(),
  );
  expect(rows).toEqual([]);
});

test('figures follow the papers', async () => {
  expect((await read(region.login('regionalAnalyst'))).body.variants[0].papers).toBe(480);
  await inScope(running.database.db, SYSTEM, async (tx) => {
    await addPapers(tx, region.schools[3]!, '1', 30, new Random(9));
    await tx.updateTable('work').set({ papersChangedAt: new Date() }).where('id', '=', workId).execute();
  });
  expect((await read(region.login('regionalAnalyst'))).body.variants[0].papers).toBe(510);
});

test('a work without papers is an answer; a foreign work is not there', async () => {
  expect((await read(region.login('schoolHead'), emptyWorkId)).body.variants).toEqual([]);
  expect((await read(foreign.login('administrator'))).status).toBe(404);
});

test('the spreadsheet downloads, and a foreign one does not', async () => {
  const own = await signedIn(running.application, region.login('teacher'));
  const { status, headers } = await own('GET', `/api/works/${workId}/calibration.xlsx`);
  expect(status).toBe(200);
  expect(headers['content-type']).toContain('spreadsheetml');
  const other = await signedIn(running.application, foreign.login('teacher'));
  expect((await other('GET', `/api/works/${workId}/calibration.xlsx`)).status).toBe(404);
});
