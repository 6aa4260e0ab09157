/** Small dense matrices, row-major. */

/** left (rows x inner) times right (inner x columns). */
export function multiply(
  left: ArrayLike<number>,
  right: ArrayLike<number>,
  rows: number,
  inner: number,
  columns: number,
): Float64Array {
  const product = new Float64Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    for (let k = 0; k < inner; k++) {
      const factor = left[row * inner + k]!;
      if (factor === 0) continue;
      for (let column = 0; column < columns; column++) {
        product[row * columns + column] = product[row * columns + column]! + factor * right[k * columns + column]!;
      }
    }
  }
  return product;
}

export function transpose(matrix: ArrayLike<number>, rows: number, columns: number): Float64Array {
  const result = new Float64Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) result[column * rows + row] = matrix[row * columns + column]!;
  }
  return result;
}

/** B A B^T for symmetric A (inner x inner) and B (rows x inner). */
export function congruence(b: ArrayLike<number>, a: ArrayLike<number>, rows: number, inner: number): Float64Array {
  return multiply(multiply(b, a, rows, inner, inner), transpose(b, rows, inner), rows, inner, rows);
}
