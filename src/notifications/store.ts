/** SQL of notices, settings and deliveries. Every function takes `tx` first. */
import { sql } from 'kysely';
import type { Tx } from '#src/platform/db/scope.ts';
import type { ChannelId, Message, NoticeFacts, NoticeKind } from './model.ts';

export interface NewNotice {
  readonly accountId: number;
  readonly organizationId: number;
  readonly kind: NoticeKind;
  /** The same thing is told once. */
  readonly key: string;
  readonly facts: NoticeFacts;
  readonly href: string;
}

/** @returns false where the account has been told. */
export async function insertNotice(tx: Tx, notice: NewNotice): Promise<boolean> {
  const row = await tx
    .insertInto('notice')
    .values({ ...notice, facts: JSON.stringify(notice.facts) })
    .onConflict((conflict) => conflict.columns(['accountId', 'key']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** The newest of an account. */
export async function listNotices(tx: Tx, accountId: number, limit: number) {
  const rows = await tx
    .selectFrom('notice')
    .select(['id', 'kind', 'facts', 'href', 'createdAt', 'readAt'])
    .where('accountId', '=', accountId)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as NoticeKind, facts: row.facts as NoticeFacts }));
}

export async function countUnread(tx: Tx, accountId: number): Promise<number> {
  const { count } = await tx
    .selectFrom('notice')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('accountId', '=', accountId)
    .where('readAt', 'is', null)
    .executeTakeFirstOrThrow();
  return count;
}

/** @param upTo newest notice that was on the screen: a later one stays unread */
export async function markRead(tx: Tx, accountId: number, upTo: number): Promise<void> {
  await tx
    .updateTable('notice')
    .set({ readAt: sql`now()` })
    .where('accountId', '=', accountId)
    .where('id', '<=', upTo)
    .where('readAt', 'is', null)
    .execute();
}

export interface Settings {
  readonly email: string | null;
  readonly weeklyDigest: boolean;
  readonly atOnce: boolean;
  readonly maxChat: string | null;
  readonly revision: number;
}

export const NO_SETTINGS: Settings = { email: null, weeklyDigest: true, atOnce: false, maxChat: null, revision: 0 };

export async function settingsOf(tx: Tx, accountId: number): Promise<Settings> {
  const row = await tx
    .selectFrom('noticeSetting')
    .select(['email', 'weeklyDigest', 'atOnce', 'maxChat', 'revision'])
    .where('accountId', '=', accountId)
    .executeTakeFirst();
  return row ?? NO_SETTINGS;
}

/** @returns false: changed meanwhile. */
export async function saveSettings(
  tx: Tx,
  row: Settings & { readonly accountId: number; readonly organizationId: number },
): Promise<boolean> {
  const { accountId, organizationId, revision, ...fields } = row;
  if (revision === 0) {
    const made = await tx
      .insertInto('noticeSetting')
      .values({ accountId, organizationId, ...fields })
      .onConflict((conflict) => conflict.column('accountId').doNothing())
      .returning('accountId')
      .executeTakeFirst();
    return made !== undefined;
  }
  const { numUpdatedRows } = await tx
    .updateTable('noticeSetting')
    .set({ ...fields, revision: revision + 1 })
    .where('accountId', '=', accountId)
    .where('revision', '=', revision)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export interface NewDelivery {
  readonly accountId: number;
  readonly organizationId: number;
  readonly channel: ChannelId;
  readonly kind: 'digest' | 'notice';
  readonly key: string;
  readonly message: Message;
}

/** A key goes out once by each channel. */
export async function insertDelivery(tx: Tx, row: NewDelivery): Promise<void> {
  await tx
    .insertInto('delivery')
    .values({ ...row, message: JSON.stringify(row.message) })
    .onConflict((conflict) => conflict.columns(['accountId', 'channel', 'key']).doNothing())
    .execute();
}

/** After so many refusals a person looks. */
export const MOST_ATTEMPTS = 5;

export interface WaitingDelivery {
  readonly id: number;
  readonly channel: ChannelId;
  readonly address: string | null;
  readonly message: Message;
  readonly attempts: number;
}

/** Takes the next one that waits, so that no other node sends it meanwhile; an attempt is counted before it is made. */
export async function takeDelivery(tx: Tx, after: number): Promise<WaitingDelivery | null> {
  const { rows } = await sql<WaitingDelivery>`
    update delivery d set attempts = d.attempts + 1
    from (select id from delivery where state = 'waiting' and id > ${after} order by id limit 1 for update skip locked) n
    where d.id = n.id
    returning d.id, d.channel, d.message, d.attempts,
      (select case d.channel when 'mail' then s.email else s.max_chat end from notice_setting s where s.account_id = d.account_id) as address`.execute(
    tx,
  );
  return rows[0] ?? null;
}

export async function finishDelivery(tx: Tx, id: number, failure: string | null, attempts: number): Promise<void> {
  await tx
    .updateTable('delivery')
    .set(
      failure === null
        ? { state: 'sent', sentAt: sql`now()`, failure: null }
        : { state: attempts >= MOST_ATTEMPTS ? 'failed' : 'waiting', failure: failure.slice(0, 500) },
    )
    .where('id', '=', id)
    .execute();
}

export async function someWait(tx: Tx): Promise<boolean> {
  const row = await tx.selectFrom('delivery').select('id').where('state', '=', 'waiting').limit(1).executeTakeFirst();
  return row !== undefined;
}

/** The last messages of an account: a person sees that they went out, or why not. */
export async function lastDeliveries(tx: Tx, accountId: number) {
  return tx
    .selectFrom('delivery')
    .select(['id', 'channel', 'kind', 'state', 'failure', 'createdAt', 'sentAt'])
    .where('accountId', '=', accountId)
    .orderBy('id', 'desc')
    .limit(5)
    .execute();
}
