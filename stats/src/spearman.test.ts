import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { midRanks, pearson, spearman, spearmanWithoutTies } from './spearman.ts';

const pairs = fc.array(fc.tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 0, max: 20 })), {
  minLength: 3,
  maxLength: 30,
});

test('equal values share the mean of their ranks', () => {
  expect([...midRanks([10, 20, 10, 30, 20, 20])]).toEqual([1.5, 4, 1.5, 6, 4, 4]);
  expect([...midRanks([])]).toEqual([]);
});

test('Pearson of a hand-computed example', () => {
  // Deviations -1.5 -.5 .5 1.5 and -1 -1 1 1 : 4 / sqrt(5 * 4).
  expect(pearson([1, 2, 3, 4], [1, 1, 3, 3])).toBeCloseTo(4 / Math.sqrt(20), 14);
});

test('Spearman with ties, computed by hand', () => {
  // Ranks 1.5 1.5 3 4 and 1 2.5 2.5 4, deviations -1 -1 .5 1.5 and -1.5 0 0 1.5: 3.75 / sqrt(4.5 * 4.5).
  expect(spearman([3, 3, 4, 5], [7, 9, 9, 12])).toBeCloseTo(3.75 / 4.5, 14);
});

test('the printed shortcut differs from the coefficient as soon as there are ties', () => {
  // Differences of the ranks above .5 -1 .5 0: 1 - 6 * 1.5 / (4 * 15).
  expect(spearmanWithoutTies([3, 3, 4, 5], [7, 9, 9, 12])).toBeCloseTo(0.85, 14);
});

test('without ties the shortcut and the coefficient agree', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer(), { minLength: 3, maxLength: 20 }), (x) => {
      const y = x.map((value, index) => (index % 2 === 0 ? value : -value) * 3 + index / 1000);
      fc.pre(new Set(y).size === y.length);
      expect(spearmanWithoutTies(x, y)).toBeCloseTo(spearman(x, y), 10);
    }),
  );
});

test('a constant side or a single pair has no correlation', () => {
  expect(spearman([4, 4, 4], [1, 2, 3])).toBeNaN();
  expect(pearson([1], [2])).toBeNaN();
  expect(spearmanWithoutTies([1], [2])).toBeNaN();
});

test('a coefficient is symmetric, within -1..1 and blind to increasing transformations', () => {
  fc.assert(
    fc.property(pairs, (given) => {
      const x = given.map(([mark]) => mark);
      const y = given.map(([, total]) => total);
      const value = spearman(x, y);
      fc.pre(!Number.isNaN(value));
      expect(Math.abs(value)).toBeLessThanOrEqual(1 + 1e-12);
      expect(spearman(y, x)).toBeCloseTo(value, 12);
      expect(
        spearman(
          x,
          y.map((total) => total ** 3),
        ),
      ).toBeCloseTo(value, 12);
    }),
  );
});
