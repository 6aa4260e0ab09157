/** SQL of accounts, roles and the journal. */
import { sql } from 'kysely';
import type { Tx } from '#src/platform/db/scope.ts';
import { actorOf } from './sessions.ts';

export async function countAccounts(tx: Tx): Promise<number> {
  const { count } = await tx.selectFrom('account').select(sql<number>`count(*)`.as('count')).executeTakeFirstOrThrow();
  return count;
}

export async function findAccountByLogin(tx: Tx, login: string) {
  return tx
    .selectFrom('account')
    .select(['id', 'organizationId', 'login', 'passwordHash', 'disabledAt', 'language'])
    .where(sql<boolean>`lower(login) = lower(${login})`)
    .executeTakeFirst();
}

export async function listGrants(tx: Tx, accountId: number) {
  const rows = await tx
    .selectFrom('roleGrant as g')
    .innerJoin('account as a', 'a.id', 'g.accountId')
    .innerJoin('organization as o', 'o.id', 'g.organizationId')
    .where('g.accountId', '=', accountId)
    .where('g.endedAt', 'is', null)
    .where('o.closedOn', 'is', null)
    .select([
      'a.id as accountId',
      'a.login',
      'a.displayName',
      'a.language',
      'g.id as grantId',
      'g.role',
      'g.post',
      'g.classGroupIds',
      'o.id as organizationId',
      'o.kind as organizationKind',
      'o.name as organizationName',
      'o.path as organizationPath',
    ])
    .orderBy('g.id')
    .execute();
  return rows.map(actorOf);
}

/** Every current role of an account with the path of its organisation; ask under the system's scope. */
export async function listAllGrants(tx: Tx, accountId: number) {
  return tx
    .selectFrom('roleGrant as g')
    .innerJoin('organization as o', 'o.id', 'g.organizationId')
    .select(['g.id', 'g.role', 'o.path'])
    .where('g.accountId', '=', accountId)
    .where('g.endedAt', 'is', null)
    .execute();
}

export interface NewGrant {
  readonly accountId: number;
  readonly organizationId: number;
  readonly role: string;
  readonly post: string;
  readonly classGroupIds: readonly number[] | null;
}

export async function insertGrant(tx: Tx, grant: NewGrant): Promise<number> {
  const { id } = await tx
    .insertInto('roleGrant')
    .values({ ...grant, classGroupIds: grant.classGroupIds === null ? null : [...grant.classGroupIds] })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function insertAccount(
  tx: Tx,
  account: { organizationId: number; login: string; passwordHash: string; displayName: string },
): Promise<number> {
  const { id } = await tx.insertInto('account').values(account).returning('id').executeTakeFirstOrThrow();
  return id;
}

/** Accounts with their current roles, by name; 500 at most. */
export async function listAccounts(tx: Tx, filter: { search?: string; organizationId?: number; id?: number }) {
  let query = tx
    .selectFrom('account as a')
    .innerJoin('organization as o', 'o.id', 'a.organizationId')
    .select([
      'a.id',
      'a.login',
      'a.displayName',
      'a.disabledAt',
      'a.revision',
      'o.id as organizationId',
      'o.shortName as organizationName',
    ])
    .orderBy('o.path')
    .orderBy('a.displayName')
    .limit(500);
  if (filter.id !== undefined) query = query.where('a.id', '=', filter.id);
  if (filter.organizationId !== undefined) query = query.where('a.organizationId', '=', filter.organizationId);
  if (filter.search) {
    const like = `%${filter.search.replace(/[\\%_]/g, '\\$&')}%`;
    query = query.where((where) =>
      where.or([
        where('a.login', 'ilike', like),
        where('a.displayName', 'ilike', like),
        where('o.name', 'ilike', like),
      ]),
    );
  }
  const accounts = await query.execute();
  if (accounts.length === 0) return [];
  const grants = await tx
    .selectFrom('roleGrant as g')
    .innerJoin('organization as o', 'o.id', 'g.organizationId')
    .where('g.endedAt', 'is', null)
    .where(
      'g.accountId',
      'in',
      accounts.map((account) => account.id),
    )
    .select([
      'g.id',
      'g.accountId',
      'g.role',
      'g.post',
      'g.classGroupIds',
      'o.id as organizationId',
      'o.shortName as organizationName',
    ])
    .orderBy('g.id')
    .execute();
  return accounts.map((account) => ({ ...account, grants: grants.filter((grant) => grant.accountId === account.id) }));
}

export interface AuditFilter {
  readonly kind?: string;
  readonly search?: string;
  readonly before?: number;
}

export async function listAuditEntries(tx: Tx, filter: AuditFilter, limit: number) {
  let query = tx
    .selectFrom('auditEntry as e')
    .innerJoin('organization as o', 'o.id', 'e.organizationId')
    .leftJoin('account as a', 'a.id', 'e.accountId')
    .select([
      'e.id',
      'e.happenedAt',
      'e.kind',
      'e.action',
      'e.subjectKind',
      'e.subjectId',
      'e.details',
      'o.shortName as organization',
      sql<string | null>`coalesce(a.display_name || ' (' || a.login || ')', e.details->>'login')`.as('account'),
    ])
    .orderBy('e.id', 'desc')
    .limit(limit);
  if (filter.kind) query = query.where('e.kind', '=', filter.kind);
  if (filter.before) query = query.where('e.id', '<', filter.before);
  if (filter.search) {
    const like = `%${filter.search.replace(/[\\%_]/g, '\\$&')}%`;
    query = query.where((where) =>
      where.or([
        where('a.login', 'ilike', like),
        where('a.displayName', 'ilike', like),
        where('o.name', 'ilike', like),
        where('e.action', 'ilike', like),
      ]),
    );
  }
  return query.execute();
}
