/**
 * How honest classes differ. The figures are what proctored, centrally scored Russian classes of TIMSS 2007 show
 * (class x task sd about .5 logit) and what regional protocols of 2020-2021 show (heaping at the boundaries everywhere).
 */
export interface HonestVariation {
  /** Standard deviations of ability, logits. */
  readonly schoolSd: number;
  readonly classSd: number;
  readonly pupilSd: number;
  /** Share of schools that are honestly strong, and by how much, logits. */
  readonly strongSchoolShare: number;
  readonly strongSchoolGain: number;
  /** Class x task: what this class happened to be taught well or badly, logits. */
  readonly classTaskSd: number;
  /** Degrees of freedom of the class x task effects: Infinity is normal, 3-5 is heavy-tailed. */
  readonly classTaskTail: number;
  /** Share of honest classes whose class x task effects are `unevenFactor` times as large. */
  readonly unevenShare: number;
  readonly unevenFactor: number;
  /** School x task (textbook, order of the curriculum), logits. */
  readonly schoolTaskSd: number;
  /** Share of classes in which one topic (two neighbouring tasks) was not reached yet, and what that costs, logits. */
  readonly untaughtShare: number;
  readonly untaughtLoss: number;
  /** Spread of the tasks' discrimination (sd of its logarithm); 0 is the partial-credit model. */
  readonly discriminationSd: number;
  /** Severity of the teacher who marks extended tasks, logits. */
  readonly raterSd: number;
  /** Journal marks: spread of diligence, leniency of the school and of the class, in logits of ability. */
  readonly diligenceSd: number;
  readonly schoolLeniencySd: number;
  readonly classLeniencySd: number;
  readonly leniencyTail: number;
  /** Region-wide chance that a paper one point below a boundary is read again and lifted; a third of it two points below. */
  readonly heaping: number;
  /** Spread of that chance between teachers (sd of a logit). */
  readonly heapingSd: number;
  /** Chance that a pupil is absent. */
  readonly absence: number;
}

export const HONEST: HonestVariation = {
  schoolSd: 0.4,
  classSd: 0.3,
  pupilSd: 1,
  strongSchoolShare: 0.06,
  strongSchoolGain: 0.9,
  classTaskSd: 0.5,
  classTaskTail: Number.POSITIVE_INFINITY,
  unevenShare: 0,
  unevenFactor: 1,
  schoolTaskSd: 0.15,
  untaughtShare: 0.03,
  untaughtLoss: 1,
  discriminationSd: 0.15,
  raterSd: 0.25,
  diligenceSd: 0.8,
  schoolLeniencySd: 0.3,
  classLeniencySd: 0.2,
  leniencyTail: Number.POSITIVE_INFINITY,
  heaping: 0.45,
  heapingSd: 0.4,
  absence: 0.09,
};

/** Honest classes with heavy tails: rare but large differences that are nobody's fault. */
export const HEAVY_TAILED: HonestVariation = {
  ...HONEST,
  classTaskTail: 4,
  unevenShare: 0.1,
  unevenFactor: 1.8,
  schoolTaskSd: 0.25,
  untaughtShare: 0.1,
  raterSd: 0.35,
  leniencyTail: 4,
  classLeniencySd: 0.25,
  heapingSd: 0.7,
};
