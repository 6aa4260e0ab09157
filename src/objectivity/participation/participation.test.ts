import { expect, test } from 'vitest';
import { betaBinomialUpperTail, intraClassCorrelation } from './beta-binomial.ts';
import { lowerTailOfSum, participationOf } from './participation.ts';

const region = { present: 900, absent: 100, rho: 0.05 };

test('without natural spread the tail is that of the binomial', () => {
  // P(X >= 3), X ~ Binomial(5, .5) = 16 / 32.
  expect(betaBinomialUpperTail(3, 5, 0.5, 0)).toBeCloseTo(0.5, 12);
  expect(betaBinomialUpperTail(0, 5, 0.5, 0)).toBe(1);
});

test('with rho one third and one half present the beta-binomial is uniform', () => {
  // a = b = 1: every count 0..n is equally likely.
  expect(betaBinomialUpperTail(4, 9, 0.5, 1 / 3)).toBeCloseTo(6 / 10, 12);
});

test('natural spread makes many absent less surprising', () => {
  expect(betaBinomialUpperTail(8, 25, 0.1, 0.1)).toBeGreaterThan(betaBinomialUpperTail(8, 25, 0.1, 0));
});

test('units that differ no more than by chance show no correlation, uneven ones do', () => {
  const even = Array.from({ length: 40 }, () => ({ count: 2, n: 20 }));
  const uneven = even.map((unit, index) => ({ ...unit, count: index % 10 === 0 ? 20 : 0 }));
  expect(intraClassCorrelation(even)).toBe(0);
  expect(intraClassCorrelation(uneven)).toBe(0.5);
});

test('the three weakest of six are absent in one way out of twenty', () => {
  expect(lowerTailOfSum([3, 0, 0, 0], [0, 1, 1, 1])).toBeCloseTo(1 / 20, 12);
  expect(lowerTailOfSum([0, 0, 0, 3], [1, 1, 1, 0])).toBe(1);
});

test('a class with a third absent, the weak ones, is told as such', () => {
  const answer = participationOf(
    {
      present: 16,
      absent: 9,
      otherWorks: { present: 70, absent: 5 },
      marks: { present: [0, 5, 6, 5], absent: [6, 2, 0, 0] },
    },
    region,
  );
  expect(answer).toMatchObject({
    kind: 'low',
    listed: 25,
    regionShare: 0.9,
    weaker: { kind: 'weaker', absentMarked: 8 },
  });
  expect(answer.kind !== 'insufficient' && answer.otherShare).toBeCloseTo(70 / 75, 12);
});

test('ordinary absence is an answer, too few listed is one, and so is a region where nobody is ever absent', () => {
  const full = { present: 20, absent: 2, otherWorks: null, marks: null };
  expect(participationOf(full, region)).toMatchObject({
    kind: 'usual',
    weaker: { kind: 'unknown', reason: 'noMarks' },
  });
  expect(participationOf({ ...full, present: 7, absent: 1 }, region)).toEqual({
    kind: 'insufficient',
    required: 10,
    given: 8,
  });
  expect(participationOf({ ...full, absent: 0 }, { present: 900, absent: 0, rho: 0 })).toMatchObject({
    kind: 'unknown',
    p: null,
  });
});
