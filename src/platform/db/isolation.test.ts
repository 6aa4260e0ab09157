import { sql } from 'kysely';
import { afterAll, expect, inject, test } from 'vitest';
import { inScope, SYSTEM } from './scope.ts';
import { openTestDatabase } from './test-database.ts';

const database = openTestDatabase(inject('database'));
afterAll(() => database.close());

/** Tables that hold nothing of anyone: the list of applied migrations. */
const NOBODYS = ['schema_migration'];

test('every table of the application has forced row-level security and a policy', async () => {
  const { rows } = await sql<{ name: string; enabled: boolean; forced: boolean; policies: number }>`
    select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
      (select count(*) from pg_policy p where p.polrelid = c.oid) as policies
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`.execute(database.db);
  const bare = rows.filter((row) => !NOBODYS.includes(row.name) && !(row.enabled && row.forced && row.policies > 0));
  expect(rows.length).toBeGreaterThan(15);
  expect(bare.map((row) => row.name)).toEqual([]);
});

test('every table with an organisation column is read through a policy that looks at the organisation, or by the system alone', async () => {
  const { rows } = await sql<{ name: string; policies: string[] }>`
    select t.table_name as name, coalesce(array_agg(pg_get_expr(p.polqual, p.polrelid)) filter (where p.polcmd in ('r', '*')), '{}') as policies
    from information_schema.columns t
    left join pg_policy p on p.polrelid = format('%I', t.table_name)::regclass
    where t.table_schema = 'public' and t.column_name = 'organization_id'
    group by t.table_name`.execute(database.db);
  const unguarded = rows.filter(
    (row) =>
      row.policies.length === 0 ||
      !row.policies.every((policy) => policy.includes('_organizations') || policy === 'scope_is_system()'),
  );
  expect(rows.length).toBeGreaterThan(10);
  expect(unguarded.map((row) => row.name)).toEqual([]);
});

test("the application's role owns nothing, is no superuser and cannot bypass policies", async () => {
  const { rows } = await sql<{ name: string; super: boolean; bypass: boolean; owned: number }>`
    select r.rolname as name, r.rolsuper as super, r.rolbypassrls as bypass,
      (select count(*) from pg_class c where c.relowner = r.oid) as owned
    from pg_roles r where r.rolname = current_user`.execute(database.db);
  expect(rows).toEqual([{ name: 'obektiv_app', super: false, bypass: false, owned: 0 }]);
});

test('without a scope nothing is visible', async () => {
  await inScope(database.db, SYSTEM, (tx) =>
    sql`insert into organization (kind, path, name, short_name) values ('region', '.' || gen_random_uuid() || '.', 'x', 'x')`.execute(
      tx,
    ),
  );
  const { rows } = await sql<{ count: number }>`select count(*) as count from organization`.execute(database.db);
  expect(rows[0]!.count).toBe(0);
});

test('the journal refuses to be rewritten even by its owner', async () => {
  const { Client } = await import('pg');
  const owner = new Client({ connectionString: inject('database').ownerUrl });
  await owner.connect();
  try {
    await owner.query('begin');
    await owner.query("select set_config('obektiv.scope', '.', true)");
    await expect(owner.query('truncate audit_entry')).rejects.toThrow(/append-only/);
    await owner.query('rollback');
  } finally {
    await owner.end();
  }
});
