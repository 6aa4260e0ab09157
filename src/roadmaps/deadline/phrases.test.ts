/** Phrases of plans beyond the simplest: parts of months, holidays, beginnings, spans before and after an event, lists of days. */
import { expect, test } from 'vitest';
import { isWorkday, usualHolidays, usualTerms } from './calendar.ts';
import { addDays } from './days.ts';
import { parseDeadline } from './parse.ts';
import { type DeadlineContext, resolveDeadline } from './resolve.ts';

const YEAR: DeadlineContext = { schoolYear: 2025 };
const read = (words: string, context: DeadlineContext = YEAR) => resolveDeadline(parseDeadline(words), context);

test.each([
  ['осенние каникулы', 'HOLIDAYS', '2025-10-27..2025-11-04'],
  ['во время весенних каникул', 'HOLIDAYS', '2026-03-23..2026-03-31'],
  ['зимние каникулы 2025 г.', 'HOLIDAYS', '2025-12-29..2026-01-11'],
  ['на начало года', 'YEAR_START', '2025-09-01..2025-09-15'],
  ['на конец года', 'YEAR_END', '2026-05-15..2026-05-31'],
  ['на начало и конец учебного года', 'YEAR_START + YEAR_END (list)', '2025-09-01..2025-09-15 2026-05-15..2026-05-31'],
  ['до начала учебного года', 'YEAR_START', '..2025-08-31'],
  ['I декада октября', 'PART_OF_MONTH', '2025-10-01..2025-10-10'],
  ['3 декада мая', 'PART_OF_MONTH', '2026-05-21..2026-05-31'],
  ['2 неделя ноября', 'PART_OF_MONTH', '2025-11-10..2025-11-16'],
  ['1-2 неделя октября', 'PART_OF_MONTH', '2025-10-01..2025-10-12'],
  ['последняя неделя мая', 'PART_OF_MONTH', '2026-05-25..2026-05-31'],
  ['первая половина мая', 'PART_OF_MONTH', '2026-05-01..2026-05-15'],
  ['конец мая', 'PART_OF_MONTH', '2026-05-21..2026-05-31'],
  ['в начале февраля 2026 г.', 'PART_OF_MONTH', '2026-02-01..2026-02-10'],
  ['середина декабря', 'PART_OF_MONTH', '2025-12-11..2025-12-20'],
  ['конец января – начало февраля 2026', 'DATE_RANGE', '2026-01-21..2026-02-10'],
  ['с начала ноября по апрель', 'MONTH_RANGE', '2025-11-01..2026-04-30'],
  ['до середины октября', 'DEADLINE(date, no year)', '..2025-10-15'],
  ['ноябрь, 2 неделя', 'PART_OF_MONTH', '2025-11-10..2025-11-16'],
  ['март 2026 г. (первая декада)', 'PART_OF_MONTH', '2026-03-01..2026-03-10'],
  ['февраль (по отдельному графику)', 'MONTH + BY_SCHEDULE', '2026-02-01..2026-02-28'],
  ['по итогам 2 четверти', 'PER_TERM_END', '2025-12-20..2025-12-29'],
  ['до окончания I триместра', 'PER_TERM_END', '2025-11-08..2025-11-17'],
  ['до конца учебного года', 'YEAR_END', '..2026-05-31'],
  ['срок – до 5 февраля', 'DEADLINE(date, no year)', '..2026-02-05'],
  ['с момента утверждения', 'ON_EVENT', ''],
  ['накануне', 'ON_EVENT', ''],
  ['каждый день проведения', 'DURING_EVENT', ''],
  ['в дни проведения ДКР (по графику)', 'DURING_EVENT', ''],
  ['в недельный срок после подведения итогов', 'ON_EVENT', ''],
  ['по плану ЗИППКРО', 'BY_PLAN(ext)', ''],
  ['вторая половина октября 2025', 'PART_OF_MONTH', '2025-10-16..2025-10-31'],
  ['сентябрь, январь, май', 'MONTH_LIST', '2025-09-01..2025-09-30 2026-01-01..2026-01-31 2026-05-01..2026-05-31'],
  ['два раза в год', 'RECURRING_YEAR', '2025-09-01..2025-12-31 2026-01-01..2026-05-31'],
  ['2 раза в год (сентябрь, май)', 'MONTH_LIST + RECURRING_YEAR', '2025-09-01..2025-09-30 2026-05-01..2026-05-31'],
  ['01.09-15.09', 'DATE_RANGE', '2025-09-01..2025-09-15'],
  ['01.09.-15.09.2025', 'DATE_RANGE', '2025-09-01..2025-09-15'],
  ['с 1 по 15 октября', 'DATE_RANGE', '2025-10-01..2025-10-15'],
  ['12, 19 октября', 'DEADLINE(date, no year) (list)', '2025-10-12..2025-10-12 2025-10-19..2025-10-19'],
  ['IV квартал 2025', 'QUARTER', '2025-10-01..2025-12-31'],
  ['III-IV кв. 2025 г.', 'QUARTER (list)', '2025-07-01..2025-09-30 2025-10-01..2025-12-31'],
  ['ноябрь-2025', 'MONTH', '2025-11-01..2025-11-30'],
  ['09.2025', 'MONTH', '2025-09-01..2025-09-30'],
  ['09–10.2025', 'MONTH_RANGE', '2025-09-01..2025-10-31'],
  ['09.2025 - 05.2026', 'MONTH_RANGE', '2025-09-01..2026-05-31'],
  ['июнь-август', 'MONTH_RANGE', '2026-06-01..2026-08-31'],
  ['осень 2025', 'MONTH_RANGE', '2025-09-01..2025-11-30'],
  ['I-II четверти', 'TERM (list)', '2025-09-01..2025-10-24 2025-11-05..2025-12-26'],
  ['март-апрель, по графику Рособрнадзора', 'MONTH_RANGE + BY_SCHEDULE(ext)', '2026-03-01..2026-04-30'],
  ['ежегодно, до 1 октября', 'DEADLINE(date, no year) + RECURRING_YEAR', '..2025-10-01'],
  ['по графику ФЦТ', 'BY_SCHEDULE(ext)', ''],
  ['в установленные сроки', 'BY_SCHEDULE', ''],
  ['согласно циклограмме', 'BY_SCHEDULE', ''],
  ['в соответствии с приказом', 'BY_SCHEDULE', ''],
  ['в течение 3 дней', 'WITHIN', ''],
  ['на педсовете в августе 2025', 'DURING_EVENT + MONTH', '2025-08-01..2025-08-31'],
])('«%s» is %s', (words, type, windows) => {
  const found = read(words);
  expect(found.type).toBe(type);
  expect(found.windows.map(({ from, to }) => `${from ?? ''}..${to ?? ''}`).join(' ')).toBe(windows);
  expect(found.warnings.map(({ code }) => code)).not.toContain('partNotUnderstood');
});

