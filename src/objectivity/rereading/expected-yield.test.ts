import { expect, test } from 'vitest';
import { expectedYield, yieldsOf } from './expected-yield.ts';

test('ten signs that are false at one in ten give nine true ones, seven to ten', () => {
  // Binomial(10, .9): P(X <= 6) = .0128, P(X <= 7) = .0702.
  expect(
    expectedYield(
      Array.from({ length: 10 }, () => 0.1),
      10,
    ),
  ).toEqual({
    first: 10,
    expected: expect.closeTo(9, 12),
    low: 7,
    high: 10,
  });
});

test('signs of different strength add up; what is certain has no interval', () => {
  expect(expectedYield([0, 0, 1], 3)).toEqual({ first: 3, expected: 2, low: 2, high: 2 });
  expect(expectedYield([0.5, 0.25, 0.9], 2).expected).toBeCloseTo(1.25, 12);
});

test('a list is checked in its usual steps, the whole of it last; an empty one has none', () => {
  const rates = Array.from({ length: 30 }, () => 0.05);
  expect(yieldsOf(rates).map(({ first }) => first)).toEqual([10, 25, 30]);
  expect(yieldsOf([])).toEqual([]);
});
