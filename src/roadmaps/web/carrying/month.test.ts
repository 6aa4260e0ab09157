import { expect, test } from 'vitest';
import { monthOf, nameOfMonth, stepMonth, weeksOf } from './month.ts';

test('a month is laid out in weeks from Monday, every day once', () => {
  const weeks = weeksOf({ year: 2026, month: 11 });
  expect(weeks[0]).toEqual([null, null, null, null, null, null, '2026-11-01']);
  expect(weeks).toHaveLength(6);
  expect(weeks.flat().filter((day) => day !== null)).toHaveLength(30);
  expect(weeksOf({ year: 2027, month: 2 })).toHaveLength(4);
});

test('months step over the new year, and an address that names none means today’s', () => {
  expect(stepMonth({ year: 2026, month: 12 }, 1)).toEqual({ year: 2027, month: 1 });
  expect(stepMonth({ year: 2027, month: 1 }, -1)).toEqual({ year: 2026, month: 12 });
  expect(nameOfMonth({ year: 2027, month: 1 })).toBe('2027-01');
  expect(monthOf('2026-13', '2026-11-22')).toEqual({ year: 2026, month: 11 });
  expect(monthOf('2027-02', '2026-11-22')).toEqual({ year: 2027, month: 2 });
});
