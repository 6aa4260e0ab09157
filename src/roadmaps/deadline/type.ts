/** The one word by which a deadline is sorted, counted and linted: MONTH, RECURRING_QUARTER, BY_SCHEDULE(ext) … */
import type { Deadline, Expression, RepeatDay } from './model.ts';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const NTH: Readonly<Record<number, string>> = {
  [-1]: 'last',
  1: 'first',
  2: 'second',
  3: 'third',
  4: 'fourth',
  5: 'fifth',
};
const UNITS = {
  day: 'DAY',
  week: 'WEEK',
  month: 'MONTH',
  quarter: 'QUARTER',
  halfYear: 'HALF_YEAR',
  year: 'YEAR',
} as const;

export function deadlineType({ expression, condition }: Pick<Deadline, 'expression' | 'condition'>): string {
  const type = typeOf(expression);
  return condition === null ? type : `${type} + CONDITIONAL`;
}

function typeOf(expression: Expression): string {
  switch (expression.kind) {
    case 'none':
      return 'NONE';
    case 'unknown':
      return 'UNKNOWN';
    case 'month':
      return 'MONTH';
    case 'monthRange':
      return 'MONTH_RANGE';
    case 'monthList':
      return 'MONTH_LIST';
    case 'dayRange':
      return 'DATE_RANGE';
    // A day is due on that day, with «до» or without it.
    case 'day':
    case 'until':
      return expression.year === undefined ? 'DEADLINE(date, no year)' : 'DEADLINE(date)';
    case 'untilMonth':
      return 'DEADLINE(month)';
    case 'untilEvent':
      return 'DEADLINE(event)';
    case 'since':
      return 'SINCE';
    case 'partOfMonth':
      return 'PART_OF_MONTH';
    case 'holidays':
      return 'HOLIDAYS';
    case 'quarter':
      return 'QUARTER';
    case 'halfYear':
      return 'HALF_YEAR';
    case 'term':
      return 'TERM';
    case 'termEnds':
      return expression.andYear ? 'PER_TERM_END + YEAR_END' : 'PER_TERM_END';
    case 'termStarts':
      return 'PER_TERM_START';
    case 'yearStart':
      return 'YEAR_START';
    case 'yearEnd':
      return 'YEAR_END';
    case 'schoolYear':
      return 'CONTINUOUS_YEAR';
    case 'calendarYear':
      return 'CALENDAR_YEAR';
    case 'planPeriod':
      return 'CONTINUOUS_PLAN_PERIOD';
    case 'continuous':
      return 'CONTINUOUS';
    case 'bySchedule':
      return expression.origin === 'external' ? 'BY_SCHEDULE(ext)' : 'BY_SCHEDULE';
    case 'byPlan':
      return expression.origin === 'external' ? 'BY_PLAN(ext)' : 'BY_PLAN';
    case 'duringEvent':
      return 'DURING_EVENT';
    // Both open when the event is registered.
    case 'onEvent':
    case 'afterEvent':
      return 'ON_EVENT';
    case 'beforeEvent':
      return 'BEFORE_EVENT';
    case 'within':
      return 'WITHIN';
    case 'repeat':
      return `RECURRING_${UNITS[expression.unit]}${expression.every === undefined ? '' : `(every ${expression.every})`}${dayName(expression.on)}${expression.anchor === null ? '' : ' + EVENT'}`;
    case 'phases':
      return expression.items.map(typeOf).join(' then ');
    case 'list':
      return `${[...new Set(expression.items.map(typeOf))].join(' + ')} (list)`;
    case 'both':
      return expression.items.map(typeOf).join(' + ');
  }
}

function dayName(on: RepeatDay | null): string {
  if (on === null) return '';
  if (on.kind === 'dayOfMonth') return `(day ${on.day})`;
  if (on.kind === 'workday') return `(${NTH[on.nth] ?? on.nth} working day)`;
  if (on.kind === 'week') return `(${NTH[on.nth] ?? on.nth} week)`;
  return `(${[on.nth === null ? null : (NTH[on.nth] ?? String(on.nth)), WEEKDAYS[on.weekday - 1]].filter(Boolean).join(' ')})`;
}
