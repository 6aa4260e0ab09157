import { assert, asyncProperty, constantFrom, array, string } from 'fast-check';
import { expect, test } from 'vitest';
import { isTableRefusal } from './errors.ts';
import { openTable } from './open.ts';
import { writeRawWorkbook } from './raw-workbook.ts';
import { zipSync, unzipSync } from 'fflate';

const PAGE = `<html><head><title>Не текст</title><style>td { color: red }</style></head><body>
<h5 class="report-title">Примерная СОШ&nbsp;№&nbsp;1</h5><h2>Отчёт</h2>
<table><tr><td><b>Учебный год:</b> 2025/2026</td></tr><tr><td data-sheet-name="не читается">Период:<br>осень</td></tr></table>
<table class="table-print">
<tr><th rowspan="2">Предмет</th><th colspan="2">Сентябрь</th><th rowspan="2">Средн.<br/>оценка</th></tr>
<tr><th>1</th><th>2</th></tr>
<tr><td>Алгебра</td><td>5</td><td></td><td>4,50</td></tr>
</table><script>var x = '<td>нет</td>';</script><p>Итого</p></body></html>`;

async function rowsOf(bytes: Uint8Array): Promise<unknown[][]> {
  const source = await openTable(bytes);
  const rows: unknown[][] = [];
  for await (const { number, values } of source.sheets[0].rows()) rows.push([number, ...values]);
  return rows;
}

function windows1251(text: string): Uint8Array {
  const decoder = new TextDecoder('windows-1251');
  const codes = new Map(Array.from({ length: 256 }, (_, code) => [decoder.decode(Uint8Array.of(code)), code]));
  return Uint8Array.from(text, (letter) => codes.get(letter) ?? 63);
}

const EXPECTED = [
  [1, 'Примерная СОШ № 1'],
  [2, 'Отчёт'],
  [3, 'Учебный год: 2025/2026'],
  [4, 'Период: осень'],
  [5, 'Предмет', 'Сентябрь', null, 'Средн. оценка'],
  [6, null, '1', '2'],
  [7, 'Алгебра', '5', null, '4,50'],
  [8, 'Итого'],
];

test.each([
  ['UTF-8', new TextEncoder().encode(PAGE)],
  ['UTF-8 with a mark', new TextEncoder().encode(`\uFEFF${PAGE}`)],
  ['windows-1251', windows1251(PAGE.replaceAll('&nbsp;', ' '))],
  ['UTF-16', Buffer.from(`\uFEFF${PAGE}`, 'utf16le')],
])('a page in %s reads as rows of one sheet, texts between its tables too', async (_, bytes) => {
  expect(await rowsOf(bytes)).toEqual(EXPECTED);
});

test('spans become merged ranges at the places of a spreadsheet', async () => {
  const source = await openTable(new TextEncoder().encode(PAGE));
  expect(source.format).toBe('html');
  expect(await source.sheets[0].merges()).toEqual([
    { top: 5, bottom: 6, left: 0, right: 0 },
    { top: 5, bottom: 5, left: 1, right: 2 },
    { top: 5, bottom: 6, left: 3, right: 3 },
  ]);
});

test('a table within a cell begins rows of its own and the outer table goes on after it', async () => {
  const page = '<table><tr><td>до<table><tr><td>1</td><td>2</td></tr></table></td><td>после</td></tr></table>';
  expect(await rowsOf(new TextEncoder().encode(page))).toEqual([
    [1, 'до'],
    [2, '1', '2'],
    [3, 'после'],
  ]);
});

test('tags that never close lose no cell', async () => {
  expect(await rowsOf(new TextEncoder().encode('<table><tr><td>1<td>2<tr><td>3'))).toEqual([
    [1, '1', '2'],
    [2, '3'],
  ]);
});

test('a span without measure fills no memory and a value too far out is refused', async () => {
  const spans = '<table><tr><td colspan="999999999" rowspan="999999999">1</td></tr><tr><td></td></tr></table>';
  expect(await rowsOf(new TextEncoder().encode(spans))).toEqual([[1, '1']]);
  const wide = `<table><tr>${'<td>1</td>'.repeat(3000)}</tr></table>`;
  await expect(rowsOf(new TextEncoder().encode(wide))).rejects.toMatchObject({ code: 'table-too-wide' });
});

test('whatever tags stand in a page, it is read or refused and nothing breaks', async () => {
  const tags = [
    '<table>',
    '</table>',
    '<tr>',
    '</tr>',
    '<td rowspan="3">',
    '<th colspan=2>',
    '</td>',
    '<script>',
    '<!--',
  ];
  await assert(
    asyncProperty(array(constantFrom(...tags, '<p>', '&#0;', '&lt;', '<td', 'x')), string(), async (pieces, text) => {
      try {
        await rowsOf(new TextEncoder().encode(`<table>${pieces.join('')}${text}`));
      } catch (error) {
        expect(isTableRefusal(error)).toBe(true);
      }
    }),
    { numRuns: 200 },
  );
});

test('a workbook with a part in UTF-16 beside its sheets opens, and a declaration hidden in such a part is found', async () => {
  const workbook = unzipSync(await writeRawWorkbook([{ name: 'Л', rows: [{ values: ['1'] }] }]));
  const withPart = (xml: string) =>
    zipSync({
      ...workbook,
      'customXml/item1.xml': Buffer.from(`\uFEFF<?xml version="1.0" encoding="utf-16"?>${xml}`, 'utf16le'),
    });
  expect(await rowsOf(withPart('<DataMashup/>'))).toEqual([[1, '1']]);
  await expect(rowsOf(withPart('<!DOCTYPE a [<!ENTITY b "c">]><a/>'))).rejects.toMatchObject({ code: 'xml-doctype' });
});
