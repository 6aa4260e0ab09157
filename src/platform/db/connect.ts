/** Connections: one for the owner (migrations), one pool for the application's least-privileged role. */
import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely';
import { Client, Pool, types } from 'pg';
import { startEmbedded } from './embedded.ts';
import { migrate } from './migrate.ts';
import { APPLICATION_ROLE, OWNER_ROLE } from './roles.ts';
import type { DB } from './schema.ts';

export type Db = Kysely<DB>;

export interface Database {
  readonly db: Db;
  readonly pool: Pool;
  /** Connection of the owner: migrations and the queue's own tables. */
  readonly ownerUrl: string;
  /** Connection of the application; on a server it takes the role APPLICATION_ROLE upon itself. */
  readonly applicationUrl: string;
  readonly kind: 'embedded' | 'server';
  close(): Promise<void>;
}

const parsers = new Map<number, (text: string) => unknown>([
  [20, Number], // int8: our counts stay far below 2^53
  [1700, Number], // numeric
  [1082, (text) => text], // date stays ГГГГ-ММ-ДД: a day has no time zone
]);

export function openPool(url: string, role?: string): Pool {
  const pool = new Pool({
    connectionString: url,
    max: 12,
    // Better an error that says so than a page that never answers.
    connectionTimeoutMillis: 15_000,
    ...(role ? { options: `-c role=${role}` } : {}),
    types: {
      getTypeParser: (oid: number, format?: string) => parsers.get(oid) ?? types.getTypeParser(oid, format as 'text'),
    },
  }); // A server that restarts ends idle connections: the pool opens new ones, the application lives on.
  pool.on('error', () => undefined);
  // The same for a connection that is in use: its query fails, the process does not.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

export function openKysely(pool: Pool): Db {
  return new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
}

function url(connection: { host: string; port: number }, user: string, password: string, database: string): string {
  return `postgres://${user}:${encodeURIComponent(password)}@${connection.host}:${connection.port}/${database}`;
}

/** Opens the PostgreSQL server that DATABASE_URL names and brings its tables up to date. */
export async function openServer(databaseUrl: string): Promise<Database> {
  await migrate(databaseUrl);
  const pool = openPool(databaseUrl, APPLICATION_ROLE);
  return {
    db: openKysely(pool),
    pool,
    ownerUrl: databaseUrl,
    applicationUrl: databaseUrl,
    kind: 'server',
    close: () => pool.end(),
  };
}

/** Starts the embedded PostgreSQL in `folder` (the caller holds its lock) and brings its tables up to date. */
export async function openEmbedded(folder: string): Promise<Database> {
  const embedded = await startEmbedded(folder);
  const { superuser } = embedded;
  const admin = new Client({ ...superuser, database: 'postgres' });
  await admin.connect();
  try {
    const exists = async (query: string, name: string) => ((await admin.query(query, [name])).rowCount ?? 0) > 0;
    for (const role of [OWNER_ROLE, APPLICATION_ROLE]) {
      const verb = (await exists('select 1 from pg_roles where rolname = $1', role)) ? 'alter' : 'create';
      await admin.query(
        `${verb} role ${role} login nosuperuser nobypassrls password ${admin.escapeLiteral(superuser.password)}`,
      );
    }
    if (!(await exists('select 1 from pg_database where datname = $1', 'obektiv'))) {
      await admin.query(`create database obektiv owner ${OWNER_ROLE}`);
    }
  } finally {
    await admin.end();
  }
  const ownerUrl = url(superuser, OWNER_ROLE, superuser.password, 'obektiv');
  await migrate(ownerUrl);
  const applicationUrl = url(superuser, APPLICATION_ROLE, superuser.password, 'obektiv');
  const pool = openPool(applicationUrl);
  return {
    db: openKysely(pool),
    pool,
    ownerUrl,
    applicationUrl,
    kind: 'embedded',
    close: async () => {
      await pool.end();
      await embedded.stop();
    },
  };
}
