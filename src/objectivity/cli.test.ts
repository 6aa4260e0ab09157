/** The command as people run it: a process of its own, files on disk, exit codes. */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Administration } from './engine/administration.ts';
import { simulateRegion } from './validation/region.ts';
import { inventedWork } from './validation/works.ts';

const CLI = new URL('../cli.ts', import.meta.url).pathname;
const WORKS = [inventedWork('Математика', 5, 12), inventedWork('Русский язык', 5, 15)];
const TASKS = 15;

let folder: string;
let rows: string[][];
/** The answer in JSON on all papers. */
let answer: Outcome;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'obektiv-cli-'));
  const region = simulateRegion({ seed: 11, municipalities: 3, schoolsPerMunicipality: 6, works: WORKS });
  rows = region.administrations.flatMap(rowsOf);
  await save('papers.csv', csv(rows));
  await save('spec.json', spec(WORKS));
  answer = await analyze('papers.csv', '--json');
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const LEADING =
  'procedure,date,municipality,school,grade,class,subject,teacher,participant,variant,journal_mark,mark,total';
const HEADER = [...LEADING.split(','), ...Array.from({ length: TASKS }, (_, task) => `t${task + 1}`)];
const JOURNAL_MARK = HEADER.indexOf('journal_mark');
const FIRST_TASK = HEADER.indexOf('t1');

function rowsOf(administration: Administration): string[][] {
  const { procedure, municipalities, schools, classes, tasks, subject, grade } = administration;
  return Array.from({ length: administration.size }, (_, paper) => {
    const group = classes[administration.classOf[paper]!]!;
    const school = schools[group.school]!;
    const scores = Array.from({ length: TASKS }, (_, task) =>
      task < tasks.length ? String(administration.scores[paper * tasks.length + task]!) : '',
    );
    return [
      procedure,
      '2026-04-15',
      municipalities[school.municipality]!,
      school.name,
      String(grade),
      group.name,
      subject,
      group.teacher ?? '',
      administration.participants[paper]!,
      '',
      String(administration.journalMarks[paper]! || ''),
      String(administration.marks[paper]! || ''),
      String(administration.totals[paper]!),
      ...scores,
    ];
  });
}

function csv(lines: readonly (readonly string[])[], end = '\n'): string {
  return [HEADER, ...lines].map((line) => line.join(',') + end).join('');
}

/** The rows with one cell of each changed. */
function changed(column: number, value: (row: number, cell: string) => string): string[][] {
  return rows.map((line, row) => line.with(column, value(row, line[column]!)));
}

function spec(works: readonly (typeof WORKS)[number][]): string {
  return JSON.stringify({
    procedure: 'ВПР',
    works: works.map(({ subject, grade, tasks, thresholds }) => ({
      subject,
      grade,
      tasks,
      mark_thresholds: thresholds,
    })),
  });
}

function save(name: string, content: string | Uint8Array): Promise<void> {
  return writeFile(join(folder, name), content);
}

interface Outcome {
  readonly code: number | string | null | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

const ENVIRONMENT = { PATH: process.env.PATH, LANG: 'C.UTF-8' };

function run(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Outcome> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [CLI, ...args],
      { cwd: folder, env: { ...ENVIRONMENT, ...environment }, maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => resolve({ code: error === null ? 0 : error.code, stdout, stderr }),
    );
  });
}

/** `obektiv analyze … --spec spec.json` on files of the folder. */
const analyze = (...args: readonly string[]) => run(['analyze', ...args, '--spec', 'spec.json']);

interface JsonUnit {
  readonly level: string;
  readonly municipality: string;
  readonly school: string | null;
  readonly class: string | null;
  readonly subject: string;
  readonly procedure: string;
  readonly participants: number;
  readonly signalled: boolean;
  readonly markers: readonly { readonly id: string }[];
  readonly insufficient: readonly { readonly id: string; readonly reason: string }[];
}

function unitsOf(json: string): readonly JsonUnit[] {
  return (JSON.parse(json) as { readonly units: readonly JsonUnit[] }).units;
}

function numbersIn(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return typeof value === 'number' ? [value] : [];
  return Object.values(value).flatMap(numbersIn);
}

