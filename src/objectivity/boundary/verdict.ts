/**
 * Boundaries of a whole region's or country's histogram: were papers lifted over one, or are weak papers missing, or neither?
 *
 * What it answers: heaping at a boundary can be region-wide, and then no school stands out against its region (marker B1). Here
 * the region itself is asked, against the smooth histogram that its own other scores make.
 *
 * Formula: three answers per boundary c. (1) The three-point test with bounded curvature: n(c) stands out upwards of c-1 and c+1, p
 * below 0.01 over the number of scores asked. The bound is 0.05, or twice the smooth histogram's own curvature at c where that is more.
 * (2) Bunching: excess B above and missing M below; papers moved, (B + M)/2, with an interval that leaves out zero. (3) Lifting
 * moves papers: the boundary is a local peak, n(c) > n(c+1), and B is M within its interval or a factor of two, or the peak is sharper than
 * the smooth histogram allows (exact binomial of n(c) among c and c+1, p < 0.01). Missing papers without as many in excess, or without a peak,
 * are a truncated histogram: weak pupils did not write, or their papers were not entered.
 * Source: stats/three-point.ts (Frandsen 2017), stats/bunching.ts (Chetty et al. 2011; Kleven 2016).
 * Assumptions: smooth outside the windows. Minimum sample: 100 papers expected in the window; six free scores on both sides together.
 * Unit: papers. How it can be wrong: tasks worth 2-3 points near the boundary (the dispersion takes up lumpiness that the other scores show
 * too); an agreed re-reading of papers near the boundary is lifting as well; short works leave few scores to learn the shape from.
 */
import { binomialLogUpperTail } from '#stats/binomial-log-tail.ts';
import { type Bunching, bunching, type BunchingWindow } from '#stats/bunching.ts';
import { type ThreePoint, threePoint } from '#stats/three-point.ts';
import { taughtRange, windowsOf } from './windows.ts';

export type BoundaryKind = 'lifting' | 'truncation' | 'nothing' | 'insufficient';

export interface BoundaryVerdict {
  readonly cut: number;
  readonly kind: BoundaryKind;
  /** Papers at the score below the boundary, at it, and above it. */
  readonly counts: readonly [number, number, number];
  readonly threePoint: ThreePoint;
  /** ln of the upper tail times the number of scores asked. */
  readonly adjustedLogP: number;
  /** n(c) > n(c+1). */
  readonly localPeak: boolean;
  /** Excess and missing papers differ by no more than their intervals or a factor of two allow. */
  readonly balanced: boolean;
  /** null where too few scores are left to learn the smooth histogram from. */
  readonly bunching: Bunching | null;
}

export interface BoundaryOptions {
  /** Least bound on the curvature, 0..1. Default 0.05. */
  readonly curvature?: number;
  /** Scores asked, for the correction of p. Default the number of boundaries. */
  readonly asked?: number;
  /** Windows to use in place of the usual ones. */
  readonly windows?: readonly BunchingWindow[];
}

export const LEAST_CURVATURE = 0.05;
export const MINIMUM_IN_WINDOW = 100;
const HIGHEST_DEGREE = 7;
/** Free scores that one degree more needs. */
const SCORES_PER_DEGREE = 2.5;
const LEAST_DEGREE = 2;
const LEAST_FREE = 6;
/** p of the three-point test, over all scores asked together. */
const LEVEL = 0.01;

/** @param counts papers at scores 0..maximum. @param cuts lowest scores above the boundaries. @returns one verdict per usable boundary. */
export function boundaryVerdicts(
  counts: ArrayLike<number>,
  cuts: readonly number[],
  options: BoundaryOptions = {},
): BoundaryVerdict[] {
  const windows = options.windows ?? windowsOf(cuts, counts.length - 1);
  const asked = options.asked ?? windows.length;
  const bound = options.curvature ?? LEAST_CURVATURE;
  // A boundary that shows nothing may teach the shape of the histogram to its neighbours; one that does may not.
  const odd = windows.filter(({ cut }) => standsOut(counts, cut, bound));
  return windows.map((window) => verdictOf(counts, window, odd, asked, bound));
}

/**
 * Every score of the histogram taken for a boundary, to find those that are: where nothing depends on a point, none shows. The
 * most pronounced is taken first, and its window is left out of what the others are judged by.
 */
export function findBoundaries(counts: ArrayLike<number>, options: BoundaryOptions = {}): BoundaryVerdict[] {
  const bound = options.curvature ?? LEAST_CURVATURE;
  const asked = Math.max(1, counts.length - 2);
  const candidates = Array.from({ length: asked }, (_, index) => index + 1)
    .map((cut) => ({ cut, logP: threePoint(counts[cut - 1]!, counts[cut]!, counts[cut + 1]!, bound).logUpper }))
    .filter(({ logP }) => logP + Math.log(asked) < Math.log(LEVEL))
    .sort((a, b) => a.logP - b.logP);
  const kept: BunchingWindow[] = [];
  for (const { cut } of candidates) {
    const [window] = windowsOf([cut], counts.length - 1);
    if (window !== undefined && kept.every(({ from, to }) => cut < from || cut > to)) kept.push(window);
  }
  const cuts = kept.map(({ cut }) => cut);
  return boundaryVerdicts(counts, cuts, { ...options, asked }).filter(
    ({ kind }) => kind === 'lifting' || kind === 'truncation',
  );
}

