/** A person's own notices and settings: nobody else's can be named. */
import type { Actor } from '#src/access/model.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { refuseNotice } from './errors.ts';
import { messageOf } from './message.ts';
import type { Channel } from './model.ts';
import * as store from './store.ts';
import { noticeSentence } from './text.ts';

const SHOWN = 200;

export async function listNotices(tx: Tx, actor: Actor) {
  const notices = await store.listNotices(tx, actor.accountId, SHOWN);
  return {
    unread: await store.countUnread(tx, actor.accountId),
    notices: notices.map(({ id, kind, facts, href, createdAt, readAt }) => ({
      id,
      kind,
      sentence: noticeSentence(kind, facts, actor.language),
      href,
      createdAt: createdAt.toISOString(),
      read: readAt !== null,
    })),
  };
}

export async function readNotices(tx: Tx, actor: Actor, upTo: number): Promise<number> {
  await store.markRead(tx, actor.accountId, upTo);
  return store.countUnread(tx, actor.accountId);
}

export async function readSettings(tx: Tx, actor: Actor, channels: readonly Channel[]) {
  const last = await store.lastDeliveries(tx, actor.accountId);
  return {
    settings: await store.settingsOf(tx, actor.accountId),
    channels: channels.map(({ id }) => id),
    last: last.map((row) => ({
      id: row.id,
      channel: row.channel as Channel['id'],
      kind: row.kind as 'digest' | 'notice',
      state: row.state as 'waiting' | 'sent' | 'failed',
      failure: row.failure,
      at: (row.sentAt ?? row.createdAt).toISOString(),
    })),
  };
}

export async function saveSettings(tx: Tx, actor: Actor, settings: store.Settings): Promise<number> {
  const { accountId } = actor;
  const { organizationId } = await tx
    .selectFrom('account')
    .select('organizationId')
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow();
  if (!(await store.saveSettings(tx, { accountId, organizationId, ...settings })))
    throw refuseNotice('settingsChanged');
  return settings.revision + 1;
}

const TRIAL = {
  ru: [
    'Почта настроена: это пробное письмо.',
    'По понедельникам сюда будет приходить список того, что сделать на неделе.',
  ],
  en: ['Mail is set up: this is a trial letter.', 'On Mondays the list of what to do in the week will come here.'],
} as const;

/** Sent while the person waits: he sees at once whether it went out, or the mail server's own words. */
export async function sendTrial(tx: Tx, actor: Actor, channels: readonly Channel[]): Promise<string> {
  const mail = channels.find(({ id }) => id === 'mail');
  if (mail === undefined) throw refuseNotice('mailNotSetUp');
  const { email } = await store.settingsOf(tx, actor.accountId);
  if (email === null) throw refuseNotice('noAddress');
  await mail.send(email, messageOf([...TRIAL[actor.language]], actor.language)).catch((error: unknown) => {
    throw refuseNotice('mailRefused', { reason: error instanceof Error ? error.message : String(error) });
  });
  return email;
}
