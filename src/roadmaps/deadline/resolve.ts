/**
 * A deadline laid on a calendar: windows, due days, occurrences, and what a person should confirm. Everything that the words
 * leave open comes from the context (the plan's school year, its approval, the school's terms, attached calendars); where the
 * context says nothing either, the window stays open and a warning says why.
 */
import {
  type CalendarEvent,
  usualHolidays,
  weekOfMonth,
  type SchoolCalendar,
  schoolYearWindow,
  usualTerms,
} from './calendar.ts';
import { addDays, daysInMonth, isDay, iso } from './days.ts';
import type {
  DayOf,
  Deadline,
  DeadlineWarning,
  Expression,
  MonthOf,
  Season,
  TermKind,
  WarningCode,
  Window,
} from './model.ts';
import { after, earlier } from './counted-days.ts';
import { eventsNamed, printedCapitals } from './references.ts';
import { occurrencesOf, recurrenceRule } from './recurrence.ts';
import { deadlineType } from './type.ts';

export interface DeadlineContext {
  /** Year of the plan's 1 September. */
  readonly schoolYear: number;
  /** Day of the approving order; a deadline before it is a defect of the plan. */
  readonly approvedOn?: string | null;
  /** Last day of the plan where it says one. */
  readonly planEnds?: string | null;
  readonly calendar?: SchoolCalendar | null;
  /** Calendars that the plan's references resolve to. */
  readonly events?: readonly CalendarEvent[];
}

export interface ResolvedDeadline {
  readonly verbatim: string;
  readonly type: string;
  /** One per occurrence, in their order; empty where nothing dated is known yet. */
  readonly windows: readonly Window[];
  /** RFC 5545, without DTSTART; null for what does not recur. */
  readonly recurrence: string | null;
  /** What has to be attached before the deadline has dates; null where nothing is missing or referred to. */
  readonly reference: string | null;
  readonly condition: string | null;
  readonly notes: readonly string[];
  /** A person has to confirm the reading. */
  readonly ambiguous: boolean;
  readonly warnings: readonly DeadlineWarning[];
}

const AMBIGUOUS: ReadonlySet<WarningCode> = new Set([
  'lostDash',
  'augustOfWhichYear',
  'untilMonth',
  'notUnderstood',
  'partNotUnderstood',
  'impossibleDate',
  'reversedRange',
]);

export function resolveDeadline(deadline: Deadline, context: DeadlineContext): ResolvedDeadline {
  const resolver = new Resolver(context, printedCapitals(deadline.verbatim));
  const windows = resolver.windows(deadline.expression);
  const warnings = [...deadline.warnings, ...resolver.warnings, ...againstPlan(windows, context)];
  return {
    verbatim: deadline.verbatim,
    type: deadlineType(deadline),
    windows,
    recurrence: ruleOf(deadline.expression),
    reference: resolver.references.join('; ') || null,
    condition: deadline.condition,
    notes: deadline.notes,
    ambiguous: warnings.some(({ code }) => AMBIGUOUS.has(code)),
    warnings,
  };
}

function ruleOf(expression: Expression): string | null {
  if (expression.kind === 'repeat') return recurrenceRule(expression);
  if (expression.kind !== 'both') return null;
  return expression.items.map(ruleOf).find((rule) => rule !== null) ?? null;
}

/** Deadlines outside the plan's own bounds: shown, never moved. */
function againstPlan(
  windows: readonly Window[],
  { approvedOn, planEnds, schoolYear }: DeadlineContext,
): DeadlineWarning[] {
  const warnings: DeadlineWarning[] = [];
  const lasts = windows.flatMap(({ from, to }) => to ?? from ?? []);
  if (approvedOn && lasts.some((last) => last < approvedOn)) warnings.push({ code: 'beforeApproval', words: null });
  // The month before the school year belongs to it: plans are approved at the end of August.
  const first = iso(schoolYear, 8, 1);
  const end = planEnds ?? schoolYearWindow(schoolYear).to;
  const outside = windows.some(({ from, to }) => (to ?? from ?? first) > end || (to ?? from ?? first) < first);
  if (outside) warnings.push({ code: 'outsidePlan', words: null });
  return warnings;
}

/** The year's months in the order of a school year. */
function monthsIntoYear(month: number): number {
  return month >= 9 ? month - 9 : month + 3;
}

class Resolver {
  readonly warnings: DeadlineWarning[] = [];
  readonly references: string[] = [];
  readonly #context: DeadlineContext;
  readonly #year: { readonly from: string; readonly to: string };

  readonly #printed: (name: string) => string;

