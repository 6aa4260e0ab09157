import { expect, test } from 'vitest';
import { examOfCell, examOfRow, examSubject } from './exam.ts';

function row(...values: (string | number | null)[]) {
  return { number: 1, values, formulas: [] };
}

test('a block is announced by code, subject and date, in either order of the date and wherever it stands', () => {
  expect(examOfRow(row('02 - Математика 2026.06.02'))).toEqual({ code: '02', name: 'Математика', date: '2026-06-02' });
  expect(examOfRow(row(null, null, '9 – Английский язык (02.06.2026)'))).toEqual({
    code: '09',
    name: 'Английский язык',
    date: '2026-06-02',
  });
  expect(examOfCell('Русский язык(2026.06.05)')).toEqual({ code: null, name: 'Русский язык', date: '2026-06-05' });
});

test('a region, a row of results and a day that does not exist announce nothing or no date', () => {
  expect(examOfRow(row('99 - Примерный край'))).toBeNull();
  expect(examOfRow(row(1, 990101, '9а', '02 - Математика 2026.06.02'))).toBeNull();
  expect(examOfRow(row('02 - Математика 2026.02.31'))?.date).toBeNull();
});

const CODES = new Map([
  [
    'ris',
    new Map([
      ['09', 'Английский язык'],
      ['12', 'Обществознание'],
    ]),
  ],
  [
    'protocol',
    new Map([
      ['09', 'Обществознание'],
      ['12', 'Немецкий язык'],
    ]),
  ],
]);

test('the printed name decides, and a code that no table gives it is reported', () => {
  const social = examSubject({ code: '12', name: 'Обществознание', date: null }, CODES, null);
  expect([social.subject, social.problems]).toEqual(['Обществознание', []]);
  const odd = examSubject({ code: '12', name: 'Химия', date: null }, CODES, null);
  expect(odd.subject).toBe('Химия');
  expect(odd.problems.map(({ code, found, allowed }) => [code, found, allowed])).toEqual([
    ['subject-code-differs', '12 — Химия', 'Обществознание, Немецкий язык'],
  ]);
});

test('a code alone counts only where all tables that know it agree', () => {
  expect(examSubject({ code: '09', name: null, date: null }, CODES, null).subject).toBeNull();
  const one = new Map([['ris', new Map([['09', 'Английский язык']])]]);
  expect(examSubject({ code: '09', name: null, date: null }, one, null).subject).toBe('Английский язык');
});

function level(name: string) {
  return examSubject({ code: '02', name, date: null }, new Map(), null);
}

test('the level of mathematics is in its name', () => {
  expect(level('Математика профильная')).toMatchObject({ subject: 'Математика', level: 'advanced', problems: [] });
  expect(level('Математика базовая')).toMatchObject({ subject: 'Математика', level: 'base', problems: [] });
});
