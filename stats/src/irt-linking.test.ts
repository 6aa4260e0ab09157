import { expect, test } from 'vitest';
import { linkByTasks } from './irt-linking.ts';

const shared = (differences: readonly number[], error = 0.05) =>
  differences.map((difference, task) => ({
    task,
    reference: task * 0.3,
    moved: task * 0.3 - difference,
    referenceError: error,
    movedError: error,
  }));

test('tasks that agree give their common shift with the error of a weighted mean', () => {
  const link = linkByTasks(shared([0.7, 0.7, 0.7, 0.7]))!;
  expect(link.shift).toBeCloseTo(0.7, 12);
  expect(link.error).toBeCloseTo(Math.sqrt(0.005 / 4), 12);
  expect(link.held).toEqual([0, 1, 2, 3]);
  expect(link.drifted).toEqual([]);
});

test('precise tasks weigh more', () => {
  const tasks = [
    { task: 0, reference: 1, moved: 0, referenceError: 0.1, movedError: 0 },
    { task: 1, reference: 1.2, moved: 0, referenceError: 0.2, movedError: 0 },
  ];
  expect(linkByTasks(tasks)!.shift).toBeCloseTo((1 * 100 + 1.2 * 25) / 125, 12);
});

test('a task that became harder is named and does not move the link', () => {
  const link = linkByTasks(shared([0.5, 0.52, 0.48, 0.5, -0.6]))!;
  expect(link.shift).toBeCloseTo(0.5, 10);
  expect(link.drifted).toEqual([{ task: 4, difference: expect.closeTo(1.1, 10), z: expect.any(Number) }]);
  expect(link.held).toEqual([0, 1, 2, 3]);
});

test('two drifted tasks are both found, the worst first', () => {
  const link = linkByTasks(shared([0.2, 0.2, 0.2, 0.2, 0.2, 1.5, -1.8]))!;
  expect(link.drifted.map(({ task }) => task)).toEqual([6, 5]);
  expect(link.shift).toBeCloseTo(0.2, 10);
});

test('a small drift, and a large one within its error, are left in', () => {
  expect(linkByTasks(shared([0, 0, 0, 0.3], 0.001))!.drifted).toEqual([]);
  expect(linkByTasks(shared([0, 0, 0, 0.8], 0.5))!.drifted).toEqual([]);
});

test('spread between tasks makes the link less certain', () => {
  const calm = linkByTasks(shared([0.1, 0.1, 0.1, 0.1], 0.02))!;
  const restless = linkByTasks(shared([-0.2, 0.4, 0.3, -0.1], 0.02))!;
  expect(restless.error).toBeGreaterThan(5 * calm.error);
});

test('one shared task is no link', () => {
  expect(linkByTasks(shared([0.5]))).toBeNull();
});
