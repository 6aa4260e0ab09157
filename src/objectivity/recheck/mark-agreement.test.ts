import { expect, test } from 'vitest';
import { markAgreement } from './mark-agreement.ts';

test('a hand-computed table: bias, deviation and kappa of journal marks against the test', () => {
  const found = markAgreement([
    [2, 0, 0, 0],
    [3, 5, 0, 0],
    [0, 4, 5, 1],
    [0, 0, 0, 0],
  ])!;
  // Twenty pupils: twelve alike, seven a mark lower for the work, one higher: bias -6/20.
  expect(found.pairs).toBe(20);
  expect(found.bias.value).toBeCloseTo(-0.3, 12);
  // Squares: 8 - 20 * .09 = 6.2; sd = sqrt(6.2/19).
  expect(found.upper.value - found.bias.value).toBeCloseTo(1.959964 * Math.sqrt(6.2 / 19), 6);
  // Journal 2, 8, 10, 0 and work 5, 9, 5, 1 of twenty: 1 - 8/20 over the mean square difference of the margins.
  // sum J = .8 + 4 = 28/20 (0,1,2 coded), J2 = 48/20; W = 22/20, W2 = 38/20: expected 2.4 + 1.9 - 2 * 1.4 * 1.1 = 1.22.
  expect(found.qwk!.value).toBeCloseTo(1 - 0.4 / 1.22, 10);
  expect(found.qwk!.low).toBeLessThan(found.qwk!.value);
});

test('fewer than fifteen pairs are no figures, and equal marks are no kappa', () => {
  const empty = [0, 0, 0, 0];
  expect(markAgreement([empty, [0, 14, 0, 0], empty, empty])).toBeNull();
  expect(markAgreement([empty, empty, empty, empty])).toBeNull();
  const same = markAgreement([empty, [0, 30, 0, 0], empty, empty])!;
  expect(same.qwk).toBeNull();
  expect(same.bias).toEqual({ value: 0, low: 0, high: 0 });
});
