/**
 * What the other units of the same group (classes of a school, works of a class) lead one to expect of a unit.
 *
 * Model: T_u = group + own + sampling; group ~ N(0, share * tau^2), own ~ N(0, (1 - share) * tau^2). The expectation of u
 * from its siblings is the best linear predictor of the group effect without u itself.
 * The share (intra-class correlation) is estimated from products of winsorised deviates of siblings, so that odd units do
 * not set it, and is pulled towards `PRIOR_SHARE` when there are few pairs.
 * Source: empirical Bayes prediction in the one-way random-effects model (Searle, Casella & McCulloch 1992, ch. 3).
 */
import { median } from '#stats/quantiles.ts';

export interface Expectation {
  readonly expected: Float64Array;
  /** Variance of the group effect that remains after the siblings were seen. */
  readonly uncertainty: Float64Array;
  /** Share of the natural variance that siblings have in common. */
  readonly share: number;
}

const PRIOR_SHARE = 0.25;
const PRIOR_PAIRS = 30;
const WINSOR = 2;

/**
 * @param deviations NaN where the unit has no figure. @param groupOf group of each unit, any integers.
 * @param tau2 natural variance between units, both parts together.
 */
export function expectFromSiblings(
  deviations: Float64Array,
  variances: Float64Array,
  groupOf: Int32Array,
  tau2: number,
): Expectation {
  const known: number[] = [];
  deviations.forEach((value, unit) => {
    if (Number.isFinite(value) && variances[unit]! >= 0) known.push(unit);
  });
  const centre = known.length > 0 ? median(known.map((unit) => deviations[unit]!)) : 0;
  const groups = new Map<number, number[]>();
  for (const unit of known) {
    const members = groups.get(groupOf[unit]!);
    if (members === undefined) groups.set(groupOf[unit]!, [unit]);
    else members.push(unit);
  }
  const held = (unit: number): number => {
    const limit = WINSOR * Math.sqrt(variances[unit]! + tau2);
    return Math.min(limit, Math.max(-limit, deviations[unit]! - centre));
  };
  const share = commonShare(groups, held, tau2);
  const groupVariance = share * tau2;
  const ownVariance = (1 - share) * tau2;
  const expected = new Float64Array(deviations.length);
  const uncertainty = new Float64Array(deviations.length).fill(groupVariance);
  if (groupVariance <= 0) return { expected, uncertainty, share };
  for (const members of groups.values()) {
    let precision = 1 / groupVariance;
    let sum = 0;
    for (const unit of members) {
      const weight = 1 / (variances[unit]! + ownVariance);
      precision += weight;
      sum += weight * held(unit);
    }
    for (const unit of members) {
      const weight = 1 / (variances[unit]! + ownVariance);
      expected[unit] = (sum - weight * held(unit)) / (precision - weight);
      uncertainty[unit] = 1 / (precision - weight);
    }
  }
  return { expected, uncertainty, share };
}

function commonShare(
  groups: ReadonlyMap<number, readonly number[]>,
  held: (unit: number) => number,
  tau2: number,
): number {
  let products = 0;
  let pairs = 0;
  for (const members of groups.values()) {
    let sum = 0;
    let squares = 0;
    for (const unit of members) {
      sum += held(unit);
      squares += held(unit) ** 2;
    }
    // A large group must not outweigh all others: its pairs count as their number per member.
    const weight = 1 / Math.max(1, members.length - 1);
    products += (weight * (sum * sum - squares)) / 2;
    pairs += (weight * members.length * (members.length - 1)) / 2;
  }
  const estimated = pairs > 0 && tau2 > 0 ? products / pairs / tau2 : PRIOR_SHARE;
  const share = (pairs * estimated + PRIOR_PAIRS * PRIOR_SHARE) / (pairs + PRIOR_PAIRS);
  return Math.min(0.9, Math.max(0, share));
}
