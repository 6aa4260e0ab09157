import { expect, test } from 'vitest';
import { evenResiduals } from './even-residuals.ts';

/** One class of 20 papers; expected 3 of 20 on the task, observed so many more or fewer. */
function evenOf(residual: number): number {
  const profiles = {
    participants: Int32Array.of(20),
    residuals: Float64Array.of(residual),
    variances: Float64Array.of(1),
    sums: Float64Array.of(3 + residual),
  };
  return evenResiduals(profiles, [1]).residuals[0]!;
}

test('a small residual stays what it is', () => {
  expect(evenOf(0)).toBe(0);
  expect(evenOf(0.1)).toBeCloseTo(0.1, 2);
});

test('on a hard task points gained weigh less than points lost', () => {
  expect(evenOf(6)).toBeLessThan(6);
  expect(evenOf(-2.5)).toBeLessThan(-2.5);
});
