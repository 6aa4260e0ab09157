import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { cauchyCombination } from './cauchy-combination.ts';

const probability = fc.double({ min: 1e-8, max: 0.999, noNaN: true });

test('equal p stay what they are, however many', () => {
  fc.assert(
    fc.property(probability, fc.integer({ min: 1, max: 20 }), (p, count) => {
      expect(cauchyCombination(Array.from({ length: count }, () => p)) / p).toBeCloseTo(1, 6);
    }),
  );
});

test('opposite p cancel to one half', () => {
  expect(cauchyCombination([0.1, 0.9])).toBeCloseTo(0.5, 12);
});

test('a quarter and a half: the tangent is 1 and 0, the mean one half', () => {
  expect(cauchyCombination([0.25, 0.5])).toBeCloseTo(0.5 - Math.atan(0.5) / Math.PI, 12);
});

test('one tiny p among n is multiplied by n, as Bonferroni does, right down to 1e-200', () => {
  expect(cauchyCombination([1e-8, 0.5, 0.5, 0.5]) / 4e-8).toBeCloseTo(1, 6);
  expect(cauchyCombination([1e-200, 0.5]) / 2e-200).toBeCloseTo(1, 6);
});

test('weights count as repetitions', () => {
  expect(cauchyCombination([0.01, 0.3], [2, 1])).toBeCloseTo(cauchyCombination([0.01, 0.01, 0.3]), 12);
});

test('nothing to combine is no evidence', () => {
  expect(cauchyCombination([])).toBe(1);
  expect(cauchyCombination([0.001], [0])).toBe(1);
});

test('the result is a probability that rises with every p', () => {
  fc.assert(
    fc.property(fc.array(probability, { minLength: 1, maxLength: 8 }), probability, (p, other) => {
      const combined = cauchyCombination([...p, other]);
      expect(combined).toBeGreaterThanOrEqual(0);
      expect(combined).toBeLessThanOrEqual(1);
      expect(cauchyCombination([...p, other / 2])).toBeLessThanOrEqual(combined * (1 + 1e-6));
    }),
  );
});

test('small probabilities keep their digits far below the precision of one half', () => {
  for (const p of [1e-12, 1e-20, 1e-100]) {
    expect(cauchyCombination([p, p]) / p).toBeCloseTo(1, 9);
    expect(cauchyCombination([p, 0.5]) / (2 * p)).toBeCloseTo(1, 6);
  }
});
