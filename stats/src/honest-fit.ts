/**
 * The honest majority of a contaminated sample: centre, natural heterogeneity and tail weight, read from the half of
 * the sample on which nobody gains.
 *
 * What it answers: which spread and which tail would the units show if all of them were honest? Manipulation pushes a
 * one-sided statistic upwards, so the units below the centre are (almost) all honest; a symmetric honest distribution
 * is therefore known from its lower half.
 *
 * Model: T_u ~ centre + sqrt(s_u^2 + tau^2) * t_v, s_u^2 the known sampling variance. Centre: weighted median, moved
 * down by half the share of units that the right tail has in excess of the left one. tau and v: penalised maximum
 * likelihood over the units below the centre, each folded as a half-t.
 *
 * Source: two-groups model with empirical null, Efron 2004, J. Am. Stat. Assoc. 99:96; the mirrored half as reference
 * as in Barber & Candes 2015, Ann. Stat. 43:2055.
 * Assumptions: the honest distribution is symmetric; fewer than about a third of the units are manipulated; upwards.
 * Minimum sample: none. The prior (`priorTau2`, tails of about 12 degrees of freedom) decides alone for a few units and
 * fades with some dozens.
 * Units: those of T. How it can be wrong: a statistic that manipulation pushes down widens the reference, which loses
 * power but keeps honest units safe.
 */
import { studentLogConstant } from './student-t.ts';

export interface HonestFit {
  readonly centre: number;
  /** Variance between honest units, squared units of T. */
  readonly tau2: number;
  /** Degrees of freedom of the tail; Infinity is the normal. */
  readonly degreesOfFreedom: number;
  /** Units that the fit used. */
  readonly units: number;
}

const TAILS = [Number.POSITIVE_INFINITY, 60, 30, 20, 14, 10, 8, 6, 5, 4, 3];
const PAST_PEAK = 2;
/** Rate of the exponential prior on 1/v: tails of a dozen degrees of freedom until the data speak. */
const TAIL_PRIOR_RATE = 12;
/** Standard deviation of the log-normal prior on tau. */
const TAU_PRIOR_SD = 0.6;
/** A likelihood of more units than this costs time and gains nothing. */
const MOST_UNITS = 3000;

export function fitHonest(estimates: ArrayLike<number>, variances: ArrayLike<number>, priorTau2: number): HonestFit {
  const used = usable(estimates, variances);
  const priorTau = Math.sqrt(Math.max(priorTau2, 1e-12));
  if (used.length === 0) return { centre: 0, tau2: priorTau2, degreesOfFreedom: 12, units: 0 };
  let centre = 0;
  let best = { tau: priorTau, tail: 12, value: Number.NEGATIVE_INFINITY };
  for (let round = 0; round < 2; round++) {
    const scale = (index: number): number => Math.sqrt(variances[index]! + best.tau ** 2);
    // With a handful of units the centre is pulled to zero, where a residual from the region's own tables stands.
    centre = excessFreeMedian(used, estimates, scale) * (used.length / (used.length + 4));
    const below = used.filter((index) => estimates[index]! <= centre);
    best = maximise(
      below.map((index) => centre - estimates[index]!),
      below.map((index) => variances[index]!),
      priorTau,
    );
  }
  return { centre, tau2: best.tau ** 2, degreesOfFreedom: best.tail, units: used.length };
}

function usable(estimates: ArrayLike<number>, variances: ArrayLike<number>): number[] {
  const all: number[] = [];
  for (let index = 0; index < estimates.length; index++) {
    if (Number.isFinite(estimates[index]!) && variances[index]! > 0) all.push(index);
  }
  if (all.length <= MOST_UNITS) return all;
  const step = all.length / MOST_UNITS;
  return Array.from({ length: MOST_UNITS }, (_, index) => all[Math.floor(index * step)]!);
}

/** Median of the estimates weighted by 1/scale, after the excess of the right tail over the left one is set aside. */
function excessFreeMedian(
  used: readonly number[],
  estimates: ArrayLike<number>,
  scale: (index: number) => number,
): number {
  const order = [...used].sort((a, b) => estimates[a]! - estimates[b]!);
  const weights = order.map((index) => 1 / scale(index));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const at = (share: number): number => {
    let reached = 0;
    for (let position = 0; position < order.length; position++) {
      reached += weights[position]!;
      if (reached >= share * total) return estimates[order[position]!]!;
    }
    return estimates[order.at(-1)!]!;
  };
  let centre = at(0.5);
  for (let round = 0; round < 2; round++) {
    let right = 0;
    let left = 0;
    for (const index of order) {
      const z = (estimates[index]! - centre) / scale(index);
      if (z > 1.5) right++;
      else if (z < -1.5) left++;
    }
    const excess = Math.min(0.3, Math.max(0, (right - left) / order.length));
    centre = at(0.5 * (1 - excess));
  }
  return centre;
}

interface Candidate {
  readonly tau: number;
  readonly tail: number;
  readonly value: number;
}

function maximise(distances: readonly number[], variances: readonly number[], priorTau: number): Candidate {
  let best: Candidate = { tau: priorTau, tail: 12, value: Number.NEGATIVE_INFINITY };
  for (const tail of TAILS) {
    const candidate = bestTau(distances, variances, priorTau, tail);
    if (candidate.value > best.value) best = candidate;
    // The profile over tails has one peak.
    else if (candidate.value < best.value - PAST_PEAK) break;
  }
  return best;
}

/** Golden-section search over ln tau; the posterior is unimodal there for a given tail. */
function bestTau(
  distances: readonly number[],
  variances: readonly number[],
  priorTau: number,
  tail: number,
): Candidate {
  const value = (logTau: number): number => logPosterior(distances, variances, priorTau, tail, Math.exp(logTau));
  const ratio = (Math.sqrt(5) - 1) / 2;
  let low = Math.log(priorTau) - 3;
  let high = Math.log(priorTau) + 3;
  let left = high - ratio * (high - low);
  let right = low + ratio * (high - low);
  let atLeft = value(left);
  let atRight = value(right);
  for (let step = 0; step < 13; step++) {
    if (atLeft > atRight) {
      high = right;
      right = left;
      atRight = atLeft;
      left = high - ratio * (high - low);
      atLeft = value(left);
    } else {
      low = left;
      left = right;
      atLeft = atRight;
      right = low + ratio * (high - low);
      atRight = value(right);
    }
  }
  const logTau = (low + high) / 2;
  return { tau: Math.exp(logTau), tail, value: value(logTau) };
}

function logPosterior(
  distances: readonly number[],
  variances: readonly number[],
  priorTau: number,
  tail: number,
  tau: number,
): number {
  const tau2 = tau * tau;
  let sum = 0;
  if (Number.isFinite(tail)) {
    const constant = studentLogConstant(tail) - NORMAL_LOG_CONSTANT;
    const power = (tail + 1) / 2;
    for (let index = 0; index < distances.length; index++) {
      const variance = variances[index]! + tau2;
      const square = (distances[index]! * distances[index]!) / variance;
      sum += constant - 0.5 * Math.log(variance) - power * Math.log1p(square / tail);
    }
    sum -= TAIL_PRIOR_RATE / tail;
  } else {
    for (let index = 0; index < distances.length; index++) {
      const variance = variances[index]! + tau2;
      sum -= 0.5 * (Math.log(variance) + (distances[index]! * distances[index]!) / variance);
    }
  }
  return sum - 0.5 * ((Math.log(tau) - Math.log(priorTau)) / TAU_PRIOR_SD) ** 2;
}

const NORMAL_LOG_CONSTANT = -0.5 * Math.log(2 * Math.PI);
