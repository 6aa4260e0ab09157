/** The site with the demo region, started once for all browser tests as `npm run demo` starts it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { loadDemo } from '#demo/load.ts';
import { createTestDatabase, openTestDatabase } from '#src/platform/db/test-database.ts';
import { startApplication } from '#src/server.ts';

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'obektiv-site-'));
  const created = await createTestDatabase();
  const database = openTestDatabase(created.address);
  const application = await startApplication({ database, site: true });
  await loadDemo(application, database, folder);
  const site = await application.server.app.listen({ host: '127.0.0.1', port: 0 });
  project.provide('database', created.address);
  project.provide('site', site);
  return async () => {
    await application.close();
    await database.close();
    await created.drop();
    rmSync(folder, { recursive: true, force: true });
  };
}
