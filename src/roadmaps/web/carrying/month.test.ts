import { expect, test } from 'vitest';
import { monthName, monthOf, nameOfMonth, sameDayIn, stepMonth, weekdayNames, weeksOf } from './month.ts';

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

test('the last day of a long month stands for itself in a shorter one', () => {
  expect(sameDayIn({ year: 2027, month: 2 }, '2027-01-31')).toBe('2027-02-28');
  expect(sameDayIn({ year: 2026, month: 12 }, '2026-11-10')).toBe('2026-12-10');
});

test('months and weekdays are named in the language of the interface', () => {
  expect(monthName(11, 'ru')).toBe('ноябрь');
  expect(monthName(11, 'en')).toBe('November');
  expect(weekdayNames('ru', 'short')).toEqual(['пн', 'вт', 'ср', 'чт', 'пт', 'сб', 'вс']);
  expect(weekdayNames('en', 'long')[0]).toBe('Monday');
});
