/** Composes this week's digests for those who asked for one; the sending itself is the delivery's. */
import type { Actor } from '#src/access/model.ts';
import { listGrants } from '#src/access/store.ts';
import { CHANNELS, type ChannelId } from '#src/notifications/model.ts';
import { insertDelivery } from '#src/notifications/store.ts';
import type { Db } from '#src/platform/db/connect.ts';
import { inScope, SYSTEM, type Tx } from '#src/platform/db/scope.ts';
import type { JobHandler } from '#src/platform/jobs/queue.ts';
import { readWeek } from '../carrying/week/week.ts';
import { digestOf } from './digest.ts';

export const DIGEST_JOB = 'roadmap.digest';

export interface DigestInput {
  /** The Monday of the week, ISO: a person gets one digest of it by each channel. */
  readonly monday: string;
}

interface Reader {
  readonly actor: Actor;
  readonly channels: readonly ChannelId[];
}

/** May be run again after a crash: a digest that was composed is not composed twice. */
export function makeDigestJob(site: string | null): JobHandler {
  return async ({ db, job, progress }) => {
    const { monday } = job.input as DigestInput;
    const readers = await inScope(db, SYSTEM, readersOf);
    for (const [index, reader] of readers.entries()) {
      await progress(index, readers.length, 'digest');
      await composeFor(db, reader, monday, site);
    }
    await progress(readers.length, readers.length, 'digest');
  };
}

async function composeFor(db: Db, { actor, channels }: Reader, monday: string, site: string | null): Promise<void> {
  // Read as the person himself: the letter holds what he may see and nothing else.
  const week = await inScope(db, actor.scope, (tx) => readWeek(tx, actor, {}));
  const message = digestOf(week, actor.language, site);
  if (message === null) return;
  await inScope(db, SYSTEM, async (tx) => {
    const { organizationId } = await tx
      .selectFrom('account')
      .select('organizationId')
      .where('id', '=', actor.accountId)
      .executeTakeFirstOrThrow();
    for (const channel of channels) {
      const { accountId } = actor;
      await insertDelivery(tx, {
        accountId,
        organizationId,
        channel,
        kind: 'digest',
        key: `digest:${monday}`,
        message,
      });
    }
  });
}

/** Accounts in use that want the digest and have an address, each in the first of its roles. */
async function readersOf(tx: Tx): Promise<Reader[]> {
  const settings = await tx
    .selectFrom('noticeSetting as s')
    .innerJoin('account as a', 'a.id', 's.accountId')
    .select(['s.accountId', 's.email', 's.maxChat'])
    .where('s.weeklyDigest', '=', true)
    .where('a.disabledAt', 'is', null)
    .orderBy('s.accountId')
    .execute();
  const readers: Reader[] = [];
  for (const { accountId, email, maxChat } of settings) {
    const channels = CHANNELS.filter((channel) => Boolean(channel === 'mail' ? email : maxChat));
    if (channels.length === 0) continue;
    const [actor] = await listGrants(tx, accountId);
    if (actor !== undefined) readers.push({ actor, channels });
  }
  return readers;
}
