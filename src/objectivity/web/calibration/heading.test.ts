import { expect, test } from 'vitest';
import type { TaskCalibration } from '../../calibration/model.ts';
import { headingOf } from './heading.ts';
import { text } from './text.ts';

const variant = (name: string | null, difficulties: Record<string, number>) => ({
  name,
  tasks: Object.entries(difficulties).map(([id, difficulty]) => ({ id, difficulty }) as TaskCalibration),
});

test('the heading of a work with several variants names the variant whose tasks it speaks of', () => {
  expect(headingOf('Математика', variant('1', { 6: -2, 7: 1 }), true, text.ru)).toBe(
    'Математика, вариант 1: труднее всего задание 7, легче всего 6',
  );
  expect(headingOf('Математика', variant('2', { 1: -3, 7: 1 }), true, text.ru)).toBe(
    'Математика, вариант 2: труднее всего задание 7, легче всего 1',
  );
  expect(headingOf('Математика', variant(null, { 1: -3, 7: 1 }), false, text.en)).toBe(
    'Математика: task 7 is the hardest, task 1 the easiest',
  );
});
