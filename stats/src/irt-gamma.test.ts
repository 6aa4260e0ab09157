import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { logGamma } from './irt-gamma.ts';

const task = fc
  .array(fc.double({ min: -4, max: 4, noNaN: true }), { minLength: 1, maxLength: 3 })
  .map((rest) => [0, ...rest]);
const tasks = fc.array(task, { minLength: 1, maxLength: 6 });

/** The definition: every answer pattern by itself. */
function bruteForce(all: readonly number[][]): number[] {
  const maximum = all.reduce((sum, steps) => sum + steps.length - 1, 0);
  const sums = Array.from({ length: maximum + 1 }, () => 0);
  const visit = (at: number, total: number, weight: number): void => {
    if (at === all.length) sums[total]! += weight;
    else all[at]!.forEach((difficulty, score) => visit(at + 1, total + score, weight * Math.exp(-difficulty)));
  };
  visit(0, 0, 1);
  return sums;
}

test('the recursion gives what the sum over all patterns gives', () => {
  fc.assert(
    fc.property(tasks, (all) => {
      const expected = bruteForce(all);
      logGamma(all).forEach((value, r) => expect(value).toBeCloseTo(Math.log(expected[r]!), 10));
    }),
  );
});

test('the order of the tasks does not matter', () => {
  fc.assert(
    fc.property(tasks, (all) => {
      const reversed = logGamma(all.toReversed());
      logGamma(all).forEach((value, r) => expect(value).toBeCloseTo(reversed[r]!, 10));
    }),
  );
});

test('tasks as unequal as a test can hold lose no digits', () => {
  // 40 tasks at -8 and 40 at +8 logits: exchanging right and wrong exchanges the two halves, so gamma_r = gamma_(80 - r).
  const all = Array.from({ length: 80 }, (_, index) => [0, index < 40 ? -8 : 8]);
  const values = logGamma(all);
  for (let r = 0; r <= 80; r++) expect(values[r]).toBeCloseTo(values[80 - r]!, 9);
  // The middle total: almost only «all easy ones».
  expect(values[40]).toBeCloseTo(320 + Math.log1p(1600 * Math.exp(-16)), 6);
});

test('a score that does not occur makes totals impossible, not smaller', () => {
  expect([...logGamma([[0, Infinity, 1]])]).toEqual([0, -Infinity, -1]);
});
