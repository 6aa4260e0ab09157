import { expect, test } from 'vitest';
import { sortRows } from './sorting.ts';

const columns = [{ key: 'v', value: (row: { v: string | number | null }) => row.v }];
const sorted = (values: (string | number | null)[], direction: 'ascending' | 'descending') =>
  sortRows(
    values.map((v) => ({ v })),
    columns,
    { key: 'v', direction },
    'ru',
  ).map((row) => row.v);

test('classes are ordered by grade as a number and then by letter', () => {
  expect(sorted(['10А', '5Б', '5А', '11А'], 'ascending')).toEqual(['5А', '5Б', '10А', '11А']);
});

test('what is missing stands last in both directions', () => {
  expect(sorted([2, null, 10], 'ascending')).toEqual([2, 10, null]);
  expect(sorted([2, null, 10], 'descending')).toEqual([10, 2, null]);
});

test('an unknown column leaves the rows as they came', () => {
  const rows = [{ v: 2 }, { v: 1 }];
  expect(sortRows(rows, columns, { key: 'other', direction: 'ascending' }, 'ru')).toBe(rows);
});
