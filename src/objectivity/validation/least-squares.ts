/** Ordinary least squares with an intercept, by the normal equations and Gaussian elimination; a whisper of ridge keeps it solvable. */
export function leastSquaresResidual(
  response: readonly number[],
  predictors: readonly (readonly number[])[],
): number[] {
  const columns = [response.map(() => 1), ...predictors];
  const size = columns.length;
  const matrix = columns.map((a, row) => [
    ...columns.map((b, column) => dot(a, b) + (row === column ? 1e-9 * response.length : 0)),
    dot(a, response),
  ]);
  for (let pivot = 0; pivot < size; pivot++) {
    for (let row = pivot + 1; row < size; row++) {
      const factor = matrix[row]![pivot]! / matrix[pivot]![pivot]!;
      for (let column = pivot; column <= size; column++) {
        matrix[row]![column]! -= factor * matrix[pivot]![column]!;
      }
    }
  }
  const weights = columns.map(() => 0);
  for (let row = size - 1; row >= 0; row--) {
    let value = matrix[row]![size]!;
    for (let column = row + 1; column < size; column++) value -= matrix[row]![column]! * weights[column]!;
    weights[row] = value / matrix[row]![row]!;
  }
  return response.map((value, unit) =>
    columns.reduce((rest, column, index) => rest - weights[index]! * column[unit]!, value),
  );
}

function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += a[index]! * b[index]!;
  return sum;
}
