/** The words of calibration: integer tables in, difficulties, abilities and expected totals out. Shapes only; serialisable. */

/** Papers of one set of tasks, by total, task and score: stats/irt-tables.ts, FormTable. */
export interface CalibrationForm {
  /** Positions of the tasks in CalibrationTables.tasks. */
  readonly tasks: readonly number[];
  /** Papers by total over these tasks, 0..sum of maxima. */
  readonly totals: ArrayLike<number>;
  /** Papers: `cells[(total * tasks.length + position) * width + score]`. */
  readonly cells: ArrayLike<number>;
}

export interface CalibrationVariant {
  /** As printed; null where the work has one variant or the file names none. */
  readonly name: string | null;
  /** Forms of this variant: tasks whose topic was not taught, or that were not set, are missing from a form. */
  readonly forms: readonly CalibrationForm[];
  /** Papers of patterns of missing tasks too rare to be kept apart, and papers without any task. */
  readonly leftOut: number;
}

/**
 * All that calibration needs of any number of papers: integers that add up over parts of the papers, whoever counts them. A task
 * that was not attempted counts as 0 points; one that was not taught, not set or not entered is missing, never 0.
 */
export interface CalibrationTables {
  readonly tasks: readonly { readonly id: string; readonly max: number }[];
  /** Scores 0..width-1 fit into the cells: the largest maximum + 1. */
  readonly width: number;
  readonly variants: readonly CalibrationVariant[];
}

/** Why a task has no difficulty. */
export type NoDifficulty =
  | 'notSet' // no paper of this variant has the task
  | 'everybody' // all papers have its maximum
  | 'nobody' // no paper has a point
  | 'constant' // all papers have the same score between
  | 'extremesOnly'; // scores differ among papers with the lowest or highest total only

export interface TaskCalibration {
  /** Position in CalibrationTables.tasks. */
  readonly task: number;
  readonly id: string;
  readonly max: number;
  /** Papers that have the task. */
  readonly papers: number;
  /** Papers by score 0..max. */
  readonly counts: readonly number[];
  /** Mean of the thresholds, logits on the common scale; null with the reason beside it. */
  readonly difficulty: number | null;
  readonly error: number | null;
  readonly noDifficulty: NoDifficulty | null;
  /** Ability at which score k - 1 and k are equally likely, k = 1..max, logits; null next to a score that does not occur. */
  readonly thresholds: readonly (number | null)[];
  readonly thresholdErrors: readonly (number | null)[];
  /** Scores that nobody got. They are never merged with a neighbour. */
  readonly emptyScores: readonly number[];
  /** Mean squares given the total, 1 is expected. */
  readonly infit: number | null;
  readonly outfit: number | null;
  /** What the task tells of a pupil at the mean ability, 1 / logit^2. */
  readonly information: number | null;
}

export interface Drift {
  readonly task: number;
  readonly id: string;
  /** How much harder (+) or easier (-) than the other shared tasks lead to expect, logits. */
  readonly difference: number;
  readonly z: number;
}

export interface VariantLink {
  /** Position of the variant whose scale is taken over. */
  readonly to: number;
  /** What was added to this variant's own scale, logits. */
  readonly shift: number;
  readonly error: number;
  /** Number of shared tasks that carry the link. */
  readonly held: number;
  /** Tasks that do not hold and are left out of the link. */
  readonly drifted: readonly Drift[];
}

export interface TotalCalibration {
  readonly total: number;
  readonly papers: number;
  /** Papers that the model expects with a normal population. */
  readonly expected: number;
  /** Weighted-likelihood ability of this total, logits on the common scale, and its error; null for a total that cannot occur. */
  readonly ability: number | null;
  readonly error: number | null;
}

export interface Uniformity {
  /** Andersen's test at the median total. */
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly p: number;
  /** The task whose difficulty differs most between papers above and below the median total, and by how much, logits. */
  readonly most: { readonly id: string; readonly difference: number };
}

export interface CalibratedVariant {
  readonly kind: 'calibrated';
  readonly name: string | null;
  readonly papers: number;
  /** Papers with a total neither lowest nor highest: those that the difficulties rest on. */
  readonly informative: number;
  readonly leftOut: number;
  readonly tasks: readonly TaskCalibration[];
  /** Totals of the form with the most papers; `formTasks` are its tasks. */
  readonly totals: readonly TotalCalibration[];
  readonly formTasks: readonly number[];
  /** Normal distribution of the abilities on the common scale, logits. */
  readonly population: { readonly mean: number; readonly deviation: number };
  /** Share of the variance of the abilities that is not error; null where they do not vary. */
  readonly reliability: number | null;
  /** null: the halves cannot be compared. */
  readonly uniformity: Uniformity | null;
  /** Conditional log-likelihood and number of free parameters. */
  readonly logLikelihood: number;
  readonly parameters: number;
  /** null for the variant that gives the scale, and for one that shares too few tasks: `linked` tells which. */
  readonly link: VariantLink | null;
  /** On the common scale: the first variant, and those linked to it. */
  readonly linked: boolean;
}

export type VariantCalibration =
  | CalibratedVariant
  /** Too few papers: a result, not an error. */
  | {
      readonly kind: 'insufficient';
      readonly name: string | null;
      readonly papers: number;
      readonly required: number;
      readonly given: number;
    }
  /** The papers do not determine the difficulties: too few tasks vary, or tasks stand in perfect order. */
  | { readonly kind: 'undetermined'; readonly name: string | null; readonly papers: number };

export interface Calibration {
  readonly tasks: readonly { readonly id: string; readonly max: number }[];
  readonly variants: readonly VariantCalibration[];
}
