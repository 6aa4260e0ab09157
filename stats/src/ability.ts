/**
 * Ability behind each total, logits, with its standard error: the same for all who have that total.
 *
 * Formulas, with E the expected total, I the information and J = I' (the sum of the third central moments of the scores):
 * ML r = E(theta); WLE r = E(theta) - J(theta) / (2 I(theta)); error 1 / sqrt(I(theta)).
 * Source: Warm 1989, Psychometrika 54:427; for polytomous tasks Penfield & Bergeron 2005, Appl. Psychol. Meas. 29:218.
 * Assumptions: irt-model.ts, difficulties known (their errors are not added; with 1000 papers they are far smaller).
 * Minimum sample: one paper. How it can be wrong: the error of one pupil is large (0.4 to 0.8 logit on 15 to 25 points), so an
 * ability is for means and maps, not for a decision about a pupil.
 */
import { highestScore, lowestScore, scoreMoments, type TaskSteps } from './irt-model.ts';

export type AbilityMethod = 'ml' | 'wle';

export interface Ability {
  readonly total: number;
  /** Logits; ML is infinite at the lowest and highest total, WLE never. */
  readonly theta: number;
  /** Logits; infinite where theta is. */
  readonly error: number;
}

/** Abilities are sought within this many logits. */
const RANGE = 60;
const MOST_STEPS = 200;
/** A step below this is the end, logits. */
const CLOSE = 1e-12;

/** One ability for each total from the lowest to the highest that can occur; empty where no task varies. */
export function abilityByTotal(tasks: readonly TaskSteps[], method: AbilityMethod): Ability[] {
  const low = tasks.reduce((sum, steps) => sum + lowestScore(steps), 0);
  const high = tasks.reduce((sum, steps) => sum + highestScore(steps), 0);
  if (high === low) return [];
  return Array.from({ length: high - low + 1 }, (_, index) => {
    const total = low + index;
    if (method === 'ml' && (total === low || total === high)) {
      return { total, theta: total === low ? -Infinity : Infinity, error: Infinity };
    }
    const theta = root(tasks, total, method);
    return { total, theta, error: 1 / Math.sqrt(totalMoments(tasks, theta).variance) };
  });
}

/** Expected total, its variance (the information) and third central moment at an ability. */
export function totalMoments(
  tasks: readonly TaskSteps[],
  theta: number,
): { mean: number; variance: number; third: number } {
  const sum = { mean: 0, variance: 0, third: 0 };
  for (const steps of tasks) {
    const { mean, variance, third } = scoreMoments(steps, theta);
    sum.mean += mean;
    sum.variance += variance;
    sum.third += third;
  }
  return sum;
}

/** Newton's steps inside a bracket that closes with every step: fast, and nothing can run away. */
function root(tasks: readonly TaskSteps[], total: number, method: AbilityMethod): number {
  let low = -RANGE;
  let high = RANGE;
  let theta = 0;
  for (let step = 0; step < MOST_STEPS; step++) {
    const { mean, variance, third } = totalMoments(tasks, theta);
    const away = total - mean + (method === 'wle' && variance > 0 ? third / (2 * variance) : 0);
    if (away > 0) low = theta;
    else high = theta;
    // The slope of the ML equation serves both: that of the correction is small beside it.
    const next = theta + away / variance;
    const previous = theta;
    theta = next > low && next < high ? next : (low + high) / 2;
    if (Math.abs(theta - previous) < CLOSE) break;
  }
  return theta;
}

/**
 * Reliability of the abilities of a group: the share of their observed variance that is not error.
 * Formula: 1 - mean(error^2) / variance(theta). Source: Wright & Masters 1982, Rating Scale Analysis, ch. 5. NaN for one ability.
 */
export function separationReliability(abilities: readonly Ability[], papers: ArrayLike<number>): number {
  let count = 0;
  let sum = 0;
  let squares = 0;
  let errors = 0;
  for (const { total, theta, error } of abilities) {
    const weight = papers[total] ?? 0;
    if (weight === 0) continue;
    count += weight;
    sum += weight * theta;
    squares += weight * theta * theta;
    errors += weight * error * error;
  }
  const variance = (squares - (sum * sum) / count) / (count - 1);
  return variance > 0 ? 1 - errors / count / variance : Number.NaN;
}
