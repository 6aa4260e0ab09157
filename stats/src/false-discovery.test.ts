import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { benjaminiHochbergAdjusted, benjaminiHochbergThreshold } from './false-discovery.ts';

/** The worked example of Benjamini & Hochberg 1995, section 3.2: thrombolysis, 15 comparisons. */
const PAPER = [
  0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
];

const rates = fc.double({ min: 0.001, max: 0.5, noNaN: true });
const probabilities = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 40 });

test('the example of the 1995 paper rejects the four smallest p at .05', () => {
  const threshold = benjaminiHochbergThreshold(PAPER, 0.05);
  expect(threshold).toBe(0.0095);
  expect(PAPER.filter((p) => p <= threshold)).toHaveLength(4);
});

test('the order of the hypotheses does not matter and the input is left as it was', () => {
  const reversed = [...PAPER].reverse();
  expect(benjaminiHochbergThreshold(reversed, 0.05)).toBe(0.0095);
  expect(reversed[0]).toBe(1);
});

test('nothing to reject is -1, so that no p is at or below it', () => {
  expect(benjaminiHochbergThreshold([0.2, 0.6, 0.9], 0.05)).toBe(-1);
  expect(benjaminiHochbergThreshold([], 0.05)).toBe(-1);
});

test('adjusted p of the paper follow from p m / k by hand', () => {
  const adjusted = benjaminiHochbergAdjusted(PAPER);
  expect(adjusted[0]).toBeCloseTo(0.0015, 12);
  expect(adjusted[1]).toBeCloseTo(0.003, 12);
  expect(adjusted[3]).toBeCloseTo((0.0095 * 15) / 4, 12);
  // .0278 * 15 / 6 = .0695, but the seventh reaches .0298 * 15 / 7 = .063857 and the eighth .0645: the smaller one counts.
  expect(adjusted[5]).toBeCloseTo((0.0298 * 15) / 7, 12);
  expect(adjusted[14]).toBe(1);
});

test('threshold and adjusted p take the same decisions', () => {
  fc.assert(
    fc.property(probabilities, rates, (p, rate) => {
      const threshold = benjaminiHochbergThreshold(p, rate);
      const adjusted = benjaminiHochbergAdjusted(p);
      p.forEach((value, index) => {
        // Exactly on the edge the two formulas may round apart.
        if (Math.abs(adjusted[index]! - rate) < 1e-12) return;
        expect(value <= threshold).toBe(adjusted[index]! < rate);
      });
    }),
  );
});

test('an adjusted p is never below p, never above 1 and keeps the order', () => {
  fc.assert(
    fc.property(probabilities, (p) => {
      const sorted = [...p].sort((a, b) => a - b);
      const adjusted = benjaminiHochbergAdjusted(sorted);
      sorted.forEach((value, index) => {
        expect(adjusted[index]!).toBeGreaterThanOrEqual(value * (1 - 1e-12));
        expect(adjusted[index]!).toBeLessThanOrEqual(1);
        if (index > 0) expect(adjusted[index]!).toBeGreaterThanOrEqual(adjusted[index - 1]!);
      });
    }),
  );
});
