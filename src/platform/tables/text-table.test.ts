import { expect, test } from 'vitest';
import { openTable } from './open.ts';
import type { TableSource } from './source.ts';

/** Windows-1251 bytes of a text; Node decodes that encoding but does not encode it. */
function windows1251(text: string): Uint8Array {
  const decoder = new TextDecoder('windows-1251');
  const codes = new Map(Array.from({ length: 256 }, (_, code) => [decoder.decode(Uint8Array.of(code)), code]));
  return Uint8Array.from(text, (letter) => codes.get(letter)!);
}

async function valuesOf(source: TableSource) {
  const rows = [];
  for await (const row of source.sheets[0].rows()) rows.push([row.number, ...row.values]);
  return rows;
}

test.each([
  ['UTF-8', new TextEncoder().encode('код;балл\n40001;X\n'), 'utf-8'],
  ['UTF-8 with its mark', new TextEncoder().encode('\uFEFFкод;балл\n40001;X\n'), 'utf-8'],
  ['windows-1251', windows1251('код;балл\r\n40001;X\r\n'), 'windows-1251'],
  ['UTF-16', Buffer.from('\uFEFFкод;балл\n40001;X\n', 'utf16le'), 'utf-16le'],
])('%s is recognised from the bytes', async (_, bytes, encoding) => {
  const source = await openTable(bytes);
  expect(source.dialect).toEqual({ encoding, delimiter: ';' });
  expect(await valuesOf(source)).toEqual([
    [1, 'код', 'балл'],
    [2, '40001', 'X'],
  ]);
});

test.each([
  ['comma', 'a,b,c\n1,2,3\n', ','],
  ['semicolon, with decimal commas inside', 'a;b;c\n1,5;2,5;3\n1,5;2,5;3\n', ';'],
  ['tab, with commas inside texts', 'a\tb, c\n1\t2, 3\n', '\t'],
  ['comma, with semicolons inside quotes', 'a,"b;c;d;e"\n1,"2;3;4;5"\n', ','],
])('the delimiter %s is recognised', async (_, text, delimiter) => {
  expect((await openTable(new TextEncoder().encode(text))).dialect?.delimiter).toBe(delimiter);
});

test('rows keep their numbers when empty lines stand between them', async () => {
  expect(await valuesOf(await openTable(new TextEncoder().encode('a;b\n\n1;\n;;\n2;3\n')))).toEqual([
    [1, 'a', 'b'],
    [3, '1', null],
    [5, '2', '3'],
  ]);
});

test('a quotation mark that never closes is refused with its row', async () => {
  const source = await openTable(new TextEncoder().encode('a;b\n1;"2\n'));
  await expect(valuesOf(source)).rejects.toMatchObject({ code: 'text-damaged', details: { row: 2 } });
});

test('a reader may stop after a few rows of a long table', async () => {
  const source = await openTable(new TextEncoder().encode(`a;b\n${'1;2\n'.repeat(200_000)}`));
  let seen = 0;
  for await (const row of source.sheets[0].rows()) {
    seen = row.number;
    if (seen === 3) break;
  }
  expect(seen).toBe(3);
});

test.each([
  ['nothing', '', 'file-empty'],
  ['a web page without a table', '\uFEFF \n<html><body><form>Вход</form></body></html>', 'html-table'],
  [
    'a table of XML 2003',
    '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
    'xml-spreadsheet',
  ],
  ['a PDF', '%PDF-1.7', 'not-a-table'],
  ['a JSON', '{"works": []}', 'not-a-table'],
  ['a Parquet', 'PAR1....PAR1', 'parquet-not-here'],
])('%s is refused and named', async (_, text, code) => {
  await expect(openTable(new TextEncoder().encode(text))).rejects.toMatchObject({ code });
});

test('an old Excel file and an encrypted one are told apart', async () => {
  const ole = Buffer.alloc(2048);
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(ole);
  await expect(openTable(ole)).rejects.toMatchObject({ code: 'legacy-xls' });
  ole.write('EncryptedPackage', 1024, 'utf16le');
  await expect(openTable(ole)).rejects.toMatchObject({ code: 'file-encrypted' });
});
