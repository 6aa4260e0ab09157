import { expect, test } from 'vitest';
import { whole } from './whole.ts';

test('only whole numbers are numbers', () => {
  expect(whole(' 12 ')).toBe(12);
  expect(whole('12,5')).toBeNull();
  expect(whole('')).toBeNull();
  expect(whole('-1')).toBeNull();
});
