import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { writeTableXlsx } from './write.ts';

async function reopen(bytes: Buffer): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  return workbook;
}

const columns = [
  { header: 'Школа' },
  { header: 'Работ', type: 'integer' as const },
  { header: 'Доля', unit: '%', type: 'percent' as const },
  { header: 'Дата', type: 'date' as const },
];

test('a table has its header frozen, numbers as numbers and dates as dates', async () => {
  const bytes = await writeTableXlsx({
    title: 'Школы: класс [5]',
    columns,
    rows: [
      ['Школа № 1', 1234, 0.125, '2026-04-21'],
      ['Школа № 2', null, 0, new Date('2026-04-22T00:00:00Z')],
    ],
    parameters: [['Источник', 'ВПР 2026']],
  });
  const sheet = (await reopen(bytes)).worksheets[0];
  expect(sheet.name).toBe('Школы класс 5');
  expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
  expect(sheet.getRow(1).values).toEqual([undefined, 'Школа', 'Работ', 'Доля, %', 'Дата']);
  expect(sheet.getCell('B2').value).toBe(1234);
  expect(sheet.getCell('C2').numFmt).toBe('0.0%');
  expect(sheet.getCell('D2').value).toEqual(new Date('2026-04-21T00:00:00Z'));
  expect(sheet.getCell('B3').value).toBeNull();
  expect(sheet.getCell('C3').value).toBe(0);
});

test('the second sheet names the table, the parameters and the number of rows', async () => {
  const bytes = await writeTableXlsx({
    title: 'Признаки',
    columns,
    rows: [],
    parameters: [['Фильтр', 'муниципалитет: Озёрный']],
  });
  const sheet = (await reopen(bytes)).getWorksheet('Параметры');
  const lines = sheet!.getSheetValues().slice(1);
  expect(lines).toEqual([
    [undefined, 'Параметр', 'Значение'],
    [undefined, 'Таблица', 'Признаки'],
    [undefined, 'Фильтр', 'муниципалитет: Озёрный'],
    [undefined, 'Строк', 0],
  ]);
});

test.each(['=1+1', '+7 900', '-5', '@SUM(A1)', '\t=1'])(
  'the text %j stays a text and never a formula',
  async (text) => {
    const bytes = await writeTableXlsx({ title: 'T', columns: [{ header: 'A' }], rows: [[text]], parameters: [] });
    const cell = (await reopen(bytes)).worksheets[0].getCell('A2');
    expect(cell.type).not.toBe(ExcelJS.ValueType.Formula);
    expect(cell.value).toBe(text);
    expect(cell.numFmt).toBe('@');
  },
);

test('a title equal to the name of the parameters sheet does not collide with it', async () => {
  const bytes = await writeTableXlsx({ title: 'Параметры', columns, rows: [], parameters: [] });
  expect((await reopen(bytes)).worksheets.map((sheet) => sheet.name)).toEqual(['Параметры 1', 'Параметры']);
});

test('control characters that XML cannot hold are left out', async () => {
  const bytes = await writeTableXlsx({ title: 'T', columns: [{ header: 'A' }], rows: [['а\u0001б']], parameters: [] });
  expect((await reopen(bytes)).worksheets[0].getCell('A2').value).toBe('аб');
});

test('a number that is not finite is a mistake of the caller, not an empty cell', async () => {
  const table = {
    title: 'T',
    columns: [{ header: 'A', type: 'decimal' as const }],
    rows: [[Number.NaN]],
    parameters: [],
  };
  await expect(writeTableXlsx(table)).rejects.toThrow(RangeError);
});
