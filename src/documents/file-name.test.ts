import { expect, test } from 'vitest';
import { fileNameOf } from './file-name.ts';

test.each([
  ['План на 2026/2027 учебный год', 'План на 2026-2027 учебный год.docx'],
  ['Лист ознакомления: План «Честные отметки»', 'Лист ознакомления – План Честные отметки.docx'],
  ['../../etc/passwd', '.. .. etc passwd.docx'],
  ['а\u0000б\nв', 'аб в.docx'],
  [' / ', 'document.docx'],
  ['слово '.repeat(40), `${'слово '.repeat(13).trim()}.docx`],
])('the title %j names the file %j', (title, name) => {
  expect(fileNameOf(title, 'docx')).toBe(name);
});
