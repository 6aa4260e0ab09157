import { execFile } from 'node:child_process';
import { expect, test } from 'vitest';

const CLI = new URL('../../cli.ts', import.meta.url).pathname;

function run(...args: readonly string[]): Promise<{ code: unknown; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [CLI, 'deadline', ...args],
      { env: { PATH: process.env.PATH, LANG: 'C.UTF-8' } },
      (error, stdout, stderr) => resolve({ code: error === null ? 0 : error.code, stdout, stderr }),
    );
  });
}

test('a deadline as JSON has its words, type, windows, rule and doubts', async () => {
  const { code, stdout } = await run('до 31 мая', '--school-year', '2023/2024', '--approved', '22.02.2024', '--json');
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toEqual({
    verbatim: 'до 31 мая',
    type: 'DEADLINE(date, no year)',
    windows: [{ from: '2024-02-22', to: '2024-05-31' }],
    recurrence: null,
    reference: null,
    condition: null,
    notes: [],
    ambiguous: false,
    warnings: [{ code: 'dayWithoutYear', words: null, message: 'год не указан: взят из учебного года плана' }],
  });
});

test('a deadline in words for reading, in two languages', async () => {
  const russian = await run('последний понедельник месяца', '--school-year', '2026/2027');
  expect(russian.stdout).toContain('30.11.2026\n  28.12.2026\n');
  expect(russian.stdout).toContain('Правило: FREQ=MONTHLY;BYDAY=-1MO');
  const english = await run('ноябрь', 'декабрь', '2026', '--lang', 'en');
  expect(english.stdout).toContain('Type: MONTH_RANGE');
  expect(english.stdout).toContain('a range or a list?');
});

test.each([
  [[], 'Не указан срок'],
  [['май', '--school-year', '2023/2025'], 'допустимо: 2023/2024'],
  [['май', '--approved', '31.02.2024'], 'допустимо: 2024-02-22'],
  [['май', '--shcool-year', '2023'], 'Ближе всего «--school-year»'],
])('obektiv deadline %j says what to do', async (args, said) => {
  const { code, stdout, stderr } = await run(...args);
  expect(code).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toContain(said);
});
