/**
 * Agreement of two raters on ordered or named categories, beyond chance.
 *
 * Formula: kappa = 1 - sum v O / sum v E, O observed shares, E = product of the margins, v disagreement weight: 0/1 (Cohen),
 * |i-j| (linear) or (i-j)^2 (quadratic, QWK). z: kappa over its standard error when there is no agreement but chance;
 * interval: kappa -+ 1.96 of the standard error at the observed table.
 * Source: Cohen 1960, Educ. Psychol. Meas. 20:37; 1968, Psychol. Bull. 70:213; variances Fleiss, Cohen & Everitt 1969,
 * Psychol. Bull. 72:323.
 * Assumptions: pairs independent; categories the same for both. Minimum sample: about 2 K^2 pairs for the interval (K categories).
 * Unit: 1 full agreement, 0 chance, negative below chance.
 * How it can be wrong: with lopsided margins chance agreement is large and kappa small though raters agree (prevalence); QWK
 * grows with the spread of the papers, so kappas of different works are not comparable.
 */
import { normalUpperTail } from './normal.ts';

export type KappaWeights = 'unweighted' | 'linear' | 'quadratic';

export interface Kappa {
  /** NaN where both raters used one and the same category only. */
  readonly value: number;
  readonly pairs: number;
  /** Against chance agreement. */
  readonly z: number;
  /** Two-sided. */
  readonly p: number;
  readonly low: number;
  readonly high: number;
}

/** @param table square, row-major: table[i * categories + j] pairs rated i by the first rater and j by the second. */
export function cohenKappa(table: ArrayLike<number>, categories: number, weights: KappaWeights = 'unweighted'): Kappa {
  const rows = new Float64Array(categories);
  const columns = new Float64Array(categories);
  let pairs = 0;
  for (let i = 0; i < categories; i++) {
    for (let j = 0; j < categories; j++) {
      const count = table[i * categories + j]!;
      pairs += count;
      rows[i]! += count;
      columns[j]! += count;
    }
  }
  const missing = { value: Number.NaN, pairs, z: Number.NaN, p: Number.NaN, low: Number.NaN, high: Number.NaN };
  if (pairs === 0) return missing;
  for (let i = 0; i < categories; i++) {
    rows[i]! /= pairs;
    columns[i]! /= pairs;
  }
  const weight = (i: number, j: number): number => agreementWeight(i, j, categories, weights);
  let observed = 0;
  let chance = 0;
  const rowMean = new Float64Array(categories);
  const columnMean = new Float64Array(categories);
  for (let i = 0; i < categories; i++) {
    for (let j = 0; j < categories; j++) {
      const w = weight(i, j);
      observed += (w * table[i * categories + j]!) / pairs;
      chance += w * rows[i]! * columns[j]!;
      rowMean[i]! += w * columns[j]!;
      columnMean[j]! += w * rows[i]!;
    }
  }
  if (!(1 - chance > 1e-12)) return missing;
  const value = (observed - chance) / (1 - chance);
  let nullSum = 0;
  let ownSum = 0;
  for (let i = 0; i < categories; i++) {
    for (let j = 0; j < categories; j++) {
      const w = weight(i, j);
      const mean = rowMean[i]! + columnMean[j]!;
      nullSum += rows[i]! * columns[j]! * (w - mean) ** 2;
      ownSum += (table[i * categories + j]! / pairs) * (w - mean * (1 - value)) ** 2;
    }
  }
  const scale = Math.sqrt(pairs) * (1 - chance);
  const nullError = Math.sqrt(Math.max(0, nullSum - chance * chance)) / scale;
  const ownError = Math.sqrt(Math.max(0, ownSum - (value - chance * (1 - value)) ** 2)) / scale;
  const z = value / nullError;
  return {
    value,
    pairs,
    z,
    p: Math.min(1, 2 * normalUpperTail(Math.abs(z))),
    low: Math.max(-1, value - 1.959963984540054 * ownError),
    high: Math.min(1, value + 1.959963984540054 * ownError),
  };
}

/** 1 for full agreement, 0 for the widest disagreement. */
function agreementWeight(i: number, j: number, categories: number, weights: KappaWeights): number {
  if (weights === 'unweighted' || categories < 2) return i === j ? 1 : 0;
  const distance = Math.abs(i - j) / (categories - 1);
  return 1 - (weights === 'linear' ? distance : distance * distance);
}

/** Counts pairs of categories 0..categories-1; pairs with a category outside are left out. */
export function pairTable(first: ArrayLike<number>, second: ArrayLike<number>, categories: number): Int32Array {
  const table = new Int32Array(categories * categories);
  for (let index = 0; index < first.length; index++) {
    const i = first[index]!;
    const j = second[index]!;
    if (i >= 0 && j >= 0 && i < categories && j < categories) table[i * categories + j]! += 1;
  }
  return table;
}
