import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { hypergeometricInterval } from './hypergeometric-interval.ts';
import { type Rating, raterSeverity } from './rater-severity.ts';

test('from none of fifteen re-read papers of a hundred: up to how many may be changed', () => {
  // P(X = 0 | K) = C(100-K, 15)/C(100, 15): .0283 for K = 20 and .0237 for K = 21, by hand.
  expect(hypergeometricInterval(0, 15, 100)).toEqual({ value: 0, low: 0, high: 20 });
  expect(hypergeometricInterval(15, 15, 100)).toEqual({ value: 100, low: 80, high: 100 });
});

test('a whole count leaves nothing to infer', () => {
  expect(hypergeometricInterval(4, 30, 30)).toEqual({ value: 4, low: 4, high: 4 });
});

test('the interval holds its estimate, and papers without the property have the mirrored one', () => {
  const setting = fc
    .integer({ min: 5, max: 200 })
    .chain((population) =>
      fc
        .tuple(fc.constant(population), fc.integer({ min: 1, max: population }))
        .chain(([all, sample]) => fc.tuple(fc.constant(all), fc.constant(sample), fc.integer({ min: 0, max: sample }))),
    );
  fc.assert(
    fc.property(setting, ([population, sample, found]) => {
      const { value, low, high } = hypergeometricInterval(found, sample, population);
      const mirror = hypergeometricInterval(sample - found, sample, population);
      // The bounds are whole papers, the estimate is not: of 197 papers 195 read and 194 found, it is 195.99, and the least is 196.
      expect(low).toBeLessThanOrEqual(Math.ceil(value - 1e-9));
      expect(high).toBeGreaterThanOrEqual(Math.floor(value + 1e-9));
      expect(mirror.low).toBe(population - high);
      expect(mirror.high).toBe(population - low);
    }),
  );
});

test('severity of two raters is half their mean difference, with its textbook error', () => {
  const first = [3, 4, 2, 5, 1];
  const second = [2, 4, 1, 4, 1];
  const ratings = first.flatMap((score, answer): Rating[] => [
    { answer, rater: 0, score },
    { answer, rater: 1, score: second[answer]! },
  ]);
  // Differences 1 0 1 1 0: mean .6, variance .3; severity of the second .3, its error half of sqrt(.3/5).
  const found = raterSeverity(ratings, 2)!;
  expect(found.severity[0]).toBeCloseTo(-0.3, 12);
  expect(found.severity[1]).toBeCloseTo(0.3, 12);
  expect(found.errors[1]).toBeCloseTo(Math.sqrt(0.3 / 5) / 2, 12);
  expect(found.deviation).toBeCloseTo(Math.sqrt(0.3 / 2), 12);
});

test('raters who share no answers cannot be compared', () => {
  const ratings = [0, 1].flatMap((answer): Rating[] => [
    { answer, rater: 2 * answer, score: 1 },
    { answer, rater: 2 * answer + 1, score: 2 },
  ]);
  expect(raterSeverity(ratings, 4)).toBeNull();
});

test('severities of an additive table come back whatever answers each rater had', () => {
  const severities = fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: 3, maxLength: 5 });
  fc.assert(
    fc.property(severities, fc.integer({ min: 8, max: 30 }), (raw, answers) => {
      const mean = raw.reduce((sum, value) => sum + value, 0) / raw.length;
      const ratings = Array.from({ length: answers }, (_, answer) =>
        [answer % raw.length, (answer + 1) % raw.length].map((rater) => ({
          answer,
          rater,
          score: (answer % 7) - raw[rater]!,
        })),
      ).flat();
      const found = raterSeverity(ratings, raw.length)!;
      raw.forEach((value, rater) => expect(found.severity[rater]).toBeCloseTo(value - mean, 9));
    }),
  );
});
