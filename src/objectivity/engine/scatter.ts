/**
 * Multivariate-t M-estimate of scatter about zero, scaled so that the median distance is that of a normal sample.
 *
 * Formula: S = mean of w_i x_i x_i', w_i = (v + d) / (v + x_i' S^-1 x_i), v = 5; eight steps from the unit matrix on the sample's own
 * scale. Source: Kent & Tyler 1991, Ann. Stat. 19:2102.
 */
import { choleskyFactor } from '#stats/cholesky.ts';
import { symmetricEigen } from '#stats/eigen.ts';
import { median } from '#stats/quantiles.ts';
import { type Kernel, threadKernel } from '../kernel/kernel.ts';
import { type Points, putMap } from './points.ts';

const TAIL_OF_WEIGHTS = 5;
const STEPS = 8;
/** Eigenvalues below this share of the largest count as this share. */
const FLOOR = 1e-9;

/** @returns dimensions x dimensions. */
export function robustScatter(points: Points): Float64Array {
  const { count, dimensions } = points;
  let scatter: Float64Array = new Float64Array(dimensions * dimensions);
  for (let index = 0; index < dimensions; index++) scatter[index * dimensions + index] = 1;
  const kernel = threadKernel();
  return kernel.scope(() => {
    const sample = kernel.put(points.values);
    for (let step = 0; step < STEPS; step++) {
      const distances = mahalanobis(kernel, sample, points, scatter);
      // Start on the sample's own scale.
      const scale = step === 0 ? median(distances) / dimensions || 1 : 1;
      const weights = distances.map(
        (distance) => (TAIL_OF_WEIGHTS + dimensions) / (TAIL_OF_WEIGHTS + distance / scale) / count,
      );
      scatter = weighted(kernel, sample, points, weights);
    }
    const distances = mahalanobis(kernel, sample, points, scatter);
    // Median of chi-square by Wilson and Hilferty.
    const expected = dimensions * (1 - 2 / (9 * dimensions)) ** 3;
    const scale = median(distances) / expected;
    return scatter.map((value) => value * scale);
  });
}

function weighted(kernel: Kernel, sample: number, points: Points, weights: Float64Array): Float64Array {
  const { count, dimensions, wide } = points;
  return kernel.scope(() => {
    const out = kernel.takeZeros(8 * wide * wide);
    kernel.run.weightedScatter(sample, count, wide, kernel.put(weights), out);
    const lower = kernel.float64(out, wide * wide);
    return Float64Array.from({ length: dimensions * dimensions }, (_, at) => {
      const row = Math.floor(at / dimensions);
      const column = at % dimensions;
      return lower[Math.max(row, column) * wide + Math.min(row, column)]!;
    });
  });
}

/** Squared distance of every point. */
function mahalanobis(kernel: Kernel, sample: number, points: Points, scatter: Float64Array): Float64Array {
  const { count, dimensions, wide } = points;
  const map = whitener(scatter, dimensions);
  return kernel.scope(() => {
    const out = kernel.take(8 * count);
    kernel.run.squaredLengths(sample, count, wide, putMap(kernel, map, dimensions, points), dimensions, out);
    return kernel.float64(out, count).slice();
  });
}

/** A matrix W with W'W the inverse of the scatter: the inverse of its Cholesky factor, or by eigenvectors where it is nearly singular. */
function whitener(scatter: Float64Array, size: number): Float64Array {
  const factor = choleskyFactor(scatter, size);
  const pivots = Array.from({ length: size }, (_, row) => (factor?.[row * (size + 1)] ?? 0) ** 2);
  if (factor !== null && Math.min(...pivots) > 1e3 * FLOOR * Math.max(...pivots)) return inverseLower(factor, size);
  const { values, vectors } = symmetricEigen(scatter, size);
  const least = FLOOR * Math.max(values[0]!, 1e-300);
  return vectors.map((value, at) => value / Math.sqrt(Math.max(values[Math.floor(at / size)]!, least)));
}

function inverseLower(factor: Float64Array, size: number): Float64Array {
  const inverse = new Float64Array(size * size);
  for (let column = 0; column < size; column++) {
    for (let row = column; row < size; row++) {
      let sum = row === column ? 1 : 0;
      for (let k = column; k < row; k++) sum -= factor[row * size + k]! * inverse[k * size + column]!;
      inverse[row * size + column] = sum / factor[row * size + row]!;
    }
  }
  return inverse;
}
