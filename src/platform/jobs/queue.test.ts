import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertOrganization } from '#src/organizations/store.ts';
import type { Database } from '../db/connect.ts';
import { APPLICATION_ROLE } from '../db/roles.ts';
import { inScope, SYSTEM } from '../db/scope.ts';
import { createTestDatabase, openTestDatabase, type TestDatabase } from '../db/test-database.ts';
import { refuseCommon } from '../errors.ts';
import { type JobHandler, type JobQueue, startQueue } from './queue.ts';

/** A database of its own: the queue is one, and another file's application has no handlers for these kinds. */
let created: TestDatabase;
let database: Database;
let organizationId: number;
beforeAll(async () => {
  created = await createTestDatabase();
  database = openTestDatabase(created.address);
  organizationId = await inScope(database.db, SYSTEM, (tx) =>
    insertOrganization(tx, {
      parentId: null,
      kind: 'region',
      name: 'Край',
      shortName: 'Край',
      code: null,
      specialised: false,
    }),
  );
});
afterAll(async () => {
  await database.close();
  await created.drop();
});

const start = (handlers: Record<string, JobHandler> | null): Promise<JobQueue> =>
  startQueue({
    db: database.db,
    url: created.address.applicationUrl,
    role: created.address.kind === 'server' ? APPLICATION_ROLE : undefined,
    handlers,
    onError: () => undefined,
  });

const enqueue = (queue: JobQueue, kind: string, delaySeconds?: number): Promise<number> =>
  inScope(database.db, SYSTEM, (tx) => queue.enqueue(tx, { kind, organizationId, accountId: null, delaySeconds }));

async function until(id: number, ...states: string[]) {
  for (let attempt = 0; attempt < 1_000; attempt++) {
    const row = await inScope(database.db, SYSTEM, (tx) =>
      tx.selectFrom('job').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
    );
    if (states.includes(row.state)) return row;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`job ${id} never became ${states.join(' or ')}`);
}

test('a job exists exactly when its transaction commits, and tells its progress', async () => {
  const ran: number[] = [];
  const queue = await start({
    count: async ({ job, progress }) => {
      ran.push(job.id);
      await progress(3, 3, 'store');
    },
  });
  let undone = 0;
  await inScope(database.db, SYSTEM, async (tx) => {
    undone = await queue.enqueue(tx, { kind: 'count', organizationId, accountId: null });
    throw new Error('changed my mind');
  }).catch(() => undefined);
  const kept = await enqueue(queue, 'count');
  expect(await until(kept, 'done')).toMatchObject({ done: 3, total: 3, stage: 'store', attempts: 1 });
  expect(ran).toEqual([kept]);
  expect(ran).not.toContain(undone);
  await queue.stop();
});

test('a person can stop a running job at its next step and start it again', async () => {
  let steps = 0;
  const gate = { open: false };
  const queue = await start({
    slow: async ({ progress }) => {
      while (!gate.open) {
        await progress(++steps, null, 'store');
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
  });
  const id = await enqueue(queue, 'slow');
  await until(id, 'running');
  await inScope(database.db, SYSTEM, (tx) =>
    tx.updateTable('job').set({ cancelRequested: true }).where('id', '=', id).execute(),
  );
  await until(id, 'cancelled');
  gate.open = true;
  await inScope(database.db, SYSTEM, (tx) => queue.redeliver(tx, id));
  expect(await until(id, 'done')).toMatchObject({ attempts: 2, cancelRequested: false });
  await queue.stop();
});

test('an expected refusal keeps its sentence, an unexpected failure its message, and neither runs again by itself', async () => {
  const queue = await start({
    refused: () => Promise.reject(refuseCommon('notFound')),
    broken: () => Promise.reject(new Error('disk on fire')),
  });
  const refused = await until(await enqueue(queue, 'refused'), 'failed');
  expect(refused.failure).toMatchObject({ code: 'notFound', ru: expect.stringContaining('нет права') });
  const broken = await until(await enqueue(queue, 'broken'), 'failed');
  expect(broken.failure).toMatchObject({ code: 'unexpected', message: 'disk on fire' });
  expect([refused.attempts, broken.attempts]).toEqual([1, 1]);
  await queue.stop();
});

test('work that a killed process left running is taken up by whoever is there', async () => {
  // A process that only asks for work.
  const first = await start(null);
  const id = await enqueue(first, 'orphan', 3_600);
  await first.stop();
  // What a crash leaves: the row says running, and nobody holds its lock.
  await inScope(database.db, SYSTEM, (tx) =>
    tx.updateTable('job').set({ state: 'running', attempts: 1 }).where('id', '=', id).execute(),
  );
  const second = await start({ orphan: async ({ progress }) => progress(1, 1, 'store') });
  expect(await until(id, 'done')).toMatchObject({ attempts: 2 });
  await second.stop();
});

test('a second delivery of a job that is being done is turned away', async () => {
  let running = 0;
  let most = 0;
  const gate = { open: false };
  const handlers: Record<string, JobHandler> = {
    once: async () => {
      most = Math.max(most, ++running);
      while (!gate.open) await new Promise((resolve) => setTimeout(resolve, 10));
      running--;
    },
  };
  const one = await start(handlers);
  const two = await start(handlers);
  const id = await enqueue(one, 'once');
  await until(id, 'running');
  // The heartbeat of a stalled process lapses and the queue delivers again, here at once.
  const { PgBoss } = await import('pg-boss');
  const boss = new PgBoss({
    connectionString: created.address.ownerUrl,
    schema: 'pgboss',
    supervise: false,
    schedule: false,
  });
  await boss.start();
  await boss.send('work', { jobId: id });
  await new Promise((resolve) => setTimeout(resolve, 300));
  gate.open = true;
  expect(await until(id, 'done')).toMatchObject({ attempts: 1 });
  expect(most).toBe(1);
  await boss.stop({ graceful: false });
  await one.stop();
  await two.stop();
});
