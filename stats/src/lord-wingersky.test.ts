import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { logGamma } from './irt-gamma.ts';
import { scoreProbabilities } from './irt-model.ts';
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
