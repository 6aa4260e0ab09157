/** A district's plan on its way to schools: what is sent, what is proposed later, and how it stands. Shapes only. */
import type { MeasureParty, Origin } from '../model.ts';
import type { Target } from '../reading/model.ts';

export const SEND_JOB = 'roadmap.send';

export const PROPOSAL_KINDS = ['add', 'change', 'withdraw'] as const;
export type ProposalKind = (typeof PROPOSAL_KINDS)[number];

export const PROPOSAL_STATES = ['proposed', 'accepted', 'declined', 'superseded'] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

/** What travels of a district's measure. */
export interface SentWords {
  readonly section: string;
  readonly number: string | null;
  readonly text: string;
  readonly deadline: string;
  readonly result: string;
  readonly kind: string | null;
  readonly targets: readonly Target[];
  readonly parties: readonly MeasureParty[];
}

/** A district's measure as it stands now. */
export interface DistrictMeasure extends SentWords {
  readonly id: number;
  readonly revision: number;
}

/** A school's measure that carries out a district's one. */
export interface LinkedMeasure {
  readonly id: number;
  readonly districtMeasureId: number;
  /** The district's words as last taken over or answered. */
  readonly origin: Origin;
  readonly withdrawn: boolean;
}

/** What a school would be asked: nothing of it is done before the school answers. */
export interface ProposalDraft {
  readonly kind: ProposalKind;
  readonly districtMeasureId: number;
  readonly measureId: number | null;
  readonly before: Origin | null;
  readonly after: SentWords | null;
}

/** Counts of occurrences by a day: of one school, of a plan's own measures in a month. */
export interface Totals {
  readonly measures: number;
  /** Due on or before the day; not needed and taken off ones are left out. */
  readonly due: number;
  readonly onTime: number;
  readonly late: number;
  /** Due and nothing handed in. */
  readonly silent: number;
  readonly accepted: number;
  readonly underReview: number;
  readonly returned: number;
}
