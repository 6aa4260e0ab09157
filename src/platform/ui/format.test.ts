import { expect, test } from 'vitest';
import {
  count,
  date,
  dateTime,
  duration,
  fileSize,
  formatNumber,
  parseDate,
  percent,
  percentagePoints,
  plural,
  points,
  probability,
} from './format.ts';

const papers = { one: 'работа', few: 'работы', many: 'работ', other: 'работы' };

test('Russian numbers have a decimal comma, thin spaces and a true minus', () => {
  expect(formatNumber(1234567.891, 'ru', { digits: 1 })).toBe('1\u202f234\u202f567,9');
  expect(formatNumber(-3.25, 'ru', { digits: 2 })).toBe('\u22123,25');
  expect(formatNumber(0.4, 'ru', { digits: 1, signed: true })).toBe('+0,4');
});

test('English numbers have a point and commas', () => {
  expect(formatNumber(1234567.891, 'en', { digits: 1 })).toBe('1,234,567.9');
});

test('what is missing is a dash and never a zero', () => {
  expect(formatNumber(null, 'ru')).toBe('—');
  expect(percent(Number.NaN, 'ru')).toBe('—');
  expect(date(null, 'ru')).toBe('—');
});

test('per cent and percentage points are told apart', () => {
  expect(percent(0.125, 'ru', 1)).toBe('12,5\u202f%');
  expect(percent(0.125, 'en', 1)).toBe('12.5%');
  expect(percentagePoints(0.032, 'ru')).toBe('+3,2\u00a0п.\u202fп.');
  expect(percentagePoints(-0.032, 'en')).toBe('\u22123.2\u00a0pp');
});

test('a small probability is never printed as zero', () => {
  expect(probability(1e-12, 'ru')).toBe('<\u202f0,0001');
  expect(probability(0.034, 'ru')).toBe('0,034');
  expect(probability(0.5, 'en')).toBe('0.50');
});

test('Russian words take the form their number asks for', () => {
  expect([1, 2, 5, 11, 21, 22, 112].map((n) => plural(n, 'ru', papers))).toEqual([
    'работа',
    'работы',
    'работ',
    'работ',
    'работа',
    'работы',
    'работ',
  ]);
  expect(count(22, 'ru', papers)).toBe('22\u00a0работы');
  expect(points(3.2, 'ru')).toBe('3,2\u00a0балла');
  expect(points(12, 'ru')).toBe('12\u00a0баллов');
  expect(points(1, 'en')).toBe('1\u00a0point');
});

test('days are printed and read as ДД.ММ.ГГГГ', () => {
  expect(date('2026-09-05', 'ru')).toBe('05.09.2026');
  expect(date('2026-09-05', 'en')).toBe('5\u00a0Sep\u00a02026');
  expect(parseDate('5.9.2026')).toBe('2026-09-05');
  expect(parseDate('31.02.2026')).toBeNull();
  expect(parseDate('2026-09-05')).toBeNull();
  expect(dateTime('2026-11-22T08:10:00', 'ru')).toBe('22.11.2026, 08:10');
});

test('lengths of time and sizes of files use the largest fitting unit', () => {
  expect(duration(40, 'ru')).toBe('40\u00a0с');
  expect(duration(200, 'ru')).toBe('3\u00a0мин');
  expect(fileSize(1_468_006, 'ru')).toBe('1,4\u00a0МБ');
});
