import { assert, nat, option, property, tuple } from 'fast-check';
import { expect, test } from 'vitest';
import type { ListEntry } from './model.ts';
import { fitsList, publishedLists, summaryFigures } from './rules.ts';

test('quality and progress are shares of the marks given; pupils without a mark are in neither', () => {
  expect(summaryFigures({ pupils: 25, count2: 1, count3: 9, count4: 10, count5: 4 })).toEqual({
    data: 'enough',
    pupils: 25,
    marks: 24,
    unmarked: 1,
    counts: { 2: 1, 3: 9, 4: 10, 5: 4 },
    quality: { numerator: 14, denominator: 24 },
    progress: { numerator: 23, denominator: 24 },
  });
});

test('five marks are shown as little data; four tell nothing that they could be reckoned from', () => {
  expect(summaryFigures({ pupils: null, count2: 0, count3: 2, count4: 2, count5: 1 })).toMatchObject({
    data: 'little',
    unmarked: null,
    quality: { numerator: 3, denominator: 5 },
  });
  const counts = tuple(nat(4), nat(4), nat(4), nat(4)).filter((marks) => sum(marks) < 5);
  assert(
    property(counts, option(nat(30)), ([count2, count3, count4, count5], pupils) => {
      const figures = summaryFigures({ pupils, count2, count3, count4, count5 });
      const { data, pupils: shown, ...rest } = figures;
      expect(data).toBe('suppressed');
      expect(Object.values(rest).every((value) => value === null)).toBe(true);
      expect(shown === null || shown >= 5).toBe(true);
    }),
  );
});

test('a class smaller than its marks does not say how many have none', () => {
  expect(summaryFigures({ pupils: 20, count2: 0, count3: 9, count4: 10, count5: 4 }).unmarked).toBeNull();
});

const entry = (change: Partial<ListEntry>): ListEntry => ({
  id: '1',
  schoolId: 1,
  school: 'Школа',
  municipalityId: 7,
  municipality: 'Округ',
  year: 2025,
  list: 'Перечень ВПР',
  source: '',
  subject: 'Математика',
  grade: 5,
  note: '',
  ...change,
});

test('a list loaded twice stands once with the later source, and counts the schools of the reader', () => {
  const lists = publishedLists(
    [
      { year: 2025, name: 'Перечень ВПР', source: 'старое письмо' },
      { year: 2026, name: 'Письмо министерства', source: 'сайт' },
      { year: 2025, name: 'Перечень ВПР', source: 'письмо' },
    ],
    [entry({}), entry({ id: '2', grade: 6 }), entry({ id: '3', schoolId: 2 })],
  );
  expect(lists).toEqual([
    { year: 2026, name: 'Письмо министерства', source: 'сайт', procedure: null, schools: 0, entries: 0 },
    { year: 2025, name: 'Перечень ВПР', source: 'письмо', procedure: 'vpr', schools: 2, entries: 3 },
  ]);
});

test('a row fits a filter by all that it names', () => {
  expect(fitsList(entry({}), { year: 2025, municipality: 7 })).toBe(true);
  expect(fitsList(entry({}), { year: 2025, municipality: 8 })).toBe(false);
  expect(fitsList(entry({ subject: null }), { subject: 'Математика' })).toBe(false);
});

const sum = (marks: readonly number[]): number => marks.reduce((total, mark) => total + mark, 0);