test('JSON has every unit of every level with its markers, and nothing is said beside it', () => {
  const { code, stdout, stderr } = answer;
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const units = unitsOf(stdout);
  const classes = new Set(rows.map((row) => `${row[3]} ${row[5]} ${row[6]}`));
  expect(units.filter(({ level }) => level === 'class')).toHaveLength(classes.size);
  expect(units.filter(({ level }) => level === 'school')).toHaveLength(18 * 2);
  expect(units.filter(({ level }) => level === 'municipality')).toHaveLength(3 * 2);
  for (const level of ['class', 'school', 'municipality']) {
    const papers = units.filter((unit) => unit.level === level).reduce((sum, unit) => sum + unit.participants, 0);
    expect(papers).toBe(rows.length);
  }
  for (const unit of units) {
    expect(unit.school === null).toBe(unit.level === 'municipality');
    expect(unit.class === null).toBe(unit.level !== 'class');
    expect(unit.signalled).toBeTypeOf('boolean');
    for (const marker of unit.markers) {
      expect(marker).toEqual({
        id: expect.stringMatching(/^B[1-9]$/u),
        statistic: expect.any(Number),
        p: expect.any(Number),
        effect: { value: expect.any(Number), unit: expect.any(String) },
        participants: expect.any(Number),
      });
    }
  }
  expect(numbersIn(units).every(Number.isFinite)).toBe(true);
});

test('encoding, line ends, number of files and CSV or Parquet change nothing in the answer', async () => {
  await save('first.csv', windows1251(csv(rows.slice(0, 700), '\r\n')));
  await save('second.csv', csv(rows.slice(700)));
  await toParquet('second.csv', 'second.parquet');
  expect(await analyze('first.csv', 'second.parquet', '--json')).toEqual(answer);
});

test('the table says in words which units have a sign, how many were looked at, and that a sign is no verdict', async () => {
  const signalled = unitsOf(answer.stdout).filter((unit) => unit.signalled);
  const { code, stdout, stderr } = await analyze('papers.csv');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const data = stdout.split('\n').filter((line) => line.startsWith('Округ'));
  expect(data).toHaveLength(signalled.length);
  expect(stdout).toMatch(/Муниципалитеты +6 +\d+ +\d+\nШколы +36 +\d+ +\d+\nКлассы/u);
  expect(stdout).toMatch(/заметный|выраженный/u);
  expect(stdout).toContain('Признак — повод посмотреть, а не вывод.');
  for (const line of data) expect(line).not.toMatch(/undefined|NaN|null/u);
});

test('--all adds units without a sign, --level leaves one level', async () => {
  const { stdout } = await analyze('papers.csv', '--all', '--level', 'school');
  expect(stdout.split('\n').filter((line) => line.startsWith('Округ'))).toHaveLength(36);
  expect(stdout).toContain('нет признака');
  expect(stdout).not.toContain('Классы');
});

test('a stricter rate leaves the stronger signals of the level that is asked for', async () => {
  const { stdout } = await analyze('papers.csv', '--json', '--level', 'class', '--rate', '0,001');
  expect(JSON.parse(stdout)).toMatchObject({ rate: 0.001 });
  const usual = unitsOf(answer.stdout).filter(({ level }) => level === 'class');
  const strict = unitsOf(stdout);
  expect(strict).toHaveLength(usual.length);
  const marked = strict.map(({ signalled }, index) => [signalled, usual[index]!.signalled]);
  expect(marked).not.toContainEqual([true, false]);
  expect(marked).toContainEqual([false, true]);
});

test('English comes by the option or from the environment', async () => {
  await save('one.csv', csv(rows.slice(0, 1)));
  expect((await analyze('one.csv', '--lang', 'en')).stdout).toContain('A sign is a reason to look, not a verdict.');
  const help = await run(['analyze', '--help'], { LANG: 'en_GB.UTF-8' });
  expect(help).toMatchObject({ code: 0, stdout: expect.stringContaining('Exit code: 0 done') });
  expect((await run(['--help'])).stdout).toContain('analyze');
  expect((await run(['analyze', '--help'])).stdout).toContain('Код завершения');
});

test('a row with an error stops everything, unless such rows are to be left out', async () => {
  await save('flawed.csv', csv(changed(FIRST_TASK, (row, cell) => ['?', '99999999999999999999'][row] ?? cell)));
  const strict = await analyze('flawed.csv', '--json');
  expect(strict).toMatchObject({ code: 3, stdout: '' });
  expect(strict.stderr).toContain('flawed.csv, строка 2, столбец t1: непонятное значение; найдено «?», допустимо 0–');
  expect(strict.stderr).toContain('flawed.csv, строка 3, столбец t1: балл выше наибольшего');
  expect(strict.stderr).toContain('--skip-bad-rows');
  const lenient = await analyze('flawed.csv', '--json', '--skip-bad-rows');
  expect(lenient.code).toBe(0);
  expect(lenient.stderr).toContain('Пропущено с ошибками: 2\u00a0строки');
  const classes = unitsOf(lenient.stdout).filter(({ level }) => level === 'class');
  expect(classes.reduce((sum, { participants }) => sum + participants, 0)).toBe(rows.length - 2);
});

