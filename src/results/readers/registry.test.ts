import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assert, asyncProperty, constantFrom, integer, record } from 'fast-check';
import { expect, test } from 'vitest';
import type { TableMapping } from '../model.ts';
import { readResults } from './registry.ts';

const here = import.meta.dirname;

function text(content: string): Uint8Array {
  return new TextEncoder().encode(content);
}

const TABLE = 'Шифр;Класс;Зад. 1;Зад. 2;Четверть\nu-1;5А;1;х;4\nu-2;5А;2;0;3\n';

/** What a person makes of the table: «Четверть» is the mark of the journal, and the subject is said once for all. */
const mapping: TableMapping = {
  sheet: null,
  headerRow: 1,
  columns: [
    { header: 'Шифр', role: 'participant' },
    { header: 'Класс', role: 'className' },
    { header: 'Зад. 1', role: 'task', task: { id: '1', max: 2 } },
    { header: 'Зад. 2', role: 'task', task: { id: '2', max: 3 } },
    { header: 'Четверть', role: 'journalMark' },
  ],
  constants: { procedure: 'Контрольная работа 2026', subject: 'Математика', grade: 5, school: 'edu990101' },
};

test('an unknown table is guessed, and the guess waits for a person', async () => {
  const reading = await readResults(text(TABLE));
  expect(reading.reader).toBe('mapper');
  expect(reading.files[0].problems.map(({ code }) => code)).toEqual(['mapping-needed']);
  expect(reading.table?.headers).toEqual(['Шифр', 'Класс', 'Зад. 1', 'Зад. 2', 'Четверть']);
  expect(reading.table?.rows[0]).toEqual(['u-1', '5А', '1', 'х', '4']);
  expect(reading.table?.mapping.columns.map(({ role }) => role)).toEqual([
    'participant',
    'className',
    'task',
    'task',
    'ignored',
  ]);
});

test('a mapping that a person gave is followed, with what the file itself does not say', async () => {
  const { files } = await readResults(text(TABLE), { mapping });
  expect(files).toHaveLength(1);
  expect(files[0]).toMatchObject({ subject: 'Математика', grade: 5, year: 2026, procedure: 'Контрольная работа 2026' });
  expect(files[0].tasks.map(({ max }) => max)).toEqual([2, 3]);
  expect(files[0].papers[0]).toMatchObject({ school: 'edu990101', scores: [1, -1], journalMark: 4 });
  expect(files[0].problems).toEqual([]);
});

test('a saved mapping finds its columns by their headers, wherever they stand', async () => {
  const moved = text('Итоги работы\n\nЧетверть,Зад. 2,Класс,Зад. 1,Шифр\n4,х,5А,1,u-1\n');
  const other: TableMapping = { ...mapping, columns: [{ header: 'Нет такого', role: 'participant' }] };
  const { files } = await readResults(moved, { savedMappings: [other, mapping] });
  expect(files[0].papers[0]).toMatchObject({ participant: 'u-1', scores: [1, -1], journalMark: 4, row: 4 });
  expect(files[0].mapping?.headerRow).toBe(3);
  expect(files[0].problems).toEqual([]);
});

test('a saved mapping is not tried on an official form', async () => {
  const form = readFileSync(join(here, 'form-2026/fixtures/english-8/input.xlsx'));
  expect((await readResults(form, { savedMappings: [mapping] })).reader).toBe('form-2026');
});

test('a mapping whose columns are gone says which', async () => {
  const { files } = await readResults(text('Шифр;Класс;Зад. 1\nu-1;5А;1\n'), { mapping });
  expect(files[0].papers).toEqual([]);
  expect(files[0].problems.map(({ code, allowed }) => [code, allowed])).toEqual([
    ['column-missing', 'Зад. 2'],
    ['column-missing', 'Четверть'],
  ]);
});

test('a mapping cannot make a column of names be read', async () => {
  const table = text('Шифр;ФИО;Зад. 1;Зад. 2;Класс;Четверть\nu-1;Выдумкина Проба;1;2;5А;4\n');
  const columns = [...mapping.columns, { header: 'ФИО', role: 'teacher' as const }];
  const reading = await readResults(table, { mapping: { ...mapping, columns } });
  expect(reading.files[0].droppedColumns).toEqual(['ФИО']);
  expect(JSON.stringify(reading)).not.toContain('Выдумкина');
});

test('a table that is no result can still be mapped by a person', async () => {
  const reading = await readResults(text('логин;название;район\nsch990101;Примерная СОШ;Озёрный\n'));
  expect(reading).toMatchObject({ reader: null, files: [], problems: [{ code: 'not-results' }] });
  expect(reading.table?.headers).toEqual(['логин', 'название', 'район']);
});

const samples = readdirSync(here, { recursive: true, encoding: 'utf8' })
  .filter((path) => /fixtures[\\/](english-8|two-schools|merged-cells|two-works-tab|dirty)[\\/]input\.\w+$/u.test(path))
  .map((path) => readFileSync(join(here, path)));

test('whatever happens to the bytes of a file, it is read or refused and nothing breaks', async () => {
  const damage = record({
    sample: constantFrom(...samples),
    at: integer({ min: 0, max: 1_000_000 }),
    byte: integer({ min: 0, max: 255 }),
    cut: integer({ min: 0, max: 400 }),
  });
  await assert(
    asyncProperty(damage, async ({ sample, at, byte, cut }) => {
      const bytes = Buffer.from(sample);
      bytes[at % bytes.length] = byte;
      const reading = await readResults(bytes.subarray(0, bytes.length - cut));
      expect(reading.files.length + reading.problems.length).toBeGreaterThan(0);
    }),
    { numRuns: 60 },
  );
});
