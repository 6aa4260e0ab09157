import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { writeRawWorkbook } from '#src/platform/tables/raw-workbook.ts';
import { detectEncoding } from '#src/platform/tables/text-table.ts';
import { redactedCopy } from './redact.ts';
import { readResults } from './registry.ts';

const here = import.meta.dirname;
const NAMES = /Выдумкин|Примеров|Придумова|Небылицын|Сказкин|Ильинична|000001|01\.02\.2014/iu;

const named = readdirSync(here, { recursive: true, encoding: 'utf8' })
  .filter((path) => /names[^\\/]*[\\/]input\.\w+$/u.test(path))
  .map((path) => relative(here, join(here, path)));

/** All texts inside a file, whatever its container. */
function textsOf(bytes: Uint8Array): string {
  const decoder = new TextDecoder();
  if (bytes[0] !== 0x50) return new TextDecoder(detectEncoding(bytes)).decode(bytes);
  return Object.values(unzipSync(bytes))
    .map((part) => decoder.decode(part))
    .join('\n');
}

test.each(named)('%s is kept without names and reads the same', async (path) => {
  const bytes = readFileSync(join(here, path));
  expect(textsOf(bytes)).toMatch(NAMES);
  const copy = await redactedCopy(bytes);
  expect(copy.redacted).toBe(true);
  expect(textsOf(copy.bytes)).not.toMatch(NAMES);
  const original = await readResults(bytes);
  const reread = await readResults(copy.bytes);
  const dropped = [...original.files, ...original.tables].flatMap(({ droppedColumns }) => droppedColumns);
  expect(copy.droppedColumns.toSorted()).toEqual([...new Set(dropped)].toSorted());
  expect(reread.files.map(({ papers, tasks }) => ({ papers, tasks }))).toEqual(
    original.files.map(({ papers, tasks }) => ({ papers, tasks })),
  );
  expect(reread.tables.map(({ rows }) => rows)).toEqual(original.tables.map(({ rows }) => rows));
});

test('a file that names nobody is kept byte for byte', async () => {
  const bytes = readFileSync(join(here, 'form-2026/fixtures/english-8/input.xlsx'));
  const copy = await redactedCopy(bytes);
  expect(copy).toEqual({ bytes, redacted: false, personalColumns: [], droppedColumns: [] });
});

test('names on a sheet beside the protocol, under no header, are taken out too', async () => {
  const bytes = await writeRawWorkbook([
    { name: 'Протокол', rows: [{ values: ['Код участника', 'Вариант', '1 (1б)'] }, { values: [40001, 1, 1] }] },
    {
      name: 'Лист2',
      hidden: true,
      rows: ['Выдумкина Проба', 'Примеров Образец Пробович', 'Сказкин А. Б.'].map((name) => ({
        values: [name, 40001],
      })),
    },
  ]);
  const copy = await redactedCopy(bytes);
  expect(copy.personalColumns).toEqual([{ sheet: 'Лист2', column: 'A', header: '' }]);
  expect(copy.droppedColumns).toEqual(['A']);
  expect(textsOf(copy.bytes)).not.toMatch(NAMES);
});

test('a cell with a formula is refused in the copy as it was in the original', async () => {
  const bytes = await writeRawWorkbook([
    {
      name: 'Протокол',
      rows: [
        { values: ['Код участника', 'ФИО', 'Вариант', '1 (3б)', 'Итого баллов'] },
        { values: [40001, 'Выдумкина Проба', 1, { formula: 'E2-1', value: 2 }, 2] },
      ],
    },
  ]);
  const copy = await redactedCopy(bytes);
  const codes = (await readResults(copy.bytes)).files[0].problems.map(({ code }) => code);
  expect(codes).toContain('formula-cell');
});

