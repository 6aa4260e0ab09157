import { expect, test } from 'vitest';
import { simulateRegion } from './region.ts';
import { inventedWork } from './works.ts';

const works = [inventedWork('Математика', 5), inventedWork('Русский язык', 5, 12, 4)];
const options = { seed: 7, municipalities: 3, schoolsPerMunicipality: 10, works };

test('the same seed gives the same region', () => {
  const first = simulateRegion(options);
  const second = simulateRegion(options);
  expect(second.truth).toEqual(first.truth);
  expect(second.administrations[0]!.scores).toEqual(first.administrations[0]!.scores);
});

test('another seed gives another region', () => {
  const other = simulateRegion({ ...options, seed: 8 });
  expect(other.administrations[0]!.scores).not.toEqual(simulateRegion(options).administrations[0]!.scores);
});

test('one class in ten is manipulated, the five manipulations equally often', () => {
  const { truth } = simulateRegion({ ...options, municipalities: 10 });
  const manipulated = truth.filter((unit) => unit.manipulation !== null);
  expect(manipulated.length).toBe(Math.round(truth.length / 10));
  const counts = new Map<string | null, number>();
  for (const unit of manipulated) counts.set(unit.manipulation, (counts.get(unit.manipulation) ?? 0) + 1);
  expect(counts.size).toBe(5);
  expect(Math.max(...counts.values()) - Math.min(...counts.values())).toBeLessThanOrEqual(1);
});

test('an all-honest region has no manipulated class', () => {
  const { truth } = simulateRegion({ ...options, manipulatedShare: 0 });
  expect(truth.every((unit) => unit.manipulation === null)).toBe(true);
});

test('scores stay within the maxima and totals agree with them', () => {
  const [administration] = simulateRegion({ ...options, strength: 1 }).administrations;
  const taskCount = works[0]!.tasks.length;
  for (let row = 0; row < administration!.size; row++) {
    let total = 0;
    works[0]!.tasks.forEach((task, index) => {
      const score = administration!.scores[row * taskCount + index]!;
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(task.max);
      total += score;
    });
    expect(administration!.totals[row]).toBe(total);
  }
});

test('the same pupils write every work of their grade', () => {
  const [first, second] = simulateRegion({ ...options, honest: { absence: 0 } }).administrations;
  expect(new Set(second!.participants)).toEqual(new Set(first!.participants));
});
