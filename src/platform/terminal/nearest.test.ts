import { expect, test } from 'vitest';
import { distance, nearest } from './nearest.ts';

test('a slip, a missing letter and two exchanged letters each cost one', () => {
  expect(distance('spac', 'spec')).toBe(1);
  expect(distance('spc', 'spec')).toBe(1);
  expect(distance('sepc', 'spec')).toBe(1);
  expect(distance('', 'spec')).toBe(4);
  expect(distance('spec', 'spec')).toBe(0);
});

test('the nearest word is named whatever the case', () => {
  expect(nearest('ANALYSE', ['analyze', 'serve'])).toBe('analyze');
});
