/** The year as plans refer to it: the school's own terms and holidays, and schedules with their days. Shapes only. */
import type { SchoolTerm } from '../deadline/calendar.ts';

/** Part of the year without lessons. ISO days, both included. */
export interface Holiday {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

/** What one organisation has set for one school year. */
export interface YearCalendar {
  readonly terms: readonly SchoolTerm[];
  readonly holidays: readonly Holiday[];
  /** ISO day; null: not set. */
  readonly lessonsEnd: string | null;
}

/** A schedule («график ВПР»), a plan («план ВШК») or an occasion (a publication, a heads' meeting). */
export const EVENT_KINDS = ['schedule', 'plan', 'event'] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** Days of a schedule with what they are for: «5 класс, математика». ISO days, both included. */
export interface EventWindow {
  readonly from: string;
  readonly to: string;
  readonly label: string;
}

export interface EventFields {
  readonly kind: EventKind;
  readonly title: string;
  /** Names under which plans refer to it, beside the title. */
  readonly names: readonly string[];
  readonly windows: readonly EventWindow[];
  /** The order or letter that the days come from. */
  readonly source: string;
}

/** What is wrong with a calendar or schedule before it is saved, and where. */
export type DefectCode =
  | 'missingDay'
  | 'reversed'
  | 'outsideYear'
  | 'overlaps'
  | 'sameNumber'
  | 'nameMissing'
  | 'lessonsEndOutside'
  | 'titleMissing';

export interface Defect {
  readonly code: DefectCode;
  readonly list: 'terms' | 'holidays' | 'windows' | 'whole';
  /** Index in its list; -1 for the whole. */
  readonly index: number;
  /** The row it collides with. */
  readonly other?: number;
}
