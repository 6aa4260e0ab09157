/**
 * Long work as jobs of the database queue: pg-boss delivers, our `job` table is what a person sees (progress, cancel,
 * retry). The delivery holds the job's number only, so both say the same after a crash.
 */
import { sql } from 'kysely';
import { PgBoss } from 'pg-boss';
import { Client } from 'pg';
import type { Db } from '../db/connect.ts';
import { APPLICATION_ROLE } from '../db/roles.ts';
import { inScope, SYSTEM, type Tx } from '../db/scope.ts';
import { Refusal } from '../errors.ts';

const SCHEMA = 'pgboss';
const QUEUE = 'work';
/** Class of advisory locks that mark a job as being worked on by a living process. */
const LOCK_CLASS = 7_301;

/** The owner lays the queue's tables and lets the application's role use them. */
export async function prepareQueue(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, schema: SCHEMA, supervise: false, schedule: false, max: 2 });
  boss.on('error', () => undefined);
  await boss.start();
  if (!(await boss.getQueue(QUEUE))) {
    await boss.createQueue(QUEUE, {
      retryLimit: 5,
      retryDelay: 1,
      heartbeatSeconds: 30,
      expireInSeconds: 4 * 3600,
      notify: true,
    });
  }
  await boss.stop({ graceful: false });
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(`grant usage on schema ${SCHEMA} to ${APPLICATION_ROLE};
      grant select, insert, update, delete on all tables in schema ${SCHEMA} to ${APPLICATION_ROLE};
      grant usage on all sequences in schema ${SCHEMA} to ${APPLICATION_ROLE};
      grant execute on all functions in schema ${SCHEMA} to ${APPLICATION_ROLE}`);
  } finally {
    await client.end();
  }
}

export interface JobRow {
  readonly id: number;
  readonly kind: string;
  readonly organizationId: number;
  readonly accountId: number | null;
  readonly subjectId: number | null;
  readonly input: unknown;
  /** How many times it was begun, this one included. */
  readonly attempts: number;
}

export interface JobContext {
  readonly db: Db;
  readonly job: JobRow;
  /** Tells how far the work is; throws JobCancelled when a person asked to stop. */
  progress(done: number, total: number | null, stage: string): Promise<void>;
}

/** One kind of long work. It may be run again after a crash: it must start over or continue, never add twice. */
export type JobHandler = (context: JobContext) => Promise<void>;

export class JobCancelled extends Error {}

/** Thrown by a handler that is too early: the job waits again, as if it had just been asked for. */
export class JobPostponed extends Error {
  readonly seconds: number;
  constructor(seconds: number) {
    super(`postponed by ${seconds} s`);
    this.seconds = seconds;
  }
}

export interface NewJob {
  readonly kind: string;
  readonly organizationId: number;
  readonly accountId: number | null;
  readonly subjectId?: number;
  readonly input?: unknown;
  /** Waits this long before it starts, seconds. */
  readonly delaySeconds?: number;
}

export interface JobQueue {
  /** Puts work on the queue within the caller's transaction: it exists exactly when that commits. */
  enqueue(tx: Tx, job: NewJob): Promise<number>;
  /** Puts a failed or cancelled job back. */
  redeliver(tx: Tx, jobId: number): Promise<void>;
  stop(): Promise<void>;
}

export interface QueueOptions {
  readonly db: Db;
  /** Connection of the application's role. */
  readonly url: string;
  readonly role?: string;
  /** null: this process only puts work on the queue. */
  readonly handlers: Readonly<Record<string, JobHandler>> | null;
  readonly onError: (error: unknown, jobId: number) => void;
}

