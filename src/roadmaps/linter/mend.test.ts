import { expect, test } from 'vitest';
import { lintPlan, remarkKey } from './lint.ts';
import { applyMend, applyMends, isPlanMend } from './mend.ts';
import type { LintedPlan, LintedSection, Remark } from './model.ts';
import { measureOf, planOf, planWith, sectionOf } from './plan-fixture.ts';

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

function numbered(id: string, ...numbers: readonly number[]): LintedSection {
  return sectionOf(
    id,
    numbers.map((number) =>
      measureOf(number, { id: `${id}${number}`, number: String(number), text: `Дело ${number}` }),
    ),
  );
}

function gapsOf(plan: LintedPlan): readonly Remark[] {
  return lintPlan(plan).filter(({ code }) => code === 'brokenNumber' || code === 'duplicateNumber');
}

test('a section goes on or begins at 1; another beginning is a gap, and numbering it anew takes the sections below along', () => {
  expect(gapsOf(planOf([numbered('a', 1, 2, 3), numbered('b', 4, 5)]))).toEqual([]);
  expect(gapsOf(planOf([numbered('a', 1, 2, 3), numbered('b', 1, 2)]))).toEqual([]);
  const plan = planOf([numbered('a', 1, 2, 3), numbered('b', 5, 6), numbered('c', 7, 8)]);
  const [gap, ...others] = gapsOf(plan);
  expect(others).toEqual([]);
  expect(gap).toMatchObject({ measureId: 'b5', words: '5', facts: { other: '3' } });
  if (!isPlanMend(gap.mend)) throw new Error('the plan alone cannot make this mend');
  const mended = applyMend(plan, gap.mend);
  expect(mended.sections.map(({ measures }) => measures.map(({ number }) => number))).toEqual([
    ['1', '2', '3'],
    ['4', '5'],
    ['6', '7'],
  ]);
});

test('joining rows leaves no gap where the numbers went on, and keeps the gap that the plan had', () => {
  const plan = planWith(...['8', '9', '10', '12', '13'].map((number, at) => ({ number, text: `Дело ${at}` })));
  const joined = applyMend(plan, { kind: 'mergeRows', keep: 'm0', remove: ['m1'] });
  expect(joined.sections[0].measures.map(({ number }) => number)).toEqual(['8', '9', '12', '13']);
  const doubled = planWith(...['2', '2', '3'].map((number, at) => ({ number, text: `Дело ${at}` })));
  const one = applyMend(doubled, { kind: 'mergeRows', keep: 'm0', remove: ['m1'] });
  expect(one.sections[0].measures.map(({ number }) => number)).toEqual(['2', '3']);
});
