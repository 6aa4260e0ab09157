/** `obektiv tables` as people run it. The statements for a cluster have a suite of their own, clickhouse/. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Administration } from '../engine/administration.ts';
import { sumTables, tablesOf } from '../spread/tables.ts';
import { writeRegion } from '../spread/test-papers.ts';

const CLI = new URL('../../cli.ts', import.meta.url).pathname;
let folder: string;
let regions: (readonly Administration[])[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'obektiv-tables-'));
  regions = [await writeRegion(folder, 'north', 71), await writeRegion(folder, 'south', 72)];
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function run(...args: readonly string[]): Promise<{ code: unknown; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [CLI, 'tables', ...args],
      { cwd: folder, env: { PATH: process.env.PATH, LANG: 'C.UTF-8' }, maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => resolve({ code: error === null ? 0 : error.code, stdout, stderr }),
    );
  });
}

test('tables of several files are the sum of the tables of each', async () => {
  const { code, stdout } = await run('north.parquet', 'south.parquet', '--spec', 'spec.json');
  expect(code).toBe(0);
  const expected = sumTables(regions.map((region) => region.map(tablesOf)));
  const found = JSON.parse(stdout) as typeof expected;
  // A file says only who was there, so absent pupils of the simulated regions are not in it.
  expect(found.map((work) => ({ ...work, absent: 0 }))).toEqual(
    expected.map((work) => ({ ...work, procedure: 'ВПР', absent: 0 })),
  );
});

test.each([
  [['north.parquet'], 'Укажите описание работ --spec'],
  [['--spec', 'spec.json'], 'Укажите файлы с результатами или кластер'],
  [['--spec', 'spec.json', '--clickhouse', 'nowhere', '--table', 'papers'], 'не похоже на адрес ClickHouse'],
  [['--spec', 'spec.json', '--clickhouse', 'http://127.0.0.1:9', '--table', 'papers'], 'не отвечает'],
  [['--spec', 'spec.json', '--clickhouse', 'http://127.0.0.1:9', '--table', 'a b'], 'не годится как имя таблицы'],
])('obektiv tables %j says what to do', async (args, said) => {
  const { code, stdout, stderr } = await run(...args);
  expect(code).not.toBe(0);
  expect(stdout).toBe('');
  expect(stderr).toContain(said);
});
