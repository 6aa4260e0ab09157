import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, onTestFinished, test } from 'vitest';
import type { Administration } from '#src/objectivity/engine/administration.ts';
import { type ExchangeReading, readExchange } from './read.ts';

const fixtures = join(import.meta.dirname, 'fixtures');
const cases = readdirSync(fixtures).sort();

/** Every folder is a case: papers*.csv and spec.json, and beside them what they must read as. */
function pathsOf(name: string) {
  const folder = join(fixtures, name);
  const papers = readdirSync(folder).filter((file) => file.startsWith('papers'));
  return { papers: papers.sort().map((file) => join(folder, file)), spec: join(folder, 'spec.json') };
}

/** Papers as lines that a person can check: class, code, variant, journal mark, mark, total, scores. */
function legible({ administrations, ...rest }: ExchangeReading) {
  return {
    ...rest,
    administrations: administrations.map((each) => ({
      work: `${each.procedure}: ${each.subject}, ${each.grade}`,
      tasks: each.tasks.map(({ id, max }) => `${id}:${max}`).join(' '),
      classes: each.classes.map(
        ({ school, name, teacher }, index) =>
          `${each.municipalities[each.schools[school]!.municipality]} / ${each.schools[school]!.name} / ${name} (${teacher ?? '—'}), absent ${each.absentByClass[index]}`,
      ),
      papers: Array.from({ length: each.size }, (_, paper) => paperLine(each, paper)),
    })),
  };
}

function paperLine(each: Administration, paper: number): string {
  const width = each.tasks.length;
  const scores = [...each.scores.subarray(paper * width, (paper + 1) * width)].join(' ');
  return `class ${each.classOf[paper]}, ${each.participants[paper]}, variant ${each.variants[paper]}, journal ${each.journalMarks[paper]}, mark ${each.marks[paper]}, total ${each.totals[paper]}: ${scores}`;
}

test.each(cases)('%s reads as expected', async (name) => {
  const expected = join(fixtures, name, 'expected.json');
  const reading = legible(await readExchange(pathsOf(name)));
  // A new case writes what was read, to be checked by hand before it is committed.
  if (process.env.WRITE_EXPECTED === 'yes') writeFileSync(expected, `${JSON.stringify(reading, null, 1)}\n`);
  expect(JSON.parse(JSON.stringify(reading))).toEqual(JSON.parse(readFileSync(expected, 'utf8')));
});

test('all encodings and delimiters of the sound file read the same', async () => {
  const readings = await Promise.all(
    cases.filter((name) => name.startsWith('sound-')).map(async (name) => legible(await readExchange(pathsOf(name)))),
  );
  expect(readings).toHaveLength(4);
  for (const reading of readings) expect(reading).toEqual(readings[0]);
});

/** The CSV of a case as Parquet, by a query over its columns, all of them texts. */
async function asParquet(name: string, select = '*'): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'obektiv-test-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, 'papers.parquet');
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const [csv] = pathsOf(name).papers;
  const table = `read_csv('${csv}', header = true, all_varchar = true, delim = ',', quote = '"', strict_mode = false, null_padding = true, parallel = false)`;
  await connection.run(`COPY (SELECT ${select} FROM ${table}) TO '${path}' (FORMAT parquet)`);
  connection.closeSync();
  instance.closeSync();
  return path;
}

test.each(['sound-utf8', 'header-in-any-case-and-order', 'only-required-columns', 'same-names-in-different-places'])(
  '%s reads the same from Parquet',
  async (name) => {
    const { spec } = pathsOf(name);
    const { problems, ...fromParquet } = legible(await readExchange({ papers: await asParquet(name), spec }));
    const { problems: csvProblems, ...fromCsv } = legible(await readExchange(pathsOf(name)));
    expect(fromParquet).toEqual(fromCsv);
    expect(problems.map(({ code, row, column }) => [code, row, column])).toEqual(
      csvProblems.map(({ code, row, column }) => [code, row, column]),
    );
  },
);

