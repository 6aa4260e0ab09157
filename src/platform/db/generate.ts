/** Writes schema.ts from the migrations: `npm run db:types`. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbedded } from './connect.ts';

const target = join(import.meta.dirname, 'schema.ts');
const folder = mkdtempSync(join(tmpdir(), 'obektiv-types-'));
const database = await openEmbedded(folder);
const result = spawnSync(
  'kysely-codegen',
  [
    '--dialect',
    'postgres',
    '--url',
    database.ownerUrl,
    '--camel-case',
    '--default-schema',
    'public',
    '--include-pattern',
    'public.*',
    '--exclude-pattern',
    'schema_migration',
    '--date-parser',
    'string',
    '--numeric-parser',
    'number',
    '--out-file',
    target,
  ],
  { stdio: 'inherit' },
);
await database.close();
// connect.ts parses int8 as a number: our counts stay far below 2^53.
writeFileSync(
  target,
  readFileSync(target, 'utf8').replace(
    /^export type Int8 = .*$/m,
    'export type Int8 = ColumnType<number, number, number>;',
  ),
);
rmSync(folder, { recursive: true, force: true });
process.exit(result.status ?? 1);
