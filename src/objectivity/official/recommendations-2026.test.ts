import { expect, test } from 'vitest';
import { NO_VALUE, NOT_ATTEMPTED } from '#src/results/model.ts';
import type { Administration } from '../engine/administration.ts';
import { simulateRegion } from '../validation/region.ts';
import { papersBySchool } from './by-school.ts';
import { groupReading } from './groups.ts';
import { histogramOf, histogramReading, peakReading } from './histogram.ts';
import { lowMarkGrowthReading } from './low-mark-growth.ts';
import { markReadings } from './marks-and-journal.ts';
import { officialReadings } from './readings.ts';
import { smallAdministration, totalsOf } from './small-administration.ts';
import { taskReading } from './tasks-by-level.ts';

function papersOf(administration: Administration): Int32Array {
  return papersBySchool(administration)[0]!;
}

/** Scores of the pupils of the test below: 60, 50, 58 (29 of 50 points), 30 and 28 % of the maximum. */
function scoresOf(pupil: number): number[] {
  return [
    pupil < 6 ? 1 : 0,
    pupil < 5 ? 1 : NOT_ATTEMPTED,
    pupil < 9 ? 3 : 2,
    pupil < 3 ? 1 : 0,
    pupil < 4 ? 3 : pupil === 4 ? 2 : 0,
  ];
}

test('tasks are held against the bounds of their level', () => {
  const administration = smallAdministration(
    { maxima: [1, 1, 5, 1, 5], levels: ['basic', 'basic', 'basic', 'raised', 'high'] },
    Array.from({ length: 10 }, (_, pupil) => ({ school: 'Первая', scores: scoresOf(pupil) })),
  );
  const basic = taskReading('basicTasks', administration, papersOf(administration));
  expect(basic.items.map(({ id, value, status, figures }) => [id, value, status, figures.inBorderZone])).toEqual([
    ['1', 60, 'sufficient', 1],
    ['2', 50, 'insufficient', 0],
    ['3', 58, 'border', 1],
  ]);
  expect(basic).toMatchObject({ numerator: 1, denominator: 3, flagged: true, participants: 10, threshold: 60 });
  const raised = taskReading('raisedTasks', administration, papersOf(administration));
  expect(raised.items.map(({ id, value, status }) => [id, value, status])).toEqual([
    ['4', 30, 'sufficient'],
    ['5', 28, 'insufficient'],
  ]);
});

test('an empty cell is no zero of a task', () => {
  const administration = smallAdministration({ maxima: [1], levels: ['basic'] }, [
    { school: 'Первая', scores: [1] },
    { school: 'Первая', scores: [NO_VALUE] },
  ]);
  const { items } = taskReading('basicTasks', administration, papersOf(administration));
  expect(items[0]).toMatchObject({ value: 100, figures: { papers: 1 } });
});

test('without levels of tasks nothing is said of them', () => {
  const administration = smallAdministration({ maxima: [1] }, totalsOf('Первая', [1]));
  expect(taskReading('basicTasks', administration, papersOf(administration))).toMatchObject({
    applicable: false,
    reason: 'noTaskLevels',
  });
});

const SCALE = { 3: 3, 4: 5, 5: 8 } as const;

test('marks are compared with the journal, and differences of two and more are counted', () => {
  // Marks 5 4 3 2 5; journal 3 4 4 4 none: raised 1, confirmed 1, lowered 2, two of four differ by two.
  const papers = [
    [9, 3],
    [5, 4],
    [4, 4],
    [0, 4],
    [8, 0],
  ].map(([total, journalMark]) => ({ school: 'Первая', scores: [total!], journalMark }));
  const administration = smallAdministration({ maxima: [10], thresholds: SCALE }, papers);
  const [comparison, gap] = markReadings(administration, papersOf(administration));
  expect(comparison).toMatchObject({
    value: 25,
    numerator: 1,
    denominator: 4,
    flagged: null,
    figures: { lowered: 2, confirmed: 1, raised: 1 },
  });
  expect(gap).toMatchObject({ value: 50, numerator: 2, denominator: 4, threshold: 2, flagged: true, participants: 4 });
  expect(gap!.notes).toContain('smallGroup');
});

test('without a scale, or without journal marks, there is nothing to compare', () => {
  const unscaled = smallAdministration({ maxima: [10] }, [{ school: 'Первая', scores: [5], journalMark: 4 }]);
  expect(markReadings(unscaled, papersOf(unscaled)).map(({ reason }) => reason)).toEqual(['noScale', 'noScale']);
  const unmarked = smallAdministration({ maxima: [10], thresholds: SCALE }, totalsOf('Первая', [5]));
  expect(markReadings(unmarked, papersOf(unmarked)).map(({ reason }) => reason)).toEqual([
    'noJournalMarks',
    'noJournalMarks',
  ]);
});

test('the histogram is said to be of limited use below twenty papers', () => {
  expect(histogramReading(new Int32Array(19))).toMatchObject({ value: 19, flagged: null, notes: ['limitedHistogram'] });
  expect(histogramReading(new Int32Array(20))).toMatchObject({ value: 20, threshold: 50, flagged: null, notes: [] });
});

