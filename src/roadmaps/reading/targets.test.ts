import { expect, test } from 'vitest';
import { targets } from './targets.ts';

test.each([
  ['Обучено не менее 10 педагогов района', 10, 'atLeast', 'педагогов'],
  ['Перепроверено не менее десяти работ', 10, 'atLeast', 'работ'],
  ['Расхождений не более 5 %', 5, 'atMost', '%'],
  ['Группа до 5 чел.', 5, 'atMost', 'чел.'],
  ['Довести охват до 95 % обучающихся', 95, 'atLeast', '%'],
  ['100 % экспертов', 100, 'equal', '%'],
  ['обучено 20 учителей района', 20, 'equal', 'учителей'],
  ['Не менее двух наблюдателей в аудитории', 2, 'atLeast', 'наблюдателей'],
  ['проведено более 3 вебинаров', 3, 'moreThan', 'вебинаров'],
  ['не менее 2,5 процента', 2.5, 'atLeast', 'процента'],
  ['не менее двадцати пяти действующих экспертов', 25, 'atLeast', 'экспертов'],
])('«%s» holds a number', (text, value, comparison, unit) => {
  expect(targets(text)).toMatchObject([{ value, comparison, unit }]);
});

test('each number of a text is told apart', () => {
  expect(targets('не более 5 % работ, свыше 100 родителей', 'обучено 20 учителей')).toEqual([
    { value: 5, comparison: 'atMost', words: 'не более 5 %', unit: '%' },
    { value: 100, comparison: 'moreThan', words: 'свыше 100 родителей', unit: 'родителей' },
    { value: 20, comparison: 'equal', words: '20 учителей', unit: 'учителей' },
  ]);
});

test.each([
  'в 2024 году, 5-8 классы, 1 раз в квартал, школа № 2',
  'Приказ № 10',
  'работа в 5 классе',
  'до 10 октября',
  'один из педагогов',
  '2024 год',
  'Школа № 5',
  '',
])('«%s» holds none', (text) => {
  expect(targets(text)).toEqual([]);
});

test('what is counted may stand before the number', () => {
  expect(targets('Рекомендации школам', 'Рекомендации, не менее 5')).toEqual([
    { value: 5, comparison: 'atLeast', words: 'не менее 5' },
  ]);
});
