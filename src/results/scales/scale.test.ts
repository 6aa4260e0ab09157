import { assert, integer, property, uniqueArray } from 'fast-check';
import { expect, test } from 'vitest';
import { conditionsOf, findScale, SHIPPED_SCALES } from './catalogue.ts';
import { GEOGRAPHY_8_AS_PRINTED } from './official-2021.ts';
import { checkScale, markOf, type MarkRanges, possibleMarks, rangesOf, thresholdsOf } from './scale.ts';

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
  expect(SHIPPED_SCALES).toHaveLength(48);
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

const geometryIds = Array.from({ length: 25 }, (_, index) => ({ id: String(index + 1) }));
const mathematics = { year: 2023, grade: 9, subject: 'Математика', level: 'base', max: 31 } as const;

test('mathematics of the OGE needs two points of geometry: a total for «4» without them is a «2»', () => {
  const thresholds = thresholdsOf(findScale(mathematics)!.ranges);
  const conditions = conditionsOf(mathematics, thresholds);
  const algebra = geometryIds.map((_, index): number => (index < 14 ? 1 : 0)).with(19, 2);
  expect(possibleMarks(algebra, geometryIds, thresholds, conditions)).toEqual([2]);
  expect(possibleMarks(algebra.with(14, 1).with(15, 1), geometryIds, thresholds, conditions)).toEqual([4]);
});

test('literacy lowers the mark of Russian by one, and where its criteria are not told both marks are possible', () => {
  const russian = { year: 2023, grade: 9, subject: 'Русский язык', level: 'base', max: 33 } as const;
  const thresholds = thresholdsOf(findScale(russian)!.ranges);
  const conditions = conditionsOf(russian, thresholds);
  const tasks = [{ id: '1' }, ...['ГК1', 'ГК2', 'ГК3', 'ГК4'].map((id) => ({ id }))];
  expect(possibleMarks([25, 1, 1, 1, 1], tasks, thresholds, conditions)).toEqual([4]);
  expect(possibleMarks([25, 2, 1, 1, 1], tasks, thresholds, conditions)).toEqual([4]);
  expect(possibleMarks([23, 1, 1, 1, 2], tasks, thresholds, conditions)).toEqual([4]);
  expect(possibleMarks([24, 1, 1, 1, 0], tasks, thresholds, conditions)).toEqual([3]);
  expect(possibleMarks([27, 2, 2, 1, 1], tasks, thresholds, conditions)).toEqual([5]);
  expect(possibleMarks([33], [{ id: '1' }], thresholds, conditions)).toEqual([5, 4]);
});

test('a scale with other borders carries no side conditions, and without a scale there is no mark', () => {
  expect(conditionsOf(mathematics, { 3: 9, 4: 15, 5: 22 })).toEqual([]);
  expect(possibleMarks([5], [{ id: '1' }], null, [])).toEqual([]);
});
