import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { binomialSumDistribution, binomialSumScore } from './binomial-sum.ts';
import { normalUpperTail } from './normal.ts';

const parts = fc.array(
  fc.record({ n: fc.integer({ min: 0, max: 12 }), p: fc.double({ min: 0, max: 1, noNaN: true }) }),
  { minLength: 1, maxLength: 4 },
);

/** Sum over all outcomes of all trials: 2^n terms, no formula. */
function byEnumeration(probabilities: readonly number[]): number[] {
  const result = Array.from({ length: probabilities.length + 1 }, () => 0);
  for (let outcome = 0; outcome < 2 ** probabilities.length; outcome++) {
    let successes = 0;
    let probability = 1;
    probabilities.forEach((p, trial) => {
      const success = ((outcome >> trial) & 1) === 1;
      if (success) successes++;
      probability *= success ? p : 1 - p;
    });
    result[successes]! += probability;
  }
  return result;
}

test('four fair coins give 1 4 6 4 1 sixteenths', () => {
  const distribution = binomialSumDistribution([{ n: 4, p: 0.5 }]);
  [1, 4, 6, 4, 1].forEach((ways, successes) => expect(distribution[successes]).toBeCloseTo(ways / 16, 13));
});

test('unequal parts agree with the enumeration of all outcomes', () => {
  const distribution = binomialSumDistribution([
    { n: 3, p: 0.2 },
    { n: 4, p: 0.7 },
    { n: 2, p: 0.45 },
  ]);
  const expected = byEnumeration([0.2, 0.2, 0.2, 0.7, 0.7, 0.7, 0.7, 0.45, 0.45]);
  expected.forEach((probability, successes) => expect(distribution[successes]).toBeCloseTo(probability, 13));
});

test('the probabilities sum to one and their mean is sum n p', () => {
  fc.assert(
    fc.property(parts, (given) => {
      const distribution = binomialSumDistribution(given);
      expect(distribution.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 10);
      const mean = distribution.reduce((sum, value, successes) => sum + value * successes, 0);
      const expected = given.reduce((sum, { n, p }) => sum + n * p, 0);
      expect(mean).toBeCloseTo(expected, 9);
    }),
  );
});

test('the score is the normal deviate of the mid-p', () => {
  // 9 or 10 heads of 10: P(10) = 1/1024, P(9) = 10/1024, mid-p of 9 = 6/1024.
  expect(normalUpperTail(binomialSumScore(9, [{ n: 10, p: 0.5 }]))).toBeCloseTo(6 / 1024, 12);
});

test('the middle of a symmetric distribution scores 0 and its sides mirror each other', () => {
  const fair = [{ n: 10, p: 0.5 }];
  expect(binomialSumScore(5, fair)).toBeCloseTo(0, 12);
  expect(binomialSumScore(8, fair)).toBeCloseTo(-binomialSumScore(2, fair), 12);
});

test('the score rises with the number of successes', () => {
  const given = [
    { n: 20, p: 0.3 },
    { n: 15, p: 0.6 },
  ];
  const scores = Array.from({ length: 36 }, (_, x) => binomialSumScore(x, given));
  scores.forEach((score, x) => {
    expect(Number.isFinite(score)).toBe(true);
    if (x > 0) expect(score).toBeGreaterThan(scores[x - 1]!);
  });
});

test('what cannot vary scores 0', () => {
  expect(binomialSumScore(0, [])).toBe(0);
  expect(binomialSumScore(7, [{ n: 7, p: 1 }])).toBe(0);
});

test('exact and expanded answers meet where one takes over from the other', () => {
  // The same share of successes just below and just above the limit of 600 trials.
  const exact = binomialSumScore(320, [{ n: 600, p: 0.5 }]);
  const expanded = binomialSumScore(321, [{ n: 602, p: 0.5 }]);
  expect(expanded).toBeCloseTo(exact, 2);
});
