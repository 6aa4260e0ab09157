import { assert, constantFrom, array, property } from 'fast-check';
import { expect, test } from 'vitest';
import { readPastedWindows } from './paste.ts';

test('rows of a spreadsheet become days with what they are for', () => {
  const { windows, unread } = readPastedWindows(
    [
      'Предмет\tДата',
      '4 класс, русский язык\t14.04.2027',
      '5 класс\t19.04.2027\t21.04.2027',
      '8 класс, физика\t27-29 апреля',
    ].join('\n'),
    2026,
  );
  expect(windows).toEqual([
    { from: '2027-04-14', to: '2027-04-14', label: '4 класс, русский язык' },
    { from: '2027-04-19', to: '2027-04-21', label: '5 класс' },
    { from: '2027-04-27', to: '2027-04-29', label: '8 класс, физика' },
  ]);
  expect(unread).toEqual(['Предмет\tДата']);
});

test('rows are put in order and the same row twice is one', () => {
  const { windows } = readPastedWindows('21.05.2027;итоговое\n18.09.2026;входное\n21.05.2027;итоговое', 2026);
  expect(windows.map(({ from, label }) => `${from} ${label}`)).toEqual(['2026-09-18 входное', '2027-05-21 итоговое']);
});

test('whatever is pasted, every row is either read or told', () => {
  const part = constantFrom(
    '14.04.2027',
    '\t',
    ';',
    '5 класс',
    '31.02.2027',
    'с 3 по',
    '—',
    '\n',
    'апреля',
    '10-12',
    '\u0000',
  );
  assert(
    property(array(part, { maxLength: 12 }), (parts) => {
      const pasted = parts.join('');
      const { windows, unread } = readPastedWindows(pasted, 2026);
      const filled = pasted.split('\n').some((row) => row.trim() !== '');
      expect(windows.length + unread.length > 0).toBe(filled);
    }),
  );
});
