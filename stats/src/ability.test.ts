import { expect, test } from 'vitest';
import { abilityByTotal, separationReliability, totalMoments } from './ability.ts';
import { fitConditional } from './irt-conditional.ts';
import { RASCHDAT1, RASCHDAT1_CML } from './irt-reference.ts';
import { scoreCounts } from './irt-tables.ts';

const fitted = fitConditional({ counts: scoreCounts(RASCHDAT1), forms: RASCHDAT1.forms });
const tasks = fitted.kind === 'fitted' ? fitted.steps : [];

test('maximum-likelihood abilities are those of eRm', () => {
  const abilities = abilityByTotal(tasks, 'ml');
  RASCHDAT1_CML.theta.forEach((theta, index) => expect(abilities[index + 1]!.theta).toBeCloseTo(theta, 4));
});

test('ML is infinite at the ends, WLE is finite and the same distance from the middle on a symmetric test', () => {
  const symmetric = [-1, 0, 1].map((difficulty) => [0, difficulty]);
  const ml = abilityByTotal(symmetric, 'ml');
  expect([ml[0]!.theta, ml[3]!.theta]).toEqual([-Infinity, Infinity]);
  const wle = abilityByTotal(symmetric, 'wle');
  expect(wle[0]!.theta).toBeGreaterThan(-10);
  expect(wle[0]!.theta).toBeCloseTo(-wle[3]!.theta, 9);
  expect(wle[0]!.error).toBeLessThan(Infinity);
});

test('one task: Warm gives ln 3 for a right answer', () => {
  // r - p + (1 - 2p)/2 = 0 at r = 1: p = 3/4.
  expect(abilityByTotal([[0, 0]], 'wle').map(({ theta }) => theta)).toEqual([
    expect.closeTo(-Math.log(3), 9),
    expect.closeTo(Math.log(3), 9),
  ]);
});

test('abilities rise with the total, and gaps in the scores of a task do not stop them', () => {
  const abilities = abilityByTotal(
    [
      [0, Infinity, 0.5],
      [0, -0.3],
      [Infinity, 0, 1],
    ],
    'wle',
  );
  expect(abilities.map(({ total }) => total)).toEqual([1, 2, 3, 4, 5]);
  for (let index = 1; index < abilities.length; index++) {
    expect(abilities[index]!.theta).toBeGreaterThan(abilities[index - 1]!.theta);
  }
});

test('information is the slope of the expected total', () => {
  const slope = (totalMoments(tasks, 0.5 + 1e-5).mean - totalMoments(tasks, 0.5 - 1e-5).mean) / 2e-5;
  expect(totalMoments(tasks, 0.5).variance).toBeCloseTo(slope, 6);
  const change = (totalMoments(tasks, 0.5 + 1e-5).variance - totalMoments(tasks, 0.5 - 1e-5).variance) / 2e-5;
  expect(totalMoments(tasks, 0.5).third).toBeCloseTo(change, 6);
});

test('tasks that do not vary carry no ability', () => {
  expect(abilityByTotal([[0, Infinity]], 'wle')).toEqual([]);
});

test('reliability is the share of the variance that is not error', () => {
  const abilities = [
    { total: 0, theta: -1, error: 0.5 },
    { total: 1, theta: 1, error: 0.5 },
  ];
  // Variance 2 * 1 / (2 - 1) = 2 for one paper each; error .25.
  expect(separationReliability(abilities, [1, 1])).toBeCloseTo(1 - 0.25 / 2, 12);
  expect(separationReliability(abilities, [1, 0])).toBeNaN();
});
