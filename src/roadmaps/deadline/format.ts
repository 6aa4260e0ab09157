/** A deadline in the canonical words of a plan: what the form writes for a person, and what reads back as the same deadline. */
import type { DayOf, Deadline, Expression, MonthOf, RepeatDay, RepeatUnit, TermKind } from './model.ts';
import { MONTH_GENITIVES, MONTH_NAMES } from './words.ts';

export function formatDeadline({
  expression,
  condition,
  notes,
}: Pick<Deadline, 'expression' | 'condition' | 'notes'>): string {
  return [words(expression), condition === null ? '' : `(${condition})`, ...notes.map((each) => `(${each})`)]
    .filter((part) => part !== '')
    .join(' ');
}

function words(expression: Expression): string {
  switch (expression.kind) {
    case 'none':
    case 'unknown':
      return '';
    case 'month':
      return month(expression);
    case 'monthRange':
      return expression.lostDash
        ? `${month(expression.from)} ${month(expression.to)}`
        : `${month(expression.from)} – ${month(expression.to)}`;
    case 'monthList':
      return expression.months.map(month).join(', ');
    case 'day':
      return day(expression);
    case 'dayRange':
      return `${day(expression.from)} – ${day(expression.to)}`;
    case 'until':
      return `до ${day(expression)}`;
    case 'untilMonth':
      return `до ${expression.end ? 'конца ' : ''}${MONTH_GENITIVES[expression.month - 1]}${year(expression.year)}`;
    case 'untilEvent':
      return `до ${expression.event}`;
    case 'since':
      return expression.day === null
        ? `с ${MONTH_GENITIVES[expression.month - 1]}${year(expression.year)}`
        : `с ${day({ day: expression.day, month: expression.month, ...(expression.year === undefined ? {} : { year: expression.year }) })}`;
    case 'partOfMonth':
      return partOfMonth(expression);
    case 'holidays':
      return `${expression.season === null ? '' : `${HOLIDAYS[expression.season]} `}каникулы${year(expression.year)}`;
    case 'quarter':
      return `${ROMAN[expression.n]} квартал${year(expression.year)}`;
    case 'halfYear':
      return `${ROMAN[expression.n]} полугодие${year(expression.year)}`;
    case 'term':
      return `${expression.n === null ? 'в течение текущей ' : `${ROMAN[expression.n]} `}${term(expression.term, expression.n === null)}${
        expression.start === undefined ? '' : ` ${schoolYear(expression.start)}`
      }`;
    case 'termEnds':
      return `по итогам ${expression.n === undefined ? '' : `${ROMAN[expression.n]} `}${TERM_OF[expression.term]}${expression.andYear ? ' и года' : ''}`;
    case 'termStarts':
      return `в начале ${TERM_OF[expression.term]}`;
    case 'yearStart':
      return expression.before ? 'до начала учебного года' : 'в начале учебного года';
    case 'yearEnd':
      return expression.before ? 'до конца учебного года' : 'в конце учебного года';
    case 'schoolYear':
      return expression.start === undefined
        ? 'в течение учебного года'
        : `в ${schoolYear(expression.start)} учебном году`;
    case 'calendarYear':
      return `в течение ${expression.year} года`;
    case 'planPeriod':
      return 'в течение всего периода';
    case 'continuous':
      return 'постоянно';
    case 'bySchedule':
      return ['по графику', expression.of].filter(Boolean).join(' ');
    case 'byPlan':
      return ['по плану', expression.of].filter(Boolean).join(' ');
    case 'duringEvent':
      return ['во время проведения', expression.event, expression.scheduled ? 'по графику' : null]
        .filter(Boolean)
        .join(' ');
    case 'onEvent':
      if (expression.event === 'накануне') return expression.event;
      return /^(факту|запросу|требованию)/u.test(expression.event)
        ? `по ${expression.event}`
        : `по мере ${expression.event}`;
    case 'afterEvent':
      return `в течение ${expression.count} ${COUNTED[expression.unit]} после ${expression.event}`;
    case 'beforeEvent':
      return `за ${expression.count} ${COUNTED[expression.unit]} до ${expression.event}`;
    case 'within':
      return `в течение ${expression.count} ${COUNTED[expression.unit]}`;
    case 'repeat':
      return repeat(expression);
    case 'list':
      return expression.items.map(words).join('; ');
    case 'phases':
      return expression.items.map(words).join(', затем ');
    case 'both':
      return expression.items.map(words).join(', ');
  }
}

