/** What is told of a month: the school's report to its district, and the analytic report that is assembled from facts. Shapes only. */
import type { Totals } from '../cascade/model.ts';
import type { EvidenceKind, OccurrenceState } from '../model.ts';
import type { Comparison } from '../reading/model.ts';

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
  readonly totals: Totals;
  readonly measures: readonly MonthMeasure[];
}

export const MONTH_STATES = ['draft', 'submitted', 'returned', 'accepted'] as const;
export type MonthState = (typeof MONTH_STATES)[number];

export const REPORT_STATES = ['draft', 'approved', 'locked'] as const;
export type ReportState = (typeof REPORT_STATES)[number];

/** What may happen to a report: its draft takes the numbers of the day, it is approved, returned to a draft, locked and issued. */
export const REPORT_STEPS = ['refresh', 'approve', 'reopen', 'lock'] as const;
export type ReportStep = (typeof REPORT_STEPS)[number];

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
  'early',
  'earlyAccepted',
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

export interface SchoolLine extends Totals {
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
  /** ISO day by which it was counted. */
  readonly day: string;
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

/** Who stands under the report or over it: as printed, empty where it is not known. */
export interface Signatory {
  readonly post: string;
  readonly person: string;
}

export interface ReportBody {
  /** Named over the report when it is approved; the plan's approver is proposed. */
  readonly approver: Signatory;
  /** Signs at its foot; whoever assembled it is proposed. */
  readonly author: Signatory;
  readonly sections: readonly ReportSection[];
}

/** Where problems of the report's own title are told. */
export const TITLE_PARAGRAPH = 'title';

/** What of the text the data does not bear out. */
export type NumberProblem =
  | {
      readonly kind: 'disagrees';
      readonly paragraph: string;
      readonly words: string;
      readonly fact: FactId;
      readonly expected: string;
    }
  | { readonly kind: 'unproved'; readonly paragraph: string; readonly words: string }
  /** Nobody edited the paragraph, and of the present data it would be another. */
  | { readonly kind: 'stale'; readonly paragraph: string; readonly words: string };
