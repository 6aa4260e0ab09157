import {
  array,
  assert,
  constantFrom,
  integer,
  oneof,
  option,
  property,
  record,
  string,
  type Arbitrary,
} from 'fast-check';
import { expect, test } from 'vitest';
import { formatDeadline } from './format.ts';
import type { DayOf, Expression, MonthOf } from './model.ts';
import { parseDeadline } from './parse.ts';
import { type DeadlineContext, resolveDeadline } from './resolve.ts';
import { MONTH_NAMES } from './words.ts';

const YEAR: DeadlineContext = { schoolYear: 2023 };
const read = (words: string, context: DeadlineContext = YEAR) => resolveDeadline(parseDeadline(words), context);
const spans = (words: string, context?: DeadlineContext) =>
  read(words, context).windows.map(({ from, to }) => `${from}..${to}`);

test.each([
  ['август 2023', 'MONTH', ['2023-08-01..2023-08-31']],
  ['Ноябрь 2023 г.', 'MONTH', ['2023-11-01..2023-11-30']],
  ['Март 2024', 'MONTH', ['2024-03-01..2024-03-31']],
  ['Октябрь', 'MONTH', ['2023-10-01..2023-10-31']],
  ['май', 'MONTH', ['2024-05-01..2024-05-31']],
  ['Август- сентябрь', 'MONTH_RANGE', ['2023-08-01..2023-09-30']],
  ['ноябрь 2023 г. – май 2024 г.', 'MONTH_RANGE', ['2023-11-01..2024-05-31']],
  ['Октябрь 2023г.-март 2024г.', 'MONTH_RANGE', ['2023-10-01..2024-03-31']],
  ['ноябрь декабрь 2023 г.,', 'MONTH_RANGE', ['2023-11-01..2023-12-31']],
  ['Сентябрь- март', 'MONTH_RANGE', ['2023-09-01..2024-03-31']],
  ['с сентября по май', 'MONTH_RANGE', ['2023-09-01..2024-05-31']],
  [
    'ноябрь, декабрь 2023 г., январь 2024 г.',
    'MONTH_LIST',
    ['2023-11-01..2023-11-30', '2023-12-01..2023-12-31', '2024-01-01..2024-01-31'],
  ],
  ['Постоянно', 'CONTINUOUS', ['null..null']],
  ['В течении учебного года', 'CONTINUOUS_YEAR', ['2023-09-01..2024-08-31']],
  ['в 2023/2024 учебном году', 'CONTINUOUS_YEAR', ['2023-09-01..2024-08-31']],
  ['В течение всего периода', 'CONTINUOUS_PLAN_PERIOD', ['2023-09-01..2024-08-31']],
  ['В соответствии с графиком проведения ВПР', 'BY_SCHEDULE', []],
  ['По графику РЦОИ', 'BY_SCHEDULE(ext)', []],
  ['Согласно плана ВШК', 'BY_PLAN', []],
  ['по плану ИРО', 'BY_PLAN(ext)', []],
  ['Во время проведения ВПР по графику', 'DURING_EVENT', []],
  ['По мере публикации', 'ON_EVENT', []],
  ['По графику (при необходимости)', 'BY_SCHEDULE + CONDITIONAL', []],
  ['по итогам четверти, полугодия и года', 'PER_TERM_END + YEAR_END', null],
  [
    '1 раз в квартал',
    'RECURRING_QUARTER',
    ['2023-09-01..2023-09-30', '2023-10-01..2023-12-31', '2024-01-01..2024-03-31', '2024-04-01..2024-05-31'],
  ],
  ['до 13 ноября 2023 г.', 'DEADLINE(date)', ['null..2023-11-13']],
  ['До 03.02.2024', 'DEADLINE(date)', ['null..2024-02-03']],
  ['до 31 мая', 'DEADLINE(date, no year)', ['null..2024-05-31']],
  ['до мая', 'DEADLINE(month)', ['null..2024-04-30']],
  ['06.02.2024 - 30.05.2024', 'DATE_RANGE', ['2024-02-06..2024-05-30']],
  ['с 1 по 10 марта', 'DATE_RANGE', ['2024-03-01..2024-03-10']],
  ['с 20.04.2024', 'SINCE', ['2024-04-20..null']],
  ['Сентябрь; ноябрь-декабрь', 'MONTH + MONTH_RANGE (list)', ['2023-09-01..2023-09-30', '2023-11-01..2023-12-31']],
  ['октябрь-ноябрь, затем в течение года', 'MONTH_RANGE then CONTINUOUS_YEAR', null],
  ['В течение года, по плану ВШК', 'CONTINUOUS_YEAR + BY_PLAN', ['2023-09-01..2024-08-31']],
  ['в течение учебного года по графику ФИОКО', 'CONTINUOUS_YEAR + BY_SCHEDULE(ext)', ['2023-09-01..2024-08-31']],
  ['в течение месяца после анализа', 'ON_EVENT', []],
  ['до следующей оценочной процедуры', 'DEADLINE(event)', []],
  ['', 'NONE', []],
  [' — ', 'NONE', []],
  ['абракадабра', 'UNKNOWN', []],
])('«%s» is %s', (words, type, expected) => {
  expect(read(words).type).toBe(type);
  if (expected !== null) expect(spans(words)).toEqual(expected);
});

