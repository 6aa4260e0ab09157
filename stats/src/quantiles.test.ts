import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { median, quantile, robustDeviation, sortedQuantile, weightedQuantile } from './quantiles.ts';

const numbers = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 50 });

test('definition 7 of Hyndman and Fan: 1..4 has its quartiles at 1.75 and 3.25', () => {
  expect(quantile([4, 1, 3, 2], 0.25)).toBeCloseTo(1.75, 14);
  expect(quantile([4, 1, 3, 2], 0.75)).toBeCloseTo(3.25, 14);
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(median([9, 1, 5])).toBe(5);
});

test('probabilities beyond 0..1 answer the ends, an empty sample NaN', () => {
  expect(sortedQuantile([1, 2, 3], -1)).toBe(1);
  expect(sortedQuantile([1, 2, 3], 2)).toBe(3);
  expect(median([])).toBeNaN();
});

test('the sample is not reordered', () => {
  const values = [3, 1, 2];
  median(values);
  expect(values).toEqual([3, 1, 2]);
});

test('the robust deviation of 1..5 is 1.4826 and an outlier does not move it', () => {
  expect(robustDeviation([1, 2, 3, 4, 5])).toBeCloseTo(1.4826, 4);
  expect(robustDeviation([1, 2, 3, 4, 5000])).toBeCloseTo(1.4826, 4);
  expect(robustDeviation([7, 7, 7])).toBe(0);
});

test('a weighted quantile is the first value to reach the share of the weight', () => {
  expect(weightedQuantile([10, 20, 30], [1, 1, 2], 0.5)).toBe(20);
  expect(weightedQuantile([30, 10, 20], [2, 1, 1], 0.51)).toBe(30);
  expect(weightedQuantile([5, 100], [1, 0], 1)).toBe(5);
  expect(weightedQuantile([1, 2], [0, 0], 0.5)).toBeNaN();
});

test('quantiles rise with the probability and stay inside the sample', () => {
  fc.assert(
    fc.property(
      numbers,
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (values, a, b) => {
        const low = quantile(values, Math.min(a, b));
        const high = quantile(values, Math.max(a, b));
        expect(low).toBeLessThanOrEqual(high + 1e-6);
        expect(low).toBeGreaterThanOrEqual(Math.min(...values) - 1e-6);
        expect(high).toBeLessThanOrEqual(Math.max(...values) + 1e-6);
      },
    ),
  );
});

test('the median by selection is the quantile of one half of the sorted values', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -9, max: 9 }), { maxLength: 60 }), (values) => {
      const sorted = Float64Array.from(values).sort();
      expect(median(values)).toBe(sortedQuantile(sorted, 0.5));
    }),
  );
});
