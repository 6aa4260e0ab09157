/** Tells people of something that concerns them: a notice in the system at once, and a message for those who asked for it. */
import type { Role } from '#src/access/model.ts';
import { asSystem, type Scope, type Tx } from '#src/platform/db/scope.ts';
import type { Language } from '#src/platform/errors.ts';
import { messageOf } from './message.ts';
import type { NoticeFacts, NoticeKind } from './model.ts';
import * as store from './store.ts';
import { noticeSentence } from './text.ts';

/** Whom: accounts by number, or everybody who holds one of the roles in an organisation. */
export type Recipients =
  | { readonly accountIds: readonly number[] }
  | { readonly organizationId: number; readonly roles: readonly Role[] };

export interface Told {
  readonly to: Recipients;
  /** Who did it: a person is not told of what he did himself. */
  readonly by: { readonly accountId: number; readonly scope: Scope } | null;
  readonly kind: NoticeKind;
  readonly key: string;
  readonly facts: NoticeFacts;
  readonly href: string;
}

/** Recipients may stand above the one who acts, so their rows are written by the system itself, within the same transaction. */
export async function notify(tx: Tx, told: Told): Promise<void> {
  if (told.by === null) await write(tx, told);
  else await asSystem(tx, told.by.scope, () => write(tx, told));
}

async function write(tx: Tx, { to, by, kind, key, facts, href }: Told): Promise<void> {
  for (const account of await accountsOf(tx, to)) {
    if (account.id === by?.accountId) continue;
    const told = await store.insertNotice(tx, {
      accountId: account.id,
      organizationId: account.organizationId,
      kind,
      key,
      facts,
      href,
    });
    if (!told || !account.atOnce) continue;
    const message = messageOf([noticeSentence(kind, facts, account.language)], account.language);
    for (const [channel, address] of [
      ['mail', account.email],
      ['max', account.maxChat],
    ] as const) {
      if (!address) continue;
      const { id: accountId, organizationId } = account;
      await store.insertDelivery(tx, { accountId, organizationId, channel, kind: 'notice', key, message });
    }
  }
}

async function accountsOf(tx: Tx, to: Recipients) {
  let query = tx
    .selectFrom('account as a')
    .leftJoin('noticeSetting as s', 's.accountId', 'a.id')
    .select(['a.id', 'a.organizationId', 'a.language', 's.email', 's.maxChat', 's.atOnce'])
    .where('a.disabledAt', 'is', null);
  if ('accountIds' in to) {
    if (to.accountIds.length === 0) return [];
    query = query.where('a.id', 'in', [...to.accountIds]);
  } else {
    query = query.where((where) =>
      where.exists(
        where
          .selectFrom('roleGrant as g')
          .select('g.id')
          .whereRef('g.accountId', '=', 'a.id')
          .where('g.organizationId', '=', to.organizationId)
          .where('g.role', 'in', [...to.roles])
          .where('g.endedAt', 'is', null),
      ),
    );
  }
  return (await query.orderBy('a.id').execute()).map((row) => ({ ...row, language: row.language as Language }));
}
