/**
 * Kendall's coefficient of concordance: do raters put papers in the same order?
 *
 * Formula: W = 12 S / (k^2 (n^3 - n)), corrected for ties by - k T in the denominator; S squared deviations of the papers' rank sums,
 * k raters, n papers, T = sum over raters and ties (t^3 - t).
 * Source: Kendall & Babington Smith 1939, Ann. Math. Stat. 10:275; ties Siegel 1956.
 * Assumptions: complete table. Minimum sample: two papers. Unit: 0 no common order, 1 one order. p of chi-square k(n-1)W is rough below seven papers.
 * How it can be wrong: one severe rater changes nothing here; only the order counts.
 */
import { chiSquareUpperTail } from './chi-square.ts';
import { midRanks } from './spearman.ts';

export interface KendallW {
  readonly value: number;
  readonly chiSquare: number;
  readonly p: number;
}

/** @param ratings one row per paper, one column per rater. */
export function kendallW(ratings: readonly ArrayLike<number>[], ties: 'corrected' | 'ignored' = 'corrected'): KendallW {
  const n = ratings.length;
  const k = ratings[0]?.length ?? 0;
  const sums = new Float64Array(n);
  let tied = 0;
  for (let rater = 0; rater < k; rater++) {
    const column = ratings.map((row) => row[rater]!);
    midRanks(column).forEach((rank, paper) => {
      sums[paper]! += rank;
    });
    const counts = Map.groupBy(column, (value) => value);
    for (const { length } of counts.values()) tied += length ** 3 - length;
  }
  const mean = (k * (n + 1)) / 2;
  const squares = sums.reduce((sum, each) => sum + (each - mean) ** 2, 0);
  const value = (12 * squares) / (k * k * (n ** 3 - n) - (ties === 'corrected' ? k * tied : 0));
  const chiSquare = k * (n - 1) * value;
  return { value, chiSquare, p: chiSquareUpperTail(chiSquare, n - 1) };
}
