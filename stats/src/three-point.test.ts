import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import figures from '../reference/boundary/figures.json' with { type: 'json' };
import { binomialLogLowerTail, binomialLogUpperTail } from './binomial-log-tail.ts';
import { threePoint } from './three-point.ts';

const LN10 = Math.LN10;

test('the Polish pass mark stands out with the published exact probability', () => {
  const { share, n, p_upper, k_needed } = figures.matura_pl_2014_polish['frandsen_K0.05'];
  const found = threePoint(27, 11_561, 8602, 0.05);
  expect(found.n).toBe(n);
  expect(found.share).toBeCloseTo(share, 7);
  expect(found.logUpper / LN10).toBeCloseTo(p_upper, 6);
  expect(found.curvature).toBeCloseTo(k_needed, 6);
});

test.each([
  [11, 1380, 1461, 1549],
  [30, 8444, 8871, 9289],
  [40, 10_264, 9987, 9562],
  [50, 5227, 4668, 4292],
])('at %i points nothing depends on a point and nothing stands out', (cut, below, at, above) => {
  const { frandsen } = figures.matura_pl_2014_polish.placebo.find((each) => each.cut === cut)!;
  const found = threePoint(below, at, above, 0.05);
  expect(found.n).toBe(frandsen.n);
  expect(found.share).toBeCloseTo(frandsen.share, 7);
  expect(found.logUpper / LN10).toBeCloseTo(frandsen.p_upper, 6);
  expect(Math.abs(found.curvature)).toBeCloseTo(frandsen.k_needed, 6);
});

test('the exact tail: ten tosses of a coin by hand', () => {
  expect(Math.exp(binomialLogUpperTail(9, 10, 0.5))).toBeCloseTo(11 / 1024, 15);
  expect(Math.exp(binomialLogLowerTail(0, 10, 0.5))).toBeCloseTo(1 / 1024, 15);
  expect(binomialLogUpperTail(0, 10, 0.5)).toBe(0);
  expect(binomialLogUpperTail(11, 10, 0.5)).toBe(Number.NEGATIVE_INFINITY);
  // Where the probability underflows: all of 4,000 tosses.
  expect(binomialLogUpperTail(4000, 4000, 0.5)).toBeCloseTo(-4000 * Math.LN2, 8);
});

test('the two ways of computing the tail agree where they meet', () => {
  // Either side of 1e-200: the logarithm goes on without a step, convex downwards.
  const logs = Array.from({ length: 60 }, (_, index) => binomialLogUpperTail(1060 + 10 * index, 2000, 0.33));
  for (let index = 2; index < logs.length; index++) {
    const step = logs[index]! - logs[index - 1]!;
    const before = logs[index - 1]! - logs[index - 2]!;
    expect(step).toBeLessThan(before);
    expect(before - step).toBeLessThan(0.6);
  }
});

test('mirrored neighbours change nothing, and more papers at the point never make it stand out less', () => {
  const papers = fc.integer({ min: 0, max: 3000 });
  fc.assert(
    fc.property(papers, papers, papers, fc.integer({ min: 1, max: 500 }), (below, at, above, more) => {
      const found = threePoint(below, at, above, 0.05);
      expect(threePoint(above, at, below, 0.05)).toEqual(found);
      expect(threePoint(below, at + more, above, 0.05).logUpper).toBeLessThanOrEqual(found.logUpper + 1e-9);
      expect(threePoint(below, at, above, 0.1).logUpper).toBeGreaterThanOrEqual(found.logUpper - 1e-9);
    }),
  );
});
