import { expect, test } from 'vitest';
import { Refusal } from '#src/platform/errors.ts';
import { evidenceFile } from './evidence-file.ts';
import { EVIDENCE_MEGABYTES } from '../rules.ts';

function refusalOf(name: string, content: Buffer): string | null {
  try {
    evidenceFile(name, content);
    return null;
  } catch (error) {
    return error instanceof Refusal ? error.code : 'unexpected';
  }
}

const bytes = (...list: number[]) => Buffer.from([...list, 1, 2, 3]);

test.each([
  ['приказ.exe', Buffer.from('text'), 'executableFile'],
  ['приказ.pdf.EXE', Buffer.from('text'), 'executableFile'],
  ['приказ.pdf', bytes(0x4d, 0x5a, 0x90), 'executableFile'],
  ['скан.png', bytes(0x7f, 0x45, 0x4c, 0x46), 'executableFile'],
  ['список.txt', Buffer.from('#!/bin/sh\nrm'), 'executableFile'],
  ['страница.html', Buffer.from('<script>'), 'executableFile'],
  ['рисунок.svg', Buffer.from('<svg/>'), 'executableFile'],
  ['пусто.docx', Buffer.alloc(0), 'emptyFile'],
  ['огромный.zip', Buffer.alloc(EVIDENCE_MEGABYTES * 1_048_576 + 1), 'fileTooLarge'],
  ['анализ.docx', bytes(0x50, 0x4b, 0x03, 0x04), null],
  ['без расширения', Buffer.from('текст'), null],
  ['фото.HEIC', bytes(0, 0, 0, 0x18), null],
])('%s', (name, content, expected) => {
  expect(refusalOf(name, content)).toBe(expected);
});

test('a name keeps its words and loses folders, marks of direction and what no header takes', () => {
  expect(evidenceFile('C:\\Документы\\Приказ № 12.pdf', Buffer.from('x')).name).toBe('Приказ № 12.pdf');
  expect(evidenceFile('../../etc/passwd', Buffer.from('x')).name).toBe('passwd');
  expect(evidenceFile('при\u202eказ\r\n"1".pdf', Buffer.from('x')).name).toBe('приказ1.pdf');
  expect(evidenceFile('\u0000', Buffer.from('x')).name).toBe('file');
});

test('what a browser could run leaves as bytes without a meaning', () => {
  expect(evidenceFile('данные.xyz', Buffer.from('x')).mediaType).toBe('application/octet-stream');
  expect(evidenceFile('скан.PDF', Buffer.from('%PDF')).mediaType).toBe('application/pdf');
});
