import { expect, test } from 'vitest';
import { fitHonest, honestTail } from './honest-fit.ts';
import { normalUpperQuantile } from './normal.ts';

/** Normal sample without chance: its quantiles. */
function normalUnits(count: number, centre: number, sd: number): number[] {
  return Array.from({ length: count }, (_, index) => centre - sd * normalUpperQuantile((index + 0.5) / count));
}

test('centre and natural variance of an honest sample are found', () => {
  // Sampling variance 1, natural variance 3: total standard deviation 2.
  const units = normalUnits(1000, 5, 2);
  const fit = fitHonest(units, new Float64Array(1000).fill(1), 3);
  expect(fit.centre).toBeCloseTo(5, 0);
  expect(fit.tau2).toBeGreaterThan(2);
  expect(fit.tau2).toBeLessThan(4);
  expect(fit.units).toBe(1000);
});

test('a tenth of units pushed far up neither moves the centre nor widens the reference much', () => {
  const units = normalUnits(900, 0, 1.5).concat(Array.from({ length: 100 }, () => 12));
  const fit = fitHonest(units, new Float64Array(1000).fill(1), 1.25);
  expect(Math.abs(fit.centre)).toBeLessThan(0.2);
  expect(fit.tau2).toBeLessThan(2);
});

test('without units the prior answers', () => {
  const fit = fitHonest([], [], 0.25);
  expect(fit.centre).toBe(0);
  expect(fit.tau2).toBeCloseTo(0.25, 12);
  expect(fit.units).toBe(0);
});

test('units without an estimate or a variance are not used', () => {
  const fit = fitHonest([0.1, Number.NaN, -0.2, 0.3], [1, 1, 0, 1], 0.25);
  expect(fit.units).toBe(2);
});

test('the possible tails have weights that sum to one and the best evidence is zero', () => {
  const fit = fitHonest(normalUnits(300, 0, 1), new Float64Array(300).fill(0.5), 0.5);
  expect(fit.tails.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
  expect(Math.max(...fit.tailEvidence)).toBeCloseTo(0, 12);
  expect(fit.tails[0]!.degreesOfFreedom).toBe(fit.degreesOfFreedom);
});

test('the tail of honest units is one half at the centre, falls, and mirrors itself', () => {
  const fit = fitHonest(normalUnits(300, 0, 1), new Float64Array(300).fill(0.5), 0.5);
  const tail = honestTail(fit, 0.5);
  expect(tail(0)).toBeCloseTo(0.5, 4);
  expect(tail(1.3) + tail(-1.3)).toBeCloseTo(1, 4);
  for (let z = -9; z < 16; z += 0.37) expect(tail(z + 0.37)).toBeLessThan(tail(z) + 1e-15);
  expect(tail(1e6)).toBeGreaterThan(0);
});

test('the reference is never lighter than a normal one', () => {
  const fit = fitHonest(normalUnits(300, 0, 1), new Float64Array(300).fill(0.5), 0.5);
  expect(honestTail(fit, 0.5)(4)).toBeGreaterThan(3.167124e-5 * 0.9);
});
