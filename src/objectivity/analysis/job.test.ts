import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inScope, SYSTEM, type Tx } from '#src/platform/db/scope.ts';
import { listWorks } from '#src/results/store.ts';
import { buildTestRegion, startTestApplication, type TestRegion } from '#src/test-region.ts';
import { analyze } from '../engine/analyze.ts';
import { Random } from '../engine/random.ts';
import { makeAnalysisJob } from './job.ts';
import { loadWorks } from './load.ts';

const SUBJECTS = ['Математика', 'История', 'Биология'];
const MAXIMA = [1, 2, 1, 3, 2, 1, 2, 1];

let running: Awaited<ReturnType<typeof startTestApplication>>;
let region: TestRegion;
let folder: string;
let procedureId: number;
let workIds: number[];
const random = new Random(77);
/** The places at which works were stored, by the job's own account. */
const steps: number[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'obektiv-kept-'));
  running = await startTestApplication();
  region = await buildTestRegion(running.database);
  await inScope(running.database.db, SYSTEM, async (tx) => {
    procedureId = await insert(tx, 'procedure', { organizationId: region.id, name: `ВПР ${region.mark}`, year: 2026 });
    const tasks = JSON.stringify(MAXIMA.map((max, index) => ({ id: String(index + 1), max, response: 'short' })));
    workIds = [];
    for (const subject of SUBJECTS) {
      const work = { organizationId: region.id, procedureId, tasks, papersChangedAt: new Date(), grade: 5, subject };
      workIds.push(await insert(tx, 'work', work));
    }
    for (const workId of workIds) for (const school of region.schools.keys()) await addFile(tx, workId, school, 40);
  });
});
afterAll(async () => {
  await running.close();
  await rm(folder, { recursive: true, force: true });
});

async function insert(tx: Tx, table: 'procedure' | 'work' | 'import' | 'paper', values: object): Promise<number> {
  const query = tx.insertInto(table).values(values as never);
  return (await query.returning('id').executeTakeFirstOrThrow()).id as number;
}

let files = 0;

async function addFile(tx: Tx, workId: number, index: number, papers: number): Promise<void> {
  const school = region.schools[index]!;
  files += 1;
  const importId = await insert(tx, 'import', {
    organizationId: school.id,
    fileName: 'протокол.xlsx',
    byteSize: 1,
    fileHash: `${region.mark}${files}`,
    state: 'committed',
    committedAt: new Date(),
  });
  for (let paper = 0; paper < papers; paper += 1) {
    await insert(tx, 'paper', {
      organizationId: school.id,
      workId,
      classGroupId: school.classIds[paper % 2]!,
      importId,
      participant: `${files}-${paper}`,
      status: 'present',
      scores: `{${MAXIMA.map((max) => random.integer(0, max)).join(',')}}`,
      journalMark: random.integer(2, 5),
    });
  }
  await tx.updateTable('work').set({ papersChangedAt: new Date() }).where('id', '=', workId).execute();
}

/** @param attempts so many that the job waits for no further files. */
async function run(onlyOutdated: boolean, attempts = 99): Promise<void> {
  steps.length = 0;
  await makeAnalysisJob(folder)({
    db: running.database.db,
    job: {
      // No row of the queue.
      id: 0,
      kind: 'analysis.run',
      organizationId: region.id,
      accountId: null,
      subjectId: procedureId,
      input: { onlyOutdated },
      attempts,
    },
    progress: async (done, total, stage) => {
      if (stage === 'save' && total !== null) steps.push(done / total);
    },
  });
}

/** Findings of a work as they are stored, by level and unit, beside what the engine says of all papers now. */
async function storedAndComputed(): Promise<readonly [Map<string, number | null>, Map<string, number | null>]> {
  return inScope(running.database.db, SYSTEM, async (tx) => {
    const works = (await listWorks(tx)).filter((work) => workIds.includes(work.id));
    const loaded = await loadWorks(tx, works, null, async () => undefined);
    const { units } = analyze(loaded.map(({ administration }) => administration));
    const rows = await tx.selectFrom('finding').selectAll().where('workId', 'in', workIds).execute();
    return [
      new Map(
        rows.map(({ workId, level, organizationId, classGroupId, p }) => [
          [workId, level, level === 'class' ? classGroupId : organizationId].join(),
          p,
        ]),
      ),
      new Map(
        units.map(({ subject, level, municipality, school, className, p }) => [
          [works.find((work) => work.subject === subject)!.id, level, className ?? school ?? municipality].join(),
          p,
        ]),
      ),
    ];
  });
}

