/**
 * How alike the papers of one class are beyond what their totals and the class's own strong and weak tasks explain.
 * Used by B5; written for simulated papers as well as for real ones.
 *
 * Formula: for pupils p and q, L = sum over tasks of ln((1 - c) + c / P) where the scores are equal (P: probability of that
 * score, geometric mean over the two pupils) and ln(1 - c) where they differ: the log likelihood ratio of "a share c of
 * the tasks was copied" against "worked alone". Only positive L count: most pairs of a copying class did not copy.
 * A pupil's likeness is the mean of positive L with the classmates; the class's, the mean over its most alike third.
 * Source: likelihood form of answer-copying indices (omega: Wollack 1997, Appl. Psych. Meas. 21:307; generalised binomial
 * test: van der Linden & Sotaridona 2006, J. Educ. Behav. Stat. 31:283), with class-adjusted probabilities.
 */
import { type ScoreProbabilities, taskShifts } from '../engine/score-probabilities.ts';

/** Share of tasks that a copied paper is supposed to share with its source. */
const COPIED_SHARE = 0.5;
const SAME_BASE = Math.log(1 - COPIED_SHARE);
/** A paper rewritten as a whole shares nearly all; only pairs that differ in at most `FEW` tasks can be such. */
const REWRITTEN_SHARE = 0.9;
const FEW = 3;
/** Scores rarer than this count as this: a single odd answer must not carry the class. */
const RAREST = 0.02;

export interface Likeness {
  /** Mean positive log likelihood ratio of the most alike third of the pupils; 0 when nobody is alike. */
  readonly score: number;
  /** Pairs whose papers are more likely copied than not at odds of 20 to 1. */
  readonly alikePairs: number;
  /** Pupils in at least one such pair. */
  readonly alikePupils: number;
  /** Equal task scores per pair, observed and expected. */
  readonly equal: number;
  readonly equalExpected: number;
}

const ALIKE = Math.log(20);

/**
 * @param rows score probabilities of the pupils (classProbabilities). @param own papers x tasks of the class, points.
 */
export function likeness(
  rows: Float64Array,
  table: Pick<ScoreProbabilities, 'width' | 'offsets'>,
  taskCount: number,
  own: Int8Array,
): Likeness {
  const count = own.length / taskCount;
  const weights = new Float32Array(count * taskCount);
  const equalExpected = weigh(rows, table, taskCount, own, weights);
  const base = taskCount * SAME_BASE;
  const alike = new Float64Array(count);
  const close = new Uint8Array(count);
  let alikePairs = 0;
  let equal = 0;
  for (let pAt = taskCount; pAt < own.length; pAt += taskCount) {
    for (let qAt = 0; qAt < pAt; qAt += taskCount) {
      let sum = base;
      let agreed = 0;
      for (let task = 0; task < taskCount; task++) {
        // Without a branch: whether two scores agree is as good as a coin to the processor.
        const same = own[pAt + task] === own[qAt + task] ? 1 : 0;
        agreed += same;
        sum += same * (weights[pAt + task]! + weights[qAt + task]!);
      }
      equal += agreed;
      if (taskCount - agreed <= FEW) sum = Math.max(sum, rewritten(own, weights, pAt, qAt, taskCount));
      if (sum <= 0) continue;
      const p = pAt / taskCount;
      const q = qAt / taskCount;
      alike[p] = alike[p]! + sum;
      alike[q] = alike[q]! + sum;
      if (sum < ALIKE) continue;
      alikePairs++;
      close[p] = 1;
      close[q] = 1;
    }
  }
  const pairs = (count * (count - 1)) / 2;
  let alikePupils = 0;
  for (const flag of close) alikePupils += flag;
  return {
    score: count < 2 ? 0 : meanOfMost(alike) / (count - 1),
    alikePairs,
    alikePupils,
    equal: pairs > 0 ? equal / pairs : 0,
    equalExpected: pairs > 0 ? equalExpected / pairs : 0,
  };
}

/** The log likelihood ratio of a pair when nearly all tasks are supposed to be copied, at even odds with the usual share. */
function rewritten(own: Int8Array, weights: Float32Array, pAt: number, qAt: number, taskCount: number): number {
  let sum = -Math.LN2;
  for (let task = 0; task < taskCount; task++) {
    if (own[pAt + task] !== own[qAt + task]) {
      sum += Math.log(1 - REWRITTEN_SHARE);
      continue;
    }
    // The weight tells the probability: 2w = ln((1 - c) + c / P) - ln(1 - c).
    const ratio = Math.exp(weights[pAt + task]! + weights[qAt + task]! + SAME_BASE);
    const inverse = (ratio - 1 + COPIED_SHARE) / COPIED_SHARE;
    sum += Math.log(1 - REWRITTEN_SHARE + REWRITTEN_SHARE * inverse);
  }
  return sum;
}

/** Mean over the most alike third of the pupils. */
function meanOfMost(alike: Float64Array): number {
  alike.sort();
  const most = Math.ceil(alike.length / 3);
  let sum = 0;
  for (let index = alike.length - most; index < alike.length; index++) sum += alike[index]!;
  return sum / most;
}

/**
 * Fills the weight of every score: half of what a pair with that score in common gains over a pair that differs.
 * @returns expected number of equal task scores over all pairs.
 */
function weigh(
  rows: Float64Array,
  table: Pick<ScoreProbabilities, 'width' | 'offsets'>,
  taskCount: number,
  own: Int8Array,
  weights: Float32Array,
): number {
  const shifts = new Float64Array(taskCount);
  taskShifts(rows, table, taskCount, own, shifts);
  const count = own.length / taskCount;
  let equalExpected = 0;
  const sums = new Float64Array(128);
  const current = new Float64Array(128);
  for (let task = 0; task < taskCount; task++) {
    const offset = table.offsets[task]!;
    const levels = table.offsets[task + 1]! - offset;
    const factor = Math.exp(shifts[task]!);
    sums.fill(0, 0, levels);
    let squares = 0;
    for (let pupil = 0; pupil < count; pupil++) {
      const at = pupil * table.width + offset;
      let mass = 0;
      let tilt = 1;
      for (let level = 0; level < levels; level++) {
        const weight = rows[at + level]! * tilt;
        current[level] = weight;
        mass += weight;
        tilt *= factor;
      }
      for (let level = 0; level < levels; level++) {
        const probability = current[level]! / mass;
        sums[level] = sums[level]! + probability;
        squares += probability * probability;
      }
      const probability = Math.max(RAREST, current[own[pupil * taskCount + task]!]! / mass);
      weights[pupil * taskCount + task] = 0.5 * (Math.log(1 - COPIED_SHARE + COPIED_SHARE / probability) - SAME_BASE);
    }
    for (let level = 0; level < levels; level++) equalExpected += (sums[level]! * sums[level]!) / 2;
    equalExpected -= squares / 2;
  }
  return equalExpected;
}
