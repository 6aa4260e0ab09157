import { expect, test } from 'vitest';
import type { Administration } from '../engine/administration.ts';
import { momentsOf, papersBySchool, totalOfMoments } from './by-school.ts';
import { cohortRatios, cohortReading } from './cohort-ratio.ts';
import { journalCorrelationReading } from './journal-correlation.ts';
import { factsOf, MARKERS_2019 } from './markers-2019.ts';
import { meanInterval, meanIntervalReading } from './mean-interval.ts';
import type { OfficialReading } from './model.ts';
import { officialMarkers, officialReadings } from './readings.ts';
import { smallAdministration, totalsOf } from './small-administration.ts';

const MEAN = { id: 'meanMa5', rule: 'meanInterval', standing: 'marker' } as const;
const JOURNAL = { id: 'journalMa5', rule: 'journalCorrelation', standing: 'marker' } as const;
const RISE = { id: 'riseMa', rule: 'sharpRise', standing: 'marker' } as const;
const FALL = { id: 'fallMa', rule: 'sharpFall', standing: 'marker' } as const;

function meanReadings(administration: Administration): OfficialReading[] {
  const moments = papersBySchool(administration).map((papers) => momentsOf(administration.totals, papers));
  return moments.map((own) => meanIntervalReading(MEAN, own, totalOfMoments(moments)));
}

test('a school whose interval of the mean lies above the region’s is flagged', () => {
  // Region: 9 9 10 10 2 4 3 3, mean 6.25, variance 87.5 / 7 = 12.5, half width 1.96 sqrt(12.5 / 8) = 2.45: [3.8; 8.7].
  // First school: mean 9.5, variance 1 / 3, half width 1.96 sqrt(1 / 12) = 0.5658: from 8.9342.
  const [first, second] = meanReadings(
    smallAdministration({ maxima: [10] }, [...totalsOf('Первая', [9, 9, 10, 10]), ...totalsOf('Вторая', [2, 4, 3, 3])]),
  );
  expect(first!.value).toBeCloseTo(8.934197, 6);
  expect(first!.threshold).toBeCloseTo(8.7, 12);
  expect(first!.flagged).toBe(true);
  expect(first!.figures.regionLow).toBeCloseTo(3.8, 12);
  expect(first!.participants).toBe(4);
  expect(second!.flagged).toBe(false);
});

test('a higher mean is not enough: the intervals must lie apart', () => {
  // Region: 8 10 2 4 3 3, mean 5, variance 52 / 5, upper bound 5 + 1.96 sqrt(10.4 / 6) = 7.5805; school from 9 - 1.96 = 7.04.
  const [first] = meanReadings(
    smallAdministration({ maxima: [10] }, [...totalsOf('Первая', [8, 10]), ...totalsOf('Вторая', [2, 4, 3, 3])]),
  );
  expect(first!.value).toBeCloseTo(7.04, 12);
  expect(first!.threshold).toBeCloseTo(7.58046, 5);
  expect(first!.flagged).toBe(false);
});

test('one paper has no deviation, and the rule does not apply', () => {
  const [first] = meanReadings(
    smallAdministration({ maxima: [10] }, [...totalsOf('Первая', [10]), ...totalsOf('Вторая', [2, 4])]),
  );
  expect(first).toMatchObject({
    applicable: false,
    reason: 'tooFewParticipants',
    flagged: null,
    value: null,
    participants: 1,
  });
  expect(meanInterval({ count: 1, sum: 10, sumOfSquares: 100 })).toBeNull();
});

function journalReading(marks: readonly number[], totals: readonly number[]): OfficialReading {
  const administration = smallAdministration(
    { maxima: [10] },
    totals.map((total, index) => ({ school: 'Первая', scores: [total], journalMark: marks[index] })),
  );
  return journalCorrelationReading(JOURNAL, administration, papersBySchool(administration)[0]!);
}

test('without ties the printed formula is Spearman’s coefficient', () => {
  // d = 2, 0, -2: r = 1 - 6 * 8 / (3 * 8) = -1.
  const reading = journalReading([5, 4, 3], [1, 2, 3]);
  expect(reading).toMatchObject({ value: -1, threshold: 0, flagged: true, participants: 3 });
  expect(reading.figures.corrected).toBeCloseTo(-1, 12);
});

