/** A stored plan and what becomes of it. Shapes only; how a plan is read from a file stands in reading/model.ts. */
import type { ResolvedDeadline } from './deadline/resolve.ts';
import type { MeasureWarning, Target } from './reading/model.ts';

export const PLAN_STATES = ['draft', 'approved', 'closed'] as const;
export type PlanState = (typeof PLAN_STATES)[number];

/** A measure as a whole; what is due and when stands in its occurrences. */
export const MEASURE_STATES = ['planned', 'inProgress', 'done', 'notNeeded', 'withdrawn'] as const;
export type MeasureState = (typeof MEASURE_STATES)[number];

export const OCCURRENCE_STATES = ['open', 'submitted', 'accepted', 'returned', 'notNeeded', 'cancelled'] as const;
export type OccurrenceState = (typeof OCCURRENCE_STATES)[number];

export const EVIDENCE_KINDS = ['file', 'link', 'record', 'note'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

export const SUBMISSION_STATES = ['submitted', 'accepted', 'returned', 'superseded', 'withdrawn'] as const;
export type SubmissionState = (typeof SUBMISSION_STATES)[number];

export const PARTS = ['responsible', 'coExecutor'] as const;
export type Part = (typeof PARTS)[number];

/** Who answers for a measure; at least one of post, person and organisation is given. */
export interface MeasureParty {
  readonly part: Part;
  readonly post: string | null;
  readonly person: string | null;
  readonly organisation: string | null;
  /** The member of staff, where the post is held by one. */
  readonly staffPostId: number | null;
}

/** The words of the district's measure that a school's one carries out, as last taken over. */
export interface Origin {
  readonly number: string | null;
  readonly text: string;
  readonly deadline: string;
  readonly result: string;
  readonly revision: number;
}

/** A span that a person set in place of what the words of a deadline give. ISO days; null is open. */
export interface SetWindow {
  readonly from: string | null;
  readonly to: string | null;
}

export interface StoredMeasure {
  readonly id: number;
  readonly sectionId: number;
  readonly position: number;
  /** As printed; a label and no key. */
  readonly number: string | null;
  readonly text: string;
  /** The words of the plan and what they give on the calendars of the organisation. */
  readonly deadline: ResolvedDeadline;
  readonly windowsSet: readonly SetWindow[] | null;
  readonly deadlineConfirmed: boolean;
  readonly conditionMet: boolean;
  readonly parties: readonly MeasureParty[];
  readonly result: string;
  /** M01…M63. */
  readonly kind: string | null;
  readonly targets: readonly Target[];
  readonly warnings: readonly MeasureWarning[];
  readonly state: MeasureState;
  readonly stateNote: string;
  readonly originMeasureId: number | null;
  readonly origin: Origin | null;
  readonly revision: number;
}

export interface StoredSection {
  readonly id: number;
  readonly position: number;
  readonly title: string;
  readonly measures: readonly StoredMeasure[];
  readonly revision: number;
}

export interface StoredPlan {
  readonly id: number;
  readonly organizationId: number;
  readonly title: string;
  /** Year of its 1 September. */
  readonly schoolYear: number;
  readonly state: PlanState;
  readonly approval: {
    readonly post: string | null;
    readonly person: string | null;
    readonly order: string | null;
    /** ISO day. */
    readonly on: string | null;
  };
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly preamble: string;
  readonly sections: readonly StoredSection[];
  readonly revision: number;
}

/** One time that a measure is due. */
export interface Occurrence {
  readonly id: number;
  readonly measureId: number;
  readonly key: string;
  readonly opensOn: string | null;
  readonly dueOn: string | null;
  readonly state: OccurrenceState;
  readonly revision: number;
}

/** Where an occurrence stands on a day: what the lists are sorted and worded by. */
export type Timing = 'overdue' | 'today' | 'thisWeek' | 'soon' | 'later' | 'continuous' | 'unresolved' | 'finished';
