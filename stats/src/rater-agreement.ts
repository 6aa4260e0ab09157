/**
 * Plain agreement of raters: share of papers on which all scores lie within a tolerance, and Finn's coefficient.
 *
 * Formula: agreement = share of papers with max - min <= tolerance. Finn: r = 1 - MS / ((levels^2 - 1)/12): the mean square
 * within papers (one-way) or of the residuals (two-way) against that of scores drawn evenly from all levels.
 * Source: Finn 1970, Educ. Psychol. Meas. 30:71.
 * Assumptions: complete table; the levels are those that raters may use. Minimum sample: two papers.
 * Unit: shares. How it can be wrong: neither is corrected for what chance alone would give; Finn's is high whenever raters use few of many levels.
 */
import { meanSquares } from './icc.ts';

/** Share 0..1. @param ratings one row per paper, one column per rater. */
export function shareWithin(ratings: readonly ArrayLike<number>[], tolerance: number): number {
  const within = ratings.filter((row) => Math.max(...Array.from(row)) - Math.min(...Array.from(row)) <= tolerance);
  return within.length / ratings.length;
}

/** @param levels how many scores a rater may give. */
export function finn(ratings: readonly ArrayLike<number>[], levels: number, model: 'oneway' | 'twoway'): number {
  const squares = meanSquares(ratings);
  return 1 - (model === 'oneway' ? squares.within : squares.error) / ((levels * levels - 1) / 12);
}