export async function startQueue(options: QueueOptions): Promise<JobQueue> {
  const { db } = options;
  const boss = new PgBoss({
    connectionString: options.url,
    ...(options.role ? { options: `-c role=${options.role}` } : {}),
    schema: SCHEMA,
    migrate: false,
    createSchema: false,
    schedule: false,
    max: 5,
    useListenNotify: true,
    superviseIntervalSeconds: 15,
    monitorIntervalSeconds: 15,
  });
  boss.on('error', (error) => options.onError(error, 0));
  await boss.start();

  const send = async (tx: Tx, jobId: number, delaySeconds = 0): Promise<void> => {
    const adapter = {
      executeSql: async (text: string, values?: unknown[]) => {
        const result = await tx.executeQuery<Record<string, unknown>>({
          sql: text,
          parameters: values ?? [],
          query: { kind: 'RawNode', sqlFragments: [text], parameters: [] },
          queryId: { queryId: `boss-${jobId}` },
        } as never);
        return { rows: result.rows };
      },
    };
    await boss.send(QUEUE, { jobId }, { db: adapter, ...(delaySeconds > 0 ? { startAfter: delaySeconds } : {}) });
  };

  const work = async (jobId: number): Promise<void> => {
    // The lock lives as long as this process: a redelivery of work that is still being done is turned away.
    await db.connection().execute(async (connection) => {
      const { rows } = await sql<{
        mine: boolean;
      }>`select pg_try_advisory_lock(${LOCK_CLASS}, ${jobId}) as mine`.execute(connection);
      if (!rows[0]?.mine) return;
      try {
        await perform(options, jobId, send);
      } finally {
        await sql`select pg_advisory_unlock(${LOCK_CLASS}, ${jobId})`.execute(connection);
      }
    });
  };

  const { handlers } = options;
  const adopting = handlers === null ? null : adoptOrphans(options, send);
  // A notice wakes the worker for one job; a delayed job gives none. So it asks again after each job, and every second.
  // Two at a time: a file does not wait behind the analysis of a region.
  const asking = {
    batchSize: 1,
    localConcurrency: 2,
    burstWhenBatchFull: true,
    pollingIntervalSeconds: 1,
    notifyPollingIntervalSeconds: 1,
  };
  if (handlers !== null) {
    await boss.work<{ jobId: number }>(QUEUE, asking, async ([delivery]) => {
      if (delivery) await work(delivery.data.jobId);
    });
  }

  return {
    enqueue: async (tx, job) => {
      const { id } = await tx
        .insertInto('job')
        .values({
          kind: job.kind,
          organizationId: job.organizationId,
          accountId: job.accountId,
          subjectId: job.subjectId ?? null,
          input: JSON.stringify(job.input ?? {}),
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      await send(tx, id, job.delaySeconds);
      return id;
    },
    redeliver: async (tx, jobId) => {
      await tx
        .updateTable('job')
        .set({ state: 'queued', cancelRequested: false, failure: null, done: 0, total: null, finishedAt: null })
        .where('id', '=', jobId)
        .execute();
      await send(tx, jobId);
    },
    stop: async () => {
      await adopting?.stop();
      await boss.stop({ graceful: true, timeout: 10_000 });
    },
  };
}

/** How often a node looks for work that a killed process left, milliseconds. */
const ADOPTION = 3_000;

/**
 * Work that is marked running while nobody holds its lock was left by a crash, of this process before its restart or of
 * another node: it is delivered anew. The queue's own heartbeat would do so too, but only after half a minute.
 */
function adoptOrphans(
  { db, onError }: QueueOptions,
  send: (tx: Tx, jobId: number) => Promise<void>,
): { stop(): Promise<void> } {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const look = async (): Promise<void> => {
    await inScope(db, SYSTEM, async (tx) => {
      // One node at a time, or each would deliver the same job.
      const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(${LOCK_CLASS}, 0) as mine`.execute(
        tx,
      );
      if (!rows[0]?.mine) return;
      const orphans = await tx
        .selectFrom('job')
        .select('id')
        .where('state', '=', 'running')
        .where(
          sql<boolean>`not exists (select from pg_locks where locktype = 'advisory' and classid = ${LOCK_CLASS}
            and objid = job.id::oid and objsubid = 2
            and database = (select oid from pg_database where datname = current_database()))`,
        )
        .execute();
      for (const { id } of orphans) {
        await tx.updateTable('job').set({ state: 'queued' }).where('id', '=', id).execute();
        await send(tx, id);
      }
    });
  };
  let looking: Promise<void> = Promise.resolve();
  const again = (): void => {
    looking = look()
      .catch((error: unknown) => {
        if (!stopped) onError(error, 0);
      })
      .finally(() => {
        if (!stopped) timer = setTimeout(again, ADOPTION);
      });
  };
  again();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await looking;
    },
  };
}

async function perform(
  options: QueueOptions,
  jobId: number,
  send: (tx: Tx, jobId: number, delaySeconds: number) => Promise<void>,
): Promise<void> {
  const { db } = options;
  const row = await inScope(db, SYSTEM, (tx) =>
    tx
      .updateTable('job')
      .set({ state: 'running', startedAt: new Date(), attempts: sql`attempts + 1` })
      .where('id', '=', jobId)
      .where('state', 'in', ['queued', 'running'])
      .returning(['id', 'kind', 'organizationId', 'accountId', 'subjectId', 'input', 'attempts', 'cancelRequested'])
      .executeTakeFirst(),
  );
  if (!row) return;
  let lastWrite = 0;
  const progress = async (done: number, total: number | null, stage: string): Promise<void> => {
    const now = Date.now();
    if (now - lastWrite < 200 && done !== total) return;
    lastWrite = now;
    const current = await inScope(db, SYSTEM, (tx) =>
      tx
        .updateTable('job')
        .set({ done, total, stage })
        .where('id', '=', jobId)
        .returning('cancelRequested')
        .executeTakeFirst(),
    );
    if (current?.cancelRequested) throw new JobCancelled();
  };
  const finish = (state: 'done' | 'failed' | 'cancelled', failure: unknown = null) =>
    inScope(db, SYSTEM, (tx) =>
      tx
        .updateTable('job')
        .set({ state, finishedAt: new Date(), failure: failure === null ? null : JSON.stringify(failure) })
        .where('id', '=', jobId)
        .execute(),
    );
  try {
    if (row.cancelRequested) throw new JobCancelled();
    const handler = options.handlers?.[row.kind];
    if (!handler) throw new Error(`no handler for jobs of kind ${row.kind}`);
    await handler({ db, job: row, progress });
    await finish('done');
  } catch (error) {
    if (error instanceof JobPostponed) {
      await inScope(db, SYSTEM, async (tx) => {
        await tx.updateTable('job').set({ state: 'queued', startedAt: null }).where('id', '=', jobId).execute();
        await send(tx, jobId, error.seconds);
      });
    } else if (error instanceof JobCancelled) {
      await finish('cancelled');
    } else if (error instanceof Refusal) {
      await finish('failed', { code: error.code, ru: error.inLanguage('ru'), en: error.inLanguage('en') });
    } else {
      options.onError(error, jobId);
      await finish('failed', { code: 'unexpected', ru: '', en: '', message: (error as Error).message });
    }
  }
}
