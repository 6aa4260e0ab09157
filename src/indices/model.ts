/** The words of indices: what is counted, by which settings, and how a unit stands to its region. Shapes only. */

/** Indices of school marks that an outside work does not confirm, and the index of non-confirmed medallists. */
export const INDEX_KINDS = ['vpr', 'oge', 'dkr', 'medal'] as const;
export type IndexKind = (typeof INDEX_KINDS)[number];

/** Kinds of procedures whose mark a school mark is compared with. */
export type MarkedKind = Exclude<IndexKind, 'medal'>;

/** Lowest results that confirm a medal of one degree. */
export interface MedalThresholds {
  /** EGE test score in Russian, 0..100. */
  readonly russian: number;
  /** EGE test score in one other subject, 0..100. */
  readonly other: number;
  /** Mark of base mathematics where only Russian and base mathematics were taken, 2..5. */
  readonly baseMathematics: number;
}

/** What a region may set for a year. */
export interface IndexSettings {
  /** A school mark counts as not confirmed when it is higher than the outside mark by at least so many marks. */
  readonly gap: Readonly<Record<MarkedKind, number>>;
  /** With a smaller denominator there is no conclusion: «мало данных». */
  readonly minimum: number;
  readonly medal: Readonly<Record<1 | 2, MedalThresholds>>;
}

/** Numerator and denominator of one unit: never a share without them. */
export interface UnitCount {
  readonly id: string;
  readonly numerator: number;
  readonly denominator: number;
}

/** How a unit stands to the region when its own chance and the natural spread of units are allowed for. */
export type Position = 'farAbove' | 'above' | 'usual' | 'below' | 'farBelow';

export interface Reference {
  readonly numerator: number;
  readonly denominator: number;
  /** Share of the region, 0..1. */
  readonly share: number;
  /** Units with at least the minimum: those the spread is estimated from. */
  readonly units: number;
  /** How much more z of units spread than chance alone: 1 is chance only. */
  readonly phi: number;
  /** Natural standard deviation between units, as a share 0..1. */
  readonly tau: number;
}

export interface Standing extends UnitCount {
  /** null where nothing was counted. */
  readonly share: number | null;
  /** Wilson interval of 95 %. */
  readonly low: number;
  readonly high: number;
  /** Deviation from the region in standard deviations that allow for over-dispersion; null with little data. */
  readonly z: number | null;
  /** null: too little data, here or in the region. */
  readonly position: Position | null;
}

/** How an outside mark stands to the school mark of the same pupil. */
export type Outcome = 'raised' | 'confirmed' | 'lowered';

/** Which two marks of the same pupil and subject are compared: the first is the school's. */
export const PAIRINGS = ['journalWork', 'termWork', 'journalTerm'] as const;
export type Pairing = (typeof PAIRINGS)[number];

/** Same pupils of one unit. */
export interface PairCount {
  readonly raised: number;
  readonly confirmed: number;
  readonly lowered: number;
  /** Sum of (second - first mark) over the pairs, marks. */
  readonly gapSum: number;
  /** Papers that have the second mark or could have: the denominator of the share matched. */
  readonly papers: number;
}

export interface FinalMarks {
  readonly fives: number;
  readonly fours: number;
  readonly lower: number;
}

/** One pupil's state exams of a year. */
export interface ExamResults {
  /** Test score, 0..100; null where it was not taken. */
  readonly russian: number | null;
  /** Highest test score in any other subject; null where none was taken. */
  readonly bestOther: number | null;
  /** Mark of base mathematics; null where it was not taken. */
  readonly baseMathematics: number | null;
}

export type MedalOutcome = 'confirmed' | 'notConfirmed' | 'unknown';