test('of many errors the first are listed and the rest counted', async () => {
  await save('all-flawed.csv', csv(changed(FIRST_TASK, () => '?')));
  const { code, stderr } = await analyze('all-flawed.csv', '--skip-bad-rows');
  expect(code).toBe(3);
  expect(stderr).toContain(`ещё ${new Intl.NumberFormat('ru').format(rows.length - 50).replace(/\s/gu, '\u202f')}`);
  expect(stderr.split('\n').length).toBeLessThan(60);
});

test.each([
  ['an empty file', '', 'файл пуст'],
  ['a header alone', `${HEADER.join(',')}\n`, 'под заголовком нет ни одной заполненной строки'],
  ['another table', 'a,b\n1,2\n', 'нет столбца «school»'],
  ['binary rubbish', Uint8Array.from({ length: 3000 }, (_, index) => (index * 7919) % 251), 'двоичный файл'],
  ['a damaged Parquet', 'PAR1 this is not it PAR1', 'повреждён'],
  ['a web page', '<html><body>Ошибка 404</body></html>', 'веб-страница'],
])('%s is a problem of the data, told without a stack trace', async (name, content, said) => {
  const file = `${name.replaceAll(' ', '-')}.csv`;
  await save(file, content);
  const { code, stdout, stderr } = await analyze(file, '--json');
  expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
  expect(stderr).toContain(said);
  expect(stderr).not.toMatch(/\n\s+at |Error:/u);
});

test.each([
  ['no JSON', '{"procedure": "ВПР", works: []}', 'не читается как JSON'],
  ['nothing', '', 'не читается как JSON'],
  ['a list', '[]', 'допустимо {procedure, works}'],
  [
    'impossible values',
    '{"procedure":"ВПР","works":[{"subject":"Математика","grade":55,"tasks":[{"id":1,"max":0,"response":"long"}]}]}',
    'место works[0].tasks[0].response: ошибка в описании работ; найдено «"long"»',
  ],
  ['a work that is missing', spec(WORKS.slice(0, 1)), 'Работы «Русский язык 5» нет в описании'],
])('a description with %s is a problem of the data', async (name, content, said) => {
  const file = `${name.replaceAll(' ', '-')}.json`;
  await save(file, content);
  const { code, stdout, stderr } = await run(['analyze', 'papers.csv', '--spec', file, '--json']);
  expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
  expect(stderr).toContain(said);
});

test('a described work without papers is said and stops nothing', async () => {
  await save('wider.json', spec([...WORKS, inventedWork('Физика', 7)]));
  const { code, stdout, stderr } = await run(['analyze', 'papers.csv', '--spec', 'wider.json', '--json']);
  expect(code).toBe(0);
  expect(stderr).toBe('В описании есть работа «Физика», 7 класс, а в файлах нет ни одной её строки с баллами.\n');
  expect(stdout).toBe(answer.stdout);
});

test('one paper, one class and papers without journal marks are too little, not an error', async () => {
  await save('one.csv', csv(rows.slice(0, 1)));
  await save('class.csv', csv(rows.filter((row) => row[3] === rows[0]![3] && row[5] === rows[0]![5])));
  for (const file of ['one.csv', 'class.csv']) {
    const { code, stdout } = await analyze(file, '--json');
    expect(code).toBe(0);
    const units = unitsOf(stdout);
    expect(units.map(({ level }) => level)).toContain('class');
    expect(units.some(({ signalled }) => signalled)).toBe(false);
    expect(numbersIn(units).every(Number.isFinite)).toBe(true);
  }
  await save('no-journal.csv', csv(changed(JOURNAL_MARK, () => '')));
  const { code, stdout } = await analyze('no-journal.csv', '--json');
  expect(code).toBe(0);
  for (const { markers, insufficient } of unitsOf(stdout)) {
    expect(markers.map(({ id }) => id)).not.toContain('B7');
    expect(insufficient).toContainEqual(expect.objectContaining({ id: 'B7', reason: 'journalMarks' }));
  }
  expect((await analyze('one.csv', '--all')).stdout).toContain('мало работ');
});

test('nobody present is nothing to compute', async () => {
  await save('absent.csv', csv(rows.map((row) => row.map((cell, column) => (column > 9 ? '' : cell)))));
  expect(await analyze('absent.csv', '--json')).toMatchObject({ code: 3, stdout: '' });
});

