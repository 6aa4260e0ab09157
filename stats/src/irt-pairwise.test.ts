import { expect, test } from 'vitest';
import { scoreProbabilities } from './irt-model.ts';
import { fitPairwise } from './irt-pairwise.ts';

/** Expected counts of pairs when tasks follow the model, over a few abilities: the estimator must return the thresholds. */
function expectedPairs(tasks: readonly number[][], papers: number) {
  const maxima = tasks.map((steps) => steps.length - 1);
  const side = maxima.reduce((sum, max) => sum + max + 1, 0);
  const table = new Float64Array(side * side);
  for (const theta of [-1.5, -0.5, 0.2, 1.4]) {
    const flat = tasks.flatMap((steps) => [...scoreProbabilities(steps, theta)]);
    flat.forEach((p, row) => flat.forEach((q, column) => (table[row * side + column]! += papers * p * q)));
  }
  return { maxima, papers: table };
}

test('exact counts return the thresholds, whatever the abilities', () => {
  const tasks = [
    [0, -0.8, 0.4],
    [0, 0.5],
    [0, 0.1, 0.9, 2.4],
  ];
  const thresholds = tasks.flatMap((steps) => steps.slice(1).map((value, k) => value - steps[k]!));
  const mean = thresholds.reduce((a, b) => a + b, 0) / thresholds.length;
  const result = fitPairwise(expectedPairs(tasks, 100))!.flatMap((each) => [...each]);
  result.forEach((value, index) => expect(value).toBeCloseTo(thresholds[index]! - mean, 9));
});

test('a score that nobody got has no threshold, the rest keep theirs', () => {
  const result = fitPairwise(
    expectedPairs(
      [
        [0, Infinity, 0.4],
        [0, 0.5],
        [0, -0.5],
      ],
      100,
    ),
  )!;
  expect([...result[0]!]).toEqual([Number.NaN, Number.NaN]);
  expect(result[1]![0]! - result[2]![0]!).toBeCloseTo(1, 9);
});

test('tasks that were never written together fall apart', () => {
  const pair = [0, 5, 5, 0];
  const papers = new Float64Array(64);
  for (const [first, second] of [
    [0, 1],
    [2, 3],
  ] as const) {
    pair.forEach((count, index) => {
      papers[(2 * first + Math.floor(index / 2)) * 8 + 2 * second + (index % 2)] = count;
    });
  }
  expect(fitPairwise({ maxima: [1, 1, 1, 1], papers })).toBeNull();
});
