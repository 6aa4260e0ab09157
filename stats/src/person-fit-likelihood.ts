/**
 * Person fit by the likelihood of the pattern under a model: lz, lz* (right or wrong answers) and lz for several points.
 *
 * What it answers: is this pattern less likely than those of pupils of the same ability; strongly negative is odd.
 * Sources: Drasgow, Levine & Williams 1985, Br. J. Math. Stat. Psychol. 38:67 (lz, polytomous too); Snijders 2001, Psychometrika
 * 66:331, Magis, Raiche & Beland 2012, J. Educ. Behav. Stat. 37:57, Sinharay 2016, Psychometrika 81:992 (lz*).
 * Assumptions: the model holds with the parameters given. We do not estimate discriminations: parameters of two-parameter or
 * graded models come from elsewhere, those of the Rasch family from irt-conditional.ts.
 * Minimum sample: 20 tasks for a distribution near the normal; on 10 to 15 tasks lz spreads less than 1 and the error is on the
 * safe side. How it can be wrong: as person-fit.ts; and a wrong model makes every strong or weak pupil odd.
 */

/** Probability of a right answer at the ability, and its first two derivatives by the ability. */
export interface AnswerCurve {
  readonly p: number;
  readonly slope: number;
  readonly curvature: number;
}

/** Two-parameter logistic: p = 1 / (1 + exp(-a (theta - b))); the Rasch model with a = 1. */
export function logisticCurve(theta: number, discrimination: number, difficulty: number): AnswerCurve {
  const p = 1 / (1 + Math.exp(-discrimination * (theta - difficulty)));
  const slope = discrimination * p * (1 - p);
  return { p, slope, curvature: discrimination * slope * (1 - 2 * p) };
}

/** lz = (l - E l) / sqrt(Var l), l = sum x ln p + (1 - x) ln(1 - p). */
export function lz(pattern: ArrayLike<number>, curves: readonly AnswerCurve[]): number {
  let away = 0;
  let variance = 0;
  curves.forEach(({ p }, task) => {
    const w = Math.log(p / (1 - p));
    away += (pattern[task]! - p) * w;
    variance += p * (1 - p) * w * w;
  });
  return away / Math.sqrt(variance);
}

/**
 * How the ability was estimated: the weight r0 of its equation r0 + sum (x - p) r_i = 0. MAP: with a normal prior.
 */
export type AbilityEstimate =
  | { readonly method: 'ml' }
  | { readonly method: 'wle' }
  | { readonly method: 'map'; readonly theta: number; readonly mean: number; readonly variance: number };

/**
 * lz* = (W + c r0) / sqrt(sum w~^2 p (1 - p)): lz corrected for the ability being estimated from the same pattern.
 * W = sum (x - p) w, r = p' / (p (1 - p)), c = sum p' w / sum p' r, w~ = w - c r; r0 = 0 (ML), (mean - theta) / variance (MAP),
 * sum (p' p'' / (p (1 - p))) / (2 I) (WLE).
 */
export function lzStar(pattern: ArrayLike<number>, curves: readonly AnswerCurve[], estimate: AbilityEstimate): number {
  let slopeWeight = 0;
  let information = 0;
  let bias = 0;
  for (const { p, slope, curvature } of curves) {
    const spread = p * (1 - p);
    slopeWeight += slope * Math.log(p / (1 - p));
    information += (slope * slope) / spread;
    bias += (slope * curvature) / spread;
  }
  const c = slopeWeight / information;
  const r0 =
    estimate.method === 'wle'
      ? bias / (2 * information)
      : estimate.method === 'map'
        ? (estimate.mean - estimate.theta) / estimate.variance
        : 0;
  let away = 0;
  let variance = 0;
  curves.forEach(({ p, slope }, task) => {
    const w = Math.log(p / (1 - p));
    const corrected = w - (c * slope) / (p * (1 - p));
    away += (pattern[task]! - p) * w;
    variance += corrected * corrected * p * (1 - p);
  });
  return (away + c * r0) / Math.sqrt(variance);
}

/**
 * Polytomous lz: l = sum ln P(x_i), E = sum_i sum_k P_k ln P_k, Var = sum_i (sum_k P_k ln^2 P_k - (sum_k P_k ln P_k)^2).
 * @param probabilities of each task over its scores, at the ability.
 */
export function lzPolytomous(pattern: ArrayLike<number>, probabilities: readonly ArrayLike<number>[]): number {
  let away = 0;
  let variance = 0;
  probabilities.forEach((given, task) => {
    let mean = 0;
    let square = 0;
    for (let k = 0; k < given.length; k++) {
      const p = given[k]!;
      if (p === 0) continue;
      mean += p * Math.log(p);
      square += p * Math.log(p) ** 2;
    }
    away += Math.log(given[pattern[task]!]!) - mean;
    variance += square - mean * mean;
  });
  return away / Math.sqrt(variance);
}

/** Graded response model: P(x >= k) = 1 / (1 + exp(-(a theta + d_k))), d_1 > d_2 > ... Samejima 1969. */
export function gradedProbabilities(
  theta: number,
  discrimination: number,
  intercepts: ArrayLike<number>,
): Float64Array {
  const atLeast = (k: number): number => {
    if (k === 0) return 1;
    return k > intercepts.length ? 0 : 1 / (1 + Math.exp(-(discrimination * theta + intercepts[k - 1]!)));
  };
  return Float64Array.from({ length: intercepts.length + 1 }, (_, k) => atLeast(k) - atLeast(k + 1));
}
