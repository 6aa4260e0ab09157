/**
 * Agreement of three raters and more on named categories: Fleiss's kappa, Conger's exact form of it, and Light's mean of the
 * kappas of all pairs.
 *
 * Formula: kappa = (P - P_e)/(1 - P_e), P mean share of agreeing pairs of raters per subject. Fleiss: P_e = sum_j p_j^2, p_j share
 * of category j among all ratings. Conger: P_e is lowered by sum_j var(p_jr)/raters, var the variance (divisor raters - 1) of the share that each
 * rater gives to j, so that for two raters it is Cohen's kappa.
 * Source: Fleiss 1971, Psychol. Bull. 76:378; Conger 1980, Psychol. Bull. 88:322; Light 1971, Psychol. Bull. 76:365.
 * Assumptions: every subject is rated by the same number of raters (Conger, Light: by the same raters). Minimum sample: about 30 subjects.
 * Unit: as Cohen's. How it can be wrong: order of categories is not used; lopsided margins lower it.
 */
import { cohenKappa, pairTable } from './kappa.ts';

/** Ratings of one subject by each rater: categories 0..K-1. */
export type Ratings = readonly ArrayLike<number>[];

export function fleissKappa(ratings: Ratings, categories: number): number {
  return chanceCorrected(ratings, categories, 0);
}

export function congerKappa(ratings: Ratings, categories: number): number {
  const raters = ratings[0]?.length ?? 0;
  const shares = Array.from({ length: raters }, (_, rater) => {
    const share = new Float64Array(categories);
    for (const subject of ratings) share[subject[rater]!]! += 1 / ratings.length;
    return share;
  });
  let lowered = 0;
  for (let category = 0; category < categories; category++) {
    const mean = shares.reduce((sum, share) => sum + share[category]!, 0) / raters;
    const squares = shares.reduce((sum, share) => sum + (share[category]! - mean) ** 2, 0);
    lowered += squares / (raters - 1) / raters;
  }
  return chanceCorrected(ratings, categories, lowered);
}

/** Mean of Cohen's kappas of all pairs of raters. */
export function lightKappa(ratings: Ratings, categories: number): number {
  const raters = ratings[0]?.length ?? 0;
  const columns = Array.from({ length: raters }, (_, rater) => ratings.map((subject) => subject[rater]!));
  let sum = 0;
  let pairs = 0;
  for (let a = 0; a < raters; a++) {
    for (let b = a + 1; b < raters; b++) {
      sum += cohenKappa(pairTable(columns[a]!, columns[b]!, categories), categories).value;
      pairs++;
    }
  }
  return sum / pairs;
}

function chanceCorrected(ratings: Ratings, categories: number, lowered: number): number {
  const raters = ratings[0]?.length ?? 0;
  const totals = new Float64Array(categories);
  let agreement = 0;
  for (const subject of ratings) {
    const counts = new Float64Array(categories);
    for (let rater = 0; rater < raters; rater++) counts[subject[rater]!]! += 1;
    counts.forEach((count, category) => {
      totals[category]! += count;
      agreement += count * (count - 1);
    });
  }
  const observed = agreement / (ratings.length * raters * (raters - 1));
  const chance = totals.reduce((sum, count) => sum + (count / (ratings.length * raters)) ** 2, 0) - lowered;
  return (observed - chance) / (1 - chance);
}
