import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalUpperQuantile } from './normal.ts';
import { derSimonianLaird, pauleMandel, winsorisedPhi } from './over-dispersion.ts';

const normalSample = Array.from({ length: 2001 }, (_, index) => normalUpperQuantile((index + 0.5) / 2001));

test('a standard normal sample has the factor 1, one twice as wide 4', () => {
  expect(winsorisedPhi(normalSample)).toBeCloseTo(1, 2);
  expect(winsorisedPhi(normalSample.map((z) => 2 * z))).toBeCloseTo(4, 1);
});

test('a few enormous units do not move the factor', () => {
  const odd = normalSample.map((z, index) => (index % 50 === 0 ? 100 : z));
  expect(winsorisedPhi(odd)).toBeLessThan(1.15);
});

test('DerSimonian-Laird of 0, 2, 4 with unit variances is 3', () => {
  // Q = 4 + 0 + 4 = 8, S1 - S2/S1 = 3 - 1 = 2: (8 - 2) / 2.
  expect(derSimonianLaird([0, 2, 4], [1, 1, 1])).toBeCloseTo(3, 14);
});

test('DerSimonian-Laird with unequal variances, by hand', () => {
  // Weights 1, 1/4: mean 1, Q = 1 + 16/4 = 5, S1 - S2/S1 = 1.25 - .85 = .4: (5 - 1) / .4.
  expect(derSimonianLaird([0, 5], [1, 4])).toBeCloseTo(10, 12);
});

test('with equal variances Paule-Mandel is the sample variance less the sampling variance', () => {
  expect(pauleMandel([0, 2, 4], [1, 1, 1])).toBeCloseTo(3, 9);
});

test('Paule-Mandel solves its equation when the variances differ', () => {
  const estimates = [0, 5, -3, 8];
  const variances = [1, 4, 0.5, 2];
  const tau2 = pauleMandel(estimates, variances);
  const weights = variances.map((variance) => 1 / (variance + tau2));
  const mean =
    weights.reduce((sum, weight, index) => sum + weight * estimates[index]!, 0) / weights.reduce((a, b) => a + b, 0);
  const q = weights.reduce((sum, weight, index) => sum + weight * (estimates[index]! - mean) ** 2, 0);
  expect(q).toBeCloseTo(3, 8);
});

test('spread that sampling explains, or a single unit, is no heterogeneity', () => {
  expect(derSimonianLaird([1, 1.1, 0.9], [1, 1, 1])).toBe(0);
  expect(pauleMandel([1, 1.1, 0.9], [1, 1, 1])).toBe(0);
  expect(derSimonianLaird([1], [1])).toBe(0);
  expect(pauleMandel([1], [1])).toBe(0);
});

test('both estimates are the same for estimates moved by a constant, and never negative', () => {
  const estimates = fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: 2, maxLength: 12 });
  fc.assert(
    fc.property(estimates, (values) => {
      const variances = values.map((_, index) => 0.5 + (index % 3));
      const moved = values.map((value) => value + 7);
      for (const estimate of [derSimonianLaird, pauleMandel]) {
        const tau2 = estimate(values, variances);
        expect(tau2).toBeGreaterThanOrEqual(0);
        expect(estimate(moved, variances)).toBeCloseTo(tau2, 5);
      }
    }),
  );
});