  constructor(context: DeadlineContext, printed: (name: string) => string) {
    this.#printed = printed;
    this.#context = context;
    this.#year = schoolYearWindow(context.schoolYear);
  }

  windows(expression: Expression): Window[] {
    switch (expression.kind) {
      case 'none':
      case 'unknown':
        return [];
      case 'month':
        return [this.#month(expression, undefined)];
      case 'monthRange':
        return this.#monthRange(expression.from, expression.to);
      case 'monthList':
        return this.#monthList(expression.months);
      case 'day':
        return this.#day(expression).map((day) => ({ from: day, to: day }));
      case 'dayRange':
        return this.#dayRange(expression.from, expression.to);
      case 'until':
        return this.#day(expression).map((day) => this.#openUntil(day));
      case 'untilMonth':
        return [this.#untilMonth(expression)];
      case 'untilEvent':
        return this.#event(expression.event, expression.event).map(({ from }) => ({ from: null, to: from }));
      case 'since':
        return this.#since(expression);
      case 'partOfMonth':
        return this.#partOfMonth(expression);
      case 'holidays':
        return this.#holidays(expression.season, expression.year);
      case 'quarter':
        return [this.#quarter(expression.n, expression.year)];
      case 'halfYear': {
        const year = expression.year ?? this.#context.schoolYear;
        return [
          expression.n === 1
            ? { from: iso(year, 1, 1), to: iso(year, 6, 30) }
            : { from: iso(year, 7, 1), to: iso(year, 12, 31) },
        ];
      }
      case 'term':
        return this.#terms(expression.term)
          .filter(({ n }) => expression.n !== null && n === expression.n)
          .map(({ from, to }) => ({ from, to }));
      case 'termEnds':
        return this.#termEnds(expression.term, expression.andYear);
      case 'termStarts':
        return this.#terms(expression.term).map(({ from }) => ({ from, to: addDays(from, 9) }));
      case 'yearStart':
        return [
          expression.before
            ? this.#openUntil(addDays(this.#year.from, -1))
            : { from: this.#year.from, to: addDays(this.#year.from, 14) },
        ];
      case 'yearEnd':
        return [this.#yearEnd()];
      case 'schoolYear':
        return [expression.start === undefined ? this.#year : schoolYearWindow(expression.start)];
      case 'calendarYear':
        return [{ from: iso(expression.year, 1, 1), to: iso(expression.year, 12, 31) }];
      case 'planPeriod':
        if (!this.#context.planEnds) this.#warn('noEnd');
        return [{ from: this.#context.approvedOn ?? this.#year.from, to: this.#context.planEnds ?? this.#year.to }];
      case 'continuous':
        return [{ from: this.#context.approvedOn ?? null, to: null }];
      case 'bySchedule':
        return this.#event(expression.of === null ? 'график' : `график ${expression.of}`, expression.of, 'schedule');
      case 'byPlan':
        return this.#event(expression.of === null ? 'план' : `план ${expression.of}`, expression.of, 'plan');
      case 'duringEvent':
        return this.#event(expression.event ?? 'проведение', expression.event);
      case 'onEvent':
        return this.#event(expression.event, expression.event);
      case 'afterEvent':
        return this.#event(expression.event, expression.event).map(({ from, to }) => {
          const start = to ?? from;
          return { from: start, to: start === null ? null : after(start, expression.count, expression.unit) };
        });
      case 'beforeEvent':
        return this.#event(expression.event, expression.event).flatMap(({ from, to }) => {
          const start = from ?? to;
          return start === null ? [] : [this.#openUntil(earlier(start, expression.count, expression.unit))];
        });
      case 'within':
        this.#warn('noStart');
        return [];
      case 'repeat':
        return occurrencesOf(expression, this.#repeatFrame(), this.#lessonsEnd());
      case 'list':
      case 'phases':
        return expression.items.flatMap((item) => this.windows(item));
      case 'both':
        return this.#both(expression.items);
    }
  }

  #warn(code: WarningCode, words: string | null = null): void {
    if (!this.warnings.some((warning) => warning.code === code)) this.warnings.push({ code, words });
  }

  /** Year of a month that the plan leaves to its school year. */
  #yearOfMonth(month: number): number {
    return month >= 9 ? this.#context.schoolYear : this.#context.schoolYear + 1;
  }

  /**
   * August alone belongs to the end of the school year by the calendar, and to its beginning by the custom of plans that
   * are approved on its last days; the beginning is taken when another month of the range follows it.
   */
  #month(month: MonthOf, follower: MonthOf | undefined): { from: string; to: string } {
    let { year } = month;
    if (year === undefined) {
      year = this.#yearOfMonth(month.month);
      if (month.month === 8) {
        this.#warn('augustOfWhichYear');
        if (follower === undefined || monthsIntoYear(follower.month) < 11) year = this.#context.schoolYear;
      } else this.#warn('monthWithoutYear');
    }
    return { from: iso(year, month.month, 1), to: iso(year, month.month, daysInMonth(year, month.month)) };
  }

  #monthRange(from: MonthOf, to: MonthOf): Window[] {
    // «ноябрь декабрь 2023»: the one year stands for both, stepping over New Year where the months do.
    const filled: MonthOf =
      from.year === undefined && to.year !== undefined
        ? { ...from, year: to.year - (from.month > to.month ? 1 : 0) }
        : from;
    const filledTo: MonthOf =
      to.year === undefined && from.year !== undefined
        ? { ...to, year: from.year + (from.month > to.month ? 1 : 0) }
        : to;
    const start = this.#month(filled, filledTo);
    // «июнь-август»: the August that the months before it lead to.
    const summer = filledTo.month === 8 && filledTo.year === undefined && filled.month < 8;
    const end = this.#month(summer ? { ...filledTo, year: this.#yearOfMonth(8) } : filledTo, undefined);
    if (start.from > end.to) this.#warn('reversedRange');
    return [{ from: start.from, to: end.to }];
  }

  /** A year stands at the last month that it is of: «ноябрь, декабрь 2023 г., январь 2024 г.» */
  #monthList(months: readonly MonthOf[]): Window[] {
    const filled: MonthOf[] = [];
    let next: MonthOf | undefined;
    for (const month of [...months].reverse()) {
      const year: number | undefined =
        month.year ?? (next?.year === undefined ? undefined : next.year - (month.month > next.month ? 1 : 0));
      next = { month: month.month, ...(year === undefined ? {} : { year }) };
      filled.unshift(next);
    }
    return filled.map((month, index) => this.#month(month, filled[index + 1]));
  }

  #day(day: DayOf): string[] {
    const year = day.year ?? (day.month === 8 ? this.#context.schoolYear + 1 : this.#yearOfMonth(day.month));
    if (day.year === undefined) this.#warn(day.month === 8 ? 'augustOfWhichYear' : 'dayWithoutYear');
    if (isDay(year, day.month, day.day)) return [iso(year, day.month, day.day)];
    this.#warn('impossibleDate', `${day.day}.${String(day.month).padStart(2, '0')}`);
    return [];
  }

  #dayRange(from: DayOf, to: DayOf): Window[] {
    const filled =
      from.year === undefined && to.year !== undefined
        ? { ...from, year: to.year - (from.month > to.month ? 1 : 0) }
        : from;
    const [start] = this.#day(filled);
    const [end] = this.#day(
      to.year === undefined && from.year !== undefined
        ? { ...to, year: from.year + (from.month > to.month ? 1 : 0) }
        : to,
    );
    if (start === undefined || end === undefined) return [];
    if (start > end) this.#warn('reversedRange');
    return [{ from: start, to: end }];
  }

  /** «до мая»: up to the last of April, or up to the first of May; a person says which. */
  #untilMonth({ month, year, end }: MonthOf & { readonly end: boolean }): Window {
    const { from, to } = this.#month({ month, ...(year === undefined ? {} : { year }) }, undefined);
    if (end) return this.#openUntil(to);
    this.#warn('untilMonth');
    return this.#openUntil(addDays(from, -1));
  }

  /** Work may begin with the approval; a day before it has no such beginning. */
  #openUntil(to: string): Window {
    const { approvedOn } = this.#context;
    return { from: approvedOn && approvedOn <= to ? approvedOn : null, to };
  }

  #partOfMonth({ part, n, to, month, year }: Extract<Expression, { kind: 'partOfMonth' }>): Window[] {
    const { from: first, to: last } = this.#month({ month, ...(year === undefined ? {} : { year }) }, undefined);
    const [of, in_] = first.split('-').map(Number) as [number, number];
    const end = to ?? n;
    if (part === 'week') {
      const [start, finish] = [weekOfMonth(of, in_, n), weekOfMonth(of, in_, end)];
      if (start !== null && finish !== null) return [{ from: start.from, to: finish.to }];
      this.#warn('impossibleDate');
      return [];
    }
    const size = part === 'decade' ? 10 : 15;
    const count = part === 'decade' ? 3 : 2;
    const begin = n < 0 ? count : n;
    const finish = n < 0 ? count : end;
    return [{ from: iso(of, in_, (begin - 1) * size + 1), to: finish === count ? last : iso(of, in_, finish * size) }];
  }

