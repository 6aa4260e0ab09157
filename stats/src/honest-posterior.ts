/**
 * ln posterior of the natural spread tau of honest units, for one tail: the sum over units below the centre of the ln density of
 * a half-t with scale sqrt(s^2 + tau^2), and a log-normal prior on tau. Constants that no tau and no tail changes are left out.
 *
 * A logarithm per unit is most of the cost of a fit: logarithms of products are taken instead, a few dozen units at a time.
 * Used by honest-fit.ts, where source and assumptions stand.
 */
import { studentLogConstant } from './student-t.ts';

/** Standard deviation of the log-normal prior on tau. */
export const TAU_PRIOR_SD = 0.6;

const NORMAL_LOG_CONSTANT = -0.5 * Math.log(2 * Math.PI);
/** Products stay between these; one more factor cannot leave the range of numbers. */
const LARGE = 1e150;
const SMALL = 1e-150;

/**
 * @param distances of the units below the centre from it. @param variances their sampling variances.
 * @param tail degrees of freedom; Infinity is the normal.
 */
export function honestLogPosterior(
  distances: Float64Array,
  variances: Float64Array,
  priorTau: number,
  tail: number,
  tau: number,
): number {
  const tau2 = tau * tau;
  const prior = -0.5 * ((Math.log(tau) - Math.log(priorTau)) / TAU_PRIOR_SD) ** 2;
  return (
    prior + (Number.isFinite(tail) ? student(distances, variances, tail, tau2) : normal(distances, variances, tau2))
  );
}

function student(distances: Float64Array, variances: Float64Array, tail: number, tau2: number): number {
  let spreads = 1;
  let squares = 1;
  let logSpreads = 0;
  let logSquares = 0;
  for (let index = 0; index < distances.length; index++) {
    const variance = variances[index]! + tau2;
    const distance = distances[index]!;
    spreads *= variance;
    squares *= 1 + (distance * distance) / (variance * tail);
    if (spreads < LARGE && spreads > SMALL && squares < LARGE) continue;
    logSpreads += Math.log(spreads);
    logSquares += Math.log(squares);
    spreads = 1;
    squares = 1;
  }
  logSpreads += Math.log(spreads);
  logSquares += Math.log(squares);
  const constant = studentLogConstant(tail) - NORMAL_LOG_CONSTANT;
  return distances.length * constant - 0.5 * logSpreads - ((tail + 1) / 2) * logSquares;
}

function normal(distances: Float64Array, variances: Float64Array, tau2: number): number {
  let spreads = 1;
  let logSpreads = 0;
  let squares = 0;
  for (let index = 0; index < distances.length; index++) {
    const variance = variances[index]! + tau2;
    const distance = distances[index]!;
    squares += (distance * distance) / variance;
    spreads *= variance;
    if (spreads < LARGE && spreads > SMALL) continue;
    logSpreads += Math.log(spreads);
    spreads = 1;
  }
  return -0.5 * (logSpreads + Math.log(spreads) + squares);
}
