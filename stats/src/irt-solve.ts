/** Linear algebra of the estimators: a symmetric positive definite matrix, row-major. */

/** Lower triangle L with L L^T = matrix; null where the matrix is not positive definite (a direction is not determined). */
export function cholesky(matrix: ArrayLike<number>, size: number): Float64Array | null {
  const lower = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = matrix[row * size + column]!;
      for (let k = 0; k < column; k++) sum -= lower[row * size + k]! * lower[column * size + k]!;
      if (row > column) {
        lower[row * size + column] = sum / lower[column * size + column]!;
        continue;
      }
      // Relative to the diagonal: what rounding alone leaves of a singular direction is no information.
      if (!(sum > 1e-12 * matrix[row * size + row]!)) return null;
      lower[row * size + row] = Math.sqrt(sum);
    }
  }
  return lower;
}

export function solveCholesky(lower: Float64Array, right: ArrayLike<number>): Float64Array {
  const size = right.length;
  const x = Float64Array.from(right);
  for (let row = 0; row < size; row++) {
    for (let k = 0; k < row; k++) x[row]! -= lower[row * size + k]! * x[k]!;
    x[row]! /= lower[row * size + row]!;
  }
  for (let row = size - 1; row >= 0; row--) {
    for (let k = row + 1; k < size; k++) x[row]! -= lower[k * size + row]! * x[k]!;
    x[row]! /= lower[row * size + row]!;
  }
  return x;
}

/** Inverse of the matrix whose Cholesky factor is given. */
export function inverseCholesky(lower: Float64Array, size: number): Float64Array {
  const inverse = new Float64Array(size * size);
  const unit = new Float64Array(size);
  for (let column = 0; column < size; column++) {
    unit.fill(0);
    unit[column] = 1;
    inverse.set(solveCholesky(lower, unit), column * size);
  }
  return inverse;
}

/**
 * Moves an estimate that is determined up to a multiple of `direction` to weights . x = 0, with its covariance:
 * x* = A x, C* = A C A^T, A = I - direction weights^T / (weights . direction).
 */
export function underConstraint(
  estimate: ArrayLike<number>,
  covariance: ArrayLike<number>,
  direction: ArrayLike<number>,
  weights: ArrayLike<number>,
): { readonly estimate: Float64Array; readonly covariance: Float64Array } {
  const size = estimate.length;
  let along = 0;
  let sum = 0;
  for (let k = 0; k < size; k++) {
    along += weights[k]! * direction[k]!;
    sum += weights[k]! * estimate[k]!;
  }
  const projected = Float64Array.from(estimate);
  for (let k = 0; k < size; k++) projected[k]! -= (direction[k]! * sum) / along;
  // C w and w^T C w; then C* = C - d (Cw)^T/a - (Cw) d^T/a + d d^T (wCw)/a^2.
  const cw = new Float64Array(size);
  let wcw = 0;
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) cw[row]! += covariance[row * size + column]! * weights[column]!;
    wcw += weights[row]! * cw[row]!;
  }
  const result = Float64Array.from(covariance);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      result[row * size + column]! +=
        (-direction[row]! * cw[column]! - cw[row]! * direction[column]!) / along +
        (direction[row]! * direction[column]! * wcw) / (along * along);
    }
  }
  return { estimate: projected, covariance: result };
}
