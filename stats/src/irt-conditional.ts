/**
 * Difficulties of tasks by conditional maximum likelihood (CML): Rasch and partial-credit model.
 *
 * What it answers: how difficult each task, and each next point of it, is, whoever wrote the papers: abilities drop out because
 * the total is given.
 * Formula: l = -sum_i sum_k s_ik B_ik - sum_f sum_r n_fr ln gamma_fr(B); s_ik papers with score k on task i, n_fr papers of form f
 * with total r. Newton's method with the exact Hessian, the conditional covariance of the scores given the totals.
 * Source: Andersen 1972, J. R. Stat. Soc. B 34:42; Masters 1982, Psychometrika 47:149; forms with missing tasks: Fischer 1981,
 * Psychometrika 46:59. Figures agree with eRm 1.0-2 (irt-conditional.test.ts).
 * Assumptions: those of irt-model.ts; papers independent. Pupils of one class share a teacher, so real errors are larger than
 * the standard errors given here.
 * Minimum sample: about 100 papers with a total that is neither lowest nor highest (difficulty to ±0.5 logit), about 10 for each
 * score of a task. Cost: O(tasks^2 x totals x scores) a step, whatever the number of papers.
 * How it can be wrong: see irt-model.ts; papers written with help shift the tasks that were helped with.
 */
import { conditionalInformation, type ConditionalInformation } from './irt-information.ts';
import { cholesky, inverseCholesky, solveCholesky, underConstraint } from './irt-solve.ts';
import { estimableScores, type EstimableScores, type ScoreMargins } from './irt-support.ts';

export interface ConditionalFit {
  readonly kind: 'fitted';
  /** Task x score: cumulative difficulty B_k, logits; Infinity where the score has no finite estimate. Mean location 0. */
  readonly steps: readonly Float64Array[];
  /** Estimated (task, score) pairs in the order of `covariance`; the lowest score of each task is its zero and not here. */
  readonly parameters: readonly { readonly task: number; readonly score: number; readonly points: number }[];
  /** Row-major covariance of the parameters under the constraint that the mean location is 0. */
  readonly covariance: Float64Array;
  readonly logLikelihood: number;
  /** Number of free parameters: one less than `parameters`, for the origin is a convention. */
  readonly free: number;
  /** Papers that carry information: total neither lowest nor highest of their form. */
  readonly papers: number;
  readonly iterations: number;
}

export type ConditionalResult =
  | ConditionalFit
  /** The data do not determine the difficulties: fewer than two tasks vary, or tasks that were never written together. */
  | { readonly kind: 'undetermined'; readonly papers: number };

const MOST_STEPS = 60;
/** A step of all parameters below this is the end, logits. */
const SMALL_STEP = 1e-10;
/** Beyond this many logits a difficulty runs to infinity: no finite estimate exists. */
const FARTHEST = 40;

/** @param margins papers by score of each task, and by total of each form. */
export function fitConditional(margins: ScoreMargins): ConditionalResult {
  const support = estimableScores(margins);
  const { counts, papers, parameters, direction } = support;
  const size = parameters.length;
  if (size < 2 || papers === 0) return { kind: 'undetermined', papers };
  const observed = Float64Array.from(parameters, ({ task, score }) => counts[task]![score]!);
  let estimate = firstGuess(counts, parameters);
  let state = conditionalInformation(support, estimate);
  let value = logLikelihood(observed, estimate, state);
  for (let iteration = 1; iteration <= MOST_STEPS; iteration++) {
    const lower = cholesky(withDirection(state.information, direction), size);
    if (lower === null) return { kind: 'undetermined', papers };
    // Expected minus observed: raising a difficulty makes its score rarer.
    const step = solveCholesky(
      lower,
      state.expected.map((expected, index) => expected - observed[index]!),
    );
    const longest = step.reduce((most, each) => Math.max(most, Math.abs(each)), 0);
    let scale = Math.min(1, 5 / longest);
    let improved = false;
    for (let half = 0; half < 30 && !improved; half++, scale /= 2) {
      const next = estimate.map((each, index) => each + scale * step[index]!);
      const nextState = conditionalInformation(support, next);
      const nextValue = logLikelihood(observed, next, nextState);
      if (nextValue >= value - 1e-9 * Math.abs(value)) {
        estimate = next;
        state = nextState;
        value = nextValue;
        improved = true;
      }
    }
    if (estimate.some((each) => !(Math.abs(each) < FARTHEST * 10))) return { kind: 'undetermined', papers };
    if (longest < SMALL_STEP || !improved) return finish(support, estimate, state.information, value, iteration);
  }
  return { kind: 'undetermined', papers };
}

function finish(
  support: EstimableScores,
  estimate: Float64Array,
  information: Float64Array,
  value: number,
  iterations: number,
): ConditionalResult {
  const { parameters, direction, papers, lowest, margins } = support;
  const lower = cholesky(withDirection(information, direction), parameters.length);
  if (lower === null) return { kind: 'undetermined', papers };
  const inverse = inverseCholesky(lower, parameters.length);
  const centred = underConstraint(estimate, inverse, direction, locationWeights(parameters));
  if (parameters.some(({ points }, index) => Math.abs(centred.estimate[index]! / points) > FARTHEST)) {
    return { kind: 'undetermined', papers };
  }
  const steps = margins.counts.map((scores) => new Float64Array(scores.length).fill(Infinity));
  lowest.forEach((score, task) => {
    steps[task]![score] = 0;
  });
  parameters.forEach(({ task, score }, index) => {
    steps[task]![score] = centred.estimate[index]!;
  });
  return {
    kind: 'fitted',
    steps,
    parameters,
    covariance: centred.covariance,
    logLikelihood: value,
    free: parameters.length - 1,
    papers,
    iterations,
  };
}

/** Weights of the sum of locations: B at the highest score of each task, divided by its points. */
function locationWeights(parameters: ConditionalFit['parameters']): Float64Array {
  return Float64Array.from(parameters, ({ task, points }, index) =>
    parameters[index + 1]?.task === task ? 0 : 1 / points,
  );
}

/** Log ratios of the counts: right up to the spread of the abilities. */
function firstGuess(counts: readonly ArrayLike<number>[], parameters: ConditionalFit['parameters']): Float64Array {
  return Float64Array.from(parameters, ({ task, score, points }) => {
    const scores = counts[task]!;
    return Math.log((scores[score - points]! + 0.5) / (scores[score]! + 0.5));
  });
}

/** The information about the origin is none: adding the direction's square makes the matrix regular and changes nothing else. */
function withDirection(information: Float64Array, direction: Float64Array): Float64Array {
  const size = direction.length;
  let scale = 0;
  for (let k = 0; k < size; k++) scale += information[k * size + k]! / size;
  let square = 0;
  for (const each of direction) square += each * each;
  const matrix = Float64Array.from(information);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      matrix[row * size + column]! += (scale * direction[row]! * direction[column]!) / square;
    }
  }
  return matrix;
}

function logLikelihood(observed: Float64Array, estimate: Float64Array, state: ConditionalInformation): number {
  let value = -state.logGammas;
  for (let index = 0; index < observed.length; index++) value -= observed[index]! * estimate[index]!;
  return Number.isNaN(value) ? -Infinity : value;
}