test('columns of numbers, also with gaps stored as fractions, read the same as texts', async () => {
  const typed = `* REPLACE (CAST(grade AS DOUBLE) AS grade, CAST(date AS DATE) AS date, CAST(participant AS BIGINT) AS participant,
    CAST(t1 AS INTEGER) AS t1, CAST(t3 AS DOUBLE) AS t3, CAST(total AS DOUBLE) AS total, coalesce(CAST(mark AS FLOAT), 'NaN'::FLOAT) AS mark)`;
  const { spec } = pathsOf('sound-utf8');
  const reading = legible(await readExchange({ papers: await asParquet('sound-utf8', typed), spec }));
  const { administrations } = legible(await readExchange(pathsOf('sound-utf8')));
  expect(reading.administrations).toEqual(administrations);
});

function places({ problems }: ExchangeReading): string[] {
  return problems.map(({ code, row, column, found }) => `${row} ${column} ${code} ${found}`);
}

test('a dirty Parquet says the same as a dirty CSV', async () => {
  const { spec } = pathsOf('dirty-values');
  // The surplus cell of one row has no place in a Parquet file.
  const fromParquet = await readExchange({ papers: await asParquet('dirty-values'), spec });
  const fromCsv = await readExchange(pathsOf('dirty-values'));
  expect(places(fromParquet)).toEqual(places(fromCsv).filter((place) => !place.includes('row-shifted')));
});

test('a damaged Parquet is refused and nothing of it is taken', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'obektiv-test-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const papers = join(folder, 'papers [1].parquet');
  const sound = readFileSync(await asParquet('sound-utf8'));
  await writeFile(papers, sound);
  const { spec } = pathsOf('sound-utf8');
  expect((await readExchange({ papers, spec })).papers).toBe(4);
  await writeFile(papers, sound.subarray(0, sound.length - 20));
  const { administrations, problems } = await readExchange({ papers, spec });
  expect(administrations).toEqual([]);
  expect(problems.map(({ code, file }) => [code, file])).toEqual([['archive-damaged', 'papers [1].parquet']]);
});

test('a file much longer than a piece of reading keeps its rows, letters and quoted line ends', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'obektiv-test-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const papers = join(folder, 'papers.csv');
  const rows = 30_000;
  const row = (index: number): string =>
    `ВПР 2026,2026-04-21,Озёрный район,"Школа\n""№ ${index % 7}"", корпус ${index % 3}",5,5А,Математика,У-1,u${index},1,4,5,6,1,2,${index === rows - 1 ? '?' : 3}`;
  const header = readFileSync(pathsOf('sound-utf8').papers[0]!, 'utf8').split('\n')[0];
  await writeFile(papers, `${header}\r\n${Array.from({ length: rows }, (_, index) => `${row(index)}\r\n`).join('')}`);
  const { spec } = pathsOf('sound-utf8');
  const { administrations, problems, ...counts } = await readExchange({ papers, spec });
  expect(counts).toEqual({ rows, papers: rows - 1, absent: 0, flawed: 1 });
  expect(problems.map(({ code, row }) => [code, row])).toEqual([['value-unknown', rows + 1]]);
  const [each] = administrations;
  expect(each!.schools).toHaveLength(21);
  expect(each!.schools[20]!.name).toBe('Школа\n"№ 6", корпус 2');
  expect(each!.participants.every((participant, index) => participant === `u${index}`)).toBe(true);
  expect(each!.totals.every((total) => total === 6)).toBe(true);
});

test('codes are left out when nobody needs them', async () => {
  const { administrations } = await readExchange(pathsOf('sound-utf8'), { keepParticipants: false });
  expect(administrations.map(({ participants, size }) => [participants, size])).toEqual([
    [[], 2],
    [[], 2],
  ]);
});

test('a path that leads nowhere is refused by name', async () => {
  const { papers, spec } = pathsOf('sound-utf8');
  await expect(readExchange({ papers: '/nowhere.csv', spec })).rejects.toMatchObject({ code: 'papersNotFound' });
  await expect(readExchange({ papers, spec: '/nowhere.json' })).rejects.toMatchObject({ code: 'specNotFound' });
});

test('no name of a pupil leaves the reader', async () => {
  const reading = await readExchange(pathsOf('dirty-values'));
  expect(JSON.stringify(legible(reading))).not.toContain('Выдумкина');
});
