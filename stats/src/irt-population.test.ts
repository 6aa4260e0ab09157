import { expect, test } from 'vitest';
import { fitConditional } from './irt-conditional.ts';
import { logGamma } from './irt-gamma.ts';
import { expectedTotals, fitPopulation } from './irt-population.ts';
import { LSAT } from './irt-reference.ts';

test.each(LSAT)(
  '$name: conditional difficulties with a fitted normal population reach the marginal maximum',
  (lsat) => {
    const counts = lsat.right.map((right) => [1000 - right, right]);
    const result = fitConditional({ counts, forms: [{ tasks: [0, 1, 2, 3, 4], totals: lsat.totals }] });
    if (result.kind !== 'fitted') throw new Error(result.kind);
    const population = fitPopulation([{ tasks: result.steps, totals: lsat.totals }])!;
    // ln P(patterns) = ln P(totals) + ln P(patterns | totals). The joint maximum is higher by what moving both together gains.
    const gammas = logGamma(result.steps);
    const given =
      -lsat.right.reduce<number>((sum, right, task) => sum + right * result.steps[task]![1]!, 0) -
      lsat.totals.reduce<number>((sum, papers, total) => sum + papers * gammas[total]!, 0);
    const gap = lsat.logLikelihood - (population.logLikelihood + given);
    expect(gap).toBeGreaterThan(0);
    expect(gap).toBeLessThan(5e-4);
    expect(population.deviation).toBeCloseTo(Math.sqrt(lsat.variance), 2);
    expect(population.mean).toBeCloseTo(lsat.easiness.reduce<number>((a, b) => a + b, 0) / 5, 2);
  },
);

test('the expected totals sum to one, and a population is found again from them', () => {
  const tasks = [
    [0, -1],
    [0, 0.5, 1.6],
    [0, 0.2],
    [0, 1.1],
    [0, -0.4, 0.2, 2],
  ];
  const expected = expectedTotals(tasks, { mean: 0.4, deviation: 1.2 });
  expect(expected.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 10);
  const population = fitPopulation([{ tasks, totals: expected.map((p) => p * 10_000) }])!;
  expect(population.mean).toBeCloseTo(0.4, 2);
  expect(population.deviation).toBeCloseTo(1.2, 2);
});

test('no papers, or papers at one total only, have no population', () => {
  expect(fitPopulation([{ tasks: [[0, 0]], totals: [0, 0] }])).toBeNull();
  expect(fitPopulation([{ tasks: [[0, 0]], totals: [0, 9] }])).toBeNull();
});
