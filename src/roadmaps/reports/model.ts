/** What is told of a month: the school's report to its district, and the analytic report that is assembled from facts. Shapes only. */
import type { EvidenceKind, OccurrenceState } from '../model.ts';
import type { Comparison } from '../reading/model.ts';

/** Counts of a month's occurrences; of the plan's own measures or of all schools together. */
export interface MonthTotals {
  readonly measures: number;
  /** Due within the month, not needed and taken off ones left out. */
  readonly due: number;
  readonly onTime: number;
  readonly late: number;
  readonly silent: number;
  readonly accepted: number;
  readonly underReview: number;
  readonly returned: number;
}

/** A countable target with what was reached: the one figure of a report that a person enters. */
export interface TargetFact {
  readonly measureId: number;
  /** Place among the targets of the measure, from 0. */
  readonly index: number;
  readonly words: string;
  readonly comparison: Comparison;
  readonly value: number;
  readonly reached: number | null;
}

/** A measure as a month's report tells it. */
export interface MonthMeasure {
  readonly measureId: number;
  readonly section: string;
  readonly number: string | null;
  readonly text: string;
  readonly occurrences: readonly {
    readonly dueOn: string | null;
    readonly state: OccurrenceState;
    /** Day when it was first handed in. */
    readonly submittedOn: string | null;
  }[];
  readonly evidence: readonly { readonly id: number; readonly kind: EvidenceKind; readonly title: string }[];
  readonly targets: readonly TargetFact[];
}

export interface MonthFigures {
  readonly totals: MonthTotals;
  readonly measures: readonly MonthMeasure[];
}

export const MONTH_STATES = ['draft', 'submitted', 'returned', 'accepted'] as const;
export type MonthState = (typeof MONTH_STATES)[number];

export const REPORT_STATES = ['draft', 'approved', 'locked'] as const;
export type ReportState = (typeof REPORT_STATES)[number];

/** Facts that every report has; facts of targets are added by the plan: «target:<measure>:<index>». */
export const FACT_IDS = [
  'measures',
  'due',
  'onTime',
  'late',
  'silent',
  'accepted',
  'underReview',
  'returned',
  'evidence',
  'schools',
  'schoolsApproved',
  'schoolsReported',
  'reportedOnTime',
  'reportedLate',
  'schoolsSilent',
  'schoolDue',
  'schoolOnTime',
  'schoolLate',
  'schoolSilent',
  'schoolAccepted',
  'schoolOnTimeShare',
  'proposalsOpen',
  'proposalsDeclined',
] as const;
export type FactId = (typeof FACT_IDS)[number] | `target:${number}:${number}`;

export type FactUnit = 'count' | 'percent';

/** One number as it was counted. */
export interface Fact {
  readonly id: FactId;
  readonly value: number;
  readonly unit: FactUnit;
  /** What it counts; for targets the words of the plan. */
  readonly words: string;
}

export interface SchoolLine extends MonthTotals {
  readonly schoolId: number;
  readonly school: string;
  readonly municipality: string;
  readonly report: 'none' | MonthState;
  readonly reportOn: string | null;
  readonly reportInTime: boolean | null;
  readonly note: string;
}

export interface Facts {
  /** «2026-11» */
  readonly month: string;
  /** Title of the plan. */
  readonly title: string;
  readonly facts: readonly Fact[];
  /** Schools that were sent the plan by the end of the month and have approved it. */
  readonly schools: readonly SchoolLine[];
  readonly measures: readonly MonthMeasure[];
}

/** A number of a paragraph that comes from a fact, as it stands in the text. */
export interface Bound {
  readonly fact: FactId;
  readonly words: string;
}

/** A number that a person brought from elsewhere, and where from. */
export interface Sourced {
  readonly words: string;
  readonly source: string;
}

export interface Paragraph {
  readonly id: string;
  readonly text: string;
  /** In the order of the text. */
  readonly bound: readonly Bound[];
  readonly sourced: readonly Sourced[];
}

export interface ReportSection {
  readonly id: string;
  readonly title: string;
  readonly paragraphs: readonly Paragraph[];
}

export interface ReportBody {
  readonly sections: readonly ReportSection[];
}

/** A number in the text that the data does not bear out. */
export type NumberProblem =
  | {
      readonly kind: 'disagrees';
      readonly paragraph: string;
      readonly words: string;
      readonly fact: FactId;
      readonly expected: string;
    }
  | { readonly kind: 'unproved'; readonly paragraph: string; readonly words: string };
