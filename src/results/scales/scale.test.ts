import { assert, integer, property, uniqueArray } from 'fast-check';
import { expect, test } from 'vitest';
import { findScale, SHIPPED_SCALES } from './catalogue.ts';
import { GEOGRAPHY_8_AS_PRINTED } from './official-2021.ts';
import { checkScale, markOf, type MarkRanges, rangesOf, thresholdsOf } from './scale.ts';

test('every shipped scale covers 0..max exactly once, names its source and stands alone for its key', () => {
  const keys = new Set<string>();
  for (const scale of SHIPPED_SCALES) {
    expect(checkScale(scale.ranges, scale.max), `${scale.grade} ${scale.subject}`).toEqual([]);
    expect(scale.source).not.toBe('');
    for (const year of scale.years) {
      const key = `${year} ${scale.grade} ${scale.subject} ${scale.level}`;
      expect(keys.has(key), key).toBe(false);
      keys.add(key);
    }
  }
  expect(SHIPPED_SCALES).toHaveLength(44);
});

test('the official geography of grade 8 of 2021 is refused as printed: 35 belongs to two marks', () => {
  expect(checkScale(GEOGRAPHY_8_AS_PRINTED.ranges, GEOGRAPHY_8_AS_PRINTED.max)).toEqual([
    { kind: 'overlap', mark: 5, found: 35, expected: 36 },
  ]);
  const shipped = findScale({ year: 2021, grade: 8, subject: 'География', level: 'base' });
  expect(shipped?.ranges[4]).toEqual([27, 34]);
  expect(shipped?.note).toContain('35');
});

const good: MarkRanges = { 2: [0, 5], 3: [6, 9], 4: [10, 14], 5: [15, 20] };

test.each([
  ['a gap', { ...good, 4: [11, 14] }, [{ kind: 'gap', mark: 4, found: 11, expected: 10 }]],
  ['an overlap', { ...good, 3: [5, 9] }, [{ kind: 'overlap', mark: 3, found: 5, expected: 6 }]],
  ['a start above zero', { ...good, 2: [1, 5] }, [{ kind: 'startsAboveZero', mark: 2, found: 1, expected: 0 }]],
  [
    'an end before the maximum',
    { ...good, 5: [15, 19] },
    [{ kind: 'endsBeforeMaximum', mark: 5, found: 19, expected: 20 }],
  ],
  [
    'an end beyond the maximum',
    { ...good, 5: [15, 21] },
    [{ kind: 'exceedsMaximum', mark: 5, found: 21, expected: 20 }],
  ],
] as const)('%s is found with its place', (_, ranges, defects) => {
  expect(checkScale(ranges, 20)).toEqual(defects);
});

test('a range that runs backwards and a score that is no whole number are defects', () => {
  expect(checkScale({ ...good, 3: [9, 6] }, 20).map((defect) => defect.kind)).toContain('reversed');
  expect(checkScale({ ...good, 3: [6, 9.5] }, 20).map((defect) => defect.kind)).toContain('notInteger');
});

test('ranges and thresholds are two forms of one scale, and every score has the mark of its range', () => {
  assert(
    property(uniqueArray(integer({ min: 1, max: 60 }), { minLength: 4, maxLength: 4 }), (cuts) => {
      const [from3, from4, from5, max] = cuts.sort((a, b) => a - b);
      const thresholds = { 3: from3, 4: from4, 5: from5 };
      const ranges = rangesOf(thresholds, max);
      expect(checkScale(ranges, max)).toEqual([]);
      expect(thresholdsOf(ranges)).toEqual(thresholds);
      for (const mark of [2, 3, 4, 5] as const) {
        for (const score of ranges[mark]) expect(markOf(score, thresholds)).toBe(mark);
      }
    }),
  );
});

test('without a scale there is no mark', () => {
  expect(markOf(12, null)).toBeNull();
  expect(markOf(-1, thresholdsOf(good))).toBeNull();
});

test('a scale is found for its own year, grade, subject and maximum only', () => {
  const mathematics = { year: 2021, grade: 4, subject: 'Математика', level: 'base' } as const;
  expect(findScale(mathematics)?.max).toBe(20);
  expect(findScale({ ...mathematics, year: 2022 })).toBeNull();
  expect(findScale({ ...mathematics, level: 'advanced' })).toBeNull();
  expect(findScale({ ...mathematics, max: 18 })).toBeNull();
  expect(findScale({ year: 2026, grade: 4, subject: 'Русский язык', level: 'base' })?.max).toBe(24);
});

test('one printed scale of a foreign language serves each of the languages', () => {
  expect(findScale({ year: 2021, grade: 7, subject: 'Немецкий язык', level: 'base' })?.max).toBe(30);
});