test('a boundary with more papers than either neighbour is a peak, beside the share of the region', () => {
  const administration = smallAdministration({ maxima: [10], thresholds: SCALE }, [
    ...totalsOf('Первая', [2, 3, 3, 4, 5, 5, 6, 6, 8, 8]),
    ...totalsOf('Вторая', [0, 0, 3, 3, 3, 3, 9, 9, 9, 9]),
  ]);
  const region = histogramOf(
    administration,
    Int32Array.from({ length: 20 }, (_, paper) => paper),
  );
  const reading = peakReading(administration, papersOf(administration), region);
  expect(reading.items).toEqual([
    { id: '3', value: 2, status: 'peak', figures: { score: 3, below: 1, above: 1, percent: 20, regionPercent: 30 } },
    { id: '4', value: 2, status: 'noPeak', figures: { score: 5, below: 1, above: 2, percent: 20, regionPercent: 10 } },
    { id: '5', value: 2, status: 'peak', figures: { score: 8, below: 0, above: 0, percent: 20, regionPercent: 10 } },
  ]);
  expect(reading).toMatchObject({ value: 2, flagged: true });
  expect(reading.notes).toEqual(['noPublishedNumber', 'regionHeapsToo', 'limitedHistogram']);
});

test('classes of ten and more are groups large enough', () => {
  const administration = smallAdministration({ maxima: [10] }, [
    ...Array.from({ length: 10 }, () => ({ school: 'Первая', className: '5А', scores: [1] })),
    ...Array.from({ length: 9 }, () => ({ school: 'Первая', className: '5Б', scores: [1] })),
  ]);
  const reading = groupReading(administration, papersOf(administration));
  expect(reading).toMatchObject({ value: 1, numerator: 1, denominator: 2, flagged: null });
  expect(reading.items.map(({ id, value, status }) => [id, value, status])).toEqual([
    ['5А', 10, 'enough'],
    ['5Б', 9, 'tooFew'],
  ]);
});

function yearOf(year: number, low: number) {
  const administration = smallAdministration(
    { procedure: `ВПР ${year}`, maxima: [10], thresholds: SCALE },
    totalsOf(
      'Первая',
      Array.from({ length: 20 }, (_, pupil) => (pupil < low ? 0 : 5)),
    ),
  );
  return { year, administration, papers: papersOf(administration) };
}

test('ten percentage points more of «2» over three years is negative dynamics', () => {
  // 1, 2, 3 of 20: 5 %, 10 %, 15 %.
  const reading = lowMarkGrowthReading([yearOf(2026, 3), yearOf(2024, 1), yearOf(2025, 2)]);
  expect(reading).toMatchObject({ value: 10, threshold: 10, flagged: true });
  expect(reading.items.map(({ id, value }) => [id, value])).toEqual([
    ['2024', 5],
    ['2025', 10],
    ['2026', 15],
  ]);
  expect(lowMarkGrowthReading([yearOf(2025, 1), yearOf(2026, 9)])).toMatchObject({ reason: 'noEarlierYears' });
});

test('years of the same work are found by procedure, subject and grade', () => {
  const years = [2020, 2024, 2025, 2026].map((year) => yearOf(year, year - 2019).administration);
  const readings = officialReadings(years);
  const growth = readings.map((each) => each.readings.find(({ id }) => id === 'lowMarkGrowth')!);
  // 2020 lies more than five years back from 2025 and 2026; 25 %, 30 %, 35 %.
  expect(growth.map(({ reason, value }) => reason ?? value)).toEqual([
    'noEarlierYears',
    'noEarlierYears',
    'noEarlierYears',
    10,
  ]);
});

test('every school of a region has every reading, each under an id of its own and each a figure or a reason', () => {
  const tasks = Array.from({ length: 10 }, (_, index) => {
    return {
      id: String(index + 1),
      max: 2,
      response: 'short' as const,
      level: index < 7 ? ('basic' as const) : ('raised' as const),
    };
  });
  const { administrations } = simulateRegion({
    seed: 7,
    procedure: 'ВПР 2026',
    municipalities: 2,
    schoolsPerMunicipality: 5,
    works: [
      { subject: 'Математика', grade: 4, tasks, thresholds: { 3: 6, 4: 11, 5: 16 } },
      { subject: 'История', grade: 6, tasks, thresholds: { 3: 6, 4: 11, 5: 16 } },
    ],
  });
  const readings = officialReadings(administrations);
  expect(readings).toHaveLength(20);
  for (const { readings: own } of readings) {
    expect(new Set(own.map(({ id }) => id)).size).toBe(own.length);
    for (const { applicable, reason, value, flagged, threshold } of own) {
      expect(applicable).toBe(reason === null);
      expect(value === null).toBe(!applicable);
      expect(Number.isFinite(value ?? 0) && Number.isFinite(threshold ?? 0)).toBe(true);
      if (!applicable) expect(flagged).toBeNull();
    }
  }
});
