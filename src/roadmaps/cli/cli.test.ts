import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const CLI = new URL('../../cli.ts', import.meta.url).pathname;
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'roadmap-'));
  await writeFile(
    join(folder, 'plan.txt'),
    'План мероприятий на 2024/2025 учебный год\n№\tМероприятие\tСрок\tОтветственный\tРезультат\n1\tПедсовет об оценивании\tдо 31 мая\tДиректор школы\tОбучено 20 учителей\n',
  );
  await writeFile(join(folder, 'scan.pdf'), '%PDF-1.7');
  await writeFile(join(folder, 'note.txt'), 'Просто заметка без плана');
});
afterAll(() => rm(folder, { recursive: true }));

function run(...args: readonly string[]): Promise<{ code: unknown; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [CLI, 'roadmap', ...args],
      { env: { PATH: process.env.PATH, LANG: 'C.UTF-8' } },
      (error, stdout, stderr) => resolve({ code: error === null ? 0 : error.code, stdout, stderr }),
    );
  });
}

test('a plan as JSON has its sections, measures and warnings in words', async () => {
  const { code, stdout } = await run('read', join(folder, 'plan.txt'), '--json');
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toEqual({
    title: 'План мероприятий на 2024/2025 учебный год',
    organisation: null,
    approval: { by: null, order: null, date: null },
    schoolYear: '2024/2025',
    sections: [
      {
        title: null,
        measures: [
          {
            number: '1',
            text: 'Педсовет об оценивании',
            deadline: {
              verbatim: 'до 31 мая',
              type: 'DEADLINE(date, no year)',
              windows: [{ from: null, to: '2025-05-31' }],
              recurrence: null,
              reference: null,
              condition: null,
              ambiguous: false,
              warnings: [{ code: 'dayWithoutYear', words: null, message: expect.any(String) }],
            },
            responsible: [{ post: 'Директор школы', person: null, organisation: null }],
            result: 'Обучено 20 учителей',
            kind: 'M30',
            targets: [{ value: 20, comparison: 'equal', words: '20 учителей', unit: 'учителей' }],
            warnings: [
              {
                code: 'targetInWords',
                words: '20 учителей',
                place: 'строка 3',
                message: expect.stringContaining('20'),
              },
            ],
            place: 'строка 3',
          },
        ],
      },
    ],
    problems: [],
  });
});

test('a plan for reading is a table with remarks; the school year given by a person holds', async () => {
  const { stdout } = await run('read', join(folder, 'plan.txt'), '--school-year', '2025/2026', '--lang', 'en');
  expect(stdout).toContain('School year: 2025/2026');
  expect(stdout).toContain('Педсовет об оценивании');
  expect(stdout).toContain('31.05.2026');
  expect(stdout).toContain('no year is given');
});

test.each([
  [['read', 'scan.pdf'], 3, 'загрузите план в DOCX'],
  [['read', 'none.txt'], 4, 'none.txt'],
  [['read'], 2, 'Нужен один файл'],
  [['write', 'plan.txt'], 2, 'Что сделать с планом'],
  [['read', 'plan.txt', '--school-year', '2024/2026'], 2, '2023/2024'],
])('obektiv roadmap %j says what to do', async ([action, file, ...rest], expected, said) => {
  const { code, stderr } = await run(action, ...(file === undefined ? [] : [join(folder, file)]), ...rest);
  expect(stderr).toContain(said);
  expect(code).toBe(expected);
});

test('a text without a plan says so and ends with the code of data problems', async () => {
  const { code, stdout } = await run('read', join(folder, 'note.txt'));
  expect(stdout).toContain('Мероприятий не найдено');
  expect(code).toBe(3);
});
