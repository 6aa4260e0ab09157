import { expect, test } from 'vitest';
import type { Problem } from '../../model.ts';
import { problemsOf } from './problems.ts';

const problem = (change: Partial<Problem>): Problem => ({
  severity: 'error',
  code: 'value-unknown',
  sheet: 'Протокол',
  row: 1,
  column: 'E',
  found: '7',
  allowed: '0–2',
  ...change,
});
const file = (problems: Problem[]) => ({ problems, parts: [], tables: [] });

test('a problem without a row stands apart from those of cells', () => {
  const list = problemsOf(file([problem({}), problem({ code: 'no-tasks', row: null, column: null })]));
  expect(list.cells.map(({ problem: { code } }) => code)).toEqual(['value-unknown']);
  expect(list.general.map(({ problem: { code } }) => code)).toEqual(['no-tasks']);
});

test('cells that are not listed one by one are counted', () => {
  const list = problemsOf(file([problem({}), problem({ row: 2 }), problem({ row: null, count: 400 })]));
  expect(list.kinds).toEqual([{ code: 'value-unknown', severity: 'error', cells: 402 }]);
  expect(list.cells).toHaveLength(2);
});

test('errors come before remarks, frequent ones first', () => {
  const list = problemsOf(
    file([
      problem({ severity: 'warning', code: 'total-differs' }),
      problem({ severity: 'warning', code: 'total-differs' }),
      problem({ code: 'score-is-date' }),
      problem({}),
      problem({}),
    ]),
  );
  expect(list.kinds.map(({ code }) => code)).toEqual(['value-unknown', 'score-is-date', 'total-differs']);
});