/** All but B8, which is the one to look at other procedures. */
const withoutB8 = (units: readonly JsonUnit[]) =>
  units.map(({ markers, insufficient, ...unit }) => ({
    ...unit,
    markers: markers.filter(({ id }) => id !== 'B8'),
    insufficient: insufficient.filter(({ id }) => id !== 'B8'),
  }));

/** Why B8 had no answer. */
const reasons = (list: readonly JsonUnit[]) =>
  new Set(list.flatMap(({ insufficient }) => insufficient.flatMap(({ id, reason }) => (id === 'B8' ? [reason] : []))));

test('papers of two procedures are compared within each, and B8 alone looks from one to the other', async () => {
  await save('two.csv', csv([...rows, ...rows.map((row) => row.with(0, 'ВПР прошлого года'))]));
  const units = unitsOf((await analyze('two.csv', '--json')).stdout);
  const single = unitsOf(answer.stdout);
  const ofOne = units.filter(({ procedure }) => procedure === 'ВПР');
  expect(withoutB8(ofOne)).toEqual(withoutB8(single));
  expect([...reasons(single)]).toEqual(['otherProcedure']);
  expect([...reasons(ofOne)]).not.toContain('otherProcedure');
  expect(units).toHaveLength(single.length * 2);
});

test('files that cannot be read are all named, with exit code 4', async () => {
  await mkdir(join(folder, 'subfolder'), { recursive: true });
  const { code, stderr } = await run(['analyze', 'nowhere.csv', 'subfolder', '--spec', 'nowhere.json']);
  expect(code).toBe(4);
  expect(stderr).toBe(
    'Файла «nowhere.csv» нет. Проверьте путь.\n' +
      '«subfolder» — папка, а нужен файл. Укажите файлы в ней.\n' +
      'Файла «nowhere.json» нет. Проверьте путь.\n',
  );
});

test.each([
  [[], 'Не указана команда'],
  [['analise'], 'Ближе всего «analyze»'],
  [['analyze'], 'Не указан файл'],
  [['analyze', 'papers.csv'], 'Добавьте --spec'],
  [['analyze', 'papers.csv', '--sepc', 'spec.json'], 'Ближе всего «--spec»'],
  [['analyze', 'papers.csv', '--spec', '--json'], 'После «--spec» нужно значение'],
  [['analyze', 'papers.csv', '--spec', 'spec.json', '--level', 'region'], 'class, school, municipality'],
  [['analyze', 'papers.csv', '--spec', 'spec.json', '--rate', '5'], 'Для «--rate» указано «5»'],
  [['analyze', 'papers.csv', '--spec', 'spec.json', '--out', 'papers.csv'], 'поверх исходного файла'],
  [['--lang', 'de'], 'допустимо: ru, en'],
])('obektiv %j is not understood, says why and exits with 2', async (args, said) => {
  const { code, stdout, stderr } = await run(args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(said);
});

test('--out writes the same into a file, and leaves none when the data are wrong', async () => {
  expect(await analyze('papers.csv', '--json', '--out', 'answer.json')).toEqual({ code: 0, stdout: '', stderr: '' });
  expect(await readFile(join(folder, 'answer.json'), 'utf8')).toBe(answer.stdout);
  await save('empty.csv', '');
  expect((await analyze('empty.csv', '--out', 'none.json')).code).toBe(3);
  const names = await readdir(folder);
  expect(names).not.toContain('none.json');
  expect(names.filter((name) => name.endsWith('.part'))).toEqual([]);
  expect((await analyze('papers.csv', '--out', 'no/such/folder.json')).code).toBe(4);
});

test('a reader that goes away early is no error', async () => {
  const child = spawn(process.execPath, [CLI, 'analyze', 'papers.csv', '--spec', 'spec.json', '--json'], {
    cwd: folder,
    env: ENVIRONMENT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (piece: Buffer) => {
    said += piece.toString();
  });
  child.stdout.destroy();
  const [code] = await once(child, 'close');
  expect({ code, said }).toEqual({ code: 0, said: '' });
});

function windows1251(text: string): Uint8Array {
  const bytes = Array.from({ length: 256 }, (_, byte) => byte);
  const letters = new Map(bytes.map((byte) => [new TextDecoder('windows-1251').decode(Uint8Array.of(byte)), byte]));
  return Uint8Array.from(text, (letter) => letters.get(letter)!);
}

async function toParquet(from: string, to: string): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const source = `read_csv('${join(folder, from)}', header = true, all_varchar = true)`;
  await connection.run(`COPY (SELECT * FROM ${source}) TO '${join(folder, to)}' (FORMAT parquet)`);
  connection.closeSync();
  instance.closeSync();
}