/** Without a correction: which windows may not teach the others. */
function standsOut(counts: ArrayLike<number>, cut: number, bound: number): boolean {
  return threePoint(counts[cut - 1]!, counts[cut]!, counts[cut + 1]!, bound).logUpper < Math.log(LEVEL);
}

function verdictOf(
  counts: ArrayLike<number>,
  window: BunchingWindow,
  odd: readonly BunchingWindow[],
  asked: number,
  least: number,
): BoundaryVerdict {
  const { cut } = window;
  const at = [counts[cut - 1]!, counts[cut]!, counts[cut + 1]!] as const;
  const fit = smoothAround(counts, window, odd);
  const natural = fit === null ? 0 : ownCurvature(fit.expected, cut);
  const bound = Math.min(0.9, Math.max(least, 2 * natural));
  const test = threePoint(...at, bound);
  const adjustedLogP = Math.min(0, test.logUpper + Math.log(asked));
  const balanced = fit !== null && isBalanced(fit);
  const stands = adjustedLogP < Math.log(LEVEL);
  return {
    cut,
    kind: kindOf(counts, window, fit, stands, balanced),
    counts: at,
    threePoint: test,
    adjustedLogP,
    localPeak: at[1] > at[2],
    balanced,
    bunching: fit,
  };
}

function kindOf(
  counts: ArrayLike<number>,
  window: BunchingWindow,
  fit: Bunching | null,
  stands: boolean,
  balanced: boolean,
): BoundaryKind {
  const localPeak = counts[window.cut]! > counts[window.cut + 1]!;
  // Nothing lies below: what is missing there cannot be counted, but a peak is not what a cut-off leaves.
  if (beginsAt(counts, window)) return !stands ? 'nothing' : localPeak ? 'insufficient' : 'truncation';
  if (fit === null || fit.expectedAbove + fit.expectedBelow < MINIMUM_IN_WINDOW) return 'insufficient';
  if (!stands || fit.moved.low <= 0) return 'nothing';
  if (localPeak && (balanced || sharpPeak(counts, fit))) return 'lifting';
  return fit.missing.low > 0 && (!localPeak || fit.excess.value < fit.missing.value / 2) ? 'truncation' : 'nothing';
}

/** More papers at the boundary than at the next score, beyond what the smooth histogram's slope explains. */
function sharpPeak(counts: ArrayLike<number>, { window: { cut }, expected }: Bunching): boolean {
  const n = counts[cut]! + counts[cut + 1]!;
  const share = Math.max(0.5, expected[cut]! / (expected[cut]! + expected[cut + 1]!));
  return binomialLogUpperTail(counts[cut]!, n, share) < Math.log(LEVEL);
}

function isBalanced({ excess, missing, difference }: Bunching): boolean {
  if (difference.low <= 0 && difference.high >= 0) return true;
  const ratio = excess.value / missing.value;
  return ratio >= 0.5 && ratio <= 2;
}

/** The histogram has no shape below the window to go by, and hardly a paper in it below the boundary. */
function beginsAt(counts: ArrayLike<number>, { from, cut, to }: BunchingWindow): boolean {
  const range = taughtRange(counts);
  if (range.from < from) return false;
  const sum = (first: number, last: number): number => {
    let all = 0;
    for (let score = first; score <= last; score++) all += counts[score]!;
    return all;
  };
  const above = sum(cut, to) / (to - cut + 1);
  return above >= MINIMUM_IN_WINDOW / 10 && sum(from, cut - 1) / (cut - from) < 0.05 * above;
}

/** Smooth histogram of the highest degree that the free scores carry; papers must lie on both sides of the window. */
function smoothAround(
  counts: ArrayLike<number>,
  window: BunchingWindow,
  odd: readonly BunchingWindow[],
): Bunching | null {
  const range = taughtRange(counts);
  const others = odd.filter(({ cut }) => cut !== window.cut);
  const windows = [window, ...others];
  const free = (from: number, to: number): number => {
    let scores = 0;
    for (let score = Math.max(from, range.from); score <= Math.min(to, range.to); score++) {
      if (windows.every((each) => score < each.from || score > each.to)) scores++;
    }
    return scores;
  };
  const scores = free(0, counts.length - 1);
  if (scores < LEAST_FREE || free(0, window.from - 1) < 1 || free(window.to + 1, counts.length - 1) < 1) return null;
  const degree = Math.max(LEAST_DEGREE, Math.min(HIGHEST_DEGREE, Math.floor(scores / SCORES_PER_DEGREE) - 1));
  return bunching(counts, window, { degree, range, others });
}

/** Curvature of the smooth histogram at a score, in the terms of the three-point test; bends downwards only. */
function ownCurvature(expected: ArrayLike<number>, cut: number): number {
  const at = expected[cut]!;
  const share = at / (expected[cut - 1]! + at + expected[cut + 1]!);
  return Number.isFinite(share) ? Math.max(0, (3 * share - 1) / (1 - share)) : 0;
}
