import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { symmetricEigen } from './eigen.ts';

const symmetric = fc.integer({ min: 1, max: 7 }).chain((size) =>
  fc
    .array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: size * size, maxLength: size * size })
    .map((cells) => ({
      size,
      matrix: Float64Array.from(cells, (_, at) => cells[Math.min(at, (at % size) * size + Math.floor(at / size))]!),
    })),
);

test('2 1 1 2 has the values 3 and 1 with the diagonals as vectors', () => {
  const { values, vectors } = symmetricEigen([2, 1, 1, 2], 2);
  expect(values[0]).toBeCloseTo(3, 13);
  expect(values[1]).toBeCloseTo(1, 13);
  expect(Math.abs(vectors[0]!)).toBeCloseTo(Math.SQRT1_2, 13);
  expect(vectors[0]! * vectors[1]!).toBeCloseTo(0.5, 13);
  expect(vectors[2]! * vectors[3]!).toBeCloseTo(-0.5, 13);
});

test('a diagonal matrix only gets its values sorted, the zero matrix zeros', () => {
  expect([...symmetricEigen([1, 0, 0, 0, 5, 0, 0, 0, 3], 3).values]).toEqual([5, 3, 1]);
  expect([...symmetricEigen([0, 0, 0, 0], 2).values]).toEqual([0, 0]);
});

test('values and orthonormal vectors put the matrix together again', () => {
  fc.assert(
    fc.property(symmetric, ({ size, matrix }) => {
      const before = Float64Array.from(matrix);
      const { values, vectors } = symmetricEigen(matrix, size);
      expect(matrix).toEqual(before);
      for (let row = 0; row < size; row++) {
        if (row > 0) expect(values[row]!).toBeLessThanOrEqual(values[row - 1]!);
        for (let column = 0; column < size; column++) {
          let rebuilt = 0;
          let product = 0;
          for (let k = 0; k < size; k++) {
            rebuilt += values[k]! * vectors[k * size + row]! * vectors[k * size + column]!;
            product += vectors[row * size + k]! * vectors[column * size + k]!;
          }
          expect(rebuilt).toBeCloseTo(matrix[row * size + column]!, 9);
          expect(product).toBeCloseTo(row === column ? 1 : 0, 9);
        }
      }
    }),
  );
});
