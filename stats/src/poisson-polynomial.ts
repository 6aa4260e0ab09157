/**
 * A smooth histogram through chosen scores: counts as Poisson with a log-polynomial mean, fitted without the scores that
 * are to be judged.
 *
 * Formula: n_s ~ Poisson(mu_s), ln mu_s = sum_d beta_d P_d(x_s), P_d Legendre polynomials of the score scaled to [-1, 1];
 * iteratively re-weighted least squares. Dispersion phi = sum (n - mu)^2 / mu / (scores - degree - 1): how much lumpier than
 * Poisson the histogram is outside the window.
 * Source: McCullagh & Nelder 1989, Generalized Linear Models, 6.2; log-polynomial smoothing of score distributions,
 * Holland & Thayer 2000, J. Educ. Behav. Stat. 25:133.
 * Assumptions: smooth outside the window; phi is the same inside it. Minimum: two more scores than coefficients.
 * How it can be wrong: a histogram with two humps needs a higher degree; far tails with a few papers pull a high degree about.
 */
import { choleskyFactor, choleskySolve } from './cholesky.ts';

export interface PoissonPolynomial {
  /** Expected count at every score, also at those left out of the fit. */
  readonly expected: Float64Array;
  readonly dispersion: number;
  readonly degreesOfFreedom: number;
  /**
   * Variance of a weighted sum of the expected counts, sum_s w_s mu_s, from the uncertainty of the coefficients (delta
   * method), dispersion included.
   */
  readonly varianceOf: (weights: ArrayLike<number>) => number;
}

const STEPS = 60;

/**
 * @param counts papers at scores 0, 1, ... @param uses whether a score takes part in the fit. @param degree of the polynomial.
 * @returns null where there are too few scores or no fit.
 */
export function fitPoissonPolynomial(
  counts: ArrayLike<number>,
  uses: (score: number) => boolean,
  degree: number,
): PoissonPolynomial | null {
  const size = degree + 1;
  const used = Array.from({ length: counts.length }, (_, score) => score).filter(uses);
  const degreesOfFreedom = used.length - size;
  if (degreesOfFreedom < 1 || used.every((score) => counts[score] === 0)) return null;
  const basis = legendre(counts.length, used[0]!, used.at(-1)!, degree);
  let mean = Float64Array.from(counts, (count) => Math.max(count, 0.5));
  let factor: Float64Array | null = null;
  let deviance = Number.POSITIVE_INFINITY;
  for (let step = 0; step < STEPS; step++) {
    const information = new Float64Array(size * size);
    const right = new Float64Array(size);
    for (const score of used) {
      const weight = mean[score]!;
      const working = Math.log(weight) + (counts[score]! - weight) / weight;
      for (let a = 0; a < size; a++) {
        const value = weight * basis[score * size + a]!;
        right[a]! += value * working;
        for (let b = 0; b < size; b++) information[a * size + b]! += value * basis[score * size + b]!;
      }
    }
    factor = choleskyFactor(information, size);
    if (factor === null) return null;
    const beta = choleskySolve(factor, size, right);
    mean = mean.map((_, score) => {
      let sum = 0;
      for (let a = 0; a < size; a++) sum += beta[a]! * basis[score * size + a]!;
      return Math.exp(Math.min(40, Math.max(-40, sum)));
    });
    const next = devianceOf(counts, mean, used);
    if (Math.abs(next - deviance) < 1e-12 * (1 + next)) break;
    deviance = next;
  }
  const last = factor!;
  const dispersion =
    used.reduce((sum, score) => sum + (counts[score]! - mean[score]!) ** 2 / mean[score]!, 0) / degreesOfFreedom;
  return {
    expected: mean,
    dispersion,
    degreesOfFreedom,
    varianceOf(weights) {
      const gradient = new Float64Array(size);
      for (let score = 0; score < mean.length; score++) {
        const weight = (weights[score] ?? 0) * mean[score]!;
        if (weight !== 0) for (let a = 0; a < size; a++) gradient[a]! += weight * basis[score * size + a]!;
      }
      const solved = choleskySolve(last, size, gradient);
      return Math.max(1, dispersion) * gradient.reduce((sum, value, a) => sum + value * solved[a]!, 0);
    },
  };
}

function devianceOf(counts: ArrayLike<number>, mean: Float64Array, used: readonly number[]): number {
  let sum = 0;
  for (const score of used) {
    const count = counts[score]!;
    sum += 2 * ((count > 0 ? count * Math.log(count / mean[score]!) : 0) - count + mean[score]!);
  }
  return sum;
}

/** Row per score, column per degree; [from, to] is stretched to [-1, 1]. */
function legendre(scores: number, from: number, to: number, degree: number): Float64Array {
  const size = degree + 1;
  const basis = new Float64Array(scores * size);
  for (let score = 0; score < scores; score++) {
    const x = to > from ? (2 * score - from - to) / (to - from) : 0;
    basis[score * size] = 1;
    if (degree > 0) basis[score * size + 1] = x;
    for (let d = 2; d <= degree; d++) {
      basis[score * size + d] =
        ((2 * d - 1) * x * basis[score * size + d - 1]! - (d - 1) * basis[score * size + d - 2]!) / d;
    }
  }
  return basis;
}
