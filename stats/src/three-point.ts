/**
 * Three-point test of a discrete histogram: does one score hold more (or fewer) papers than its two neighbours allow?
 *
 * What it answers: papers moved onto a boundary make its score stand out from c-1 and c+1; a smooth histogram cannot.
 * Formula: given X in {c-1, c, c+1}, the share of c lies in [(1-k)/(3-k), (1+k)/(3+k)] for every distribution whose curvature
 * |f(c-1) - 2 f(c) + f(c+1)| is at most k (f(c-1) + f(c+1))/2 (so k = 0 is a straight line and a share of 1/3); exact
 * binomial test against the nearer end of that range.
 * Source: Frandsen 2017, «Party bias in union representation elections: testing for manipulation in the regression
 * discontinuity design when the running variable is discrete», Advances in Econometrics 38:281.
 * Assumptions: papers independent; k known beforehand. Unlike tests made for continuous scores (McCrary 2008, Cattaneo, Jansson &
 * Ma 2020), it does not fire where a discrete histogram merely rises or falls.
 * Minimum sample: none is needed for its level; below 30 papers at the three scores it has no power.
 * Units: shares; p as ln p, since a national histogram goes far below 1e-300.
 * How it can be wrong: tasks worth 2-3 points make neighbouring scores uneven by themselves; a truncated histogram (weak
 * papers absent below c) also has f(c) above its neighbours' line, so a peak must be checked (boundary verdict).
 */
import { binomialLogLowerTail, binomialLogUpperTail } from './binomial-log-tail.ts';

export interface ThreePoint {
  /** Papers at c-1, c and c+1 together. */
  readonly n: number;
  /** Share of them at c; NaN for n = 0. */
  readonly share: number;
  /** Range of the share that the bound on the curvature allows. */
  readonly low: number;
  readonly high: number;
  /** ln of P(as many at c or more), at the upper end of the range: small where c stands out upwards. */
  readonly logUpper: number;
  /** ln of P(as few at c or fewer), at the lower end. */
  readonly logLower: number;
  /** Two-sided ln p: twice the smaller tail, at most 0. */
  readonly logP: number;
  /** Smallest bound on the curvature under which the observed share would be exact; signed upwards. */
  readonly curvature: number;
}

/** @param bound k >= 0, below 1. 0.05 suits tests with totals of thirty points and more. */
export function threePoint(below: number, at: number, above: number, bound: number): ThreePoint {
  const n = below + at + above;
  const share = n > 0 ? at / n : Number.NaN;
  const low = (1 - bound) / (3 - bound);
  const high = (1 + bound) / (3 + bound);
  const logUpper = binomialLogUpperTail(at, n, high);
  const logLower = binomialLogLowerTail(at, n, low);
  return {
    n,
    share,
    low,
    high,
    logUpper,
    logLower,
    logP: Math.min(0, Math.log(2) + Math.min(logUpper, logLower)),
    curvature: (3 * share - 1) / (1 - share),
  };
}