test('after an upload the changed work is stored first, the others follow, and all figures are those of a whole analysis', async () => {
  await run(false);
  expect(steps).toEqual([1]);
  await inScope(running.database.db, SYSTEM, (tx) => addFile(tx, workIds[1]!, 2, 30));
  await run(true);
  expect(steps).toHaveLength(3);
  expect(steps.at(-1)).toBe(1);
  const [stored, computed] = await storedAndComputed();
  expect(stored).toEqual(computed);
});

/** All that is stored of the works, without the numbers of analyses; findings and works by their numbers. */
async function everythingStored(): Promise<unknown> {
  return inScope(running.database.db, SYSTEM, async (tx) => {
    const findings = await tx.selectFrom('finding').selectAll().where('workId', 'in', workIds).orderBy('id').execute();
    const readings = await tx.selectFrom('officialReading').selectAll().where('workId', 'in', workIds).execute();
    const analyses = await tx
      .selectFrom('analysis')
      .select(['workId', 'engineVersion', 'parameters', 'reference', 'papers'])
      .where('workId', 'in', workIds)
      .where('supersededAt', 'is', null)
      .orderBy('workId')
      .execute();
    const sorted = readings
      .map(({ workId, organizationId, marker, applicable, flagged, reading }) =>
        JSON.stringify([workId, organizationId, marker, applicable, flagged, reading]),
      )
      .sort();
    return { findings: findings.map((row) => ({ ...row, analysisId: null })), sorted, analyses };
  });
}

test('what is stored after an upload is, row by row, what a whole analysis stores; works of the same papers are judged, not replaced', async () => {
  await run(false);
  const analysesOf = () =>
    inScope(running.database.db, SYSTEM, (tx) =>
      tx.selectFrom('analysis').select('workId').where('workId', 'in', workIds).execute(),
    );
  const before = await analysesOf();
  await inScope(running.database.db, SYSTEM, (tx) => addFile(tx, workIds[2]!, 0, 25));
  await run(true);
  const added = (await analysesOf()).length - before.length;
  expect(added).toBe(1);
  const afterUpload = await everythingStored();
  await run(false);
  expect(await everythingStored()).toEqual(afterUpload);
});

test('works that only wait for a judgement are left to an analysis that waits already, and are judged by it', async () => {
  await inScope(running.database.db, SYSTEM, (tx) => addFile(tx, workIds[1]!, 3, 20));
  const values = {
    organizationId: region.id,
    kind: 'analysis.run',
    subjectId: procedureId,
    state: 'queued',
    input: '{}',
  };
  const waiting = await inScope(running.database.db, SYSTEM, async (tx) => {
    const { id } = await tx.insertInto('job').values(values).returning('id').executeTakeFirstOrThrow();
    return id;
  });
  await run(true);
  expect(steps).toHaveLength(1);
  await inScope(running.database.db, SYSTEM, (tx) =>
    tx.updateTable('job').set({ state: 'done' }).where('id', '=', waiting).execute(),
  );
  await run(true);
  expect(steps.at(-1)).toBe(1);
  const [stored, computed] = await storedAndComputed();
  expect(stored).toEqual(computed);
});

test('an analysis of outdated works that are not does nothing', async () => {
  await run(true);
  expect(steps).toEqual([]);
});

test('an analysis that was broken off after the changed work is taken up again', async () => {
  await inScope(running.database.db, SYSTEM, async (tx) => {
    await addFile(tx, workIds[0]!, 1, 30);
    // The changed work alone has been stored since.
    await tx
      .updateTable('analysis')
      .set({ createdAt: new Date() })
      .where('workId', '=', workIds[0]!)
      .where('supersededAt', 'is', null)
      .execute();
  });
  await run(true);
  expect(steps.at(-1)).toBe(1);
  const [stored, computed] = await storedAndComputed();
  expect(stored).toEqual(computed);
});
