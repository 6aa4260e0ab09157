import { assert, integer, property } from 'fast-check';
import { expect, test } from 'vitest';
import { normalUpperTail } from '#stats/normal.ts';
import type { Baseline, IndexFigures, UnitFigures, UnitSubject } from './model.ts';
import { effectOf, leadingReading, nextWork, nextYear, readingOf } from './rules.ts';
import { shareDifference } from './share-difference.ts';

// Newcombe 1998, Stat. Med. 17:873, table II, method 10: first minus second, so that the sample named first comes second here.
test.each([
  [56, 70, 48, 80, 0.0524, 0.3339],
  [9, 10, 3, 10, 0.1705, 0.809],
  [6, 7, 2, 7, 0.0582, 0.8062],
  [5, 56, 0, 29, -0.0381, 0.1926],
  [0, 10, 0, 20, -0.1611, 0.2775],
  [10, 10, 0, 10, 0.6075, 1],
])('%i of %i against %i of %i has the interval that was published', (a, m, b, n, low, high) => {
  const found = shareDifference({ numerator: b, denominator: n }, { numerator: a, denominator: m });
  expect(found.low).toBeCloseTo(low, 4);
  expect(found.high).toBeCloseTo(high, 4);
});

const share = integer({ min: 1, max: 400 }).chain((denominator) =>
  integer({ min: 0, max: denominator }).map((numerator) => ({ numerator, denominator })),
);

test('the interval of two shares holds their difference, stays in [-1, 1] and turns round with them', () => {
  assert(
    property(share, share, (first, second) => {
      const there = shareDifference(first, second);
      const back = shareDifference(second, first);
      expect(there.low).toBeLessThanOrEqual(there.difference + 1e-12);
      expect(there.high).toBeGreaterThanOrEqual(there.difference - 1e-12);
      expect(there.low).toBeGreaterThanOrEqual(-1 - 1e-12);
      expect(there.high).toBeLessThanOrEqual(1 + 1e-12);
      expect(back.low).toBeCloseTo(-there.high, 10);
    }),
  );
});

const index = (year: number, numerator: number, denominator: number, rule = '1'): IndexFigures => ({
  year,
  numerator,
  denominator,
  required: 10,
  rule,
});
const before = (figures: IndexFigures): Baseline => ({ kind: 'index', figures });
const after = (figures: IndexFigures) => ({ kind: 'index' as const, figures });

test('a share that fell by more than chance has changed, one that fell by less is «not shown»', () => {
  expect(effectOf(before(index(2026, 48, 80)), after(index(2027, 10, 80)))).toMatchObject({
    kind: 'measured',
    unit: 'share',
    words: 'fell',
    difference: -0.475,
  });
  expect(effectOf(before(index(2026, 12, 80)), after(index(2027, 10, 80)))).toMatchObject({ words: 'notShown' });
  expect(effectOf(before(index(2026, 10, 80)), after(index(2027, 48, 80)))).toMatchObject({ words: 'rose' });
});

test('under the smallest denominator nothing is concluded, in either year', () => {
  expect(effectOf(before(index(2026, 3, 9)), after(index(2027, 1, 50)))).toEqual({
    kind: 'tooSmall',
    when: 'before',
    given: 9,
    required: 10,
    of: 'papers',
  });
  expect(effectOf(before(index(2026, 3, 50)), after(index(2027, 0, 9)))).toMatchObject({ when: 'after', given: 9 });
});

test('years with different rules are not compared, a year that is not there is awaited', () => {
  expect(effectOf(before(index(2026, 30, 80, '1')), after(index(2027, 3, 80, '2')))).toEqual({
    kind: 'notMeasurable',
    reason: 'ruleChanged',
  });
  expect(effectOf(before(index(2026, 30, 80)), null)).toEqual({ kind: 'notYet', why: 'nextYear' });
  expect(nextYear(index(2025, 1, 20), [index(2025, 1, 20), index(2027, 1, 20), index(2026, 0, 0)])?.year).toBe(2027);
});

test('what cannot be measured says so and why', () => {
  expect(effectOf({ kind: 'none' }, null, 'training')).toEqual({ kind: 'notMeasurable', reason: 'training' });
});

const fifth: UnitSubject = {
  organizationId: 1,
  level: 'class',
  classGroup: { grade: 5, letter: 'Б', schoolYear: 2025 },
  subject: 'Математика',
  grade: 5,
};
const work = (
  workId: number,
  year: number,
  grade: number,
  z: number,
  more: Partial<UnitFigures> = {},
): UnitFigures => ({
  workId,
  procedure: `ВПР ${year}`,
  year,
  heldOn: null,
  grade,
  className: `${grade}Б`,
  participants: 22,
  signalled: z > 3,
  strength: z > 3 ? 'pronounced' : 'none',
  localFdr: 0.1,
  marker: { kind: 'computed', id: 'B2', z, effect: { value: 1, unit: 'pointsPerPupil' } },
  ...more,
});
const unitBaseline = (figures: UnitFigures, known: number[] = [figures.workId]) =>
  ({ kind: 'unit', figures, known }) as const;
