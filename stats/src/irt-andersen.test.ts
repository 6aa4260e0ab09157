import { expect, test } from 'vitest';
import { andersenTest } from './irt-andersen.ts';
import { RASCHDAT1, RASCHDAT1_CML } from './irt-reference.ts';

test('statistic, degrees of freedom and p at the median are those of eRm', () => {
  const result = andersenTest(RASCHDAT1);
  expect(result).toEqual({
    kind: 'computed',
    statistic: expect.closeTo(RASCHDAT1_CML.andersen.statistic, 5),
    degreesOfFreedom: 29,
    p: expect.closeTo(RASCHDAT1_CML.andersen.p, 6),
    split: 14,
    differences: expect.any(Float64Array),
  });
});

test('a task that the weaker half never solved cannot be compared', () => {
  // Two tasks of one point and a third that only papers with 2 points solved.
  const form = { tasks: [0, 1, 2], totals: [0, 20, 20, 0], cells: Array.from({ length: 24 }, () => 0) };
  // total 1: tasks 1 and 2 share the papers; total 2: tasks 1 and 3, or 2 and 3.
  form.cells.splice(6, 12, 8, 12, 12, 8, 20, 0, 8, 12, 12, 8, 0, 20);
  expect(andersenTest({ maxima: [1, 1, 1], width: 2, forms: [form] })).toEqual({ kind: 'incomparable' });
});
