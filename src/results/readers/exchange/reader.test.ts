import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, onTestFinished, test } from 'vitest';
import type { ReadFile, Work } from '../../model.ts';
import { NO_VALUE, NOT_ATTEMPTED } from '../../model.ts';
import { applyWork, recogniseWork } from '../../work-match.ts';
import { redactedCopy } from '../redact.ts';
import { readResults } from '../registry.ts';

const HEADER =
  'procedure;date;municipality;school;grade;class;subject;participant;variant;journal_mark;mark;total;t1;t2;t3;t4';
const PLACE = 'ВПР 2026;2026-04-21;Озёрный район;edu990101;5;5А;Математика';

function csv(...lines: readonly string[]): Uint8Array {
  return new TextEncoder().encode(lines.map((line) => `${line}\n`).join(''));
}

function problemsOf({ problems }: ReadFile): string[] {
  return problems.map(({ code, row, column, found }) => `${row} ${column} ${code} ${found}`);
}

/** The rows of a query as a Parquet file. */
async function parquet(query: string): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'obektiv-test-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(`COPY (${query}) TO '${join(folder, 'papers.parquet')}' (FORMAT parquet)`);
  connection.closeSync();
  instance.closeSync();
  return readFile(join(folder, 'papers.parquet'));
}

const PARQUET_ROW = `'ВПР 2026' AS procedure, 'Озёрный район' AS municipality, 'edu990101' AS school, 5 AS grade, '5А' AS class, 'Математика' AS subject`;

function work(subject: string, grade: number, maxima: readonly number[], year: number | null = null) {
  const tasks = maxima.map((max, index) => ({
    id: index === 2 ? '3К1' : String(index + 1),
    max,
    response: 'short' as const,
  }));
  return { subject, grade, level: 'base', tasks, thresholds: { 3: 2, 4: 4, 5: 6 }, year } satisfies Work & {
    year: number | null;
  };
}

test('a table that lacks columns of the format is known all the same, and all of them are named', async () => {
  const { reader, files } = await readResults(
    csv('procedure;municipality;grade;class;participant;t1', 'ВПР 2026;Озёрный район;5;5А;1;1'),
  );
  expect(reader).toBe('exchange');
  expect(files[0]!.papers).toEqual([]);
  expect(files[0]!.problems.map(({ code, allowed }) => [code, allowed])).toEqual([
    ['column-missing', 'school'],
    ['column-missing', 'subject'],
  ]);
});

test('papers without codes are known by the numbers of their rows', async () => {
  const [file] = (
    await readResults(
      csv(
        'Procedure;Municipality;School;Grade;Class;Subject; T1 ;t2',
        'ВПР 2026;Озёрный район;edu990101;5;А;МА;1;2',
        'ВПР 2026;Озёрный район;edu990101;5;А;МА;1;2',
      ),
    )
  ).files;
  expect(file!.papers.map(({ participant, className }) => [participant, className])).toEqual([
    ['№2', '5А'],
    ['№3', '5А'],
  ]);
  expect(file!.problems).toEqual([]);
});

test('unknown values, missing scores and schools, surplus cells and marks of absent pupils are all reported in their places', async () => {
  const [file] = (
    await readResults(
      csv(
        HEADER,
        `${PLACE};50001;1;4;;;1;?;2;`,
        `${PLACE};50002;1;4;;;1;;2;`,
        `${PLACE};50003;1;4;5;6;;;;`,
        `${PLACE};50004;;4;;;;;;`,
        `${PLACE};50005;1;4;;;1;Х;2;;лишнее`,
        'ВПР 2026;2026-04-21;Озёрный район;;5;5А;Математика;50006;1;4;;;1;2;2;',
      ),
    )
  ).files;
  expect(file!.tasks.map(({ id, max }) => [id, max])).toEqual([
    ['1', null],
    ['2', null],
    ['3', null],
  ]);
  expect(problemsOf(file!)).toEqual([
    '2 t2 value-unknown ?',
    '4 variant absent-assumed null',
    '6 Q row-shifted лишнее',
    '3 t2 score-missing null',
    '7 school school-missing null',
  ]);
  expect(file!.papers.map(({ status, errors }) => `${status} ${errors ?? 0}`)).toEqual([
    'present 1',
    'present 0',
    'absent 0',
    'absent 0',
    'present 1',
    'present 1',
  ]);
  expect(file!.papers[0]!.scores).toEqual([1, NO_VALUE, 2]);
  expect(file!.papers[4]!.scores).toEqual([1, NOT_ATTEMPTED, 2]);
});

test('the file meets the work of its subject, grade and year with as many tasks, and takes ids and maxima from it', async () => {
  const [file] = (await readResults(csv(HEADER, `${PLACE};50001;1;4;5;;1;0;3;`, `${PLACE};50002;1;4;;;1;2;4;`))).files;
  const fits = work('Математика', 5, [1, 2, 3], 2026);
  const undated = work('Математика', 5, [1, 2, 3]);
  const others = [
    work('Математика', 5, [1, 2, 3, 1], 2026),
    work('Математика', 5, [1, 2, 3], 2025),
    work('Математика', 6, [1, 2, 3], 2026),
    work('История', 5, [1, 2, 3], 2026),
  ];
  expect(recogniseWork(file!, [undated, ...others, fits]).map((candidate) => candidate.work)).toEqual([fits, undated]);
  const applied = applyWork(file!, fits);
  expect(applied.tasks.map(({ id, max }) => [id, max])).toEqual([
    ['1', 1],
    ['2', 2],
    ['3К1', 3],
  ]);
  expect(problemsOf(applied)).toEqual(['2 null mark-differs 5', '3 null score-above-maximum 3К1: 4']);
  expect(applied.papers.map(({ scores, errors }) => [scores, errors])).toEqual([
    [[1, 0, 3], undefined],
    [[1, 2, NO_VALUE], 1],
  ]);
});

