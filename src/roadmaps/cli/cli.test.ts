import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
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
  await writeFile(join(folder, 'empty.txt'), '');
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
  expect(stdout).not.toMatch(/DEADLINE|M30/u);
});

test.each([
  [['read', 'scan.pdf'], 3, 'загрузите план в DOCX'],
  [['read', 'empty.txt'], 3, 'укажите другой файл'],
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

test.each(['docx', 'pdf', 'xlsx'])('a plan printed as %s is read again as the same plan', async (format) => {
  const out = join(folder, `printed.${format}`);
  expect(await run('print', join(folder, 'plan.txt'), '--format', format, '--out', out)).toMatchObject({
    code: 0,
    stdout: '',
  });
  const { stdout } = await run('read', out, '--json');
  expect(JSON.parse(stdout)).toMatchObject({
    title: 'План мероприятий на 2024/2025 учебный год',
    schoolYear: '2024/2025',
    sections: [{ measures: [{ number: '1', text: 'Педсовет об оценивании', result: 'Обучено 20 учителей' }] }],
  });
});

test('remarks are printed on request only', async () => {
  const [plain, noted] = [join(folder, 'plain.docx'), join(folder, 'noted.docx')];
  await run('print', join(folder, 'plan.txt'), '--format', 'docx', '--out', plain);
  await run('print', join(folder, 'plan.txt'), '--format', 'docx', '--out', noted, '--with', 'remarks');
  expect((await readFile(noted)).length).toBeGreaterThan((await readFile(plain)).length);
});

test('what is due when: by days, repeated measures each time, what has no day at the end', async () => {
  const file = join(folder, 'due.txt');
  await writeFile(
    file,
    'План мероприятий на 2024/2025 учебный год\n№\tМероприятие\tСрок\tОтветственный\n1\tПеречень\tпо графику ВПР\tЗавуч\n2\tСправка\tмарт, май\tЗавуч\n3\tПриказ\tдо 20 сентября\tДиректор\n',
  );
  const { code, stdout } = await run('due', file, '--json');
  expect(code).toBe(0);
  const list = JSON.parse(stdout) as { number: string; dueOn: string | null; reference: string | null }[];
  expect(list.map(({ number, dueOn }) => [number, dueOn])).toEqual([
    ['3', '2024-09-20'],
    ['2', '2025-03-31'],
    ['2', '2025-05-31'],
    ['1', null],
  ]);
  expect(list.at(-1)?.reference).toBe('график ВПР');
  expect((await run('due', file)).stdout).toContain('20.09.2024');
});

test.each([
  [['--out', 'x.pdf'], 2, 'docx, pdf, xlsx'],
  [['--format', 'pdf'], 2, 'Куда записать'],
  [['--format', 'xlsx', '--out', 'x.xlsx', '--with', 'remarks'], 2, '--with'],
  [['--format', 'pdf', '--out', '/nowhere/x.pdf'], 4, '/nowhere/x.pdf'],
])('obektiv roadmap print with %j says what to do', async (options, expected, said) => {
  const { code, stderr } = await run('print', join(folder, 'plan.txt'), ...options);
  expect(stderr).toContain(said);
  expect(code).toBe(expected);
});

test('a file without measures is not printed', async () => {
  const { code, stderr } = await run(
    'print',
    join(folder, 'note.txt'),
    '--format',
    'pdf',
    '--out',
    join(folder, 'n.pdf'),
  );
  expect(stderr).toContain('печатать нечего');
  expect(code).toBe(3);
});
