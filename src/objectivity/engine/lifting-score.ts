/**
 * The score that tells papers lifted over a boundary from papers that stand where they stand by themselves.
 *
 * Formula: f the region's histogram of totals tilted to the unit's mean; a lifter moves a paper d points below a boundary with
 * probability rho * reach_d to the boundary (seven times of ten) or a point above it; f' the histogram after it. Score of a paper:
 * s(t) = ln f'(t) / f(t) at rho = 3/4, made orthogonal under f to 1, t and t^2, so that a unit that is stronger, weaker or
 * more even than the region scores zero on average. Sum over the papers: Neyman-Pearson against lifting of that size.
 * Source: likelihood-ratio score; bunching with a reference histogram, Chetty et al. 2011; tilting, Esscher 1932.
 */
export interface LiftingScore {
  /** Score per total, for a unit of this mean total. */
  readonly at: (mean: number) => ScoreTable;
}

export interface ScoreTable {
  readonly score: Float64Array;
  /** Variance of one paper's score. */
  readonly variance: number;
  /** Skewness of one paper's score. */
  readonly skewness: number;
  /** How much a paper's mean score rises per unit of lifting probability. */
  readonly gain: number;
  /** Papers that can be lifted, as a share of all, weighted by reach. */
  readonly exposed: number;
}

/** How far below a boundary a paper may stand and be lifted, relative to one that misses it by a point. */
const REACH = [1, 1, 0.6, 0.4];
const LANDING = [0.7, 0.3];
const LIFTED_SHARE = 0.75;
const STEPS = 61;
const WIDEST = 1;

/** @param histogram papers per total. @param cuts totals at which a mark begins. */
export function liftingScore(histogram: ArrayLike<number>, cuts: readonly number[]): LiftingScore {
  const tables: ScoreTable[] = [];
  const means: number[] = [];
  const middle = (histogram.length - 1) / 2;
  for (let step = 0; step < STEPS; step++) {
    const lambda = WIDEST * ((2 * step) / (STEPS - 1) - 1);
    // A little everywhere: a total that nobody has must not have an infinite score.
    const tilted = Float64Array.from(histogram, (count, total) => (count + 0.5) * Math.exp(lambda * (total - middle)));
    const mass = tilted.reduce((sum, value) => sum + value, 0);
    const shares = tilted.map((value) => value / mass);
    means.push(shares.reduce((sum, value, total) => sum + value * total, 0));
    tables.push(scoreTable(shares, cuts));
  }
  return {
    at(mean) {
      let low = 0;
      let high = STEPS - 1;
      while (high - low > 1) {
        const centre = (low + high) >> 1;
        if (means[centre]! <= mean) low = centre;
        else high = centre;
      }
      return tables[mean - means[low]! <= means[high]! - mean ? low : high]!;
    },
  };
}

function scoreTable(shares: Float64Array, cuts: readonly number[]): ScoreTable {
  const lifted = shares.slice();
  let exposed = 0;
  shares.forEach((share, total) => {
    const cut = cuts.find((each) => each > total);
    if (cut === undefined) return;
    const reach = REACH[cut - total - 1] ?? 0;
    exposed += reach * share;
    const moved = LIFTED_SHARE * reach * share;
    lifted[total] = lifted[total]! - moved;
    LANDING.forEach((part, above) => {
      const to = Math.min(shares.length - 1, cut + above);
      lifted[to] = lifted[to]! + part * moved;
    });
  });
  const raw = shares.map((share, total) => Math.log(lifted[total]! / share));
  const score = withoutQuadratic(raw, shares);
  let variance = 0;
  let third = 0;
  let gain = 0;
  shares.forEach((share, total) => {
    const value = score[total]!;
    variance += share * value * value;
    third += share * value ** 3;
    gain += ((lifted[total]! - share) * value) / LIFTED_SHARE;
  });
  return { score, variance, skewness: variance > 0 ? third / variance ** 1.5 : 0, gain, exposed };
}

/** Residual of `values` on 1, t, t^2 under the weights (Gram-Schmidt). */
function withoutQuadratic(values: Float64Array, weights: Float64Array): Float64Array {
  const scale = values.length;
  const basis: Float64Array[] = [];
  const product = (a: Float64Array, b: Float64Array): number =>
    a.reduce((sum, value, index) => sum + value * b[index]! * weights[index]!, 0);
  const without = (vector: Float64Array): Float64Array =>
    basis.reduce((rest, each) => {
      const along = product(rest, each);
      return rest.map((value, index) => value - along * each[index]!);
    }, vector);
  for (let power = 0; power < 3; power++) {
    const rest = without(values.map((_, total) => (total / scale) ** power));
    const norm = Math.sqrt(product(rest, rest));
    if (norm > 1e-9) basis.push(rest.map((value) => value / norm));
  }
  return without(values);
}

/** Normal score of a sum of `n` scores with this z: Cornish-Fisher's first term, kept monotone. */
export function unskewed(z: number, skewness: number): number {
  if (Math.abs(skewness) < 1e-6) return z;
  const k = skewness / 3;
  // z - k z^2 / 2 + ..., as a logarithm on the side where the tail is long.
  const bent = k > 0 ? Math.log(Math.max(1e-3, 1 + k * z)) / k : z < -1 / -k ? z : z - (k * z * z) / 2;
  return bent + k / 2;
}
