/** The command as people run it: a process of its own, files on disk, exit codes. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const CLI = new URL('../../cli.ts', import.meta.url).pathname;

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'obektiv-recheck-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

function recheck(...args: string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    execFile(process.execPath, [CLI, 'recheck', ...args], { cwd: folder }, (error, out, err) => {
      resolve({ code: error === null ? 0 : Number(error.code), out: plain(out), error: plain(err) });
    });
  });
}

const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');

async function save(name: string, text: string): Promise<string> {
  await writeFile(join(folder, name), text);
  return name;
}

/** Twenty papers of one answer; the first scoring is two points higher in every second one. */
const GENEROUS = [
  'Код участника;Задание;Первый балл;Второй балл;Эксперт 1;Эксперт 2',
  ...Array.from({ length: 20 }, (_, paper) => {
    const second = paper % 3;
    return `${1000 + paper};9.1;${second + (paper % 2) * 2};${second};Первая комиссия;Вторая комиссия`;
  }),
].join('\n');

test('a table of two scorings is answered with figures, severities and a sentence', async () => {
  const { code, out, error } = await recheck(await save('generous.csv', GENEROUS), '--papers', '120');
  expect(error).toBe('');
  expect(code).toBe(0);
  expect(out).toMatch(/Разошлись больше чем на 1 балл +10 \(50 %\) +30 %…70 %/u);
  expect(out).toMatch(/В среднем изменение, баллов на работу +−1,00 +−1,48…−0,52/u);
  expect(out).toMatch(/Разошлось бы из всех 120 +60 +3\d…8\d/u);
  expect(out).toMatch(/Первая комиссия +−0,50/u);
  expect(out).toContain('Первые баллы выше вторых');
  expect((await recheck('generous.csv', '--lang', 'en')).out).toContain('First scores are higher than second ones');
});

test('figures come as JSON, into a file where one is named', async () => {
  const { code } = await recheck(await save('generous.csv', GENEROUS), '--json', '--tolerance', '2', '--out', 'a.json');
  expect(code).toBe(0);
  const answer = JSON.parse(await readFile(join(folder, 'a.json'), 'utf8'));
  expect(answer).toMatchObject({ verdict: 'within', papers: 20, answers: 20, tolerance: 2, changed: 10, inAll: null });
  expect(answer.meanChange.value).toBe(-1);
});

test('fourteen papers are answered by how many are needed', async () => {
  const few = GENEROUS.split('\n').slice(0, 15).join('\n');
  const { code, out } = await recheck(await save('few.csv', few));
  expect(code).toBe(0);
  expect(out).toContain('Для вывода нужно не меньше 15 работ, перепроверено 14.');
});

test.each([
  ['no file', [], 2, 'Не указан файл'],
  ['a file that is not there', ['missing.csv'], 4, 'Файла «missing.csv» нет'],
  ['two files', ['a.csv', 'b.csv'], 2, 'Нужен один файл, указано 2'],
  ['a number of papers in words', ['a.csv', '--papers', 'сто'], 2, 'Для «--papers» указано «сто»'],
] as const)('%s is refused in a sentence', async (_, args, code, words) => {
  const outcome = await recheck(...args);
  expect(outcome.error).toContain(words);
  expect(outcome.code).toBe(code);
});

test('fewer papers in all than were re-scored are refused', async () => {
  const outcome = await recheck(await save('generous.csv', GENEROUS), '--papers', '19');
  expect(outcome.error).toContain('а перепроверено работ 20');
  expect(outcome.code).toBe(2);
});

test.each([
  ['a score in words', 'participant,first,second\n1,два,2\n', 'Строка 2, «first»: «два»'],
  ['a negative score', 'participant,first,second\n1,2,-1\n', 'Строка 2, «second»: «-1»'],
  ['no code', 'participant,first,second\n,1,2\n', 'Строка 2: не указан код участника'],
  ['an answer twice', 'participant,task,first,second\n1,9,1,2\n1,9,1,1\n', 'уже есть в строке 2'],
  ['no second score', 'participant,first\n1,2\n', 'Нет столбца «second»'],
  ['a heading only', 'participant,first,second\n', 'под заголовком пусто'],
] as const)('%s is told with its place, and nothing is computed', async (_, text, words) => {
  const outcome = await recheck(await save('bad.csv', text));
  expect(outcome.error).toContain(words);
  expect(outcome.code).toBe(3);
  expect(outcome.out).toBe('');
});
