import { expect, test } from 'vitest';
import { lintPlan, remarkKey } from './lint.ts';
import { applyMend, applyMends, isPlanMend } from './mend.ts';
import { planWith } from './plan-fixture.ts';

test('of two mends that write the same field at one press the first holds', () => {
  const plan = planWith({ deadline: 'ноябрь декабрь 2026 г.,' });
  const mends = lintPlan(plan).flatMap(({ mend }) => (mend !== null && isPlanMend(mend) ? [mend] : []));
  expect(mends).toHaveLength(2);
  const { plan: mended, done } = applyMends(plan, mends);
  expect(done).toBe(1);
  expect(mended.sections[0].measures[0].deadline).toBe('ноябрь – декабрь 2026 г.');
  expect(lintPlan(mended)).toEqual([]);
});

test('mends of different fields and rows are all made', () => {
  const plan = planWith({ deadline: 'октябрь', text: 'Рaзобрать рaботы' }, { number: null }, { number: null });
  const mends = lintPlan(plan).flatMap(({ mend }) => (mend !== null && isPlanMend(mend) ? [mend] : []));
  const { plan: mended, done } = applyMends(plan, mends);
  expect(done).toBe(3);
  expect(lintPlan(mended)).toEqual([]);
});

test('other words for a deadline take back the days that a person had set', () => {
  const plan = planWith({ windowsSet: [{ from: null, to: '2026-10-10' }], deadlineConfirmed: true });
  const value = 'ноябрь 2026 г.';
  const mended = applyMend(plan, { kind: 'setField', measureId: 'm0', field: 'deadline', value });
  expect(mended.sections[0].measures[0]).toMatchObject({ deadline: value, windowsSet: null, deadlineConfirmed: false });
});

test('a mend of rows that are not there leaves the plan as it is', () => {
  const plan = planWith({});
  expect(applyMend(plan, { kind: 'mergeRows', keep: 'x', remove: ['m0'] })).toEqual(plan);
  expect(applyMend(plan, { kind: 'setKind', measureId: 'x', value: 'M01' })).toEqual(plan);
});

test('the same person overloaded in two weeks is two remarks with two keys', () => {
  const rows = ['октябрь 2026 г.', 'декабрь 2026 г.'].flatMap((deadline) =>
    Array.from({ length: 6 }, (_, at) => ({ deadline, text: `Дело ${deadline} ${at}` })),
  );
  const keys = lintPlan(planWith(...rows)).map(remarkKey);
  expect(keys).toHaveLength(2);
  expect(new Set(keys).size).toBe(2);
});