test('with ties the printed and the corrected coefficient stand side by side', () => {
  // Ranks of marks 2 2 2 4, of totals 4 3 2 1: sum d^2 = 14, printed 1 - 84 / 60 = -0.4, corrected -3 / sqrt(3 * 5).
  const reading = journalReading([4, 4, 4, 5], [3, 2, 1, 0]);
  expect(reading.value).toBeCloseTo(-0.4, 12);
  expect(reading.figures.corrected).toBeCloseTo(-3 / Math.sqrt(15), 12);
  expect(reading.notes).toContain('tiesInvalidate');
});

test('the flag follows the printed formula even where ties hide a negative correlation', () => {
  // Ranks of marks 3.5 3.5 3.5 3.5 1, of totals 2 1 3 5 4: sum d^2 = 20, printed 1 - 120 / 120 = 0; corrected -2.5 / sqrt(50).
  const reading = journalReading([4, 4, 4, 4, 3], [2, 1, 3, 5, 4]);
  expect(reading.value).toBe(0);
  expect(reading.flagged).toBe(false);
  expect(reading.figures.corrected).toBeCloseTo(-2.5 / Math.sqrt(50), 12);
});

test('equal journal marks give a figure by the printed formula and none that is corrected', () => {
  // Ranks of marks 2 2 2, of totals 1 2 3: sum d^2 = 2, printed 1 - 12 / 24.
  expect(journalReading([4, 4, 4], [1, 2, 3])).toMatchObject({ value: 0.5, flagged: false, figures: {} });
});

test('pupils without a journal mark take no part', () => {
  expect(journalReading([0, 5, 4], [9, 1, 2])).toMatchObject({ value: -1, participants: 2 });
  expect(journalReading([0, 0], [1, 2])).toMatchObject({ applicable: false, reason: 'noJournalMarks' });
  expect(journalReading([5, 0], [1, 2])).toMatchObject({ applicable: false, reason: 'tooFewParticipants' });
});

const SCHOOLS = ['Первая', 'Вторая', 'Третья', 'Четвёртая', 'Пятая'];
const fourth = (totals: readonly number[], procedure = 'ВПР 2025') =>
  smallAdministration(
    { procedure, grade: 4, maxima: [20] },
    totals.flatMap((total, index) => totalsOf(SCHOOLS[index]!, [total])),
  );
const fifth = (totals: readonly number[]) =>
  smallAdministration(
    { maxima: [20] },
    totals.flatMap((total, index) => totalsOf(SCHOOLS[index]!, [total])),
  );

test('a ratio beyond three interquartile ranges is a sharp change', () => {
  // K = 0.8 0.9 1 1.1 2; Q1 = 0.9, Q3 = 1.1, so the fences are 0.3 and 1.7.
  const ratios = cohortRatios(fourth([8, 9, 10, 11, 20]), fifth([10, 10, 10, 10, 10]));
  expect(ratios.riseBelow).toBeCloseTo(0.3, 12);
  expect(ratios.fallAbove).toBeCloseTo(1.7, 12);
  const falls = SCHOOLS.map((_, school) => cohortReading(FALL, ratios, school));
  expect(falls.map(({ value }) => value)).toEqual([0.8, 0.9, 1, 1.1, 2]);
  expect(falls.map(({ flagged }) => flagged)).toEqual([false, false, false, false, true]);
  expect(falls[4]!.figures).toEqual({ earlierPercent: 100, laterPercent: 50, schools: 5 });
  expect(SCHOOLS.map((_, school) => cohortReading(RISE, ratios, school).flagged)).not.toContain(true);
});

test('a sharp rise is a ratio below the lower fence', () => {
  // K = 0.1 1 1 1.1 1.2; Q1 = 1, Q3 = 1.1, so the fences are 0.7 and 1.4.
  const ratios = cohortRatios(fourth([2, 20, 20, 11, 12]), fifth([20, 20, 20, 10, 10]));
  const reading = cohortReading(RISE, ratios, 0);
  expect(reading.value).toBeCloseTo(0.1, 12);
  expect(reading.threshold).toBeCloseTo(0.7, 12);
  expect(reading.flagged).toBe(true);
});

