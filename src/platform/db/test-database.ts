/**
 * Databases for tests: real ones. Without DATABASE_URL an embedded cluster in a temporary folder, with it a database of
 * its own on that server; the same tests run over both.
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { type Database, openEmbedded, openKysely, openPool, openServer } from './connect.ts';
import { APPLICATION_ROLE } from './roles.ts';

/** What a test needs to reach the database; plain data, so that it passes between processes. */
export interface TestDatabaseAddress {
  readonly ownerUrl: string;
  readonly applicationUrl: string;
  readonly kind: Database['kind'];
}

export interface TestDatabase {
  readonly address: TestDatabaseAddress;
  drop(): Promise<void>;
}

/** Makes an empty migrated database. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = process.env.DATABASE_URL;
  if (!server) {
    const folder = mkdtempSync(join(tmpdir(), 'obektiv-test-'));
    const database = await openEmbedded(folder);
    return {
      address: { ownerUrl: database.ownerUrl, applicationUrl: database.applicationUrl, kind: 'embedded' },
      drop: async () => {
        await database.close();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  }
  const name = `obektiv_test_${randomBytes(6).toString('hex')}`;
  await administer(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const database = await openServer(url.href);
  await database.close();
  return {
    address: { ownerUrl: url.href, applicationUrl: url.href, kind: 'server' },
    drop: () => administer(server, `drop database if exists ${name} with (force)`),
  };
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Opens a test database from any process, as the application does. */
export function openTestDatabase(address: TestDatabaseAddress): Database {
  const pool = openPool(address.applicationUrl, address.kind === 'server' ? APPLICATION_ROLE : undefined);
  return { ...address, db: openKysely(pool), pool, close: () => pool.end() };
}
