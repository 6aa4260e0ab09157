import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { logGamma } from './irt-gamma.ts';
import { scoreProbabilities } from './irt-model.ts';
import { LSAT, SCIENCE } from './irt-reference.ts';
import { totalDistribution } from './lord-wingersky.ts';

const task = fc
  .array(fc.double({ min: -4, max: 4, noNaN: true }), { minLength: 1, maxLength: 4 })
  .map((rest) => [0, ...rest]);
const tasks = fc.array(task, { minLength: 1, maxLength: 12 });
const theta = fc.double({ min: -5, max: 5, noNaN: true });

test('two tasks by hand', () => {
  expect([
    ...totalDistribution([
      [0.5, 0.5],
      [0.2, 0.3, 0.5],
    ]),
  ]).toEqual([expect.closeTo(0.1, 12), expect.closeTo(0.25, 12), expect.closeTo(0.4, 12), expect.closeTo(0.25, 12)]);
});

test('probabilities sum to one, and the mean is the sum of the means', () => {
  fc.assert(
    fc.property(tasks, theta, (all, ability) => {
      const given = all.map((steps) => scoreProbabilities(steps, ability));
      const distribution = totalDistribution(given);
      expect(distribution.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 10);
      const mean = distribution.reduce((sum, p, total) => sum + p * total, 0);
      const means = given.reduce((sum, ps) => sum + ps.reduce((m, p, k) => m + p * k, 0), 0);
      expect(mean).toBeCloseTo(means, 8);
    }),
  );
});

test('in the Rasch family the distribution is gamma_r e^(r theta) up to a constant', () => {
  fc.assert(
    fc.property(tasks, theta, (all, ability) => {
      const distribution = totalDistribution(all.map((steps) => scoreProbabilities(steps, ability)));
      const gammas = logGamma(all);
      const constant = Math.log(distribution[0]!) - gammas[0]!;
      distribution.forEach((p, r) => expect(Math.log(p)).toBeCloseTo(constant + gammas[r]! + r * ability, 8));
    }),
  );
});

/**
 * ln P(papers) = sum n_r ln P(total r) + ln P(papers | totals), the first by the recursion over the abilities of a normal population
 * (61 nodes from -6 to 6, as mirt integrates), the second by the gamma functions: both at the parameters that mirt prints.
 */
function marginalLogLikelihood(
  counts: readonly (readonly number[])[],
  totals: readonly number[],
  steps: readonly (readonly number[])[],
  variance: number,
): number {
  const nodes = Array.from({ length: 61 }, (_, node) => -6 + 0.2 * node);
  const weights = nodes.map((ability) => Math.exp((-ability * ability) / 2 / variance));
  const mass = weights.reduce((sum, weight) => sum + weight, 0);
  const distributions = nodes.map((ability) =>
    totalDistribution(steps.map((each) => scoreProbabilities(each, ability))),
  );
  const gammas = logGamma(steps);
  let value = 0;
  counts.forEach((scores, each) => scores.forEach((papers, score) => (value -= papers * steps[each]![score]!)));
  totals.forEach((papers, r) => {
    const marginal = nodes.reduce((sum, _, node) => sum + (weights[node]! / mass) * distributions[node]![r]!, 0);
    value += papers * (Math.log(marginal) - gammas[r]!);
  });
  return value;
}

test.each(LSAT)('$name: the marginal log-likelihood of the Rasch model is that of mirt', (lsat) => {
  const counts = lsat.right.map((right) => [1000 - right, right]);
  const steps = lsat.easiness.map((easiness) => [0, -easiness]);
  const value = marginalLogLikelihood(counts, lsat.totals, steps, lsat.variance);
  expect(Math.abs(value - lsat.logLikelihood)).toBeLessThan(1e-6);
});

test('Science: the marginal log-likelihood of the partial-credit model is that of mirt', () => {
  const steps = SCIENCE.easiness.map((cumulative) => [0, ...cumulative.map((easiness) => -easiness)]);
  const value = marginalLogLikelihood(SCIENCE.counts, SCIENCE.totals, steps, SCIENCE.variance);
  expect(Math.abs(value - SCIENCE.logLikelihood)).toBeLessThan(1e-6);
});
