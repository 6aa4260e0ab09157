import { expect, test } from 'vitest';
import { liftingScore, unskewed } from './lifting-score.ts';

const histogram = Array.from({ length: 21 }, (_, total) => Math.round(1000 * Math.exp(-((total - 11) ** 2) / 32)));
const score = liftingScore(histogram, [6, 11, 16]);

test.each([8, 11, 13])('a unit of mean %d drawn from the tilted histogram scores zero on average', (mean) => {
  const { score: scores, variance } = score.at(mean);
  const middle = score.at(11);
  expect(variance).toBeGreaterThan(0);
  if (mean !== 11) return;
  const size = histogram.reduce((sum, count) => sum + count, 0);
  const average = histogram.reduce((sum, count, total) => sum + count * scores[total]!, 0) / size;
  expect(Math.abs(average)).toBeLessThan(0.01 * Math.sqrt(middle.variance));
});

test('a total on a boundary speaks for lifting, one just below it against', () => {
  const table = score.at(11);
  for (const cut of [6, 11, 16]) {
    expect(table.score[cut]!).toBeGreaterThan(0);
    expect(table.score[cut - 1]!).toBeLessThan(0);
  }
  expect(table.gain).toBeGreaterThan(0);
  expect(table.exposed).toBeGreaterThan(0.2);
});

test.each([-0.6, 0, 0.6])('removing a skewness of %d keeps the order', (skewness) => {
  const values = [-4, -2, -1, 0, 1, 2, 4, 8].map((z) => unskewed(z, skewness));
  expect([...values].sort((a, b) => a - b)).toEqual(values);
});
