import { expect, test } from 'vitest';
import { fLogDensity, fLogLikelihood, fLowerTail } from './f-distribution.ts';
import { studentUpperTail } from './student-t.ts';

// Critical values of any printed table (Abramowitz & Stegun, table 26.9).
test.each([
  [4.964603, 1, 10],
  [4.102821, 2, 10],
  [2.978237, 10, 10],
])('%d has 95 %% below it with %d and %d degrees of freedom', (x, numerator, denominator) => {
  expect(fLowerTail(x, numerator, denominator)).toBeCloseTo(0.95, 6);
});

test('with two and two degrees of freedom it is x / (1 + x)', () => {
  for (const x of [0.1, 1, 7]) expect(fLowerTail(x, 2, 2)).toBeCloseTo(x / (1 + x), 13);
});

test('one numerator degree is a squared Student t', () => {
  expect(fLowerTail(2.25, 1, 7)).toBeCloseTo(1 - 2 * studentUpperTail(1.5, 7), 12);
});

test('nothing lies below zero', () => {
  expect(fLowerTail(0, 3, 5)).toBe(0);
  expect(fLowerTail(-2, 3, 5)).toBe(0);
});

test('the density with two and two degrees is 1 / (1 + x)^2 and elsewhere the slope of the tail', () => {
  expect(Math.exp(fLogDensity(3, 2, 2))).toBeCloseTo(1 / 16, 12);
  const step = 1e-4;
  const slope = (fLowerTail(1.7 + step, 4.5, 9) - fLowerTail(1.7 - step, 4.5, 9)) / (2 * step);
  expect(Math.exp(fLogDensity(1.7, 4.5, 9))).toBeCloseTo(slope, 6);
});

test('the likelihood of a sample is the sum of its ln densities, however long it is', () => {
  const values = Float64Array.from({ length: 2000 }, (_, index) => 1e-6 * 1.01 ** index);
  const expected = values.reduce((sum, value) => sum + fLogDensity(1.7 * value, 17, 5), 0);
  expect(fLogLikelihood(values, 1.7, 17, 5) / expected).toBeCloseTo(1, 12);
});
