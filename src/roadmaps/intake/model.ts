/** A plan on its way in: as it was read, and as a person mends it before it is saved. Shapes only. */
import type { MeasureParty, SetWindow } from '../model.ts';
import type { MeasureWarning, Place, Target } from '../reading/model.ts';

export const INTAKE_ORIGINS = ['file', 'pasted', 'starter'] as const;
export type IntakeOrigin = (typeof INTAKE_ORIGINS)[number];

export const INTAKE_STATES = ['received', 'read', 'unreadable', 'saved', 'discarded'] as const;
export type IntakeState = (typeof INTAKE_STATES)[number];

export interface DraftMeasure {
  /** Unique in the draft: «m12» as read, «n3» as added by a person. */
  readonly id: string;
  /** As printed; a label and no key. */
  readonly number: string | null;
  readonly text: string;
  /** The words of the plan. */
  readonly deadline: string;
  readonly windowsSet: readonly SetWindow[] | null;
  readonly deadlineConfirmed: boolean;
  readonly parties: readonly MeasureParty[];
  readonly result: string;
  /** M01…M63. */
  readonly kind: string | null;
  readonly targets: readonly Target[];
  readonly warnings: readonly MeasureWarning[];
  /** Where it stands in the source; null for what a person added. */
  readonly place: Place | null;
  /** A person has looked at it and agrees. */
  readonly checked: boolean;
}

export interface DraftSection {
  readonly id: string;
  readonly title: string;
  /** Ids of its measures in their order. */
  readonly measures: readonly string[];
}

export interface DraftHead {
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
}

/** What became of something that the reading did not understand. */
export type ProblemAnswer = 'measure' | 'joined' | 'leftOut';

export interface PlanDraft {
  readonly head: DraftHead;
  readonly sections: readonly DraftSection[];
  readonly measures: Readonly<Record<string, DraftMeasure>>;
  /** By the index of the problem. */
  readonly answers: Readonly<Record<string, ProblemAnswer>>;
}

/** What changed between two drafts: what is sent while one types. A measure that is gone is null. */
export interface DraftPatch {
  readonly head?: DraftHead;
  readonly sections?: readonly DraftSection[];
  readonly measures?: Readonly<Record<string, DraftMeasure | null>>;
  readonly answers?: Readonly<Record<string, ProblemAnswer>>;
}
