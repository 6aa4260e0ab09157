import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { wilsonInterval } from './wilson-interval.ts';

const counts = fc.integer({ min: 1, max: 2000 }).chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));

test('10 of 20 gives .2993 to .7007', () => {
  const { low, high } = wilsonInterval(10, 20);
  expect(low).toBeCloseTo(0.2993, 4);
  expect(high).toBeCloseTo(0.7007, 4);
});

test('81 of 263 gives .2553 to .3662 (Newcombe 1998, table I, method 3)', () => {
  const { low, high } = wilsonInterval(81, 263);
  expect(low).toBeCloseTo(0.2553, 4);
  expect(high).toBeCloseTo(0.3662, 4);
});

test('none of n ends at z^2 / (n + z^2)', () => {
  const { low, high } = wilsonInterval(0, 20, 2);
  expect(low).toBe(0);
  expect(high).toBeCloseTo(4 / 24, 14);
});

test('without trials the interval is the whole range', () => {
  expect(wilsonInterval(0, 0)).toEqual({ low: 0, high: 1 });
});

test('it stays within 0..1, holds the share and mirrors successes and failures', () => {
  fc.assert(
    fc.property(counts, ([successes, n]) => {
      const { low, high } = wilsonInterval(successes, n);
      const mirrored = wilsonInterval(n - successes, n);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
      expect(low).toBeLessThanOrEqual(successes / n + 1e-12);
      expect(high).toBeGreaterThanOrEqual(successes / n - 1e-12);
      expect(mirrored.low).toBeCloseTo(1 - high, 12);
    }),
  );
});