const later = (figures: UnitFigures) => ({ kind: 'unit', figures, compared: 'samePupils' }) as const;

test('two distances from honest classes differ by more than chance from 2.77 standard deviations on', () => {
  const fell = effectOf(unitBaseline(work(1, 2026, 5, 4.2)), later(work(2, 2027, 6, 1.2)));
  expect(fell).toMatchObject({ kind: 'measured', unit: 'deviations', words: 'fell' });
  if (fell.kind !== 'measured') throw new Error('not measured');
  expect(fell.difference).toBeCloseTo(-3, 10);
  expect(fell.interval.high).toBeCloseTo(-3 + 2.771808, 5);
  // Below the limit of a signal, and still no change that was shown.
  expect(effectOf(unitBaseline(work(1, 2026, 5, 3.4)), later(work(2, 2027, 6, 1.2)))).toMatchObject({
    words: 'notShown',
  });
});

test('under ten papers, or with too few for the same marker, no conclusion is drawn', () => {
  const first = unitBaseline(work(1, 2026, 5, 4.2));
  expect(effectOf(first, later(work(2, 2027, 6, 1, { participants: 9 })))).toMatchObject({
    kind: 'tooSmall',
    given: 9,
    required: 10,
  });
  const marker = { kind: 'insufficient', id: 'B2', given: 3, required: 12, reason: 'papersNearBoundary' } as const;
  expect(effectOf(first, later(work(2, 2027, 6, 1, { marker })))).toMatchObject({
    kind: 'tooSmall',
    of: 'papersNearBoundary',
  });
  expect(effectOf(first, later(work(2, 2027, 6, 1, { marker: { ...marker, reason: 'scale' } })))).toEqual({
    kind: 'notMeasurable',
    reason: 'markerNotApplicable',
  });
});

test('the next work is the first one after the aim was named, neither known before nor written before', () => {
  const first = work(1, 2026, 5, 4);
  const works = [
    first,
    work(2, 2025, 4, 2),
    work(3, 2028, 7, 1),
    work(4, 2027, 6, 1, { heldOn: '2027-04-20' }),
    work(5, 2027, 6, 1, { heldOn: '2026-10-01' }),
  ];
  expect(nextWork(fifth, unitBaseline(first), works, '2026-11-22')?.figures.workId).toBe(4);
  expect(nextWork(fifth, unitBaseline(first, [1, 4]), works, '2026-11-22')?.figures.workId).toBe(3);
  expect(nextWork(fifth, unitBaseline(first), [first], '2026-11-22')).toBeNull();
});

test('of a school the same pupils are preferred to the same grade, and other grades are never compared', () => {
  const school: UnitSubject = { ...fifth, level: 'school', classGroup: null };
  const first = work(1, 2026, 5, 4);
  const next = nextWork(
    school,
    unitBaseline(first),
    [work(2, 2027, 5, 1), work(3, 2027, 6, 1), work(4, 2027, 8, 1)],
    '2026-11-22',
  );
  expect(next).toMatchObject({ figures: { workId: 3 }, compared: 'samePupils' });
  const other = nextWork(school, unitBaseline(first), [work(2, 2027, 5, 1), work(4, 2027, 8, 1)], '2026-11-22');
  expect(other).toMatchObject({ figures: { workId: 2 }, compared: 'sameGrade' });
});

const marker = (id: 'B1' | 'B2', mechanism: 'boundary' | 'help', p: number) => ({
  kind: 'computed' as const,
  id,
  mechanism,
  statistic: 40,
  p,
  effect: { value: 1, unit: 'papers' as const },
  participants: 20,
  details: {},
});

test('a marker is read by its p, far in the tail too, and the one that carries the sign speaks', () => {
  expect(readingOf(marker('B1', 'boundary', normalUpperTail(9.5)))).toMatchObject({ z: expect.closeTo(9.5, 6) });
  expect(readingOf(marker('B1', 'boundary', 0))).toMatchObject({ z: 40 });
  const both = [marker('B1', 'boundary', 1e-9), marker('B2', 'help', 1e-4)];
  expect(leadingReading(both, ['help'])).toMatchObject({ id: 'B2' });
  expect(leadingReading(both, [])).toMatchObject({ id: 'B1' });
  expect(leadingReading([], [])).toBeNull();
});