test('a school that is not in both years, or whose later mean is zero, has no ratio', () => {
  const ratios = cohortRatios(fourth([8, 9]), fifth([0, 10, 10]));
  expect(cohortReading(FALL, ratios, 0)).toMatchObject({ applicable: false, reason: 'zeroMean' });
  expect(cohortReading(FALL, ratios, 2)).toMatchObject({ applicable: false, reason: 'schoolNotInBoth' });
  expect(ratios.count).toBe(1);
});

test('the methodology has fourteen markers: six, four, two and two', () => {
  const rules = Map.groupBy(MARKERS_2019, ({ rule }) => rule);
  expect([...rules].map(([rule, markers]) => [rule, markers.length])).toEqual([
    ['meanInterval', 6],
    ['journalCorrelation', 4],
    ['sharpRise', 2],
    ['sharpFall', 2],
  ]);
});

test.each([
  ['ВПР 2026 (демонстрация)', 'vpr', 2026],
  ['Всероссийские проверочные работы, весна 2025', 'vpr', 2025],
  ['ОГЭ-2024', 'oge', 2024],
  ['Пробный ОГЭ 2024', null, 2024],
  ['ДКР', null, null],
])('«%s» is told by its name', (procedure, examination, year) => {
  expect(factsOf(smallAdministration({ procedure, subject: 'МА', maxima: [1] }, []))).toEqual({
    examination,
    year,
    subject: 'Математика',
    grade: 5,
  });
});

function standings({ readings }: { readonly readings: readonly OfficialReading[] }): string[] {
  return readings
    .filter(({ source }) => source.document === 'methodology2019')
    .map(({ id, standing, reason }) => `${id} ${standing} ${reason ?? ''}`.trim());
}

test('results that the methodology names answer its markers, others are read by the same rule and say so', () => {
  const sixth = smallAdministration({ grade: 6, maxima: [20] }, totalsOf('Первая', [3, 4]));
  const readings = officialReadings([fourth([8]), sixth]);
  expect(readings.map(({ administration, school }) => [administration, school])).toEqual([
    [0, 0],
    [1, 0],
  ]);
  expect(standings(readings[0]!)).toEqual([
    'meanMa4 marker tooFewParticipants',
    'journalMa4 marker noJournalMarks',
    'riseMa marker noLaterGrade',
    'fallMa marker noLaterGrade',
  ]);
  expect(standings(readings[1]!)).toEqual(['meanInterval sameRule', 'journalCorrelation sameRule noJournalMarks']);
});

test('the later of two years answers for the change between them', () => {
  const [earlier, ...rest] = officialReadings([fourth([8, 9]), fifth([10, 10])]);
  expect(standings(earlier!)).toEqual(['meanMa4 marker tooFewParticipants', 'journalMa4 marker noJournalMarks']);
  const later = rest.find(({ administration, school }) => administration === 1 && school === 0)!;
  expect(standings(later).slice(2)).toEqual(['riseMa marker', 'fallMa marker']);
  // The same year, or another subject, is no cohort.
  const same = officialReadings([fourth([8, 9], 'ВПР 2026'), fifth([10, 10])]);
  expect(standings(same.find(({ administration }) => administration === 1)!).slice(2)).toEqual([
    'riseMa marker noEarlierGrade',
    'fallMa marker noEarlierGrade',
  ]);
});

test('a school has all fourteen markers, and those without results say why', () => {
  const [school] = officialMarkers([fourth([8]), fifth([10])]);
  expect(school).toMatchObject({ municipality: 'Озёрный район', school: 'Первая' });
  expect(school!.markers.map(({ id, reason }) => [id, reason])).toEqual([
    ['meanRu4', 'noAdministration'],
    ['meanMa4', 'tooFewParticipants'],
    ['meanRu5', 'noAdministration'],
    ['meanMa5', 'tooFewParticipants'],
    ['meanOgeRu', 'noAdministration'],
    ['meanOgeMa', 'noAdministration'],
    ['journalRu4', 'noAdministration'],
    ['journalMa4', 'noJournalMarks'],
    ['journalRu5', 'noAdministration'],
    ['journalMa5', 'noJournalMarks'],
    ['riseRu', 'noAdministration'],
    ['riseMa', null],
    ['fallRu', 'noAdministration'],
    ['fallMa', null],
  ]);
});
