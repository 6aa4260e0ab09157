import { expect, test } from 'vitest';
import { chiSquareUpperTail, wilsonHilferty } from './chi-square.ts';
import { normalUpperTail } from './normal.ts';

// Critical values of any printed table (Abramowitz & Stegun, table 26.8).
test.each([
  [3.841459, 1, 0.05],
  [6.634897, 1, 0.01],
  [5.991465, 2, 0.05],
  [11.070498, 5, 0.05],
  [18.307038, 10, 0.05],
  [29.588298, 10, 0.001],
])('%d with %d degrees of freedom has the tail %d', (x, degreesOfFreedom, tail) => {
  expect(chiSquareUpperTail(x, degreesOfFreedom)).toBeCloseTo(tail, 7);
});

test('with two degrees of freedom the tail is exp(-x/2), far out too', () => {
  for (const x of [0.1, 1, 10, 100, 600]) expect(chiSquareUpperTail(x, 2) / Math.exp(-x / 2)).toBeCloseTo(1, 9);
});

test('with one degree of freedom it is both tails of the normal', () => {
  for (const z of [0.5, 2, 5]) expect(chiSquareUpperTail(z * z, 1) / (2 * normalUpperTail(z))).toBeCloseTo(1, 9);
});

test('at zero and below everything is above', () => {
  expect(chiSquareUpperTail(0, 4)).toBe(1);
  expect(chiSquareUpperTail(-1, 4)).toBe(1);
});

test('the cube-root deviate has the tail of the chi-square to two digits', () => {
  for (const [x, v] of [
    [7.814728, 3],
    [18.307038, 10],
    [43.772972, 30],
  ] as const) {
    expect(Math.abs(normalUpperTail(wilsonHilferty(x, v)) - 0.05)).toBeLessThan(0.001);
  }
});

test('the cube-root deviate is 0 at v (1 - 2/9v)^3 and finite at zero', () => {
  expect(wilsonHilferty(10 * (1 - 2 / 90) ** 3, 10)).toBeCloseTo(0, 12);
  expect(wilsonHilferty(0, 5)).toBeLessThan(-3);
  expect(wilsonHilferty(-1, 5)).toBe(wilsonHilferty(0, 5));
});
