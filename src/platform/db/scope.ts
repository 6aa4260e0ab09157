/** Who asks: set for one transaction only, read by the row-level policies (migrations/0001_access.sql). */
import { sql, type Transaction } from 'kysely';
import type { Db } from './connect.ts';
import type { DB } from './schema.ts';

export type Tx = Transaction<DB>;

export interface Scope {
  /** null: the system itself. */
  readonly accountId: number | null;
  /** Path of the organisation below which rows are visible: «.1.4.». «.» is everything. */
  readonly path: string;
  /** Teachers see their own classes only; null is no such restriction. */
  readonly classIds: readonly number[] | null;
}

/** The whole tree: sign-in before an account is known, and jobs that compute over a region. */
export const SYSTEM: Scope = { accountId: null, path: '.', classIds: null };

/** One transaction in which the database shows only what this scope may see. */
export async function inScope<T>(db: Db, scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (tx) => {
    await setScope(tx, scope);
    return work(tx);
  });
}

/**
 * Widens the scope of a running transaction to the system for one piece of work, then narrows it again: what must be
 * known of rows above or beside the person, without a second connection that waits for the first.
 */
export async function asSystem<T>(tx: Tx, scope: Scope, work: () => Promise<T>): Promise<T> {
  await setScope(tx, SYSTEM);
  const result = await work();
  // Not in a finally: after an error the transaction is over, and its settings with it.
  await setScope(tx, scope);
  return result;
}

async function setScope(tx: Tx, scope: Scope): Promise<void> {
  const account = scope.accountId === null ? '' : String(scope.accountId);
  const classes = scope.classIds === null ? '' : `{${scope.classIds.join(',')}}`;
  await sql`select set_config('obektiv.account_id', ${account}, true), set_config('obektiv.scope', ${scope.path}, true),
    set_config('obektiv.class_ids', ${classes}, true)`.execute(tx);
}
