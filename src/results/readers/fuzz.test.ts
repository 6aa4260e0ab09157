import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { array, assert, asyncProperty, constantFrom, integer, oneof, record, string } from 'fast-check';
import { expect, test } from 'vitest';
import { type RawCell, writeRawWorkbook } from '#src/platform/tables/raw-workbook.ts';
import { isTableRefusal } from '#src/platform/tables/errors.ts';
import { redactedCopy } from './redact.ts';
import { type FileReading, readResults } from './registry.ts';

const here = import.meta.dirname;

/** Every input of every reader, as it stands. */
const inputs = readdirSync(here, { recursive: true, encoding: 'utf8' })
  .filter((path) => /fixtures[\\/][^\\/]+[\\/]input\.\w+$/u.test(path))
  .map((path) => readFileSync(join(here, path)))
  .filter((bytes) => bytes.length > 0);

/** Something came of the file, or a word on why nothing did. */
function answered({ files, tables, problems }: FileReading): boolean {
  return files.length + tables.length + problems.length > 0;
}

test('every input with a byte changed and its end cut off is read or refused by name', async () => {
  const damage = record({
    sample: constantFrom(...inputs),
    at: integer({ min: 0, max: 1_000_000 }),
    byte: integer({ min: 0, max: 255 }),
    cut: integer({ min: 0, max: 2000 }),
  });
  await assert(
    asyncProperty(damage, async ({ sample, at, byte, cut }) => {
      const bytes = Buffer.from(sample);
      bytes[at % bytes.length] = byte;
      expect(answered(await readResults(bytes.subarray(0, Math.max(1, bytes.length - cut))))).toBe(true);
    }),
    { numRuns: 150 },
  );
});

const HEADERS = [
  'Код ОО',
  'Класс',
  'Фамилия',
  'Серия',
  'Номер',
  'Код участника',
  'Ключ ученика',
  'Задания с кратким ответом',
  'Задания с развёрнутым ответом',
  'Первичный балл',
  'Оценка',
  'Тестовый балл',
  'Экзамен',
  'Состояние апелляции',
  'Предмет',
  'Учитель',
  '1 четверть',
  'Год',
  'Итог. оценка',
  'Алгебра',
  'Период',
  '«5»',
  '«4»',
  '«3»',
  '«2»',
  'Кол-во учащихся',
  'Группы участников',
  'Кол-во ОО',
  'Кол-во участников',
  'Признак',
  '4 РУ',
  '5 МА',
  'Логин',
  'ОО',
  '02 - Математика 2026.06.02',
  'Ученик: Выдумкина Проба',
];
const cell = oneof(
  constantFrom<RawCell>(...HEADERS),
  constantFrom<RawCell>(
    null,
    0,
    1,
    2,
    5,
    -1,
    1e300,
    '++-+',
    '2(2)0(2)',
    '+(',
    ')(',
    '№',
    'X',
    '2025/2026',
    new Date('2026-05-05T00:00:00Z'),
  ),
  string({ unit: 'grapheme-ascii', maxLength: 12 }),
);

test('whatever stands in the cells of a workbook, it is read and kept without breaking', async () => {
  await assert(
    asyncProperty(array(array(cell, { maxLength: 14 }), { maxLength: 12 }), async (rows) => {
      const bytes = await writeRawWorkbook([{ name: 'Лист1', rows: rows.map((values) => ({ values })) }]);
      expect(answered(await readResults(bytes))).toBe(true);
      const copy = await redactedCopy(bytes);
      const reread = await readResults(copy.bytes);
      expect(answered(reread)).toBe(true);
      expect(JSON.stringify(reread)).not.toContain('Выдумкина');
    }),
    { numRuns: 150 },
  );
});

test('whatever stands in the lines of a text or of a page, it is read or refused', async () => {
  const line = array(oneof(constantFrom(...HEADERS), string({ maxLength: 10 })), { maxLength: 10 });
  await assert(
    asyncProperty(array(line, { maxLength: 10 }), constantFrom(';', '\t', '<td>'), async (lines, delimiter) => {
      const text = lines.map((cells) => cells.join(delimiter)).join(delimiter === '<td>' ? '<tr><td>' : '\n');
      const bytes = new TextEncoder().encode(delimiter === '<td>' ? `<table><tr><td>${text}</table>` : text);
      expect(answered(await readResults(bytes))).toBe(true);
      try {
        await redactedCopy(bytes);
      } catch (error) {
        expect(isTableRefusal(error)).toBe(true);
      }
    }),
    { numRuns: 150 },
  );
});

test('thousands of columns, a mask without end and rows without number are read or refused', async () => {
  const header = 'SchoolCode;ClassCode;SurnameCell;TestResultBCell;TestResultCCell;PrimaryMark;Mark5';
  const wide = `${header}${';x'.repeat(20_000)}\n990101;9а;ВЫДУМКИНА;++;1(1);3;4${';1'.repeat(20_000)}\n`;
  expect(answered(await readResults(new TextEncoder().encode(wide)))).toBe(true);
  const mask = `${header}\n990101;9а;ВЫДУМКИНА;${'+'.repeat(500_000)};1(1);3;4\n`;
  const [file] = (await readResults(new TextEncoder().encode(mask))).files;
  expect(file.tasks.length).toBeLessThanOrEqual(240);
  const register = `Ученик;${Array.from({ length: 5000 }, () => 'Алгебра').join(';')}\nа-1;${'5;'.repeat(5000)}\n`;
  expect(answered(await readResults(new TextEncoder().encode(register)))).toBe(true);
});
