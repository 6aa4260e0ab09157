/** What a measure answers to, what was known of it then, and what is known now. Shapes only. */
import type { IndexKind } from '#src/indices/model.ts';
import type {
  Effect as MarkerEffect,
  InsufficientReason,
  MarkerId,
  Strength,
  UnitLevel,
} from '#src/objectivity/model.ts';

export const AIM_KINDS = ['finding', 'index', 'class', 'none'] as const;
export type AimKind = (typeof AIM_KINDS)[number];

/** Why nothing can be measured; «other» is said in a person's own words. */
export const NO_MEASURE_REASONS = [
  'documents',
  'training',
  'information',
  'organisation',
  'noProcedure',
  'other',
] as const;
export type NoMeasureReason = (typeof NO_MEASURE_REASONS)[number];

/** A class, school or municipality in a subject; named by what stays when an analysis is made anew, never by a row's number. */
export interface UnitSubject {
  readonly organizationId: number;
  readonly level: UnitLevel;
  /** Of a class: the same pupils a year later are one grade higher. */
  readonly classGroup: { readonly grade: number; readonly letter: string; readonly schoolYear: number } | null;
  readonly subject: string;
  /** Grade of the work. */
  readonly grade: number;
}

export type AimSubject =
  | ({ readonly kind: 'finding' | 'class' } & UnitSubject)
  | { readonly kind: 'index'; readonly organizationId: number; readonly index: IndexKind }
  | { readonly kind: 'none'; readonly reason: NoMeasureReason };

/** What one marker said of a unit. */
export type MarkerReading =
  | { readonly kind: 'computed'; readonly id: MarkerId; readonly z: number; readonly effect: MarkerEffect }
  | {
      readonly kind: 'insufficient';
      readonly id: MarkerId;
      readonly given: number;
      readonly required: number;
      readonly reason: InsufficientReason;
    };

/** A unit in one analysed work, by the marker that it is followed by. */
export interface UnitFigures {
  readonly workId: number;
  readonly procedure: string;
  readonly year: number;
  /** ISO day. */
  readonly heldOn: string | null;
  readonly grade: number;
  readonly className: string | null;
  /** Papers of pupils present. */
  readonly participants: number;
  readonly signalled: boolean;
  readonly strength: Strength;
  /** 0..1; null where nothing was computed. */
  readonly localFdr: number | null;
  readonly marker: MarkerReading | null;
}

/** A share of one year. */
export interface IndexFigures {
  readonly year: number;
  readonly numerator: number;
  readonly denominator: number;
  /** Smallest denominator from which anything is concluded. */
  readonly required: number;
  /** What counts as not confirmed in that year, as set: two years with different rules are not compared. */
  readonly rule: string;
}

/** Taken by the system when the aim is named; never typed, never changed afterwards. */
export type Baseline =
  | {
      readonly kind: 'unit';
      readonly figures: UnitFigures;
      /** Works of the same unit that had been analysed by then: none of them tells what came of the measure. */
      readonly known: readonly number[];
    }
  | { readonly kind: 'index'; readonly figures: IndexFigures }
  | { readonly kind: 'none' };

/** How the later work stands to the first: the same pupils, or the same grade a year later. */
export type Compared = 'samePupils' | 'sameGrade';

export type Later =
  | { readonly kind: 'unit'; readonly figures: UnitFigures; readonly compared: Compared }
  | { readonly kind: 'index'; readonly figures: IndexFigures };

/** `share`: difference of two shares, 0..1. `deviations`: of two distances from honest units, standard deviations. */
export type DifferenceUnit = 'share' | 'deviations';

export type Effect =
  | {
      readonly kind: 'measured';
      /** Later minus earlier. */
      readonly difference: number;
      /** 95 % interval of the difference, same unit. */
      readonly interval: { readonly low: number; readonly high: number };
      readonly unit: DifferenceUnit;
      /** «notShown» says that the interval holds zero, not that nothing happened. */
      readonly words: 'fell' | 'rose' | 'notShown';
    }
  | { readonly kind: 'notYet'; readonly why: 'nextYear' | 'nextWork' }
  | {
      readonly kind: 'notMeasurable';
      readonly reason: NoMeasureReason | 'ruleChanged' | 'markerNotApplicable' | 'noMarker';
    }
  | {
      readonly kind: 'tooSmall';
      readonly when: 'before' | 'after';
      /** null: fewer than five, and how many is not told. */
      readonly given: number | null;
      readonly required: number;
      readonly of: InsufficientReason;
    };

/** Figures as they are shown: those of a group under five are not. */
export interface ShownUnit extends UnitFigures {
  readonly kind: 'unit';
  readonly suppressed: false;
  /** Its page, while the analysis still has it. */
  readonly findingId: number | null;
}

export interface ShownIndex extends IndexFigures {
  readonly kind: 'index';
  readonly suppressed: false;
}

export interface Suppressed {
  readonly kind: 'unit' | 'index';
  readonly suppressed: true;
  readonly year: number;
}

export type Shown = ShownUnit | ShownIndex | Suppressed;
