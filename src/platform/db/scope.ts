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
    await sql`select set_config('obektiv.account_id', ${scope.accountId === null ? '' : String(scope.accountId)}, true),
      set_config('obektiv.scope', ${scope.path}, true),
      set_config('obektiv.class_ids', ${scope.classIds === null ? '' : `{${scope.classIds.join(',')}}`}, true)`.execute(
      tx,
    );
    return work(tx);
  });
}
