import { expect, test } from 'vitest';
import { calendarDefects, effectiveCalendar, eventDefects, holidaysBetween, presetTerms, TERM_KINDS } from './rules.ts';
import { holidayName } from './text.ts';

const NOTHING = { terms: [], holidays: [], lessonsEnd: null };

test.each(TERM_KINDS)('the usual %s of a year fit the year and one another', (kind) => {
  for (const year of [2024, 2026, 2027]) {
    const terms = presetTerms(kind, year);
    expect(terms.length).toBeGreaterThan(1);
    expect(calendarDefects({ ...NOTHING, terms }, year)).toEqual([]);
    const holidays = holidaysBetween(terms, year, (month) => holidayName(month, 'ru'));
    expect(calendarDefects({ ...NOTHING, terms, holidays }, year)).toEqual([]);
  }
});

test('holidays between quarters are the four of a school year', () => {
  const holidays = holidaysBetween(presetTerms('quarterTerm', 2026), 2026, (month) => holidayName(month, 'ru'));
  expect(holidays.map(({ name }) => name)).toEqual([
    'Осенние каникулы',
    'Зимние каникулы',
    'Весенние каникулы',
    'Летние каникулы',
  ]);
  expect(holidays[0]).toMatchObject({ from: '2026-10-27', to: '2026-11-04' });
});

const term = (n: number, from: string, to: string) => ({ kind: 'quarterTerm' as const, n, from, to });

test('reversed, overlapping, doubled, missing and foreign days are each named at their row', () => {
  const codes = calendarDefects(
    {
      terms: [
        term(1, '2026-09-01', '2026-10-26'),
        term(2, '2026-10-20', '2026-12-28'),
        term(2, '2027-03-22', '2027-01-09'),
        term(4, '2027-04-01', ''),
        term(5, '2028-01-01', '2028-02-01'),
      ],
      holidays: [{ name: ' ', from: '2026-10-27', to: '2026-11-04' }],
      lessonsEnd: '2028-05-25',
    },
    2026,
  ).map(({ code, list, index }) => `${list} ${index} ${code}`);
  expect(codes).toEqual([
    'terms 1 overlaps',
    'terms 2 sameNumber',
    'terms 2 reversed',
    'terms 3 missingDay',
    'terms 4 outsideYear',
    'holidays 0 nameMissing',
    'whole -1 lessonsEndOutside',
  ]);
});

test('terms of different kinds may run beside each other', () => {
  const terms = [...presetTerms('quarterTerm', 2026), ...presetTerms('halfYearTerm', 2026)];
  expect(calendarDefects({ ...NOTHING, terms }, 2026)).toEqual([]);
});

test('a schedule may wait for its days, and its days lie in the year', () => {
  const event = { kind: 'event' as const, title: 'Публикация', names: [], windows: [], source: '' };
  expect(eventDefects(event, 2026)).toEqual([]);
  const windows = [{ from: '2026-07-01', to: '2026-07-01', label: '' }];
  expect(eventDefects({ ...event, windows }, 2026)).toEqual([{ code: 'outsideYear', list: 'windows', index: 0 }]);
});

test('what a school has not set comes from the nearest organisation above that has', () => {
  const school = { ...NOTHING, terms: presetTerms('trimester', 2026) };
  const district = { ...NOTHING, terms: presetTerms('quarterTerm', 2026), lessonsEnd: '2027-05-26' };
  const region = { ...NOTHING, terms: presetTerms('trimester', 2026).slice(1), lessonsEnd: '2027-05-20' };
  const { terms, lessonsEnd } = effectiveCalendar([school, district, region]);
  expect(terms.filter(({ kind }) => kind === 'trimester')).toHaveLength(3);
  expect(terms.filter(({ kind }) => kind === 'quarterTerm')).toHaveLength(4);
  expect(lessonsEnd).toBe('2027-05-26');
});
