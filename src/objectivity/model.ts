/** The words of objectivity: what a marker answers, what a unit's result is, what a finding says. Shapes only. */

export type UnitLevel = 'class' | 'school' | 'municipality';

/** Independent ways in which results can lose their meaning; evidence counts once per mechanism. */
export type Mechanism = 'boundary' | 'help' | 'copying' | 'level' | 'marks';

/** Computed markers of our own engine. */
export type MarkerId = 'B1' | 'B2' | 'B3' | 'B4' | 'B5' | 'B6' | 'B7' | 'B8' | 'B9';

/** Unit of an effect, spelled out by objectivity/text.ts. */
export type EffectUnit =
  | 'papers' // papers lifted over a boundary
  | 'pointsPerPupil' // raw points gained per pupil
  | 'tasks' // tasks whose results break the profile
  | 'extraIdenticalPerPair' // identical task scores per pair beyond expectation
  | 'testPointsPerPupil' // total beyond what journal marks and the other classes predict, points
  | 'marksPerPupil' // journal mark minus what the test predicts, in marks
  | 'percentPoints' // result promised minus that of the other procedure, percentage points of its maximum
  | 'usualSpread'; // standard deviation of totals as a multiple of the usual one at that level

export interface Effect {
  readonly value: number;
  readonly unit: EffectUnit;
  /** 95 % interval in the same unit, where the marker has one. */
  readonly low?: number;
  readonly high?: number;
}

/** A marker's answer for one unit. Too small a sample is a result, not an exception. */
export type MarkerResult =
  | {
      readonly kind: 'computed';
      readonly id: MarkerId;
      readonly mechanism: Mechanism;
      /** Standardised deviation from the honest reference, natural heterogeneity included. */
      readonly statistic: number;
      /** Upper-tail probability under the honest reference. */
      readonly p: number;
      readonly effect: Effect;
      readonly participants: number;
      /** What a person needs to see: tasks named with their residuals, boundaries with counts. Serialisable. */
      readonly details: MarkerDetails;
    }
  | {
      readonly kind: 'insufficient';
      readonly id: MarkerId;
      readonly mechanism: Mechanism;
      readonly required: number;
      readonly given: number;
      readonly reason: InsufficientReason;
    };

/** What there is too little of; `required` and `given` count that. */
export type InsufficientReason =
  | 'papers' // papers of pupils present
  | 'papersNearBoundary' // papers within two points of a boundary of marks
  | 'classes' // classes with enough papers
  | 'journalMarks' // papers with a journal mark
  | 'tasks' // tasks whose scores vary
  | 'extendedTasks' // tasks with an extended answer
  | 'scale' // the work has no mark thresholds
  | 'otherProcedure' // works of the same cohort in another procedure
  | 'confirmedSchools' // schools with enough pupils in both procedures
  | 'reference'; // other units to compare with

export interface MarkerDetails {
  /** Tasks with observed and expected mean score of this unit (expected given the totals), points. */
  readonly tasks?: readonly {
    readonly id: string;
    readonly observed: number;
    readonly expected: number;
    readonly z: number;
  }[];
  /** Boundaries of marks: papers just below and just above, and how many above were expected. */
  readonly boundaries?: readonly {
    readonly mark: 3 | 4 | 5;
    readonly score: number;
    readonly below: number;
    readonly above: number;
    readonly expectedAbove: number;
  }[];
  /** Name of the other procedure that a result is compared with. */
  readonly other?: string;
  /** Anything countable that the explanation sentence quotes. */
  readonly figures?: Readonly<Record<string, number>>;
}

export type Strength = 'none' | 'weak' | 'noticeable' | 'pronounced';

/** One unit of one administration with everything the engine knows about it. */
export interface UnitResult {
  readonly level: UnitLevel;
  /** Procedure of the administration: «ВПР 2026». */
  readonly procedure?: string;
  readonly municipality: string;
  readonly school: string | null;
  readonly grade: number;
  readonly className: string | null;
  readonly subject: string;
  /** Papers of pupils present. */
  readonly participants: number;
  readonly absent: number;
  /** Larger is stronger evidence; comparable within a level. */
  readonly index: number;
  /** Combined p of the unit over its mechanisms; null where no marker had enough papers. */
  readonly p: number | null;
  /** Decision at false-discovery rate 0.05 within the level. */
  readonly signalled: boolean;
  /** Local false-discovery rate: «вероятность, что сигнал ложный», 0..1; null where nothing was computed. */
  readonly localFdr: number | null;
  readonly strength: Strength;
  /** Other works of the same unit that bear its signal out; left out where there is none. */
  readonly otherWorks?: readonly { readonly procedure?: string; readonly subject: string; readonly grade: number }[];
  /** Mechanisms that carry the signal on their own. */
  readonly mechanisms: readonly Mechanism[];
  readonly markers: readonly MarkerResult[];
}
