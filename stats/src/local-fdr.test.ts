import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { grenanderDensity, localFalseDiscoveryRate } from './local-fdr.ts';

const probabilities = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 60 });

test('every value is a probability and none falls as p rises', () => {
  fc.assert(
    fc.property(probabilities, (p) => {
      const sorted = [...p].sort((a, b) => a - b);
      const rates = localFalseDiscoveryRate(sorted);
      rates.forEach((rate, index) => {
        expect(rate).toBeGreaterThanOrEqual(0);
        expect(rate).toBeLessThanOrEqual(1);
        if (index > 0) expect(rate).toBeGreaterThanOrEqual(rates[index - 1]!);
      });
    }),
  );
});

test('each answer belongs to its own p, whatever the order', () => {
  const p = [0.8, 1e-6, 0.3, 0.04];
  const rates = localFalseDiscoveryRate(p);
  const reversed = localFalseDiscoveryRate([...p].reverse());
  expect([...reversed].reverse()).toEqual([...rates]);
  expect(rates[1]).toBe(Math.min(...rates));
});

test('among uniform p the signals are almost surely false', () => {
  const rates = localFalseDiscoveryRate(Array.from({ length: 500 }, (_, index) => (index + 0.5) / 500));
  expect(rates[250]).toBeGreaterThan(0.9);
  expect(rates[0]).toBeGreaterThan(0.3);
});

test('a tenth of tiny p among uniform ones is hardly ever false', () => {
  const p = Array.from({ length: 500 }, (_, index) => (index < 50 ? 1e-9 * (index + 1) : (index - 49.5) / 450));
  const rates = localFalseDiscoveryRate(p);
  expect(rates[0]).toBeLessThan(0.01);
  expect(rates[400]).toBeGreaterThan(0.9);
});

test('no units, no answers', () => {
  expect(localFalseDiscoveryRate([])).toHaveLength(0);
});

test('the Grenander slope of two points follows from the majorant by hand', () => {
  // Through (0,0), (.1,.5), (.5,1), (1,1): slopes 5, 1.25, 0.
  const density = grenanderDensity([0.1, 0.5]);
  expect(density[0]).toBeCloseTo(5, 12);
  expect(density[1]).toBeCloseTo(1.25, 12);
});

test('the majorant spans points that lie below it', () => {
  // (.4,.5) lies below the line from (0,0) to (.5,1): one slope of 2.
  const density = grenanderDensity([0.4, 0.5]);
  expect(density[0]).toBeCloseTo(2, 12);
  expect(density[1]).toBeCloseTo(2, 12);
});

test('the density never rises with p, ties included', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 60 }), (hundredths) => {
      const density = grenanderDensity(hundredths.map((value) => value / 100).sort((a, b) => a - b));
      density.forEach((value, index) => {
        expect(value).toBeGreaterThanOrEqual(0);
        if (index > 0) expect(value).toBeLessThanOrEqual(density[index - 1]! * (1 + 1e-9));
      });
    }),
  );
});
