/**
 * Intra-class correlations: which share of the variance of scores is of the papers and not of the raters.
 *
 * Formula: mean squares of n papers (rows) by k raters (columns): MSR, MSW, MSC, MSE.
 * ICC(1) = (MSR-MSW)/(MSR+(k-1)MSW); ICC(C,1) = (MSR-MSE)/(MSR+(k-1)MSE); ICC(A,1) = (MSR-MSE)/(MSR+(k-1)MSE+k(MSC-MSE)/n);
 * ICC(A,k) = (MSR-MSE)/(MSR+(MSC-MSE)/n). Intervals from F; for A with Satterthwaite's degrees of freedom.
 * p: of no correlation at all.
 * Source: McGraw & Wong 1996, Psychol. Methods 1:30 (with the correction of the same volume, p. 390).
 * Assumptions: complete table; effects normal. Minimum sample: two papers and two raters; intervals are wide below thirty papers.
 * Unit: share of variance. How it can be wrong: papers that hardly differ give a small ICC though raters agree: read it beside the
 * mean absolute difference.
 */
import { fQuantile, fUpperTail } from './f-quantile.ts';

export type IccForm = '1' | 'C,1' | 'A,1' | 'A,k';

export interface Icc {
  readonly value: number;
  readonly f: number;
  readonly p: number;
  /** 95 % interval. */
  readonly low: number;
  readonly high: number;
}

export interface MeanSquares {
  readonly papers: number;
  readonly raters: number;
  readonly rows: number;
  readonly within: number;
  readonly columns: number;
  readonly error: number;
}

/** @param ratings one row per paper, one column per rater, complete. */
export function meanSquares(ratings: readonly ArrayLike<number>[]): MeanSquares {
  const n = ratings.length;
  const k = ratings[0]?.length ?? 0;
  const columnMeans = new Float64Array(k);
  const rowMeans = ratings.map((row) => {
    let sum = 0;
    for (let rater = 0; rater < k; rater++) {
      sum += row[rater]!;
      columnMeans[rater]! += row[rater]! / n;
    }
    return sum / k;
  });
  const grand = rowMeans.reduce((sum, mean) => sum + mean, 0) / n;
  let within = 0;
  let error = 0;
  ratings.forEach((row, paper) => {
    for (let rater = 0; rater < k; rater++) {
      within += (row[rater]! - rowMeans[paper]!) ** 2;
      error += (row[rater]! - rowMeans[paper]! - columnMeans[rater]! + grand) ** 2;
    }
  });
  const rows = rowMeans.reduce((sum, mean) => sum + k * (mean - grand) ** 2, 0);
  const columns = columnMeans.reduce((sum, mean) => sum + n * (mean - grand) ** 2, 0);
  return {
    papers: n,
    raters: k,
    rows: rows / (n - 1),
    within: within / (n * (k - 1)),
    columns: columns / (k - 1),
    error: error / ((n - 1) * (k - 1)),
  };
}

/** @param level of the interval. */
export function icc(ratings: readonly ArrayLike<number>[], form: IccForm, level = 0.95): Icc {
  const squares = meanSquares(ratings);
  const tail = 1 - (1 - level) / 2;
  if (form === '1')
    return ratioForm(squares.rows, squares.within, squares, squares.papers * (squares.raters - 1), tail);
  if (form === 'C,1') {
    return ratioForm(squares.rows, squares.error, squares, (squares.papers - 1) * (squares.raters - 1), tail);
  }
  return agreementForm(squares, form === 'A,k', tail);
}

function ratioForm(between: number, noise: number, { papers, raters }: MeanSquares, df2: number, tail: number): Icc {
  const df1 = papers - 1;
  const f = between / noise;
  const low = f / fQuantile(tail, df1, df2);
  const high = f * fQuantile(tail, df2, df1);
  return {
    value: (between - noise) / (between + (raters - 1) * noise),
    f,
    p: fUpperTail(f, df1, df2),
    low: (low - 1) / (low + raters - 1),
    high: (high - 1) / (high + raters - 1),
  };
}

function agreementForm(squares: MeanSquares, mean: boolean, tail: number): Icc {
  const { papers: n, raters: k, rows, columns, error } = squares;
  const spread = (columns - error) / n;
  const value = mean ? (rows - error) / (rows + spread) : (rows - error) / (rows + (k - 1) * error + k * spread);
  // Satterthwaite's degrees of freedom of the denominator, at a given correlation of one rating.
  const freedom = (correlation: number): number => {
    const a = (k * correlation) / (n * (1 - correlation));
    const b = 1 + (k * correlation * (n - 1)) / (n * (1 - correlation));
    return (a * columns + b * error) ** 2 / ((a * columns) ** 2 / (k - 1) + (b * error) ** 2 / ((n - 1) * (k - 1)));
  };
  const df = freedom(value);
  const f = rows / error;
  const lower = fQuantile(tail, n - 1, df);
  const upper = fQuantile(tail, df, n - 1);
  return {
    value,
    f,
    p: fUpperTail(f, n - 1, df),
    low: mean
      ? (n * (rows - lower * error)) / (lower * (columns - error) + n * rows)
      : (n * (rows - lower * error)) / (lower * (k * columns + (k * n - k - n) * error) + n * rows),
    high: mean
      ? (n * (upper * rows - error)) / (columns - error + n * upper * rows)
      : (n * (upper * rows - error)) / (k * columns + (k * n - k - n) * error + n * upper * rows),
  };
}