test('a task that nobody has a value for keeps its place between others', async () => {
  const [file] = (await readResults(csv(HEADER, `${PLACE};50001;1;4;;;1;;3;`, `${PLACE};50002;1;4;;;1;;2;`))).files;
  expect(file!.tasks.map(({ id }) => id)).toEqual(['1', '2', '3']);
  expect(file!.papers[0]!.scores).toEqual([1, NO_VALUE, 3]);
});

test('Parquet is read like CSV, whatever the types of its columns', async () => {
  const bytes = await parquet(
    `SELECT ${PARQUET_ROW}, code AS participant, t1, t2 FROM (VALUES (50001, 1.0, '2'), (50002, NULL, 'X'), (50003, NULL, NULL)) AS papers (code, t1, t2)`,
  );
  const { reader, files, problems } = await readResults(bytes);
  expect([reader, problems]).toEqual(['exchange', []]);
  expect(files[0]).toMatchObject({ procedure: 'ВПР 2026', year: 2026, subject: 'Математика', grade: 5 });
  expect(files[0]!.papers.map(({ row, participant, status, scores }) => [row, participant, status, scores])).toEqual([
    [2, '50001', 'present', [1, 2]],
    [3, '50002', 'present', [NO_VALUE, NOT_ATTEMPTED]],
    [4, '50003', 'absent', []],
  ]);
});

test('a Parquet that unpacks to more rows than papers can be is refused before it is read', async () => {
  const bytes = await parquet(`SELECT ${PARQUET_ROW}, 1 AS t1 FROM range(600000)`);
  expect(bytes.length).toBeLessThan(100_000);
  const { files, problems } = await readResults(bytes);
  expect(files).toEqual([]);
  expect(problems.map(({ code }) => code)).toEqual(['table-too-long']);
});

test('a damaged Parquet is refused', async () => {
  const bytes = await parquet(`SELECT ${PARQUET_ROW}, 1 AS t1`);
  const { files, problems } = await readResults(bytes.subarray(0, bytes.length - 9));
  expect(files).toEqual([]);
  expect(problems.map(({ code }) => code)).toEqual(['archive-damaged']);
  await expect(redactedCopy(bytes.subarray(0, bytes.length - 9))).rejects.toMatchObject({ code: 'archive-damaged' });
});

test.each([
  [
    'CSV',
    () =>
      Promise.resolve(csv(`${HEADER};name;e-mail;note`, `${PLACE};50001;1;4;;;1;2;3;;Выдумкина;a@example.test;болела`)),
  ],
  [
    'Parquet',
    () => parquet(`SELECT ${PARQUET_ROW}, 1 AS t1, 'Выдумкина' AS name, 'a@example.test' AS "e-mail", 7 AS note`),
  ],
])(
  'columns that are not of the format are kept neither in the reading nor in the copy of a %s file',
  async (_, bytes) => {
    const original = await bytes();
    const copy = await redactedCopy(original);
    expect(copy.redacted).toBe(true);
    expect(copy.droppedColumns).toEqual(['name', 'e-mail', 'note']);
    expect(new TextDecoder().decode(copy.bytes)).not.toMatch(/Выдумкина|example\.test|болела/u);
    const [before] = (await readResults(original)).files;
    const [after] = (await readResults(copy.bytes)).files;
    expect(before!.droppedColumns).toEqual(['name', 'e-mail', 'note']);
    expect(after!.papers).toEqual(before!.papers);
    expect(JSON.stringify(before)).not.toMatch(/Выдумкина|example\.test|болела/u);
  },
);

test('a file without such columns is kept as received', async () => {
  for (const bytes of [csv(HEADER, `${PLACE};50001;1;4;;;1;2;3;`), await parquet(`SELECT ${PARQUET_ROW}, 1 AS t1`)]) {
    expect(await redactedCopy(bytes)).toMatchObject({ bytes, redacted: false });
  }
});

test('names that stand where codes belong are replaced in the copy of a Parquet file too', async () => {
  const bytes = await parquet(`SELECT ${PARQUET_ROW}, 'Выдумкина Проба' AS participant, 1 AS t1`);
  const copy = await redactedCopy(bytes);
  expect(new TextDecoder().decode(copy.bytes)).not.toContain('Выдумкина');
  expect((await readResults(copy.bytes)).files[0]!.papers[0]!.participant).toBe('№2');
});

test('a JSON file is no table, cannot be searched for names and is not kept', async () => {
  const bytes = csv('{"pupils": ["Выдумкина Проба"]}');
  await expect(redactedCopy(bytes)).rejects.toMatchObject({ code: 'not-a-table' });
});
