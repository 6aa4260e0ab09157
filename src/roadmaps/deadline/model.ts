/**
 * What a deadline of a plan says, before it is laid on a calendar. Shapes only. Dates are ISO («2023-11-30»), months 1..12.
 * A deadline keeps the words of the plan for ever; everything else is derived from them and can be derived anew.
 */

export interface MonthOf {
  readonly month: number;
  /** As printed; undefined where the plan leaves it to the school year. */
  readonly year?: number;
}

export interface DayOf extends MonthOf {
  readonly day: number;
}

/** Parts of a school year whose dates each school sets itself. */
export type TermKind = 'quarterTerm' | 'trimester' | 'halfYearTerm' | 'module';

/** Where a schedule or plan comes from: the organisation itself, or someone outside whose dates it cannot set. */
export type Origin = 'own' | 'external';

export type RepeatUnit = 'day' | 'week' | 'month' | 'quarter' | 'halfYear' | 'year';

/** On which day of the period: the last Monday, the 25th, the first working day. */
export type RepeatDay =
  | {
      readonly kind: 'weekday' /** 1 = Monday. */;
      readonly weekday: number /** -1 = last. */;
      readonly nth: number | null;
    }
  | { readonly kind: 'dayOfMonth'; readonly day: number }
  | { readonly kind: 'week' /** Of the month; -1 = last. */; readonly nth: number }
  | { readonly kind: 'workday' /** -1 = last. */; readonly nth: number };

export type Season = 'autumn' | 'winter' | 'spring' | 'summer';

export type CountedUnit = 'day' | 'workday' | 'week' | 'month';

export type Expression =
  | { readonly kind: 'none' }
  /** Nothing known was found in the words. */
  | { readonly kind: 'unknown' }
  | ({ readonly kind: 'month' } & MonthOf)
  | {
      readonly kind: 'monthRange';
      readonly from: MonthOf;
      readonly to: MonthOf;
      /** «ноябрь декабрь»: a range whose dash was lost, or a list whose comma was. */
      readonly lostDash: boolean;
    }
  | { readonly kind: 'monthList'; readonly months: readonly MonthOf[] }
  | ({ readonly kind: 'day' } & DayOf)
  | { readonly kind: 'dayRange'; readonly from: DayOf; readonly to: DayOf }
  | ({ readonly kind: 'until' } & DayOf)
  | ({ readonly kind: 'untilMonth' } & MonthOf & {
        /** «до конца мая»: the month is in; «до мая» leaves it open. */ readonly end: boolean;
      })
  | { readonly kind: 'untilEvent'; readonly event: string }
  | ({ readonly kind: 'since'; readonly day: number | null } & MonthOf)
  | ({
      /** «I декада октября», «вторая половина мая», «1-2 неделя ноября»; thirds are «начало», «середина», «конец». */
      readonly kind: 'partOfMonth';
      readonly part: 'decade' | 'third' | 'half' | 'week';
      /** From 1; -1 = last. */
      readonly n: number;
      /** The last of several. */
      readonly to?: number;
    } & MonthOf)
  /** School holidays of the calendar; null: all of them. */
  | { readonly kind: 'holidays'; readonly season: Season | null; readonly year?: number }
  /** Calendar quarter (a «квартал» is not a «четверть») or calendar half-year, n from 1; undefined n: the current one. */
  | { readonly kind: 'quarter'; readonly n: number; readonly year?: number }
  | { readonly kind: 'halfYear'; readonly n: number; readonly year?: number }
  | {
      readonly kind: 'term';
      readonly term: TermKind;
      /** null: the current one. */
      readonly n: number | null;
      /** Year of the school year's 1 September, as printed. */
      readonly start?: number;
    }
  /** At the end of every term, or of the nth alone; with `andYear` also of the half-years and the year. */
  | { readonly kind: 'termEnds'; readonly term: TermKind; readonly n?: number; readonly andYear: boolean }
  | { readonly kind: 'schoolYear' /** Year of its 1 September, as printed. */; readonly start?: number }
  /** At the beginning of every term. */
  | { readonly kind: 'termStarts'; readonly term: TermKind }
  /** First days of the school year; `before`: what has to be done by its first day. */
  | { readonly kind: 'yearStart'; readonly before: boolean }
  /** Its last weeks; `before`: any time up to the last lesson. */
  | { readonly kind: 'yearEnd'; readonly before?: true }
  | { readonly kind: 'calendarYear'; readonly year: number }
  | { readonly kind: 'planPeriod' }
  | { readonly kind: 'continuous' }
  | { readonly kind: 'bySchedule'; readonly of: string | null; readonly origin: Origin }
  | { readonly kind: 'byPlan'; readonly of: string | null; readonly origin: Origin }
  | { readonly kind: 'duringEvent'; readonly event: string | null; readonly scheduled: boolean }
  | { readonly kind: 'onEvent'; readonly event: string }
  | {
      readonly kind: 'afterEvent';
      readonly event: string;
      readonly count: number;
      readonly unit: CountedUnit;
    }
  | { readonly kind: 'beforeEvent'; readonly event: string; readonly count: number; readonly unit: CountedUnit }
  /** «в течение трёх дней», from what the words do not say. */
  | { readonly kind: 'within'; readonly count: number; readonly unit: CountedUnit }
  | {
      readonly kind: 'repeat';
      readonly unit: RepeatUnit;
      /** How many times in the unit. */
      readonly times: number;
      /** «раз в две недели»: 2; 1 where it is not given. */
      readonly every?: number;
      readonly on: RepeatDay | null;
      /** The occasion that the repetition is tied to: «совещание руководителей». */
      readonly anchor: string | null;
    }
  /** Several deadlines of one measure: an occurrence each. */
  | { readonly kind: 'list'; readonly items: readonly Expression[] }
  /** One after the other: «декабрь, затем постоянно». */
  | { readonly kind: 'phases'; readonly items: readonly Expression[] }
  /** A window and what orders it inside: «в течение года по плану ВШК». */
  | { readonly kind: 'both'; readonly items: readonly Expression[] };

export type WarningCode =
  | 'noDeadline'
  | 'notUnderstood'
  | 'partNotUnderstood'
  | 'lostDash'
  | 'trailingComma'
  | 'monthWithoutYear'
  | 'dayWithoutYear'
  | 'augustOfWhichYear'
  | 'untilMonth'
  | 'impossibleDate'
  | 'reversedRange'
  | 'outsidePlan'
  | 'beforeApproval'
  | 'twoPhases'
  | 'referenceNotAttached'
  | 'foreignLetters'
  | 'noEnd'
  | 'noStart';

export interface DeadlineWarning {
  readonly code: WarningCode;
  /** The words it is about, as printed; null: the whole deadline. */
  readonly words: string | null;
}

export interface Deadline {
  /** The words of the plan, untouched. */
  readonly verbatim: string;
  readonly expression: Expression;
  /** «при необходимости»: nothing is overdue until somebody says that it is needed. */
  readonly condition: string | null;
  /** Words in brackets and the like that are kept and not interpreted: «в любой день недели». */
  readonly notes: readonly string[];
  readonly warnings: readonly DeadlineWarning[];
}

/** A span of days, both included; null is open. */
export interface Window {
  readonly from: string | null;
  readonly to: string | null;
}
