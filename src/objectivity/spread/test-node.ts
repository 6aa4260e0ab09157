/** One application node as a process of its own, for tests: a site without pages on the database and storage it is told. */
import { openTestDatabase, type TestDatabaseAddress } from '#src/platform/db/test-database.ts';
import { startApplication } from '#src/server.ts';

const address = JSON.parse(process.env.TEST_DATABASE!) as TestDatabaseAddress;
await startApplication({ database: openTestDatabase(address), site: false });
process.stdout.write('ready\n');
