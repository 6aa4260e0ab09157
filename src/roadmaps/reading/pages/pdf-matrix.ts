/** Transformations of a PDF page's space, and numbers as its operators bring them. */

/** a, b, c, d, e, f of ISO 32000-2, 8.3.4. */
export type Matrix = readonly [number, number, number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

export function times(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[2] * b[1],
    a[1] * b[0] + a[3] * b[1],
    a[0] * b[2] + a[2] * b[3],
    a[1] * b[2] + a[3] * b[3],
    a[0] * b[4] + a[2] * b[5] + a[4],
    a[1] * b[4] + a[3] * b[5] + a[5],
  ];
}

export function place(m: Matrix, x: number, y: number): readonly [number, number] {
  return [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]];
}

export function numbers(list: unknown): readonly number[] {
  if (Array.isArray(list)) return list.map(Number);
  return list !== null && typeof list === 'object' ? Object.values(list).map(Number) : [];
}

export function matrixOf(list: unknown): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers(list);
  return [a, b, c, d, e, f];
}
