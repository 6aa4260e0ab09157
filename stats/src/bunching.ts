/**
 * Bunching at a boundary: papers in excess just above it and papers missing just below it, against a smooth histogram fitted
 * without the window.
 *
 * Formula: mu_s from poisson-polynomial.ts fitted outside [from, to]; excess B = sum_{s=cut..to} (n_s - mu_s), missing
 * M = sum_{s=from..cut-1} (mu_s - n_s); b = B / mean of mu in the window. Var B = phi sum mu + Var(sum mu-hat), Student's t with
 * the fit's degrees of freedom; the difference B - M likewise, with its own weights, since both share the fit.
 * Source: Chetty, Friedman, Olsen & Pistaferri 2011, QJE 126:749; Kleven 2016, Annu. Rev. Econ. 8:435. Counts are fitted as
 * Poisson, not by least squares: a least-squares polynomial is ruled by its largest counts.
 * Assumptions: without the boundary the histogram would be smooth; papers move within the window only.
 * Minimum sample: about a hundred papers in the window (the product asks for it), and as many free scores as two more than the degree.
 * Units: papers. How it can be wrong: tasks worth 2-3 points next to the boundary; a window that cuts into the moved papers
 * biases B and M towards zero; a kink of the true histogram within the window.
 * Lifting makes B about M. Absent or removed weak papers make M without B (truncation).
 */
import { studentTwoSidedQuantile } from './f-quantile.ts';
import { fitPoissonPolynomial } from './poisson-polynomial.ts';

export interface BunchingWindow {
  /** First score of the window. */
  readonly from: number;
  /** The boundary: lowest score above it. */
  readonly cut: number;
  /** Last score of the window. */
  readonly to: number;
}

export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface Bunching {
  readonly window: BunchingWindow;
  /** Papers above the smooth histogram at cut..to, 95 % interval. */
  readonly excess: Estimate;
  /** Papers short of it at from..cut-1, 95 % interval. */
  readonly missing: Estimate;
  /** excess - missing, 95 % interval: zero when papers only moved. */
  readonly difference: Estimate;
  /**
   * (excess + missing) / 2, 95 % interval: papers moved over the boundary. An error of the smooth histogram's level raises one and lowers
   * the other, so their mean is surer than either.
   */
  readonly moved: Estimate;
  readonly expectedAbove: number;
  readonly expectedBelow: number;
  /** Excess in units of the mean expected count of one score of the window. */
  readonly normalised: number;
  readonly dispersion: number;
  readonly degree: number;
  /** Smooth histogram, all scores. */
  readonly expected: Float64Array;
}

export interface BunchingOptions {
  readonly degree: number;
  /** Scores that may teach the smooth histogram; default all. */
  readonly range?: { readonly from: number; readonly to: number };
  /** Windows of other boundaries: left out of the fit too. */
  readonly others?: readonly BunchingWindow[];
}

/** @returns null where the scores outside the windows do not carry a polynomial of the degree. */
export function bunching(counts: ArrayLike<number>, window: BunchingWindow, options: BunchingOptions): Bunching | null {
  const { degree, range, others = [] } = options;
  const left = range?.from ?? 0;
  const right = range?.to ?? counts.length - 1;
  const windows = [window, ...others];
  const uses = (score: number): boolean =>
    score >= left && score <= right && windows.every(({ from, to }) => score < from || score > to);
  const fit = fitPoissonPolynomial(counts, uses, degree);
  if (fit === null) return null;
  const { expected, dispersion } = fit;
  const quantile = studentTwoSidedQuantile(0.95, fit.degreesOfFreedom);
  const estimate = (weightOf: (score: number) => number): Estimate => {
    const weights = Float64Array.from(expected, (_, score) =>
      score < window.from || score > window.to ? 0 : weightOf(score),
    );
    let value = 0;
    let noise = 0;
    weights.forEach((weight, score) => {
      value += weight * (counts[score]! - expected[score]!);
      noise += weight * weight * Math.max(1, dispersion) * expected[score]!;
    });
    const half = quantile * Math.sqrt(noise + fit.varianceOf(weights));
    return { value, low: value - half, high: value + half };
  };
  const sum = (from: number, to: number): number => expected.slice(from, to + 1).reduce((all, each) => all + each, 0);
  const expectedAbove = sum(window.cut, window.to);
  const expectedBelow = sum(window.from, window.cut - 1);
  const excess = estimate((score) => (score >= window.cut ? 1 : 0));
  return {
    window,
    excess,
    missing: estimate((score) => (score < window.cut ? -1 : 0)),
    difference: estimate(() => 1),
    moved: estimate((score) => (score >= window.cut ? 0.5 : -0.5)),
    expectedAbove,
    expectedBelow,
    normalised: (excess.value * (window.to - window.from + 1)) / (expectedAbove + expectedBelow),
    dispersion,
    degree,
    expected,
  };
}
