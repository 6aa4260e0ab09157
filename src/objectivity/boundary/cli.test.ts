/** The command as people run it: a process of its own, files on disk, exit codes. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { simulateRegion } from '../validation/region.ts';
import { inventedWork } from '../validation/works.ts';
import { boundaryVerdicts } from './verdict.ts';

const CLI = new URL('../../cli.ts', import.meta.url).pathname;
const POLAND = new URL('../../../stats/reference/boundary/matura-pl-2014.csv', import.meta.url).pathname;
const MEXICO = new URL('../../../stats/reference/boundary/comipems-mx-2013.csv', import.meta.url).pathname;

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'obektiv-boundary-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

function boundary(...args: string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    execFile(process.execPath, [CLI, 'boundary', ...args], { cwd: folder }, (error, out, err) => {
      resolve({ code: error === null ? 0 : Number(error.code), out: plain(out), error: plain(err) });
    });
  });
}

const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');

async function save(name: string, text: string): Promise<string> {
  await writeFile(join(folder, name), text);
  return name;
}

test('without boundaries every score is asked, and only the pass mark of the Polish examination answers', async () => {
  const { code, out } = await boundary(POLAND);
  expect(code).toBe(0);
  expect(out).toContain('Границы не указаны: проверены все баллы.');
  expect(out).toMatch(/\n +21 +27 \/ 11 561 \/ 8 602 .*подъём через границу\n/u);
  expect(out.match(/подъём через границу/gu)).toHaveLength(1);
  expect((await boundary(MEXICO)).out).toContain('Ни один балл не выделяется.');
});

test('figures come as JSON, into a file where one is named', async () => {
  const { code } = await boundary(POLAND, '--cuts', '11,21', '--json', '--out', 'answer.json');
  expect(code).toBe(0);
  const answer = JSON.parse(await readFile(join(folder, 'answer.json'), 'utf8'));
  const [none, pass] = answer.histograms[0].verdicts;
  expect(answer.histograms[0]).toMatchObject({ papers: 307_465, maximum: 70, boundaries: 'given' });
  expect(none).toMatchObject({ cut: 11, verdict: 'nothing' });
  expect(pass).toMatchObject({ cut: 21, verdict: 'lifting', counts: { below: 27, at: 11_561, above: 8602 } });
  expect(pass.threePoint.lgP).toBeCloseTo(-952.47695, 4);
  expect(pass.moved.low).toBeGreaterThan(11_000);
});

test('a reference of the same work shows how many papers were lifted', async () => {
  // The same shape with two thousand papers moved from 49 to 50.
  const lines = (await readFile(MEXICO, 'utf8')).trim().split('\n');
  const moved = lines.map((line) => line.replace(/^49,4065$/u, '49,2065').replace(/^50,4225$/u, '50,6225'));
  const { code, out } = await boundary(
    await save('moved.csv', moved.join('\n')),
    '--cuts',
    '50',
    '--reference',
    MEXICO,
  );
  expect(code).toBe(0);
  expect(out).toMatch(/По сравнению с образцом[\s\S]* 50 +10 \d{3} \/ 16 \d{3} .*< 0,0001/u);
});

test('a spreadsheet as an office writes it is read: semicolons, its own words, thousands apart', async () => {
  const rows = [1, 3, 9, 24, 60, 120, 190, 240, 260, 240, 190, 120, 60, 24, 9].map(
    (n, score) => `${score};1 ${String(n).padStart(3, '0')}`,
  );
  const { code, out } = await boundary(
    await save('office.csv', ['Балл;Количество работ', ...rows].join('\r\n')),
    '--cuts',
    '5',
  );
  expect(code).toBe(0);
  expect(out).toContain('баллы от 0 до 14');
});

test.each([
  ['no file', [], 2, 'Не указан файл'],
  ['a file that is not there', ['missing.csv'], 4, 'Файла «missing.csv» нет'],
  ['a boundary outside the histogram', [POLAND, '--cuts', '70'], 2, 'Границы 70 в этом распределении нет'],
  ['boundaries that are no numbers', [POLAND, '--cuts', 'три'], 2, 'Для «--cuts» указано «три»'],
  ['a bend that cannot be', [POLAND, '--curvature', '2'], 2, 'Для «--curvature» указано «2»'],
  ['a model without tasks', [POLAND, '--model'], 2, '--spec spec.json'],
  ['a reference of another work', [POLAND, '--cuts', '21', '--reference', MEXICO], 3, 'Нужна та же работа'],
] as const)('%s is refused in a sentence', async (_, args, code, words) => {
  const outcome = await boundary(...args);
  expect(outcome.error).toContain(words);
  expect(outcome.code).toBe(code);
  expect(outcome.out).toBe('');
});

test.each([
  ['words for a number', 'score,count\n1,two\n', 'Строка 2: «two»'],
  ['a score twice', 'score,count\n1,2\n1,3\n', 'Строка 3: балл 1 уже был'],
  ['a fraction', 'score,count\n1.5,2\n', 'Строка 2: «1.5»'],
  ['papers in place of a histogram', 'a,b,c,d\n1,2,3,4\n', 'добавьте --spec spec.json'],
  ['a handful of papers', 'score,count\n1,2\n2,3\n', 'Нужно не меньше 100 работ'],
  ['a heading only', 'score,count\n', 'Работ 0'],
] as const)('%s is told with its place', async (_, text, words) => {
  const outcome = await boundary(await save('bad.csv', text));
  expect(outcome.error).toContain(words);
  expect(outcome.code).toBe(3);
});

test('papers of the exchange format are asked at the boundaries of their scale, also against the model of the tasks', async () => {
  const work = inventedWork('Математика', 5, 18);
  const [region] = simulateRegion({
    seed: 3,
    municipalities: 8,
    schoolsPerMunicipality: 15,
    works: [work],
  }).administrations;
  const { tasks, size, scores, totals, classOf, classes, schools, municipalities } = region!;
  const heading = ['procedure', 'date', 'municipality', 'school', 'grade', 'class', 'subject', 'participant', 'total'];
  const lines = Array.from({ length: size }, (_, paper) => {
    const group = classes[classOf[paper]!]!;
    const school = schools[group.school]!;
    const own = scores.subarray(paper * tasks.length, (paper + 1) * tasks.length);
    return [
      'ВПР 2026',
      '2026-04-15',
      municipalities[school.municipality]!,
      school.name,
      5,
      group.name,
      'Математика',
      paper + 1,
      totals[paper]!,
      ...own,
    ];
  });
  const table = [[...heading, ...tasks.map((_, task) => `t${task + 1}`)], ...lines].map((line) => line.join(','));
  const { subject, grade, thresholds: mark_thresholds } = work;
  const papers = await save('papers.csv', table.join('\n'));
  const spec = await save(
    'spec.json',
    JSON.stringify({ procedure: 'ВПР 2026', works: [{ subject, grade, tasks, mark_thresholds }] }),
  );
  const { code, out, error } = await boundary(papers, '--spec', spec, '--model', '--json');
  expect({ code, error }).toEqual({ code: 0, error: '' });
  const [found] = JSON.parse(out).histograms;
  const cuts = [3, 4, 5].map((mark) => work.thresholds![mark as 3 | 4 | 5]);
  expect(found).toMatchObject({ papers: size, boundaries: 'given', againstReference: null });
  expect(found.verdicts.map((verdict: { cut: number }) => verdict.cut)).toEqual(cuts);
  const counts = new Int32Array(found.maximum + 1);
  for (const total of totals) counts[total]! += 1;
  const kinds = boundaryVerdicts(counts, cuts).map(({ kind }) => kind);
  expect(found.verdicts.map((verdict: { verdict: string }) => verdict.verdict)).toEqual(kinds);
  // The simulated region heaps papers at its boundaries everywhere, as real ones do; a short work's own shape need not show all of them.
  expect(kinds).toContain('lifting');
  for (const { p, lifted } of found.againstModel) {
    expect(p).toBeLessThan(0.001);
    expect(lifted.low).toBeGreaterThan(0);
  }
  const table2 = await boundary(papers, '--spec', spec, '--model');
  expect(table2.out).toContain('По сравнению с моделью заданий');
});
