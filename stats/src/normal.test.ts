import { expect, test } from 'vitest';
import { normalLogUpperTail, normalLowerTail, normalUpperQuantile, normalUpperTail } from './normal.ts';

// Reference: SciPy 1.17.1, scipy.stats.norm.sf, logsf, isf.
test('the upper tail agrees with SciPy far beyond 1e-12', () => {
  expect(normalUpperTail(0)).toBeCloseTo(0.5, 15);
  expect(normalUpperTail(1.959963984540054)).toBeCloseTo(0.025, 15);
  expect(normalUpperTail(8) / 6.220960574271785e-16).toBeCloseTo(1, 10);
  expect(normalUpperTail(20) / 2.7536241186062337e-89).toBeCloseTo(1, 10);
});

test('the logarithm of the tail stays finite where the tail underflows', () => {
  expect(normalLogUpperTail(40)).toBeCloseTo(-804.6084420137538, 8);
});

test('lower and upper tails mirror each other', () => {
  expect(normalLowerTail(-3.2)).toBe(normalUpperTail(3.2));
});

test('the quantile inverts the tail', () => {
  expect(normalUpperQuantile(1e-12)).toBeCloseTo(7.034483825301132, 9);
  expect(normalUpperTail(normalUpperQuantile(0.3))).toBeCloseTo(0.3, 12);
  expect(normalUpperQuantile(0)).toBe(Number.POSITIVE_INFINITY);
});

// Reference: Abramowitz & Stegun, tables 26.1 and 26.2.
test('the printed tails at 4 and 10 are met to all their digits', () => {
  expect(normalUpperTail(4) / 3.167124e-5).toBeCloseTo(1, 6);
  expect(normalLowerTail(-10) / 7.619853e-24).toBeCloseTo(1, 6);
});
