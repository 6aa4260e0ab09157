/** `obektiv indices` as a person runs it: files in, table or JSON out. */
import { execFile } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const run = promisify(execFile);
const CLI = join(import.meta.dirname, '..', 'cli.ts');
const folder = mkdtempSync(join(tmpdir(), 'obektiv-indices-'));

function file(name: string, ...lines: string[]): string {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

async function indices(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  try {
    const { stdout, stderr } = await run(process.execPath, [CLI, 'indices', ...args]);
    return { code: 0, out: stdout, err: stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, out: stdout, err: stderr };
  }
}

const HEADER = 'procedure,municipality,school,grade,class,subject,participant,pupil,journal_mark,mark,test_score';
const papers = file(
  'papers.csv',
  HEADER,
  'ВПР 2026,М,Школа 1,5,5А,Математика,50001,,4,3,',
  'ВПР 2026,М,Школа 1,5,5А,Математика,50002,,4,4,',
  'ВПР 2026,М,Школа 1,5,5А,Математика,50003,,,4,',
  'ОГЭ 2026,М,Школа 1,9,9А,Физика,90001,к1,,3,',
  'ОГЭ 2026,М,Школа 1,9,9А,Физика,90002,к2,,5,',
  'ЕГЭ 2026,М,Школа 1,11,11А,Русский язык,1001,м1,,,69',
  'ЕГЭ 2026,М,Школа 1,11,11А,История,1001,м1,,,90',
  'ЕГЭ 2026,М,Школа 1,11,11А,Русский язык,1002,м2,,,80',
  'ЕГЭ 2026,М,Школа 1,11,11А,Математика,1002,м2,,5,',
);
const marks = file(
  'marks.csv',
  'school,class,pupil,subject,school_year,term,mark',
  'Школа 1,9А,к1,Физика,2025,year,5',
  'Школа 1,9А,к1,Физика,2025,q3,3',
  'Школа 1,9А,к2,Физика,2025,year,4',
  'Школа 1,11А,м1,История,2025,final,5',
);
const claims = file('claims.csv', 'school,year,pupil,degree', 'Школа 1,2026,м2,1');

test('indices and pairs come with numerators and denominators, and claims from marks and from the file', async () => {
  const { code, out } = await indices(papers, '--marks', marks, '--claims', claims, '--json');
  expect(code).toBe(0);
  const answer = JSON.parse(out);
  const found = answer.indices.map(
    (one: { kind: string; schools: { numerator: number; denominator: number }[] }) =>
      `${one.kind} ${one.schools[0]!.numerator}/${one.schools[0]!.denominator}`,
  );
  expect(found).toEqual(['vpr 1/2', 'oge 1/2', 'medal 1/2']);
  const pair = answer.pairs.find(
    (one: { pairing: string; kind: string }) => one.pairing === 'termWork' && one.kind === 'oge',
  );
  expect(pair).toMatchObject({ lowered: 1, raised: 1, confirmed: 0, meanGap: -0.5, matched: 1 });
});

test('the table says what is counted and that one school is little data', async () => {
  const { code, out } = await indices(papers, '--marks', marks);
  expect(code).toBe(0);
  expect(out).toContain('Индекс ОГЭ, 2026: 50,0');
  expect(out).toContain('работы ОГЭ, за которые отметка ниже школьной на 1 и больше');
  expect(out).toContain('мало данных');
});

test('thresholds of a file change what counts', async () => {
  const settings = file(
    'settings.json',
    JSON.stringify({
      gap: { vpr: 2, oge: 2, dkr: 1 },
      minimum: 10,
      medal: {
        1: { russian: 60, other: 60, baseMathematics: 5 },
        2: { russian: 60, other: 60, baseMathematics: 5 },
      },
    }),
  );
  const { out } = await indices(papers, '--marks', marks, '--settings', settings, '--json');
  const numerators = JSON.parse(out).indices.map(
    (one: { schools: { numerator: number }[] }) => one.schools[0]!.numerator,
  );
  expect(numerators).toEqual([0, 1, 0]);
  expect((await indices(papers, '--settings', marks)).err).toContain('JSON');
});

test('a wrong value stops the count with its place, unless rows with errors are to be left out', async () => {
  const flawed = file(
    'flawed.csv',
    HEADER,
    'ВПР 2026,М,Школа 1,5,5А,Математика,50001,,4,7,',
    'ВПР 2026,М,Школа 1,5,5А,Математика,50002,,4,3,',
  );
  const refused = await indices(flawed);
  expect(refused.code).toBe(3);
  expect(refused.err).toContain('строка 2, столбец mark: «7»');
  const counted = await indices(flawed, '--skip-bad-rows', '--json');
  expect(JSON.parse(counted.out).indices[0].schools[0]).toMatchObject({ numerator: 1, denominator: 1 });
  expect((await indices(file('short.csv', 'school,mark', 'Школа 1,3'))).err).toContain('procedure');
});