test('names of teachers are no names of pupils', async () => {
  const text =
    'Код участника;ФИО учителя;1 (1б)\n40001;Выдумкина Проба Примеровна;1\n40002;Сказкин А. Б.;1\n40003;Небылицын Сон Ильич;0\n';
  const copy = await redactedCopy(new TextEncoder().encode(text));
  expect(copy.redacted).toBe(false);
  const [file] = (await readResults(new TextEncoder().encode(text))).files;
  expect(file.papers[0].teacher).toBe('Выдумкина Проба Примеровна');
});

test('a column that a person marked as personal is taken out', async () => {
  const text = 'Код участника;Примечание;1 (1б)\n40001;болел;1\n';
  const copy = await redactedCopy(new TextEncoder().encode(text), [{ sheet: null, column: 'B', header: 'Примечание' }]);
  expect(new TextDecoder().decode(copy.bytes).trim()).toBe('Код участника;Примечание;1 (1б)\r\n40001;;1');
});

test('a file that cannot be searched is refused, so it is not kept', async () => {
  const page = new TextEncoder().encode('<html><p>Выдумкина Проба</p></html>');
  await expect(redactedCopy(page)).rejects.toMatchObject({ code: 'html-table' });
});

test('a block far below with its names in other columns is searched anew, and its scores stay', async () => {
  const first = ['№', 'Код ОО', 'Класс', 'Фамилия', 'Имя', 'Задания с кратким ответом', 'Первичный балл', 'Оценка'];
  const second = ['№', 'Код ОО', 'Класс', 'Первичный балл', 'Оценка', 'Фамилия', 'Имя', 'Задания с кратким ответом'];
  const rows = [
    ['02 - Математика 2026.06.02'],
    first,
    ...Array.from({ length: 60 }, (_, index) => [index + 1, 990101, '9а', 'Выдумкина', `Проба${index}`, '+-', 1, 3]),
    ['03 - Физика 2026.06.05'],
    second,
    [1, 990101, '9а', 2, 5, 'Небылицын', 'Пример', '++'],
  ];
  const bytes = await writeRawWorkbook([{ name: 'Page 1', rows: rows.map((values) => ({ values })) }]);
  const copy = await redactedCopy(bytes);
  expect(textsOf(copy.bytes)).not.toMatch(NAMES);
  const { files } = await readResults(copy.bytes);
  expect(files.map(({ subject, papers }) => [subject, papers.length])).toEqual([
    ['Математика', 60],
    ['Физика', 1],
  ]);
  expect(files[1].papers[0]).toMatchObject({ scores: [1, 1], total: 2, mark: 5 });
});

test('surnames, names and patronymics in columns of their own under no header are taken out', async () => {
  const people = [
    ['Выдумкин', 'Пример', 'Ильич'],
    ['Сказкин', 'Образец', 'Пробович'],
    ['Небылицына', 'Явь', 'Примеровна'],
  ];
  const rows = [
    ['Код участника', 'Вариант', '1 (1б)'],
    ...people.map((names, index) => [40_001 + index, 1, 1, null, ...names]),
  ];
  const bytes = await writeRawWorkbook([{ name: 'Протокол', rows: rows.map((values) => ({ values })) }]);
  const copy = await redactedCopy(bytes);
  expect(copy.droppedColumns).toEqual(['E', 'F', 'G']);
  expect(textsOf(copy.bytes)).not.toMatch(NAMES);
});

test('a name beside a label and in a title goes, a key of the school stays', async () => {
  const page =
    '<h2>Отчёт об успеваемости ученика Выдумкина Примера</h2><p>Ученик: Выдумкин Пример</p><p>Ученик: 17-042</p><table><tr><td>Учащийся:</td><td>Сказкин Образец</td></tr></table>';
  const copy = await redactedCopy(new TextEncoder().encode(page));
  expect(copy.droppedColumns).toContain('Ученик');
  const text = textsOf(copy.bytes);
  expect(text).not.toMatch(NAMES);
  expect(text).toContain('17-042');
});