test('the last Monday of the month, from the order to the end of lessons', () => {
  const context = { schoolYear: 2023, approvedOn: '2023-11-02' };
  const found = read('ежемесячно, последний понедельник месяца', context);
  expect(found.type).toBe('RECURRING_MONTH(last Monday)');
  expect(found.recurrence).toBe('FREQ=MONTHLY;BYDAY=-1MO');
  expect(found.windows.map(({ to }) => to)).toEqual([
    '2023-11-27',
    '2023-12-25',
    '2024-01-29',
    '2024-02-26',
    '2024-03-25',
    '2024-04-29',
    '2024-05-27',
  ]);
});

test('a quarter of the calendar is not a quarter of the school', () => {
  const calendar = {
    terms: [
      { kind: 'quarterTerm', n: 1, from: '2023-09-01', to: '2023-10-27' },
      { kind: 'quarterTerm', n: 2, from: '2023-11-07', to: '2023-12-29' },
    ],
    holidays: [],
    lessonsEnd: '2024-05-24',
  } as const;
  expect(spans('II четверть', { schoolYear: 2023, calendar })).toEqual(['2023-11-07..2023-12-29']);
  expect(spans('II квартал', YEAR)).toEqual(['2024-04-01..2024-06-30']);
  expect(spans('по итогам четверти', { schoolYear: 2023, calendar })).toHaveLength(2);
});

test('a reference has dates as soon as the calendar it names is attached', () => {
  const events = [
    {
      names: ['график ВПР'],
      windows: [
        { from: '2024-03-01', to: '2024-03-20' },
        { from: '2024-04-01', to: '2024-05-17' },
      ],
    },
  ];
  const without = read('Во время проведения ВПР по графику');
  expect(without.windows).toEqual([]);
  expect(without.reference).toBe('ВПР');
  expect(without.warnings).toContainEqual({ code: 'referenceNotAttached', words: 'ВПР' });
  const attached = read('Во время проведения ВПР по графику', { schoolYear: 2023, events });
  expect(attached.windows).toEqual(events[0]!.windows);
  expect(attached.reference).toBeNull();
  expect(read('в течение 3 рабочих дней после ВПР', { schoolYear: 2023, events }).windows[0]).toEqual({
    from: '2024-03-20',
    to: '2024-03-25',
  });
});

test('what is ambiguous or wrong is shown, never repaired', () => {
  const codes = (words: string, context?: DeadlineContext) => read(words, context).warnings.map(({ code }) => code);
  expect(codes('ноябрь декабрь 2023')).toContain('lostDash');
  expect(codes('ноябрь 2023 г.,')).toContain('trailingComma');
  expect(codes('Август- сентябрь')).toContain('augustOfWhichYear');
  expect(codes('до мая')).toContain('untilMonth');
  expect(codes('30 февраля')).toContain('impossibleDate');
  expect(codes('декабрь 2023 - ноябрь 2023')).toContain('reversedRange');
  expect(codes('до 01.10.2023', { schoolYear: 2023, approvedOn: '2024-02-22' })).toContain('beforeApproval');
  expect(codes('до 01.10.2026')).toContain('outsidePlan');
  expect(codes('октябрь, затем постоянно')).toContain('twoPhases');
  expect(codes('Maй 2024')).toContain('foreignLetters');
  expect(codes('октябрь, директор школы')).toContain('partNotUnderstood');
  expect(read('ноябрь декабрь 2023').ambiguous).toBe(true);
  expect(read('ноябрь - декабрь 2023').ambiguous).toBe(false);
});

const SCRAPS = [
  ...MONTH_NAMES,
  ...'до с по в течение года учебного 2023/2024 2023 г. , ; - – ( ) 1 31 01.10.2023 раз квартал четверть последний'.split(
    ' ',
  ),
  ...'неделя декада половина каникулы осенние начало конец за до начала рабочих дней недели каждого 09.2023 2-х I II'.split(
    ' ',
  ),
  ...'начале середина конце декада четверти итогам момента'.split(' '),
  ...'понедельник месяца затем графику плану ВПР при необходимости каждый'.split(' '),
];

