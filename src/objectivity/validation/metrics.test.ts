import { expect, test } from 'vitest';
import { areaUnderCurve, estimate, precisionAt } from './metrics.ts';

test('the area is the share of pairs won, ties counting one half', () => {
  expect(areaUnderCurve([3, 4], [1, 2])).toBe(1);
  expect(areaUnderCurve([1, 2], [3, 4])).toBe(0);
  // Of the six pairs 2>1, 2=2, 2<3, 5>1, 5>2, 5>3: four and a half are won.
  expect(areaUnderCurve([2, 5], [1, 2, 3])).toBe(4.5 / 6);
});

test('a unit without a score stands below every unit with one', () => {
  expect(areaUnderCurve([Number.NaN], [-5, 0])).toBe(0);
  expect(areaUnderCurve([Number.NaN], [Number.NaN])).toBe(0.5);
});

test('without units on one side there is no area', () => {
  expect(areaUnderCurve([], [1])).toBeNaN();
  expect(areaUnderCurve([1], [])).toBeNaN();
});

test('precision counts the hits among the highest, and the tied ones at the edge by their share', () => {
  expect(precisionAt([5, 4, 3, 2], [1, 0, 1, 1], 2)).toBe(0.5);
  expect(precisionAt([5, 1, 1, 1, 1], [1, 1, 0, 0, 0], 2)).toBe((1 + 0.25) / 2);
  expect(precisionAt([1, 2], [0, 1], 0)).toBeNaN();
});

test('the interval of a mean is Student’s', () => {
  // Three values with mean 2 and sd 1: t with two degrees of freedom is 4.3027.
  const { mean, low, high, regions } = estimate([1, 2, 3, Number.NaN]);
  expect(mean).toBe(2);
  expect(regions).toBe(3);
  expect(high - mean).toBeCloseTo(4.302653 / Math.sqrt(3), 4);
  expect(mean - low).toBeCloseTo(high - mean, 10);
});

test('one region gives no interval, none gives nothing', () => {
  expect(estimate([0.4])).toEqual({ mean: 0.4, low: 0.4, high: 0.4, regions: 1 });
  expect(estimate([Number.NaN]).regions).toBe(0);
});
