import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const CLI = new URL('../../cli.ts', import.meta.url).pathname;
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lint-'));
  await writeFile(
    join(folder, 'plan.txt'),
    [
      'План мероприятий на 2024/2025 учебный год',
      '№\tМероприятие\tСрок\tОтветственный\tРезультат',
      '1\tПедсовет об оценивании\tдо 31 апреля 2025 г.\tДиректор школы\tПротокол',
      '3\tСеминар о критериях\tянварь\tМетодист\tОбучено 20 учителей',
      '',
    ].join('\n'),
  );
});
afterAll(() => rm(folder, { recursive: true }));

function run(...args: readonly string[]): Promise<{ code: unknown; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [CLI, 'roadmap', 'lint', ...args],
      { env: { PATH: process.env.PATH, LANG: 'C.UTF-8' } },
      (error, stdout, stderr) => resolve({ code: error === null ? 0 : error.code, stdout, stderr }),
    );
  });
}

test('remarks are a table with counts, place, reason and what is proposed; the exit code is that of success', async () => {
  const { code, stdout } = await run(join(folder, 'plan.txt'));
  expect(code).toBe(0);
  expect(stdout).toContain('Исправить: 1. Проверить: 2. К сведению: 2.');
  expect(stdout).toContain('Написать «до 30 апреля 2025 г.»');
  expect(stdout).toContain('После 1 стоит 3.');
});

test('as JSON each remark has its words and its mends', async () => {
  const { stdout } = await run(join(folder, 'plan.txt'), '--json', '--lang', 'en');
  const { counts, remarks } = JSON.parse(stdout) as { counts: unknown; remarks: { code: string }[] };
  expect(counts).toEqual({ mend: 1, look: 2, note: 2 });
  expect(remarks.map(({ code }) => code)).toEqual([
    'planNotApproved',
    'impossibleDate',
    'yearMissing',
    'brokenNumber',
    'targetInWords',
  ]);
  expect(remarks[1]).toMatchObject({
    severity: 'mend',
    number: '1',
    place: 'строка 3',
    title: 'There is no such day',
    mend: { kind: 'setField', value: 'до 30 апреля 2025 г.', words: 'Write “до 30 апреля 2025 г.”' },
  });
});

test.each([
  [['none.txt'], 4, 'none.txt'],
  [[], 2, 'Нужен один файл'],
])('obektiv roadmap lint %j says what to do', async (files, expected, said) => {
  const { code, stderr } = await run(...files.map((file) => join(folder, file)));
  expect(stderr).toContain(said);
  expect(code).toBe(expected);
});
