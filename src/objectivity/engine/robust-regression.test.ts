import { expect, test } from 'vitest';
import { predictRobustly } from './robust-regression.ts';
import { Random } from './random.ts';

const random = new Random(3);
const x = Float64Array.from({ length: 300 }, () => random.normal());
const noise = Float64Array.from({ length: 300 }, () => 0.3 * random.normal());

test('the slope is found, and one unit in ten far above does not bend it', () => {
  const y = x.map((value, unit) => 2 + value + noise[unit]! + (unit % 10 === 0 ? 5 : 0));
  const predicted = predictRobustly(y, [x], () => true);
  const inside = [...x.keys()].filter((unit) => Math.abs(x[unit]!) < 2);
  for (const unit of inside) expect(Math.abs(predicted[unit]! - x[unit]!)).toBeLessThan(0.35);
});

test('units that are not trusted teach nothing', () => {
  const y = x.map((value, unit) => (unit < 150 ? value : -9 * value));
  const predicted = predictRobustly(y, [x], (unit) => unit < 150);
  expect(predicted[0]! * x[0]!).toBeGreaterThan(0);
});

test('a handful of units and a covariate that does not vary predict nothing', () => {
  expect([...predictRobustly(Float64Array.of(1, 2, 3), [Float64Array.of(1, 2, 3)], () => true)]).toEqual([0, 0, 0]);
  expect(predictRobustly(x, [new Float64Array(300)], () => true).every((value) => value === 0)).toBe(true);
});
