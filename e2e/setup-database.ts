/** One database for all tests of a run; each test builds its own region in it and nothing is cleaned. */
import type { TestProject } from 'vitest/node';
import { createTestDatabase, type TestDatabaseAddress } from '#src/platform/db/test-database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    database: TestDatabaseAddress;
    /** Address of the site with the demo region; browser tests only. */
    site: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const database = await createTestDatabase();
  project.provide('database', database.address);
  return database.drop;
}