test('no words of any kind throw or hang, and the words themselves are kept', () => {
  const anything: Arbitrary<string> = oneof(
    string({ unit: 'binary', maxLength: 200 }),
    array(constantFrom(...SCRAPS), { maxLength: 40 }).map((scraps) => scraps.join(' ')),
    array(constantFrom(...SCRAPS, 'Maй', '\u0000', '١٢', '9'.repeat(40)), { maxLength: 40 }).map((scraps) =>
      scraps.join(''),
    ),
  );
  assert(
    property(anything, integer({ min: 1990, max: 2100 }), (words, schoolYear) => {
      const deadline = parseDeadline(words);
      expect(deadline.verbatim).toBe(words);
      const resolved = resolveDeadline(deadline, { schoolYear, approvedOn: `${schoolYear}-11-02` });
      for (const { from, to } of resolved.windows) {
        for (const day of [from, to]) if (day !== null) expect(day).toMatch(/^\d{4}-\d\d-\d\d$/u);
      }
      expect(resolved.windows.length).toBeLessThan(5_000);
    }),
    { numRuns: 3_000 },
  );
}, 60_000);

const yearArbitrary = option(integer({ min: 1990, max: 2100 }), { nil: undefined });
const monthArbitrary: Arbitrary<MonthOf> = record({ month: integer({ min: 1, max: 12 }), year: yearArbitrary }).map(
  ({ month, year }) => (year === undefined ? { month } : { month, year }),
);
const dayArbitrary: Arbitrary<DayOf> = record({ on: monthArbitrary, day: integer({ min: 1, max: 31 }) }).map(
  ({ on, day }) => ({ day, ...on }),
);
const event = constantFrom('публикации', 'анализа', 'проведения впр', 'педагогического совета');
const simple: Arbitrary<Expression> = oneof(
  monthArbitrary.map((month) => ({ kind: 'month', ...month }) as const),
  record({ from: monthArbitrary, to: monthArbitrary }).map(
    (range) => ({ kind: 'monthRange', ...range, lostDash: false }) as const,
  ),
  array(monthArbitrary, { minLength: 2, maxLength: 5 }).map((months) => ({ kind: 'monthList', months }) as const),
  dayArbitrary.map((day) => ({ kind: 'day', ...day }) as const),
  record({ from: dayArbitrary, to: dayArbitrary }).map((range) => ({ kind: 'dayRange', ...range }) as const),
  dayArbitrary.map((day) => ({ kind: 'until', ...day }) as const),
  dayArbitrary.map((day) => ({ kind: 'since', ...day }) as const),
  record({ month: monthArbitrary, end: constantFrom(true, false) }).map(
    ({ month, end }) => ({ kind: 'untilMonth', ...month, end }) as const,
  ),
  record({ n: integer({ min: 1, max: 4 }), year: yearArbitrary }).map(
    ({ n, year }) => (year === undefined ? { kind: 'quarter', n } : { kind: 'quarter', n, year }) as Expression,
  ),
  record({ term: constantFrom('quarterTerm', 'trimester', 'halfYearTerm'), n: integer({ min: 1, max: 2 }) }).map(
    (term) => ({ kind: 'term', ...term }) as Expression,
  ),
  record({
    term: constantFrom('quarterTerm', 'trimester', 'halfYearTerm', 'module'),
    andYear: constantFrom(true, false),
  }).map((ends) => ({ kind: 'termEnds', ...ends }) as Expression),
  constantFrom('quarterTerm', 'trimester', 'halfYearTerm', 'module').map(
    (term) => ({ kind: 'termEnds', term, n: 2, andYear: false }) as Expression,
  ),
  constantFrom<Expression[]>(
    { kind: 'yearEnd' },
    { kind: 'yearEnd', before: true },
    { kind: 'schoolYear' },
    { kind: 'schoolYear', start: 2026 },
    { kind: 'calendarYear', year: 2024 },
    { kind: 'planPeriod' },
    { kind: 'continuous' },
    { kind: 'bySchedule', of: 'впр', origin: 'own' },
    { kind: 'bySchedule', of: 'рцои', origin: 'external' },
    { kind: 'byPlan', of: 'вшк', origin: 'own' },
    { kind: 'byPlan', of: null, origin: 'own' },
    { kind: 'duringEvent', event: 'впр', scheduled: true },
  ),
  event.map((of) => ({ kind: 'onEvent', event: of }) as const),
  record({
    part: constantFrom('decade', 'half', 'week'),
    n: constantFrom(-1, 1, 2),
    on: monthArbitrary,
  }).map(({ on, ...part }) => ({ kind: 'partOfMonth', ...part, ...on }) as Expression),
  record({ n: integer({ min: 1, max: 3 }), on: monthArbitrary }).map(
    ({ n, on }) => ({ kind: 'partOfMonth', part: 'third', n, ...on }) as Expression,
  ),
  monthArbitrary.map((on) => ({ kind: 'partOfMonth', part: 'week', n: 1, to: 3, ...on }) as Expression),
  record({ season: constantFrom('autumn', 'winter', 'spring', 'summer', null), year: yearArbitrary }).map(
    ({ season, year }) => ({ kind: 'holidays', season, ...(year === undefined ? {} : { year }) }) as Expression,
  ),
  constantFrom('quarterTerm', 'trimester', 'halfYearTerm', 'module').map(
    (term) => ({ kind: 'termStarts', term }) as Expression,
  ),
  constantFrom(true, false).map((before) => ({ kind: 'yearStart', before }) as const),
  record({ count: integer({ min: 1, max: 60 }), unit: constantFrom('day', 'workday', 'week', 'month') }).map(
    (within) => ({ kind: 'within', ...within }) as Expression,
  ),
  record({ count: integer({ min: 1, max: 60 }), unit: constantFrom('day', 'workday', 'week', 'month') }).map(
    (before) => ({ kind: 'beforeEvent', event: 'впр', ...before }) as Expression,
  ),
  record({ unit: constantFrom('day', 'week', 'month', 'quarter', 'year'), every: integer({ min: 2, max: 12 }) }).map(
    (repeat) => ({ kind: 'repeat', ...repeat, times: 1, on: null, anchor: null }) as Expression,
  ),
  constantFrom(-1, 1, 2, 3, 4).map(
    (nth) => ({ kind: 'repeat', unit: 'month', times: 1, on: { kind: 'week', nth }, anchor: null }) as Expression,
  ),
  record({ count: integer({ min: 2, max: 60 }), unit: constantFrom('day', 'workday', 'week', 'month'), event }).map(
    (after) => ({ kind: 'afterEvent', ...after }) as Expression,
  ),
  record({
    unit: constantFrom('day', 'week', 'month', 'quarter', 'halfYear', 'year'),
    times: integer({ min: 1, max: 6 }),
  }).map((repeat) => ({ kind: 'repeat', ...repeat, on: null, anchor: null }) as Expression),
  record({
    weekday: integer({ min: 1, max: 7 }),
    nth: constantFrom(-1, 1, 2, 3, 4),
    anchor: constantFrom(null, 'совещание руководителей'),
  }).map(
    ({ weekday, nth, anchor }) =>
      ({ kind: 'repeat', unit: 'month', times: 1, on: { kind: 'weekday', weekday, nth }, anchor }) as Expression,
  ),
  integer({ min: 1, max: 31 }).map(
    (day) => ({ kind: 'repeat', unit: 'month', times: 1, on: { kind: 'dayOfMonth', day }, anchor: null }) as Expression,
  ),
  constantFrom(-1, 1, 2, 3).map(
    (nth) => ({ kind: 'repeat', unit: 'month', times: 1, on: { kind: 'workday', nth }, anchor: null }) as Expression,
  ),
  integer({ min: 1, max: 7 }).map(
    (weekday) =>
      ({
        kind: 'repeat',
        unit: 'week',
        times: 1,
        on: { kind: 'weekday', weekday, nth: null },
        anchor: null,
      }) as Expression,
  ),
);
const composed: Arbitrary<Expression> = oneof(
  simple,
  record({ first: simple, last: constantFrom<Expression[]>({ kind: 'continuous' }, { kind: 'schoolYear' }) }).map(
    ({ first, last }) => ({ kind: 'phases', items: [first, last] }) as const,
  ),
);

test('a deadline written in canonical words reads back as the same deadline', () => {
  assert(
    property(
      composed,
      constantFrom(null, 'при необходимости'),
      constantFrom([], ['в любой день недели'], ['до 18:00', 'для 5 классов; 6 классов']),
      (expression, condition, notes) => {
        const back = parseDeadline(formatDeadline({ expression, condition, notes }));
        expect({ expression: back.expression, condition: back.condition, notes: back.notes }).toEqual({
          expression,
          condition,
          notes,
        });
      },
    ),
    { numRuns: 3_000 },
  );
}, 60_000);

test('parsing what was formatted changes nothing more, whatever the words were', () => {
  assert(
    property(
      array(constantFrom(...SCRAPS), { maxLength: 12 }).map((scraps) => scraps.join(' ')),
      (words) => {
        const once = formatDeadline(parseDeadline(words));
        expect(formatDeadline(parseDeadline(once))).toBe(once);
      },
    ),
    { numRuns: 3_000 },
  );
}, 60_000);
