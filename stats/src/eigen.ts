/**
 * Eigenvalues and eigenvectors of a real symmetric matrix by cyclic Jacobi rotations.
 *
 * Source: Golub & Van Loan, Matrix Computations, 4th ed., algorithm 8.5.3. For the sizes of a test (up to about 60
 * tasks) it is fast and exact to machine precision.
 *
 * @param matrix row-major size x size, symmetric; not changed.
 * @returns values in descending order; vectors row-major, row k belongs to value k.
 */
export function symmetricEigen(
  matrix: ArrayLike<number>,
  size: number,
): { readonly values: Float64Array; readonly vectors: Float64Array } {
  const a = Float64Array.from(matrix);
  const v = new Float64Array(size * size);
  for (let index = 0; index < size; index++) v[index * size + index] = 1;
  for (let sweep = 0; sweep < 60; sweep++) {
    let off = 0;
    let diagonal = 0;
    for (let row = 0; row < size; row++) {
      diagonal += a[row * size + row]! ** 2;
      for (let column = row + 1; column < size; column++) off += a[row * size + column]! ** 2;
    }
    if (off <= 1e-26 * (diagonal + 1e-300)) break;
    for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) rotate(a, v, size, p, q);
  }
  const order = Array.from({ length: size }, (_, index) => index).sort((x, y) => a[y * size + y]! - a[x * size + x]!);
  const values = new Float64Array(size);
  const vectors = new Float64Array(size * size);
  order.forEach((source, target) => {
    values[target] = a[source * size + source]!;
    for (let row = 0; row < size; row++) vectors[target * size + row] = v[row * size + source]!;
  });
  return { values, vectors };
}

function rotate(a: Float64Array, v: Float64Array, size: number, p: number, q: number): void {
  const apq = a[p * size + q]!;
  if (apq === 0) return;
  const theta = (a[q * size + q]! - a[p * size + p]!) / (2 * apq);
  const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (let k = 0; k < size; k++) {
    const akp = a[k * size + p]!;
    const akq = a[k * size + q]!;
    a[k * size + p] = c * akp - s * akq;
    a[k * size + q] = s * akp + c * akq;
  }
  for (let k = 0; k < size; k++) {
    const apk = a[p * size + k]!;
    const aqk = a[q * size + k]!;
    a[p * size + k] = c * apk - s * aqk;
    a[q * size + k] = s * apk + c * aqk;
    const vkp = v[k * size + p]!;
    const vkq = v[k * size + q]!;
    v[k * size + p] = c * vkp - s * vkq;
    v[k * size + q] = s * vkp + c * vkq;
  }
}