  /** The school's own holidays that lie around the season's usual ones. */
  #holidays(season: Season | null, year: number | undefined): Window[] {
    const own = this.#context.calendar?.holidays ?? [];
    if (own.length === 0) this.#warn('referenceNotAttached', 'календарный учебный график');
    const start = this.#context.schoolYear;
    const known = own.length > 0 ? own : usualHolidays(start);
    const around: Readonly<Record<Season, readonly [string, string]>> = {
      autumn: [iso(start, 10, 10), iso(start, 11, 25)],
      winter: [iso(start, 12, 15), iso(start + 1, 1, 31)],
      spring: [iso(start + 1, 3, 5), iso(start + 1, 4, 15)],
      summer: [iso(start + 1, 5, 20), iso(start + 1, 8, 31)],
    };
    const [low, high] = season === null ? ['', '9999'] : around[season];
    const ofYear = ({ from, to }: { readonly from: string; readonly to: string }): boolean =>
      year === undefined || from.startsWith(String(year)) || to.startsWith(String(year));
    return known
      .filter((each) => each.from <= high && each.to >= low && ofYear(each))
      .map(({ from, to }) => ({ from, to }));
  }

  #since(since: MonthOf & { readonly day: number | null }): Window[] {
    const { day, ...month } = since;
    if (day === null) return [{ from: this.#month(month, undefined).from, to: null }];
    return this.#day({ ...month, day }).map((from) => ({ from, to: null }));
  }

  #quarter(n: number, year: number | undefined): Window {
    const of = year ?? (n === 4 || n === 3 ? this.#context.schoolYear : this.#context.schoolYear + 1);
    if (year === undefined) this.#warn('monthWithoutYear');
    const last = n * 3;
    return { from: iso(of, last - 2, 1), to: iso(of, last, daysInMonth(of, last)) };
  }

  #terms(kind: TermKind) {
    const own = this.#context.calendar?.terms.filter((term) => term.kind === kind) ?? [];
    if (own.length > 0) return own;
    this.#warn('referenceNotAttached', 'календарный учебный график');
    return usualTerms(this.#context.schoolYear).filter((term) => term.kind === kind);
  }

  /** Ten days around the end of a term, in which its results are known and written up. */
  #termEnds(kind: TermKind, andYear: boolean): Window[] {
    const ends = this.#terms(kind).map(({ to }) => ({ from: addDays(to, -6), to: addDays(to, 3) }));
    return andYear ? [...ends, this.#yearEnd()] : ends;
  }

  #lessonsEnd(): string {
    return this.#context.calendar?.lessonsEnd ?? iso(this.#context.schoolYear + 1, 5, 31);
  }

  #yearEnd(): Window {
    const end = this.#lessonsEnd();
    return {
      from: iso(Number(end.slice(0, 4)), 5, 15),
      to: end < iso(Number(end.slice(0, 4)), 5, 15) ? iso(Number(end.slice(0, 4)), 5, 31) : end,
    };
  }

  #event(name: string, of: string | null, kind: 'schedule' | 'plan' | 'event' = 'event'): Window[] {
    const found = eventsNamed(this.#context.events ?? [], name, of, kind);
    if (found.length > 0)
      return found.flatMap(({ windows }) => windows).sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
    const printed = this.#printed(name);
    this.references.push(printed);
    this.#warn('referenceNotAttached', printed);
    return [];
  }

  /** Repetitions run from the approval to the end of lessons. */
  #repeatFrame(): { from: string; to: string } {
    const { approvedOn, planEnds } = this.#context;
    const from = approvedOn && approvedOn > this.#year.from ? approvedOn : this.#year.from;
    return { from, to: planEnds ?? this.#year.to };
  }

  #both(items: readonly Expression[]): Window[] {
    const frame = items.find((item) =>
      [
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
      ].includes(item.kind),
    );
    const bounds = frame === undefined ? [] : this.windows(frame);
    const inner = items
      .filter((item) => item !== frame)
      .flatMap((item) => {
        const [bound] = bounds;
        if (item.kind !== 'repeat' || bound === undefined) return this.windows(item);
        // «ежегодно, август», «2 раза в год (сентябрь, май)»: the months are the occurrences.
        if (item.unit === 'year' || bounds.length > 1) return [];
        const open = this.#repeatFrame();
        return occurrencesOf(item, { from: bound.from ?? open.from, to: bound.to ?? open.to }, this.#lessonsEnd());
      });
    return inner.length > 0 ? inner : bounds;
  }
}
