import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inScope, SYSTEM, type Tx } from '#src/platform/db/scope.ts';
import { listWorks } from '#src/results/store.ts';
import { buildTestRegion, startTestApplication, type TestRegion } from '#src/test-region.ts';
import type { Administration } from '../engine/administration.ts';
import { analyze } from '../engine/analyze.ts';
import { Random } from '../engine/random.ts';
import { markPapersChanged } from '#src/results/imports/store.ts';
import { administrationDigest } from '../threads/work-key.ts';
import { loadWorks } from './load.ts';
import {
  loadAdministration,
  municipalitiesOfSchools,
  paperRevisions,
  unchangedAdministration,
  workStamps,
} from './matrix.ts';

const MAXIMA = [1, 2, 1, 3, 2, 1, 2, 1];
const THRESHOLDS = { 3: 4, 4: 7, 5: 10 };

let running: Awaited<ReturnType<typeof startTestApplication>>;
let region: TestRegion;
let folder: string;
let workId: number;
const random = new Random(41);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'obektiv-kept-'));
  running = await startTestApplication();
  region = await buildTestRegion(running.database);
  await inScope(running.database.db, SYSTEM, async (tx) => {
    const procedureId = await insert(tx, 'procedure', {
      organizationId: region.id,
      name: `ВПР ${region.mark}`,
      year: 2026,
    });
    const tasks = JSON.stringify(MAXIMA.map((max, index) => ({ id: String(index + 1), max, response: 'short' })));
    const work = { organizationId: region.id, procedureId, tasks, papersChangedAt: new Date() };
    workId = await insert(tx, 'work', { ...work, grade: 5, subject: 'Математика' });
    // The schools' files come in another order than the schools stand in the tree.
    for (const index of [2, 0, 3, 1]) await addFile(tx, index, 50);
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

/** A school's file of papers; an absent pupil and missing values among them. */
async function addFile(tx: Tx, index: number, papers: number): Promise<number> {
  const school = region.schools[index]!;
  files += 1;
  const fileHash = `${region.mark}${files}`;
  const importId = await insert(tx, 'import', {
    organizationId: school.id,
    fileName: 'протокол.xlsx',
    byteSize: 1,
    fileHash,
    state: 'committed',
    committedAt: new Date(),
  });
  for (let paper = 0; paper < papers; paper += 1) {
    const absent = paper % 17 === 5;
    const scores = MAXIMA.map((max) => (random.chance(0.05) ? -random.integer(1, 3) : random.integer(0, max)));
    await insert(tx, 'paper', {
      organizationId: school.id,
      workId,
      classGroupId: school.classIds[(papers - paper) % 2]!,
      importId,
      participant: `${files}-${paper}`,
      variant: paper % 11 === 0 ? null : String(1 + (paper % 3)),
      status: absent ? 'absent' : 'present',
      scores: `{${scores.join(',')}}`,
      journalMark: paper % 7 === 0 ? null : random.integer(2, 5),
    });
  }
  return importId;
}

/** @param kept folder, or null for a load of everything. */
function load(tx: Tx, kept: string | null): Promise<Administration> {
  return loadCounted(tx, kept).then(({ administration }) => administration);
}

async function loadCounted(tx: Tx, kept: string | null): Promise<{ administration: Administration; read: number }> {
  const [work] = await listWorks(tx, { id: workId });
  const revisions = (await paperRevisions(tx, [workId])).get(workId)!;
  let read = 0;
  const onPage = async (papers: number): Promise<void> => {
    read = papers;
  };
  const administration = await loadAdministration(tx, work!, THRESHOLDS, await municipalitiesOfSchools(tx), revisions, {
    folder: kept,
    onPage,
  });
  return { administration, read };
}

function inTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return inScope(running.database.db, SYSTEM, work);
}

test('papers that were kept make the same matrix, and none of them is read again', async () => {
  await inTransaction(async (tx) => {
    const whole = await load(tx, null);
    expect(whole.size).toBeGreaterThan(180);
    expect(await loadCounted(tx, folder)).toEqual({ administration: whole, read: 200 });
    expect(await loadCounted(tx, folder)).toEqual({ administration: whole, read: 0 });
  });
});

test('after a file of one school only its papers are read, and all figures are those of a load of everything', async () => {
  await inTransaction(async (tx) => {
    await load(tx, folder);
    await addFile(tx, 1, 30);
    const { administration, read } = await loadCounted(tx, folder);
    expect(read).toBe(80);
    const whole = await load(tx, null);
    expect(administration).toEqual(whole);
    expect(analyze([administration])).toEqual(analyze([whole]));
    expect((await loadCounted(tx, folder)).read).toBe(0);
  });
});

test('papers that a newer file superseded are not in the matrix, and come back with them', async () => {
  await inTransaction(async (tx) => {
    const before = await load(tx, folder);
    const importId = await addFile(tx, 3, 5);
    const superseded = await tx
      .updateTable('paper')
      .set({ supersededBy: importId })
      .where('workId', '=', workId)
      .where('organizationId', '=', region.schools[3]!.id)
      .where('importId', '!=', importId)
      .execute();
    expect(superseded).toHaveLength(1);
    const after = await load(tx, folder);
    expect(after).toEqual(await load(tx, null));
    expect(after.size).toBeLessThan(before.size);
    await tx.updateTable('paper').set({ supersededBy: null }).where('workId', '=', workId).execute();
    await tx.deleteFrom('paper').where('importId', '=', importId).execute();
    expect(await load(tx, folder)).toEqual(before);
  });
});

test('a school whose papers are all gone leaves the matrix', async () => {
  await inTransaction(async (tx) => {
    await load(tx, folder);
    await tx.deleteFrom('paper').where('organizationId', '=', region.schools[0]!.id).execute();
    const { administration, read } = await loadCounted(tx, folder);
    expect(read).toBe(0);
    expect(administration.schools).toHaveLength(3);
    expect(administration).toEqual(await load(tx, null));
  });
});

test('a work that has not changed is not counted again, and its matrix is the same; one that has changed is', async () => {
  await inTransaction(async (tx) => {
    const [work] = await listWorks(tx, { id: workId });
    const own = [{ ...work!, scaleId: null }];
    const all = async (kept: string | null) =>
      (await loadWorks(tx, own, kept, async () => undefined))[0]!.administration;
    const whole = await all(null);
    expect(await all(folder)).toEqual(whole);
    const stamp = (await workStamps(tx, [workId])).get(workId)!;
    const schools = await municipalitiesOfSchools(tx);
    const unchanged = unchangedAdministration(folder, own[0]!, stamp, null, schools);
    expect(unchanged).toEqual(whole);
    expect(administrationDigest(unchanged!)).toBe(administrationDigest(whole));
    expect(unchangedAdministration(folder, own[0]!, stamp, THRESHOLDS, schools)).toBeNull();
    const moved = new Map([...schools].map(([school]) => [school, region.municipalityIds[0]!]));
    expect(unchangedAdministration(folder, own[0]!, stamp, null, moved)).toBeNull();
    await addFile(tx, 1, 20);
    await markPapersChanged(tx, [workId]);
    const changed = await all(folder);
    expect(changed).toEqual(await all(null));
    expect(changed.size).toBeGreaterThan(whole.size);
    expect(administrationDigest(changed)).not.toBe(administrationDigest(whole));
  });
});

test('a kept file that is damaged or of other tasks is as good as none', async () => {
  await inTransaction(async (tx) => {
    const whole = await load(tx, folder);
    const [file] = await readdir(folder);
    await writeFile(join(folder, file!), 'not packed');
    const { administration, read } = await loadCounted(tx, folder);
    expect(administration).toEqual(whole);
    expect(read).toBeGreaterThan(0);
    expect((await stat(join(folder, file!))).size).toBeGreaterThan(1000);
    const tasks = JSON.stringify(MAXIMA.map((max, index) => ({ id: `0${index + 1}`, max, response: 'short' })));
    await tx.updateTable('work').set({ tasks }).where('id', '=', workId).execute();
    expect((await loadCounted(tx, folder)).read).toBe(read);
  });
});
