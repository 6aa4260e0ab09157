/** Packing and analyses by region as people run them: a process of its own, files on disk, exit codes. */
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Administration } from '../engine/administration.ts';
import { simulateRegion } from '../validation/region.ts';
import { inventedWork } from '../validation/works.ts';

const CLI = new URL('../../cli.ts', import.meta.url).pathname;
const WORKS = [inventedWork('Математика', 5, 12), inventedWork('Русский язык', 5, 15)];
const TASKS = 15;
const HEADER = 'procedure,municipality,school,grade,class,subject,participant,journal_mark';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'obektiv-regions-'));
  for (const seed of [1, 2, 3]) {
    const region = simulateRegion({ seed, municipalities: 2, schoolsPerMunicipality: 4, works: WORKS });
    await writeFile(join(folder, `Область ${seed}.csv`), csv(region.administrations));
  }
  const works = WORKS.map(({ subject, grade, tasks, thresholds }) => ({
    subject,
    grade,
    tasks,
    mark_thresholds: thresholds,
  }));
  await writeFile(join(folder, 'spec.json'), JSON.stringify({ procedure: 'ВПР', works }));
  await obektiv('pack', ...REGIONS, '--spec', 'spec.json', '--regions', '--out', 'country.obk');
}, 120_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

const REGIONS = ['Область 1.csv', 'Область 2.csv', 'Область 3.csv'];

function csv(administrations: readonly Administration[]): string {
  const header = [HEADER, ...Array.from({ length: TASKS }, (_, task) => `t${task + 1}`)].join(',');
  const lines = administrations.flatMap(({ municipalities, schools, classes, tasks, ...papers }) =>
    Array.from({ length: papers.size }, (_, paper) => {
      const group = classes[papers.classOf[paper]!]!;
      const school = schools[group.school]!;
      const scores = Array.from({ length: TASKS }, (_, task) =>
        task < tasks.length ? papers.scores[paper * tasks.length + task]! : '',
      );
      const place = ['ВПР', municipalities[school.municipality], school.name, papers.grade, group.name, papers.subject];
      return [...place, papers.participants[paper], papers.journalMarks[paper] || '', ...scores].join(',');
    }),
  );
  return [header, ...lines].join('\n');
}

interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function obektiv(...args: readonly string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    const options = { cwd: folder, maxBuffer: 64 * 1024 * 1024, env: { ...process.env, LANG: 'ru_RU.UTF-8' } };
    execFile(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', CLI, ...args],
      options,
      (error, stdout, stderr) => resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr }),
    );
  });
}

test('a packed region gives the same figures as its file', async () => {
  const packed = await obektiv('pack', REGIONS[0]!, '--spec', 'spec.json', '--out', 'one.obk');
  expect(packed).toMatchObject({ code: 0, stdout: '' });
  const fromFile = await obektiv('analyze', REGIONS[0]!, '--spec', 'spec.json', '--json');
  const fromPacked = await obektiv('analyze', 'one.obk', '--json');
  expect(fromPacked).toEqual(fromFile);
}, 120_000);

test('regions from their files and from one packed file give the same lines, whatever the number of threads', async () => {
  const lines = await obektiv('analyze', 'country.obk', '--json', '--threads', '2');
  expect(lines.code).toBe(0);
  const units = lines.stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { region: string });
  expect([...new Set(units.map(({ region }) => region))]).toEqual(['Область 1', 'Область 2', 'Область 3']);
  expect((await obektiv('analyze', 'country.obk', '--json', '--threads', '1')).stdout).toBe(lines.stdout);
  const fromFiles = await obektiv('analyze', ...REGIONS, '--spec', 'spec.json', '--regions', '--json');
  expect(fromFiles.stdout).toBe(lines.stdout);
}, 120_000);

test('counts by region add up and are no ranking', async () => {
  const { stdout } = await obektiv('analyze', 'country.obk', '--summary', '--json');
  const { regions, total } = JSON.parse(stdout) as Record<'regions', { papers: number }[]> & {
    total: { papers: number };
  };
  expect(regions).toHaveLength(3);
  expect(total.papers).toBe(regions.reduce((sum, { papers }) => sum + papers, 0));
  const table = (await obektiv('analyze', 'country.obk')).stdout;
  expect(table).toContain('Область 2');
  expect(table).toContain('это не рейтинг');
}, 120_000);

test('a region with errors is told and left out, the others are computed', async () => {
  const good = await readFile(join(folder, REGIONS[0]!), 'utf8');
  await writeFile(join(folder, 'Плохая.csv'), good.replace(/,(\d+)$/mu, ',99'));
  const run = await obektiv('analyze', REGIONS[1]!, 'Плохая.csv', '--spec', 'spec.json', '--regions', '--summary');
  expect(run.code).toBe(3);
  expect(run.stdout).toContain('Область 2');
  expect(run.stdout).not.toContain('Плохая');
  expect(run.stderr).toContain('Плохая');
  const pack = await obektiv('pack', REGIONS[1]!, 'Плохая.csv', '--spec', 'spec.json', '--regions', '--out', 'bad.obk');
  expect(pack.code).toBe(3);
  expect(await readdir(folder)).not.toContain('bad.obk');
}, 120_000);

test('what cannot be packed or is no packed file is refused in words', async () => {
  await writeFile(join(folder, 'foreign.obk'), 'PK\u0003\u0004');
  expect(await obektiv('analyze', 'foreign.obk')).toMatchObject({
    code: 3,
    stderr: expect.stringContaining('не упакованные'),
  });
  await writeFile(join(folder, 'cut.obk'), await readFile(join(folder, 'country.obk')));
  await truncate(join(folder, 'cut.obk'), 5000);
  expect(await obektiv('analyze', 'cut.obk')).toMatchObject({ code: 3, stderr: expect.stringContaining('неполный') });
  expect((await obektiv('pack', REGIONS[0]!, '--spec', 'spec.json')).code).toBe(2);
  expect((await obektiv('pack', REGIONS[0]!, '--spec', 'spec.json', '--out', 'papers.csv')).code).toBe(2);
  expect((await obektiv('analyze', 'country.obk', REGIONS[0]!)).code).toBe(2);
}, 120_000);
