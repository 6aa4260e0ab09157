/** The command as people run it: a process of its own, files on disk, exit codes. */
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Random } from '../engine/random.ts';
import type { Calibration } from './model.ts';

const CLI = new URL('../../cli.ts', import.meta.url).pathname;
const DIFFICULTIES = [-1.5, -1, -0.5, 0, 0.5, 1, 1.5];

let folder: string;

/** An invented work of seven tasks worth one point in two variants; in the second task 5 is two logits harder. */
function papers(count: number): string {
  const random = new Random(5);
  const rows = Array.from({ length: count }, (_, index) => {
    const second = index % 2 === 1;
    const ability = random.normal();
    const scores = DIFFICULTIES.map((difficulty, task) => {
      const harder = second && task === 4 ? 2 : 0;
      return random.chance(1 / (1 + Math.exp(difficulty + harder - ability))) ? 1 : 0;
    });
    const total = scores.reduce<number>((sum, score) => sum + score, 0);
    return `ВПР,2026-04-15,Район,edu990101,5,5А,Математика,,p${index},${second ? 2 : 1},,,${total},${scores.join(',')}`;
  });
  const header =
    'procedure,date,municipality,school,grade,class,subject,teacher,participant,variant,journal_mark,mark,total,t1,t2,t3,t4,t5,t6,t7';
  return [header, ...rows, ''].join('\n');
}

const SPEC = {
  procedure: 'ВПР',
  works: [
    {
      subject: 'Математика',
      grade: 5,
      tasks: DIFFICULTIES.map((_, index) => ({ id: String(index + 1), max: 1, response: 'short' })),
      mark_thresholds: { 3: 2, 4: 4, 5: 6 },
    },
  ],
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'obektiv-calibrate-'));
  await writeFile(join(folder, 'papers.csv'), papers(3000));
  await writeFile(join(folder, 'few.csv'), papers(50));
  await writeFile(join(folder, 'bad.csv'), papers(300).replace(/,1\n/u, ',7\n'));
  await writeFile(join(folder, 'spec.json'), JSON.stringify(SPEC));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

interface Outcome {
  readonly code: number | string | null | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

function run(...args: readonly string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [CLI, 'calibrate', ...args],
      { cwd: folder, env: { PATH: process.env.PATH, LANG: 'C.UTF-8' }, maxBuffer: 16 * 1024 * 1024 },
      (error, stdout, stderr) => resolve({ code: error === null ? 0 : error.code, stdout, stderr }),
    );
  });
}

interface Json {
  readonly engineVersion: string;
  readonly works: readonly ({
    readonly procedure: string;
    readonly subject: string;
    readonly grade: number;
  } & Calibration)[];
}

test('JSON has the difficulties that made the papers, and names the task that differs between the variants', async () => {
  const { code, stdout, stderr } = await run('papers.csv', '--spec', 'spec.json', '--json');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const [work] = (JSON.parse(stdout) as Json).works;
  expect(work).toMatchObject({ procedure: 'ВПР', subject: 'Математика', grade: 5 });
  const [first, second] = work!.variants;
  if (first?.kind !== 'calibrated' || second?.kind !== 'calibrated') throw new Error('not calibrated');
  expect([first.name, second.name]).toEqual(['1', '2']);
  // The variant with more informative papers gives the scale; differences within a variant do not depend on which it is.
  first.tasks.forEach(({ difficulty, error }, index) => {
    const within = difficulty! - first.tasks[0]!.difficulty!;
    expect(Math.abs(within - (DIFFICULTIES[index]! - DIFFICULTIES[0]!))).toBeLessThan(6 * error!);
  });
  const drifted = [...(first.link?.drifted ?? []), ...(second.link?.drifted ?? [])];
  expect(drifted.map(({ id }) => id)).toEqual(['5']);
});

test('the table says difficulty, error and fit of every task, in the language that was asked for', async () => {
  const { code, stdout } = await run('papers.csv', '--spec', 'spec.json');
  expect(code).toBe(0);
  expect(stdout).toContain('Математика, 5 класс. ВПР');
  expect(stdout).toContain('Вариант 1');
  expect(stdout).toMatch(/чем в другом варианте, на \d,\d\d логита/u);
  expect(stdout).toMatch(/Приведён к общей шкале по 6\sзаданиям/u);
  const english = await run('papers.csv', '--spec', 'spec.json', '--lang', 'en');
  expect(english.stdout).toContain('Difficulty');
  expect(english.stdout).not.toMatch(/Трудность/u);
});

test('too few papers are an answer, not a failure', async () => {
  const { code, stdout } = await run('few.csv', '--spec', 'spec.json');
  expect(code).toBe(0);
  expect(stdout).toContain('Данных недостаточно');
});

test('rows with errors stop the calculation unless they are to be skipped', async () => {
  const stopped = await run('bad.csv', '--spec', 'spec.json');
  expect(stopped).toMatchObject({ code: 3, stdout: '' });
  expect(stopped.stderr).toContain('Ничего не посчитано');
  const skipped = await run('bad.csv', '--spec', 'spec.json', '--skip-bad-rows');
  expect(skipped.code).toBe(0);
  expect(skipped.stderr).toContain('Пропущено с ошибками');
});

test('--out writes the same into a file', async () => {
  const printed = await run('papers.csv', '--spec', 'spec.json', '--json');
  expect(await run('papers.csv', '--spec', 'spec.json', '--json', '--out', 'answer.json')).toEqual({
    code: 0,
    stdout: '',
    stderr: '',
  });
  expect(await readFile(join(folder, 'answer.json'), 'utf8')).toBe(printed.stdout);
  expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
});

test.each([
  [[], 2, 'Не указан файл с результатами'],
  [['papers.csv'], 2, 'Не указано описание работ'],
  [['papers.csv', '--spec', 'spec.json', '--out', 'papers.csv'], 2, 'поверх исходного файла'],
  [['papers.csv', '--spce', 'spec.json'], 2, 'Ближе всего «--spec»'],
  [['none.csv', '--spec', 'spec.json'], 4, 'Файла «none.csv» нет'],
])('obektiv calibrate %j is refused with a sentence that says why', async (args, code, said) => {
  const outcome = await run(...args);
  expect(outcome).toMatchObject({ code, stdout: '' });
  expect(outcome.stderr).toContain(said);
});
