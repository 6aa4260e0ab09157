import { expect, test } from 'vitest';
import { gradedProbabilities, lzPolytomous } from './person-fit-likelihood.ts';
import {
  guttmanErrorSharePolytomous,
  guttmanErrorsPolytomous,
  stepsOf,
  u3Polytomous,
} from './person-fit-polytomous.ts';

/** PhysFuncData of PerFit 1.4.6: papers by score of 714 patterns, the first ten patterns, and the package's figures. */
const COUNTS = [
  [245, 224, 245],
  [57, 170, 487],
  [28, 104, 582],
  [132, 181, 401],
  [33, 114, 567],
  [68, 204, 442],
  [115, 175, 424],
  [60, 110, 544],
  [34, 90, 590],
  [16, 31, 667],
];
const PATTERNS =
  '1222202222 1122212222 2222212222 1222222222 1222212222 2222222222 1120110112 1222222222 2222222222 2222222222'
    .split(' ')
    .map((row) => [...row].map(Number));
const STEPS = stepsOf(COUNTS);

test('Gpoly, its share and U3poly are those of PerFit, which prints 0 where there is nothing to compare', () => {
  expect(PATTERNS.map((pattern) => guttmanErrorsPolytomous(pattern, STEPS))).toEqual([12, 5, 3, 0, 2, 0, 8, 0, 0, 0]);
  const share = [0.2927, 0.122, 0.2, 0, 0.0606, 0, 0.0941, 0, 0, 0];
  const u3 = [0.2633, 0.0776, 0.3437, 0, 0.0348, 0, 0.0663, 0, 0, 0];
  PATTERNS.forEach((pattern, index) => {
    if (pattern.every((score) => score === 2)) {
      expect(guttmanErrorSharePolytomous(pattern, STEPS)).toBeNaN();
      expect(u3Polytomous(pattern, STEPS)).toBeNaN();
    } else {
      expect(guttmanErrorSharePolytomous(pattern, STEPS)).toBeCloseTo(share[index]!, 4);
      expect(u3Polytomous(pattern, STEPS)).toBeCloseTo(u3[index]!, 4);
    }
  });
});

/**
 * mirt 1.45.1, graded model, statistic Zh at EAP abilities; its parameters are given here, for we do not estimate discriminations.
 * PerFit's lzpoly rests on another estimate of the same model whose parameters are not known to us, so it is not compared.
 */
const GRADED = [
  [3.26590638, 1.47063297, -1.52841],
  [4.54450358, 6.84229997, 2.37334698],
  [3.6905613, 7.13645696, 3.73473088],
  [4.01909479, 3.93751756, 0.67832541],
  [4.33952335, 7.77602632, 3.96019312],
  [2.43356867, 3.9221894, 0.9088302],
  [5.04213105, 5.37888328, 1.28429493],
  [4.86631078, 7.14324049, 3.74659126],
  [5.18766788, 9.02826447, 5.31398844],
  [3.13308218, 7.17754875, 5.44223503],
];
const ZH = [-1.282882, -0.318612, -0.957205, 0.559476, 0.121621, 0.364084, 0.317719, 0.559476, 0.364084, 0.364084];

const probabilities = (theta: number) => GRADED.map(([a, ...d]) => gradedProbabilities(theta, a!, d));

test('polytomous lz at the mean of the posterior is the Zh of mirt', () => {
  const nodes = Array.from({ length: 61 }, (_, node) => -6 + 0.2 * node);
  PATTERNS.forEach((pattern, index) => {
    let mass = 0;
    let sum = 0;
    for (const theta of nodes) {
      const likelihood = probabilities(theta).reduce((product, p, task) => product * p[pattern[task]!]!, 1);
      const weight = likelihood * Math.exp(-0.5 * theta * theta);
      mass += weight;
      sum += weight * theta;
    }
    // The last printed digits rest on parameters of eight digits.
    expect(Math.abs(lzPolytomous(pattern, probabilities(sum / mass)) - ZH[index]!)).toBeLessThan(2e-6);
  });
});

test('for tasks of one point the polytomous errors are the plain ones', () => {
  const steps = stepsOf([
    [20, 80],
    [40, 60],
    [70, 30],
  ]);
  expect(guttmanErrorsPolytomous([0, 0, 1], steps)).toBe(2);
  expect(guttmanErrorSharePolytomous([0, 0, 1], steps)).toBe(1);
  expect(u3Polytomous([1, 0, 0], steps)).toBe(0);
  expect(u3Polytomous([0, 0, 1], steps)).toBe(1);
});

test('a step that nobody passed keeps a finite place', () => {
  const steps = stepsOf([
    [50, 50, 0],
    [30, 70],
  ]);
  expect(u3Polytomous([2, 0], steps)).toBeGreaterThan(0);
  expect(Number.isFinite(steps.logits[0]![1]!)).toBe(true);
});
