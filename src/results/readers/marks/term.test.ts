import { expect, test } from 'vitest';
import { journalSubject, subjectInColumn } from './subjects.ts';
import { schoolYearOf, termOf } from './term.ts';

test.each([
  ['1 четверть', 'q1'],
  ['I четверть', 'q1'],
  ['за третью четверть', 'q3'],
  ['4-я четверть', 'q4'],
  ['четверть 2', 'q2'],
  ['2 ч.', 'q2'],
  ['q4', 'q4'],
  ['II триместр', 't2'],
  ['Итог.оценка 1 триместр', 't1'],
  ['1 полугодие', 'h1'],
  ['второе полугодие', 'h2'],
  ['Год', 'year'],
  ['Год. оценка', 'year'],
  ['Годовая отметка', 'year'],
  ['Итог. оценка', 'final'],
  ['итоговая', 'final'],
] as const)('%j is a period', (text, term) => {
  expect(termOf(text)).toBe(term);
});

test.each(['', 'каникулы', '5 четверть', 'Итого', 'Сентябрь', 'Экз. оценка', 'Предмет', '3 полугодие', 'q9', 't4'])(
  '%j is no period',
  (text) => {
    expect(termOf(text)).toBeNull();
  },
);

test.each([
  ['2025/2026', 2025],
  ['2025-26 учебный год', 2025],
  ['2025 — 2026', 2025],
  ['2025', 2025],
  ['2025/2027', null],
  ['1.09.2025', null],
] as const)('%j is the school year %j', (text, year) => {
  expect(schoolYearOf(text)).toBe(year);
});

test.each([
  ['русский яз.', 'Русский язык'],
  ['ИСТОРИЯ', 'История'],
  ['История России. Всеобщая история', 'История'],
  ['Иностранный язык (английский)', 'Английский язык'],
  ['Алгебра', 'Алгебра'],
  ['Родной язык (вымышленный)', 'Родной язык (вымышленный)'],
  ['Сентябрь', null],
  ['5', null],
] as const)('%j in a header is the subject %j', (text, subject) => {
  expect(journalSubject(text)).toBe(subject);
});

test('a column of subjects may name any subject; a footer is none', () => {
  expect(subjectInColumn('Вымысловедение')).toBe('Вымысловедение');
  expect(subjectInColumn('Средний балл')).toBeNull();
});
