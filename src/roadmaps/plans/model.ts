/** A plan that is about to be stored: from a file, a starter, a pasted table, or typed. Shapes only. */
import type { MeasureParty, Origin, PlanState, SetWindow } from '../model.ts';
import type { MeasureWarning, Target } from '../reading/model.ts';

export interface NewMeasure {
  /** As printed; a label and no key. */
  readonly number: string | null;
  readonly text: string;
  /** The words of the plan. */
  readonly deadline: string;
  readonly windowsSet?: readonly SetWindow[] | null;
  readonly deadlineConfirmed?: boolean;
  readonly result: string;
  /** M01…M63. */
  readonly kind: string | null;
  readonly targets: readonly Target[];
  readonly warnings: readonly MeasureWarning[];
  readonly parties: readonly MeasureParty[];
  readonly originMeasureId?: number | null;
  readonly origin?: Origin | null;
}

export interface NewPlan {
  readonly title: string;
  /** Year of its 1 September. */
  readonly schoolYear: number;
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
  readonly sections: readonly { readonly title: string; readonly measures: readonly NewMeasure[] }[];
}

/** Fields of a measure that a person edits. `parties` is edited as a whole. */
export interface MeasureFields {
  readonly number: string | null;
  readonly text: string;
  readonly deadline: string;
  readonly windowsSet: readonly SetWindow[] | null;
  readonly deadlineConfirmed: boolean;
  readonly conditionMet: boolean;
  readonly result: string;
  readonly kind: string | null;
  readonly targets: readonly Target[];
  readonly warnings: readonly MeasureWarning[];
  readonly state: 'planned' | 'inProgress' | 'done' | 'notNeeded' | 'withdrawn';
  readonly stateNote: string;
  readonly parties: readonly MeasureParty[];
}

/** Fields of a plan that a person edits. */
export interface PlanFields {
  readonly title: string;
  readonly schoolYear: number;
  readonly approvalPost: string | null;
  readonly approvalPerson: string | null;
  readonly orderNumber: string | null;
  readonly approvedOn: string | null;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly preamble: string;
}

/** A row of the list of plans. */
export interface PlanRow {
  readonly id: number;
  readonly organizationId: number;
  readonly organizationName: string;
  readonly organizationKind: 'region' | 'municipality' | 'school';
  readonly title: string;
  readonly schoolYear: number;
  readonly state: PlanState;
  readonly order: string | null;
  readonly approvedOn: string | null;
  readonly measures: number;
  /** Carried out or found unnecessary. */
  readonly finished: number;
  /** ISO instant. */
  readonly changedAt: string;
}