const ROMAN: Readonly<Record<number, string>> = { 1: 'I', 2: 'II', 3: 'III', 4: 'IV', 5: 'V', 6: 'VI' };
const TERM_OF: Readonly<Record<TermKind, string>> = {
  quarterTerm: 'четверти',
  trimester: 'триместра',
  halfYearTerm: 'полугодия',
  module: 'модуля',
};
const COUNTED = { day: 'дней', workday: 'рабочих дней', week: 'недель', month: 'месяцев' } as const;
const ADVERBS: Readonly<Record<RepeatUnit, string>> = {
  day: 'ежедневно',
  week: 'еженедельно',
  month: 'ежемесячно',
  quarter: 'ежеквартально',
  halfYear: '1 раз в полугодие',
  year: 'ежегодно',
};
const UNITS: Readonly<Record<RepeatUnit, string>> = {
  day: 'день',
  week: 'неделю',
  month: 'месяц',
  quarter: 'квартал',
  halfYear: 'полугодие',
  year: 'год',
};
const NTH: Readonly<Record<number, readonly [string, string, string]>> = {
  [-1]: ['последний', 'последняя', 'последнее'],
  1: ['первый', 'первая', 'первое'],
  2: ['второй', 'вторая', 'второе'],
  3: ['третий', 'третья', 'третье'],
  4: ['четвертый', 'четвертая', 'четвертое'],
  5: ['пятый', 'пятая', 'пятое'],
};
const WEEKDAYS = ['понедельник', 'вторник', 'среда', 'четверг', 'пятница', 'суббота', 'воскресенье'] as const;
const WEEKDAYS_EACH = [
  'понедельникам',
  'вторникам',
  'средам',
  'четвергам',
  'пятницам',
  'субботам',
  'воскресеньям',
] as const;

const HOLIDAYS = { autumn: 'осенние', winter: 'зимние', spring: 'весенние', summer: 'летние' } as const;
const PARTS = { decade: 'декада', half: 'половина', week: 'неделя' } as const;
const THIRDS: Readonly<Record<number, string>> = { 1: 'начало', 2: 'середина', 3: 'конец' };

function partOfMonth({ part, n, to, month: of, year: in_ }: Extract<Expression, { kind: 'partOfMonth' }>): string {
  if (part === 'third') return `${THIRDS[n]} ${MONTH_GENITIVES[of - 1]}${year(in_)}`;
  const which = n < 0 ? 'последняя' : `${n}${to === undefined ? '' : `-${to}`}`;
  return `${which} ${PARTS[part]} ${MONTH_GENITIVES[of - 1]}${year(in_)}`;
}

const INTERVALS: Readonly<Record<RepeatUnit, readonly [string, string]>> = {
  day: ['дня', 'дней'],
  week: ['недели', 'недель'],
  month: ['месяца', 'месяцев'],
  quarter: ['квартала', 'кварталов'],
  halfYear: ['полугодия', 'полугодий'],
  year: ['года', 'лет'],
};

function repeat({ unit, times, every, on, anchor }: Extract<Expression, { kind: 'repeat' }>): string {
  const to = anchor === null ? '' : ` на ${anchor}`;
  if (every !== undefined) {
    return `${times} ${times >= 2 && times <= 4 ? 'раза' : 'раз'} в ${every} ${INTERVALS[unit][every <= 4 ? 0 : 1]}${to}`;
  }
  if (on === null)
    return `${times === 1 ? ADVERBS[unit] : `${times} ${times >= 2 && times <= 4 ? 'раза' : 'раз'} в ${UNITS[unit]}`}${to}`;
  return `${ADVERBS[unit]}${dayRule(on)}${to}`;
}

function dayRule(on: RepeatDay): string {
  if (on.kind === 'dayOfMonth') return `, ${on.day} числа`;
  if (on.kind === 'workday') return `, ${NTH[on.nth]?.[0] ?? `${on.nth}-й`} рабочий день`;
  if (on.kind === 'week') return `, ${NTH[on.nth]![1]} неделя месяца`;
  if (on.nth === null) return `, по ${WEEKDAYS_EACH[on.weekday - 1]}`;
  const gender = [0, 0, 1, 0, 1, 1, 2][on.weekday - 1]!;
  return `, ${NTH[on.nth]![gender]} ${WEEKDAYS[on.weekday - 1]} месяца`;
}

function month({ month: of, year: in_ }: MonthOf): string {
  return `${MONTH_NAMES[of - 1]}${year(in_)}`;
}

function day({ day: date, month: of, year: in_ }: DayOf): string {
  // A day that no month has is kept as it was printed, and shown as a mistake.
  if (of < 1 || of > 12) return `${date}.${String(of).padStart(2, '0')}${in_ === undefined ? '' : `.${in_}`}`;
  return `${date} ${MONTH_GENITIVES[of - 1]}${year(in_)}`;
}

function year(of: number | undefined): string {
  return of === undefined ? '' : ` ${of} г.`;
}

function schoolYear(start: number): string {
  return `${start}/${start + 1}`;
}

function term(kind: TermKind, genitive: boolean): string {
  if (genitive) return TERM_OF[kind];
  return { quarterTerm: 'четверть', trimester: 'триместр', halfYearTerm: 'полугодие', module: 'модуль' }[kind];
}
