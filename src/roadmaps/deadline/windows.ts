/** The windows of an expression, one per occurrence: each kind of expression, and how two of them bound each other. */
import { schoolYearWindow } from './calendar.ts';
import { after, earlier } from './counted-days.ts';
import { dayOf, dayRangeWindows, sinceWindows } from './day-windows.ts';
import { addDays, iso } from './days.ts';
import type { Ground } from './ground.ts';
import type { Expression, Window } from './model.ts';
import {
  monthListWindows,
  monthRangeWindow,
  monthWindow,
  partOfMonthWindows,
  quarterWindow,
  untilMonthWindow,
} from './month-windows.ts';
import { occurrencesOf } from './recurrence.ts';
import { holidayWindows, termEndWindows, termStartWindows, termWindows, yearEndWindow } from './term-windows.ts';

/** In the order of the words; empty where nothing dated is known yet. */
export function windowsOf(expression: Expression, ground: Ground): Window[] {
  const { context } = ground;
  switch (expression.kind) {
    case 'none':
    case 'unknown':
      return [];
    case 'month':
      return [monthWindow(expression, ground)];
    case 'monthRange':
      return [monthRangeWindow(expression.from, expression.to, ground)];
    case 'monthList':
      return monthListWindows(expression.months, ground);
    case 'day':
      return dayOf(expression, ground).map((day) => ({ from: day, to: day }));
    case 'dayRange':
      return dayRangeWindows(expression.from, expression.to, ground);
    case 'until':
      return dayOf(expression, ground).map((day) => ground.openUntil(day));
    case 'untilMonth':
      return [untilMonthWindow(expression, ground)];
    case 'untilEvent':
      return ground.event(expression.event, expression.event).map(({ from }) => ({ from: null, to: from }));
    case 'since':
      return sinceWindows(expression, ground);
    case 'partOfMonth':
      return partOfMonthWindows(expression, ground);
    case 'holidays':
      return holidayWindows(expression, ground);
    case 'quarter':
      return [quarterWindow(expression.n, expression.year, ground)];
    case 'halfYear': {
      const year = expression.year ?? context.schoolYear;
      return [
        expression.n === 1
          ? { from: iso(year, 1, 1), to: iso(year, 6, 30) }
          : { from: iso(year, 7, 1), to: iso(year, 12, 31) },
      ];
    }
    case 'term':
      return termWindows(expression, ground);
    case 'termEnds':
      return termEndWindows(expression, ground);
    case 'termStarts':
      return termStartWindows(expression, ground);
    case 'yearStart':
      return [
        expression.before
          ? ground.openUntil(addDays(ground.year.from, -1))
          : { from: ground.year.from, to: addDays(ground.year.from, 14) },
      ];
    case 'yearEnd':
      return [expression.before ? ground.openUntil(ground.lessonsEnd()) : yearEndWindow(ground)];
    case 'schoolYear':
      return [expression.start === undefined ? ground.year : schoolYearWindow(expression.start)];
    case 'calendarYear':
      return [{ from: iso(expression.year, 1, 1), to: iso(expression.year, 12, 31) }];
    case 'planPeriod':
      if (!context.planEnds) ground.warn('noEnd');
      return [{ from: context.approvedOn ?? ground.year.from, to: context.planEnds ?? ground.year.to }];
    case 'continuous':
      return [{ from: context.approvedOn ?? null, to: null }];
    case 'bySchedule':
      return ground.event(expression.of === null ? 'график' : `график ${expression.of}`, expression.of, 'schedule');
    case 'byPlan':
      return ground.event(expression.of === null ? 'план' : `план ${expression.of}`, expression.of, 'plan');
    case 'duringEvent':
      return ground.event(expression.event ?? 'проведение', expression.event);
    case 'onEvent':
      return ground.event(expression.event, expression.event);
    case 'afterEvent':
      return ground.event(expression.event, expression.event).map(({ from, to }) => {
        const start = to ?? from;
        return { from: start, to: start === null ? null : after(start, expression.count, expression.unit) };
      });
    case 'beforeEvent':
      return ground.event(expression.event, expression.event).flatMap(({ from, to }) => {
        const start = from ?? to;
        return start === null ? [] : [ground.openUntil(earlier(start, expression.count, expression.unit))];
      });
    case 'within':
      ground.warn('noStart');
      return [];
    case 'repeat':
      return occurrencesOf(expression, ground.repeatFrame(), ground.lessonsEnd());
    case 'list':
    case 'phases':
      return expression.items.flatMap((item) => windowsOf(item, ground));
    case 'both':
      return boundedWindows(expression.items, ground);
  }
}

/** What may bound a repetition or stand until a reference is attached. */
const FRAMES: ReadonlySet<Expression['kind']> = new Set([
  'schoolYear',
  'calendarYear',
  'planPeriod',
  'continuous',
  'term',
  'month',
  'monthRange',
  'monthList',
  'day',
  'dayRange',
  'since',
  'until',
  'untilMonth',
  'partOfMonth',
]);

function boundedWindows(items: readonly Expression[], ground: Ground): Window[] {
  const frame = items.find(({ kind }) => FRAMES.has(kind));
  const bounds = frame === undefined ? [] : windowsOf(frame, ground);
  const inner = items
    .filter((item) => item !== frame)
    .flatMap((item) => {
      const [bound] = bounds;
      if (item.kind !== 'repeat' || bound === undefined) return windowsOf(item, ground);
      // «ежегодно, август», «2 раза в год (сентябрь, май)»: the months are the occurrences.
      if (item.unit === 'year' || bounds.length > 1) return [];
      const open = ground.repeatFrame();
      return occurrencesOf(item, { from: bound.from ?? open.from, to: bound.to ?? open.to }, ground.lessonsEnd());
    });
  return inner.length > 0 ? inner : bounds;
}
