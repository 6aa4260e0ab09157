import { expect, test } from 'vitest';
import { displayWidth, printable, tableLines } from './table.ts';

test('columns are as wide as their widest cell, figures stand to the right', () => {
  const rows = [
    { name: 'Йошкар', papers: '7' },
    { name: 'N', papers: '1\u202f234' },
  ];
  const lines = [
    ...tableLines(
      [
        { title: 'Округ', cell: (row) => row.name },
        { title: 'Писали', align: 'right', cell: (row) => row.papers },
      ],
      rows,
    ),
  ];
  expect(lines).toEqual(['Округ   Писали', '──────  ──────', 'Йошкар       7', 'N        1\u202f234']);
});

test('a letter made of two characters takes one column', () => {
  expect(displayWidth('Й'.normalize('NFD'))).toBe(1);
  expect(displayWidth('«5Ё»')).toBe(4);
});

test('control characters of a file never reach the terminal', () => {
  expect(printable('5А\u001b[2J')).toBe('5А\ufffd[2J');
});
