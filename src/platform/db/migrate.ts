/** Plain SQL migrations, numbered, forward only. A migration that was applied may not be edited. */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { prepareQueue } from '../jobs/queue.ts';

const FOLDER = join(import.meta.dirname, '..', '..', '..', 'migrations');
/** Any fixed number: two application nodes that start together take turns. */
const TURN = 620_131;

export interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

function listMigrations(): Migration[] {
  return readdirSync(FOLDER)
    .filter((name) => /^\d{4}_.+\.sql$/.test(name))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(FOLDER, name), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

/** Applies what is missing as the owner. Throws when an applied migration differs from its file. */
export async function migrate(ownerUrl: string): Promise<string[]> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  const applied: string[] = [];
  try {
    await client.query('select pg_advisory_lock($1)', [TURN]);
    await ensureApplicationRole(client);
    await client.query(
      'create table if not exists schema_migration (name text primary key, checksum text not null, applied_at timestamptz not null default now())',
    );
    const known = new Map<string, string>(
      (await client.query<{ name: string; checksum: string }>('select name, checksum from schema_migration')).rows.map(
        (row) => [row.name, row.checksum],
      ),
    );
    for (const migration of listMigrations()) {
      const checksum = known.get(migration.name);
      if (checksum === migration.checksum) continue;
      if (checksum) {
        throw new Error(
          `Migration ${migration.name} was applied with other text. Put the file back and add a new one.`,
        );
      }
      await client.query('begin');
      try {
        await client.query(migration.sql);
        await client.query('insert into schema_migration (name, checksum) values ($1, $2)', [
          migration.name,
          migration.checksum,
        ]);
        await client.query('commit');
      } catch (error) {
        await client.query('rollback');
        throw new Error(`Migration ${migration.name}: ${(error as Error).message}`, { cause: error });
      }
      applied.push(migration.name);
    }
    await prepareQueue(ownerUrl);
    await client.query('select pg_advisory_unlock($1)', [TURN]);
    return applied;
  } finally {
    await client.end();
  }
}

/** On a server the owner makes the role that the application works under; on the embedded engine it is there already. */
async function ensureApplicationRole(client: Client): Promise<void> {
  const { rows } = await client.query<{ present: boolean; member: boolean; self: boolean }>(`
    select exists(select 1 from pg_roles where rolname = 'obektiv_app') as present,
           coalesce((select pg_has_role(current_user, oid, 'member') from pg_roles where rolname = 'obektiv_app'), false) as member,
           current_user = 'obektiv_owner' as self`);
  const state = rows[0]!;
  if (!state.present) await client.query('create role obektiv_app nologin nosuperuser nobypassrls');
  if (!state.self && !state.member) await client.query('grant obektiv_app to current_user');
}
