/**
 * Bland-Altman figures of two measurements of the same things: bias and limits of agreement, each with its interval.
 *
 * Formula: d = second - first; bias = mean d; limits = bias -+ 1.96 s; interval of the bias: t s/sqrt(n); of a limit:
 * t s sqrt(1/n + 1.96^2/(2(n-1))).
 * Source: Bland & Altman 1986, Lancet i:307; 1999, Stat. Methods Med. Res. 8:135.
 * Assumptions: differences about normal and as large for large values as for small. Minimum sample: two pairs; intervals of the limits are wide below fifty.
 * Unit: that of the measurements. How it can be wrong: whole-number marks take few values, the limits are then a summary of spread and not a range that holds
 * 95 % exactly.
 */
import { studentTwoSidedQuantile } from './f-quantile.ts';

export interface Limit {
  readonly value: number;
  /** 95 % interval. */
  readonly low: number;
  readonly high: number;
}

export interface BlandAltman {
  readonly pairs: number;
  readonly bias: Limit;
  readonly lower: Limit;
  readonly upper: Limit;
  /** Standard deviation of the differences. */
  readonly deviation: number;
}

const WIDTH = 1.959963984540054;

/**
 * @param differences second minus first, each with how many pairs have it (default 1).
 * @returns null for fewer than two pairs.
 */
export function blandAltman(differences: ArrayLike<number>, counts?: ArrayLike<number>): BlandAltman | null {
  let pairs = 0;
  let sum = 0;
  for (let index = 0; index < differences.length; index++) {
    const count = counts?.[index] ?? 1;
    pairs += count;
    sum += count * differences[index]!;
  }
  if (pairs < 2) return null;
  const mean = sum / pairs;
  let squares = 0;
  for (let index = 0; index < differences.length; index++) {
    squares += (counts?.[index] ?? 1) * (differences[index]! - mean) ** 2;
  }
  const deviation = Math.sqrt(squares / (pairs - 1));
  const quantile = studentTwoSidedQuantile(0.95, pairs - 1);
  const around = (value: number, error: number): Limit => ({
    value,
    low: value - quantile * error,
    high: value + quantile * error,
  });
  const limitError = deviation * Math.sqrt(1 / pairs + (WIDTH * WIDTH) / (2 * (pairs - 1)));
  return {
    pairs,
    bias: around(mean, deviation / Math.sqrt(pairs)),
    lower: around(mean - WIDTH * deviation, limitError),
    upper: around(mean + WIDTH * deviation, limitError),
    deviation,
  };
}
