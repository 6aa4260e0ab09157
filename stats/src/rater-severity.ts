/**
 * Severity of raters from scores that several of them gave to the same answers: the additive many-facet model.
 *
 * Formula: y_ar = mu_a - s_r + e, a an answer (paper x task), r a rater, sum of s = 0; least squares within answers: normal
 * equations L s = b, L = sum over answers of (I - 11'/m), b the negative deviations from the answer's mean. Error: residual variance times the
 * generalised inverse of L.
 * Source: Linacre 1989, Many-Facet Rasch Measurement, in its additive (linear) form; two-way fixed effects, Searle 1971, ch. 7.
 * Assumptions: severity is the same for every task and level; raters are connected through common answers. Minimum sample: two answers
 * per rater that another rater also scored.
 * Unit: points per answer, positive = stricter than the mean of the raters. How it can be wrong: answers of one paper read by one rater
 * are not independent (halo), errors are then too small; a rater given the worse papers is not stricter: the model allows for that.
 */
import { choleskyFactor, choleskySolve } from './cholesky.ts';

export interface Rating {
  /** Answer: any number, the same for scores of the same answer. */
  readonly answer: number;
  /** Rater 0..R-1. */
  readonly rater: number;
  readonly score: number;
}

export interface Severity {
  readonly severity: Float64Array;
  /** Standard errors, same unit. */
  readonly errors: Float64Array;
  /** Answers that the rater shares with another. */
  readonly shared: Int32Array;
  /** Standard deviation of one score of an answer, points. */
  readonly deviation: number;
}

/** @returns null where the raters are not connected or too few scores are shared. */
export function raterSeverity(ratings: readonly Rating[], raters: number): Severity | null {
  const answers = [...Map.groupBy(ratings, ({ answer }) => answer).values()].filter((each) => each.length > 1);
  const information = new Float64Array(raters * raters).fill(1);
  const right = new Float64Array(raters);
  const shared = new Int32Array(raters);
  let scores = 0;
  for (const answer of answers) {
    const m = answer.length;
    const mean = answer.reduce((sum, { score }) => sum + score, 0) / m;
    scores += m;
    for (const { rater, score } of answer) {
      shared[rater]! += 1;
      right[rater]! -= score - mean;
      information[rater * raters + rater]! += 1;
      for (const other of answer) information[rater * raters + other.rater]! -= 1 / m;
    }
  }
  // The ones stand for the condition that severities sum to zero.
  const freedom = scores - answers.length - (raters - 1);
  const factor = choleskyFactor(information, raters);
  if (factor === null || freedom < 1) return null;
  const severity = choleskySolve(factor, raters, right);
  let squares = 0;
  for (const answer of answers) {
    const level = answer.reduce((sum, { rater, score }) => sum + score + severity[rater]!, 0) / answer.length;
    for (const { rater, score } of answer) squares += (score + severity[rater]! - level) ** 2;
  }
  const variance = squares / freedom;
  const errors = severity.map((_, rater) => {
    const unit = new Float64Array(raters);
    unit[rater] = 1;
    // Less the part of the condition, 1/R^2.
    return Math.sqrt(Math.max(0, variance * (choleskySolve(factor, raters, unit)[rater]! - 1 / (raters * raters))));
  });
  return { severity, errors, shared, deviation: Math.sqrt(variance) };
}
