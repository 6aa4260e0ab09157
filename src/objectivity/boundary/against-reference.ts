/**
 * A histogram against a reference distribution, boundary by boundary: a region against a frozen administration run by
 * outside observers, last year's, the country's, or a distribution computed from a model of the tasks (Lord-Wingersky).
 *
 * What it answers: where a work is short or its tasks are worth several points, no smooth curve fits, but another histogram of the same work does.
 * Formula: q_c share of the window's papers at c..c+w-1 in the reference tilted by exp(lambda s) to the histogram's mean; H of m papers of
 * the window are there; lifted = (H - m q)/(1 - q); variance of H: m q (1 - q) + (m tau)^2, tau the natural spread of such shares between honest
 * regions, 0.02.
 * Source: Chetty et al. 2011 with a reference in place of a polynomial; tilting, Esscher 1932.
 * Assumptions: the reference is honest at this boundary; the two differ in level only. Minimum sample: 100 papers in the window, in both.
 * Unit: papers. How it can be wrong: a reference of another variant of the work, or one that is heaped itself: then nothing is found.
 */
import { normalLogUpperTail, normalUpperTail } from '#stats/normal.ts';
import { tiltedWindows } from '../engine/tilted-windows.ts';
import { MINIMUM_IN_WINDOW } from './verdict.ts';

export interface AgainstReference {
  readonly cut: number;
  /** Papers in the window, and of them at the boundary and above. */
  readonly inWindow: number;
  readonly above: number;
  readonly expectedAbove: number;
  /** Papers lifted, 95 % interval. */
  readonly lifted: { readonly value: number; readonly low: number; readonly high: number };
  /** One-sided, and its logarithm. */
  readonly p: number;
  readonly logP: number;
  readonly enough: boolean;
}

/** Natural spread between honest regions of the share above a boundary. */
export const NATURAL_SPREAD = 0.02;
const WINDOW = 2;

/**
 * @param counts papers at scores 0..maximum. @param reference papers of the reference at the same scores; probabilities of a
 * model are given as counts of a large round number of papers.
 */
export function againstReference(
  counts: ArrayLike<number>,
  reference: Int32Array,
  cuts: readonly number[],
): AgainstReference[] {
  const usable = cuts.filter((cut) => cut >= WINDOW && cut + WINDOW <= counts.length);
  const tilted = tiltedWindows(reference, usable, WINDOW);
  const mean = meanOf(counts);
  return usable.map((cut, index) => {
    const below = windowSum(counts, cut - WINDOW);
    const above = windowSum(counts, cut);
    const m = below + above;
    const q = tilted.shareAbove(index, mean);
    const sd = Math.sqrt(m * q * (1 - q) + (m * NATURAL_SPREAD) ** 2);
    const z = sd > 0 ? (above - m * q) / sd : 0;
    const lifted = (excess: number): number => (q < 1 ? excess / (1 - q) : 0);
    const known = windowSum(reference, cut - WINDOW) + windowSum(reference, cut);
    return {
      cut,
      inWindow: m,
      above,
      expectedAbove: m * q,
      lifted: {
        value: lifted(above - m * q),
        low: lifted(above - m * q - 1.96 * sd),
        high: lifted(above - m * q + 1.96 * sd),
      },
      p: normalUpperTail(z),
      logP: normalLogUpperTail(z),
      enough: m >= MINIMUM_IN_WINDOW && known >= MINIMUM_IN_WINDOW,
    };
  });
}

function windowSum(counts: ArrayLike<number>, from: number): number {
  let sum = 0;
  for (let score = from; score < from + WINDOW; score++) sum += counts[score] ?? 0;
  return sum;
}

function meanOf(counts: ArrayLike<number>): number {
  let all = 0;
  let first = 0;
  for (let score = 0; score < counts.length; score++) {
    all += counts[score]!;
    first += score * counts[score]!;
  }
  return all > 0 ? first / all : 0;
}
