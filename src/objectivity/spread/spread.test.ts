import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertOrganization } from '#src/organizations/store.ts';
import type { Database } from '#src/platform/db/connect.ts';
import { APPLICATION_ROLE } from '#src/platform/db/roles.ts';
import { inScope, type Scope, SYSTEM } from '#src/platform/db/scope.ts';
import { createTestDatabase, openTestDatabase, type TestDatabase } from '#src/platform/db/test-database.ts';
import { startQueue } from '#src/platform/jobs/queue.ts';

import { startSpread } from './actions.ts';
import { computePartition } from './compute.ts';
import { joinedDigest } from './job.ts';
import { findSpread, partitionsOf, tablesOfSpread } from './store.ts';
import { sumTables } from './tables.ts';
import { writeRegion } from './test-papers.ts';

const REGIONS = 6;
let created: TestDatabase;
let database: Database;
let root: string;
const nodes: ChildProcess[] = [];

beforeAll(async () => {
  created = await createTestDatabase();
  database = openTestDatabase(created.address);
  root = await mkdtemp(join(tmpdir(), 'obektiv-shared-'));
  await mkdir(join(root, 'year', 'empty'), { recursive: true });
  for (let region = 0; region < REGIONS; region++) {
    await writeRegion(join(root, 'year'), `region-${region + 1}`, 500 + region);
  }
  await inScope(database.db, SYSTEM, (tx) =>
    insertOrganization(tx, {
      parentId: null,
      kind: 'region',
      name: 'Край',
      shortName: 'Край',
      code: null,
      specialised: false,
    }),
  );
}, 60_000);
afterAll(async () => {
  for (const node of nodes) node.kill('SIGKILL');
  await database.close();
  await created.drop();
  await rm(root, { recursive: true, force: true });
});

async function startNode(): Promise<ChildProcess> {
  const node = spawn(process.execPath, [join(import.meta.dirname, 'test-node.ts')], {
    env: { ...process.env, TEST_DATABASE: JSON.stringify(created.address), OBEKTIV_SHARED: root },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  nodes.push(node);
  const ended = once(node, 'exit').then(([code]) => Promise.reject(new Error(`the node ended with ${code}`)));
  await Promise.race([once(node.stdout!, 'data'), ended]);
  ended.catch(() => undefined);
  return node;
}

async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (let attempt = 0; attempt < 3_000; attempt++) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('what was waited for did not come');
}

/** @throws as soon as a job failed: waiting longer would bring nothing. */
const partitions = async (id: number) => {
  const rows = await inScope(database.db, SYSTEM, (tx) => partitionsOf(tx, id));
  const failed = rows.find(({ state }) => state === 'failed');
  if (failed) throw new Error(JSON.stringify(failed.failure));
  return rows;
};

const start = (folder: string) =>
  inScope(database.db, SYSTEM, (tx) =>
    startSpread(tx, { enqueue: () => Promise.resolve(1) }, { root, folder, rate: 0.05 }),
  );

test('three nodes share the partitions; one is killed in the middle, and every figure is there once and as from one process', async () => {
  const queue = await startQueue({
    db: database.db,
    url: created.address.applicationUrl,
    role: created.address.kind === 'server' ? APPLICATION_ROLE : undefined,
    handlers: null,
    onError: () => undefined,
  });
  const { id } = await inScope(database.db, SYSTEM, (tx) =>
    startSpread(tx, queue, { root, folder: 'year', rate: 0.05 }),
  );
  await queue.stop();
  const started = await Promise.all([startNode(), startNode(), startNode()]);

  // The victim is the first node seen at work; its partition is not stored yet.
  const victim = await until(async () => {
    const busy = (await partitions(id)).find(({ stored, node }) => stored === 0 && node !== null);
    return busy && { position: busy.position, process: started.find(({ pid }) => busy.node!.endsWith(`:${pid}`))! };
  });
  victim.process.kill('SIGKILL');
  await once(victim.process, 'exit');
  const left = (await partitions(id))[victim.position]!;
  expect(left.stored).toBe(0);

  const finished = await until(async () => {
    await partitions(id);
    const spread = await inScope(database.db, SYSTEM, (tx) => findSpread(tx, id));
    return spread?.finishedAt ? spread : undefined;
  });
  const rows = await partitions(id);
  expect(rows.map(({ stored }) => stored)).toEqual(Array.from({ length: REGIONS }, () => 1));
  expect(rows[victim.position]!.begun).toBeGreaterThan(1);
  expect(rows[victim.position]!.node).not.toMatch(new RegExp(`:${victim.process.pid}$`));
  expect(new Set(rows.map(({ node }) => node)).size).toBeGreaterThan(1);
  const figures = await readdir(join(root, 'year', 'figures'));
  expect(figures.filter((name) => name.endsWith('.jsonl')).sort()).toEqual(
    rows.map(({ resultFile }) => resultFile!.replace('figures/', '')).sort(),
  );

  // The same files again, in this process alone and into another folder: equal to the last bit.
  const alone = [];
  for (const row of rows) {
    const stored = await readFile(join(root, 'year', row.resultFile!), 'utf8');
    const outcome = await computePartition({
      folder: join(root, 'year'),
      file: row.file,
      position: 90_000 + row.position,
      rate: 0.05,
    });
    if (outcome.kind !== 'computed') throw new Error(outcome.found);
    expect(await readFile(join(root, 'year', outcome.resultFile), 'utf8')).toBe(stored);
    expect(outcome.digest).toBe(row.digest);
    expect(outcome.tables).toEqual(row.tables);
    alone.push(outcome);
  }
  expect(finished.digest).toBe(joinedDigest(alone.map(({ digest }) => digest)));
  const tables = await inScope(database.db, SYSTEM, (tx) => tablesOfSpread(tx, id));
  expect(tables).toEqual(sumTables(alone.map((each) => each.tables)));
  expect(tables!.reduce((sum, { papers }) => sum + papers, 0)).toBe(alone.reduce((sum, { papers }) => sum + papers, 0));
}, 120_000);

test("figures of a country are not the region's: whoever asks from inside the tree sees none", async () => {
  const region: Scope = { accountId: 1, path: '.1.', classIds: null };
  const seen = await inScope(database.db, region, async (tx) => ({
    analyses: await tx.selectFrom('spreadAnalysis').select('id').execute(),
    partitions: await tx.selectFrom('spreadPartition').select('id').execute(),
  }));
  expect(seen).toEqual({ analyses: [], partitions: [] });
});

test('a folder outside the storage, without papers or without a description is refused in words', async () => {
  await expect(start('..')).rejects.toMatchObject({ code: 'folderOutside' });
  await expect(start('nowhere')).rejects.toMatchObject({ code: 'storageMissing' });
  await expect(start('year/empty')).rejects.toMatchObject({ code: 'specMissing' });
});
