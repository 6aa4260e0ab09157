/**
 * The clock of messages: on Monday morning the week's digests are asked for, and what waits to be sent is sent. Each node looks at the
 * clock by itself; that a week's digest is asked for once is decided in the database.
 */
import { sql } from 'kysely';
import { DELIVER_JOB } from '#src/notifications/deliver.ts';
import { someWait } from '#src/notifications/store.ts';
import { dayOf } from '#src/platform/clock.ts';
import type { Db } from '#src/platform/db/connect.ts';
import { inScope, SYSTEM, type Tx } from '#src/platform/db/scope.ts';
import type { JobQueue } from '#src/platform/jobs/queue.ts';
import { addDays, weekdayOfDay } from '../deadline/days.ts';
import { DIGEST_JOB } from './job.ts';

/** The letter is there before the first lesson, hours of the server's clock. */
const MORNING = 6;
/** How often the clock is looked at, milliseconds. */
const PACE = 60_000;
const LOCK = 8_002;

/** The Monday whose digest is due at a moment: on Monday from the morning on, and until the week ends for a server that slept. */
export function digestDue(now: Date): string | null {
  const today = dayOf(now);
  const weekday = weekdayOfDay(today);
  if (weekday === 1 && now.getHours() < MORNING) return null;
  // Past Wednesday a list of the week is no help.
  return weekday > 3 ? null : addDays(today, 1 - weekday);
}

/** Asks for what is due and has not been asked for. */
export async function tick(db: Db, queue: JobQueue, now: Date): Promise<void> {
  await inScope(db, SYSTEM, async (tx) => {
    await sql`select pg_advisory_xact_lock(${LOCK}, 0)`.execute(tx);
    const root = await tx
      .selectFrom('organization')
      .select('id')
      .where('parentId', 'is', null)
      .orderBy('id')
      .executeTakeFirst();
    if (root === undefined) return;
    const job = { organizationId: root.id, accountId: null };
    const monday = digestDue(now);
    if (monday !== null && !(await asked(tx, DIGEST_JOB, monday))) {
      await queue.enqueue(tx, { ...job, kind: DIGEST_JOB, input: { monday } });
    }
    if ((await someWait(tx)) && !(await asked(tx, DELIVER_JOB, null)))
      await queue.enqueue(tx, { ...job, kind: DELIVER_JOB });
  });
}

/** A digest of a week is asked for once; a delivery as long as one is under way. */
async function asked(tx: Tx, kind: string, monday: string | null): Promise<boolean> {
  let query = tx.selectFrom('job').select('id').where('kind', '=', kind).limit(1);
  query =
    monday === null
      ? query.where('state', 'in', ['queued', 'running'])
      : query.where(sql<boolean>`input->>'monday' = ${monday}`);
  return (await query.executeTakeFirst()) !== undefined;
}

/** @returns a function that stops the clock. */
export function startSchedule(db: Db, queue: JobQueue, onError: (error: unknown) => void): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    running = tick(db, queue, new Date()).catch(onError);
  }, PACE);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