test.each([
  ['не реже 1 раза в четверть', 'PER_TERM_END', 4],
  ['на начало четверти', 'PER_TERM_START', 4],
  ['сентябрь – далее ежемесячно', 'MONTH then RECURRING_MONTH', 10],
  ['сентябрь-май (ежемесячно)', 'MONTH_RANGE + RECURRING_MONTH', 9],
  ['еженедельно по пятницам', 'RECURRING_WEEK(Friday)', 39],
  ['не менее 2-х раз в год', 'RECURRING_YEAR', 2],
  ['раз в две недели', 'RECURRING_WEEK(every 2)', 20],
  ['первая неделя каждого месяца', 'RECURRING_MONTH(first week)', 9],
])('«%s» comes again', (words, type, count) => {
  const found = read(words);
  expect(found.type).toBe(type);
  expect(found.windows).toHaveLength(count);
});

const EVENTS = [
  {
    names: ['График проведения всероссийских проверочных работ', 'ВПР'],
    kind: 'schedule',
    windows: [{ from: '2026-04-13', to: '2026-05-15' }],
  },
  { names: ['План внутришкольного контроля'], kind: 'plan', windows: [{ from: '2025-11-10', to: '2025-11-14' }] },
] as const;

test.each([
  ['по графику ВПР', '2026-04-13..2026-05-15'],
  ['в день проведения ВПР', '2026-04-13..2026-05-15'],
  ['за 2 недели до ВПР', '..2026-03-30'],
  ['не позднее чем за 3 рабочих дня до начала ВПР', '..2026-04-08'],
  ['в течение 10 рабочих дней после ВПР', '2026-05-15..2026-05-29'],
  ['после проведения ВПР', '2026-04-13..2026-05-15'],
  ['март-май, по графику ВПР', '2026-04-13..2026-05-15'],
  ['согласно плана ВШК', '2025-11-10..2025-11-14'],
])('«%s» has dates when the calendar it names is attached', (words, windows) => {
  const found = read(words, { ...YEAR, events: EVENTS });
  expect(found.windows.map(({ from, to }) => `${from ?? ''}..${to ?? ''}`).join(' ')).toBe(windows);
  expect(found.reference).toBeNull();
});

test('a plan is no schedule, and a schedule no plan', () => {
  expect(read('по графику ВШК', { ...YEAR, events: EVENTS }).windows).toEqual([]);
  expect(read('по плану ВПР', { ...YEAR, events: EVENTS }).windows).toEqual([]);
});

test("the school's own holidays stand in place of the usual ones", () => {
  const calendar = { terms: [], holidays: [{ from: '2025-11-01', to: '2025-11-09' }], lessonsEnd: null };
  const found = read('осенние каникулы', { ...YEAR, calendar });
  expect(found.windows).toEqual([{ from: '2025-11-01', to: '2025-11-09' }]);
  expect(found.warnings).toEqual([]);
});

test.each([
  ['по графику ВПР', 'график ВПР'],
  ['ВПР', null],
  ['согласно плану ВШК', 'план ВШК'],
  ['По графику Рособрнадзора', 'график Рособрнадзора'],
  ['по графику впр', 'график впр'],
])('«%s» refers with the capitals of the plan', (words, reference) => {
  const resolved = resolveDeadline(parseDeadline(words), { schoolYear: 2026 });
  expect(resolved.reference).toBe(reference);
  if (reference !== null) expect(resolved.warnings).toContainEqual({ code: 'referenceNotAttached', words: reference });
});

test('usual terms begin and end on working days, whatever the year', () => {
  for (let start = 2020; start < 2035; start += 1) {
    for (const { from, to } of usualTerms(start)) expect([isWorkday(from), isWorkday(to)]).toEqual([true, true]);
    const terms = usualTerms(start).filter(({ kind }) => kind === 'quarterTerm');
    for (const [index, { to }] of usualHolidays(start).slice(0, 3).entries()) {
      expect(addDays(to, 1)).toBe(terms[index + 1].from);
    }
  }
});
