import { expect, test } from 'vitest';
import { kindOf } from './kind.ts';

const text = (content: string) => new TextEncoder().encode(content);

test.each([
  ['nothing', new Uint8Array(), 'empty'],
  ['a container of parts', text('PK\u0003\u0004rest'), 'zip'],
  ['an empty container', text('PK\u0005\u0006'), 'zip'],
  ['an old Excel file', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 0), 'xls'],
  ['a Parquet file', text('PAR1\u0000'), 'parquet'],
  ['a PDF', text('%PDF-1.7'), 'pdf'],
  ['a photograph', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), 'image'],
  ['a web page', text('<!DOCTYPE html><html></html>'), 'html'],
  ['a web page in windows-1251', Uint8Array.of(...text('<table><td>'), 0xcf, 0xf0), 'html'],
  [
    'an XML table',
    text('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'),
    'xml-spreadsheet',
  ],
  ['a specification', text(' {"works": []}'), 'json'],
  ['a text table', text('код;балл\n1;2'), 'text'],
  ['a text in UTF-16', Buffer.from('\uFEFFкод;балл', 'utf16le'), 'text'],
  ['bytes without a meaning', Uint8Array.of(1, 2, 0, 3), 'binary'],
] as const)('%s is told by its first bytes', (_, bytes, kind) => {
  expect(kindOf(bytes)).toBe(kind);
});
