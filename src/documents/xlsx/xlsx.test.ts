import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import type { Table } from '../model.ts';
import { cell, documentOf, HOSTILE, longDocument, row } from '../test-document.ts';
import { toXlsx } from './render.ts';

async function reopened(document: Parameters<typeof toXlsx>[0]): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(await toXlsx(document)).buffer);
  return workbook;
}

test('the same document is the same bytes', async () => {
  const [first, second] = [await toXlsx(longDocument(30)), await toXlsx(longDocument(30))];
  expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true);
});

test('the sheet prints landscape, fit to the width, with the header on every page, and the header is frozen', async () => {
  const [sheet] = (await reopened(longDocument(5))).worksheets;
  const header = 3;
  expect(sheet.getCell(header, 2).value).toBe('Мероприятие');
  expect(sheet.pageSetup).toMatchObject({ orientation: 'landscape', paperSize: 9, fitToWidth: 1, fitToHeight: 0 });
  expect(sheet.pageSetup.printTitlesRow).toBe(`${header}:${header}`);
  expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: header });
  expect(sheet.pageSetup.margins?.left).toBeCloseTo(20 / 25.4);
  expect(sheet.getCell(header + 2, 2).alignment).toMatchObject({ wrapText: true, vertical: 'top' });
});

test('figures are figures with their format, and words beside them stay words', async () => {
  const [sheet] = (
    await reopened(
      documentOf([
        {
          kind: 'table',
          fontSize: 12,
          columns: [{ width: 2 }, { width: 1 }, { width: 1 }],
          header: [],
          rows: [
            {
              cells: [
                cell('12.5'),
                cell('1 234', { value: { number: 1234, format: 'integer' } }),
                cell('12,5 %', { value: { number: 0.125, format: 'percent' } }),
              ],
            },
          ],
        },
      ]),
    )
  ).worksheets;
  expect([1, 2, 3].map((column) => sheet.getCell(1, column).value)).toEqual(['12.5', 1234, 0.125]);
  expect(sheet.getCell(1, 3).numFmt).toBe('0.0%');
});

test.each([...HOSTILE, '=1+1', '+7', '-5', '@SUM(A1)'])('the words %j come back as they were given', async (words) => {
  const [sheet] = (
    await reopened(
      documentOf([{ kind: 'table', fontSize: 12, columns: [{ width: 1 }], header: [row('А')], rows: [row(words)] }]),
    )
  ).worksheets;
  const written = sheet.getCell(2, 1);
  expect(written.type).not.toBe(ExcelJS.ValueType.Formula);
  expect(written.value).toBe(words);
});

function tableOf(name: string): Table {
  return { kind: 'table', name, fontSize: 12, columns: [{ width: 1 }], header: [row(name)], rows: [row('1')] };
}

test('each table has a sheet of its own, with the heading that leads to it', async () => {
  const workbook = await reopened(
    documentOf([
      tableOf('Школы'),
      { kind: 'heading', level: 2, words: 'О мероприятиях', align: 'left' },
      tableOf('Мероприятия'),
      tableOf('Школы'),
    ]),
  );
  expect(workbook.worksheets.map(({ name }) => name)).toEqual(['Школы', 'Мероприятия', 'Школы 2']);
  expect(workbook.worksheets[1].getCell(1, 1).value).toBe('О мероприятиях');
});

test('a number that is not finite is a mistake of the caller', async () => {
  const broken = cell('?', { value: { number: Number.NaN, format: 'integer' } });
  await expect(
    toXlsx(
      documentOf([{ kind: 'table', fontSize: 12, columns: [{ width: 1 }], header: [], rows: [{ cells: [broken] }] }]),
    ),
  ).rejects.toThrow(RangeError);
});
