/**
 * Linear prediction of a unit's figure from what surrounds it, from the honest majority: Huber's M-estimate with a ridge.
 *
 * Formula: b minimises sum rho((y - a - x'b) / s) + ridge; s by the median absolute residual; reweighted least squares.
 * Covariates are held within 2.5 robust standard deviations: a surrounding that is odd itself must not carry the prediction.
 * Source: Huber 1973, Ann. Stat. 1:799; ridge: Hoerl & Kennard 1970.
 * With few units the ridge keeps the coefficients near zero: no prediction is better than an invented one.
 */
import { median, robustDeviation } from '#stats/quantiles.ts';

/** Units' worth of doubt that pull a coefficient to zero. */
const RIDGE_UNITS = 12;
const HUBER = 1.5;
const HOLD = 2.5;
const STEPS = 4;

/**
 * @param values NaN where unknown. @param covariates one array per covariate.
 * @param trusted units that teach the coefficients; the prediction is for all.
 * @returns predicted value per unit, without the intercept.
 */
export function predictRobustly(
  values: Float64Array,
  covariates: readonly Float64Array[],
  trusted: (unit: number) => boolean,
): Float64Array {
  const teaching: number[] = [];
  values.forEach((value, unit) => {
    if (Number.isFinite(value) && trusted(unit)) teaching.push(unit);
  });
  const predicted = new Float64Array(values.length);
  const used = covariates.map((covariate) => held(covariate, teaching)).filter((covariate) => covariate !== null);
  if (teaching.length < 2 * used.length + 6 || used.length === 0) return predicted;
  const width = used.length + 1;
  let coefficients: Float64Array = new Float64Array(width);
  let scale = 0;
  // One row per teaching unit: 1, its covariates, its value.
  const rows = new Float64Array(teaching.length * (width + 1));
  teaching.forEach((unit, index) => {
    const at = index * (width + 1);
    rows[at] = 1;
    used.forEach((covariate, column) => {
      rows[at + column + 1] = covariate[unit]!;
    });
    rows[at + width] = values[unit]!;
  });
  const residuals = new Float64Array(teaching.length);
  for (let step = 0; step < STEPS; step++) {
    for (let index = 0; index < residuals.length; index++) {
      const at = index * (width + 1);
      let expected = 0;
      for (let column = 0; column < width; column++) expected += coefficients[column]! * rows[at + column]!;
      residuals[index] = rows[at + width]! - expected;
    }
    const centre = step === 0 ? median(residuals) : 0;
    scale = robustDeviation(residuals) || 1e-9;
    const matrix = new Float64Array(width * (width + 1));
    for (let index = 0; index < residuals.length; index++) {
      const z = Math.abs(residuals[index]! - centre) / scale;
      const weight = z <= HUBER ? 1 : HUBER / z;
      const at = index * (width + 1);
      for (let row = 0; row < width; row++) {
        const left = weight * rows[at + row]!;
        const into = row * (width + 1);
        for (let column = row; column <= width; column++) {
          matrix[into + column] = matrix[into + column]! + left * rows[at + column]!;
        }
      }
    }
    for (let row = 1; row < width; row++) {
      for (let column = 0; column < row; column++) {
        matrix[row * (width + 1) + column] = matrix[column * (width + 1) + row]!;
      }
    }
    for (let row = 1; row < width; row++) matrix[row * (width + 1) + row]! += RIDGE_UNITS;
    coefficients = solve(matrix, width);
  }
  return predicted.map((_, unit) => fitted(coefficients, used, unit) - coefficients[0]!);
}

/** Standardised and held within bounds; null where it does not vary. */
function held(covariate: Float64Array, teaching: readonly number[]): Float64Array | null {
  const sample = teaching.map((unit) => covariate[unit]!);
  if (sample.length === 0) return null;
  const centre = median(sample);
  const spread = robustDeviation(sample);
  if (!(spread > 1e-9)) return null;
  return covariate.map((value) => Math.min(HOLD, Math.max(-HOLD, (value - centre) / spread)));
}

function fitted(coefficients: Float64Array, used: readonly Float64Array[], unit: number): number {
  let sum = coefficients[0]!;
  for (let index = 0; index < used.length; index++) sum += coefficients[index + 1]! * used[index]![unit]!;
  return sum;
}

/** Gauss elimination of size x (size + 1); the ridge keeps the pivots away from zero. */
function solve(matrix: Float64Array, size: number): Float64Array {
  const width = size + 1;
  for (let pivot = 0; pivot < size; pivot++) {
    const divisor = matrix[pivot * width + pivot]! || 1e-12;
    for (let row = 0; row < size; row++) {
      if (row === pivot) continue;
      const factor = matrix[row * width + pivot]! / divisor;
      if (factor === 0) continue;
      for (let column = pivot; column < width; column++) {
        matrix[row * width + column]! -= factor * matrix[pivot * width + column]!;
      }
    }
  }
  return Float64Array.from(
    { length: size },
    (_, row) => matrix[row * width + size]! / (matrix[row * width + row]! || 1e-12),
  );
}
