/**
 * The task profile of a class: by how much each task was solved better or worse than pupils with the same total solve
 * it elsewhere, in coordinates in which honest classes are uncorrelated.
 *
 * Two sources of spread are told apart. Sampling: the conditional covariance of task scores within score groups, divided
 * by the number of papers. Nature: what classes were taught, how their teacher marks; its covariance is estimated from
 * the classes themselves, robustly, so that a tenth of odd classes does not set the scale.
 *
 * Formula: d_c = D_c / n_c; Cov d_c = S h_c + T, h_c = 1/n_c net of the class's own share; the basis diagonalises S and
 * T at once, so that coordinate j of class c has variance h_c + nature_j.
 * T: multivariate-t M-estimate of the scatter minus the sampling part, shrunk towards independent class x task effects.
 * Source: Kent & Tyler 1991, Ann. Stat. 19:2102 (t M-estimator); structure .5 logit after the proctored Russian classes of
 * TIMSS 2007.
 */
import { median } from '#stats/quantiles.ts';
import { symmetricEigen } from '#stats/eigen.ts';
import { fLogDensity, fLowerTail } from '#stats/f-distribution.ts';
import { congruence, multiply, transpose } from './matrix.ts';
import type { ClassProfiles } from './task-residuals.ts';

export interface ProfileModel {
  readonly taskCount: number;
  /** Number of coordinates: tasks whose scores vary, less one for the total that is given. */
  readonly dimensions: number;
  /** dimensions x tasks: coordinates = basis times mean residuals. */
  readonly basis: Float64Array;
  /** Natural variance of each coordinate between honest classes; sampling variance is h for every coordinate. */
  readonly nature: Float64Array;
  /** Degrees of freedom of the honest classes' joint tail. */
  readonly degreesOfFreedom: number;
  readonly covariance: Float64Array;
}

/** Classes smaller than this do not teach the model what is natural. */
const SMALLEST_CLASS = 8;
/** Natural class x task spread before any data are seen, logits (TIMSS 2007, proctored). */
const NATURAL_LOGIT_SD = 0.5;
const TAIL_OF_WEIGHTS = 5;

/** h_c: sampling variance of a unit coordinate of the class's mean profile. */
export function samplingScale(profiles: ClassProfiles, covariance: Float64Array, taskCount: number): Float64Array {
  let trace = 0;
  for (let task = 0; task < taskCount; task++) trace += covariance[task * taskCount + task]!;
  return Float64Array.from(profiles.participants, (n, unit) => {
    if (n === 0 || trace === 0) return Number.NaN;
    let sum = 0;
    for (let task = 0; task < taskCount; task++) sum += profiles.variances[unit * taskCount + task]!;
    return sum / trace / (n * n);
  });
}

/**
 * @param trusted which classes may teach the model.
 * @param trustedShare share of them, nearest to the centre, whose distances set the weight of the tails: the rest may be
 *   manipulated.
 */
export function fitProfileModel(
  profiles: ClassProfiles,
  covariance: Float64Array,
  taskCount: number,
  trusted: (unit: number) => boolean,
  trustedShare: number,
): ProfileModel | null {
  const whitening = whiteningBasis(covariance, taskCount);
  const dimensions = whitening.length / taskCount;
  if (dimensions < 2) return null;
  const scales = samplingScale(profiles, covariance, taskCount);
  const teaching: number[] = [];
  profiles.participants.forEach((n, unit) => {
    if (n >= SMALLEST_CLASS && scales[unit]! > 0 && trusted(unit)) teaching.push(unit);
  });
  thin(teaching);
  const white = teaching.map((unit) => coordinatesOf(profiles, unit, whitening, taskCount));
  const structure = independentTaskEffects(covariance, whitening, taskCount, dimensions);
  const unitScales = teaching.map((unit) => scales[unit]!);
  const natural = naturalCovariance(white, unitScales, structure, dimensions);
  const eigen = symmetricEigen(natural, dimensions);
  const basis = multiply(eigen.vectors, whitening, dimensions, dimensions, taskCount);
  const nature = eigen.values.map((value) => Math.max(0, value));
  const degreesOfFreedom = jointTail(
    teaching.map((unit) => coordinatesOf(profiles, unit, basis, taskCount)),
    unitScales,
    nature,
    trustedShare,
  );
  return { taskCount, dimensions, basis, nature, degreesOfFreedom, covariance };
}

/** @param into receives the coordinates, dimensions values; a new array unless given. */
export function coordinatesOf(
  profiles: Pick<ClassProfiles, 'participants' | 'residuals'>,
  unit: number,
  basis: Float64Array,
  taskCount: number,
  into?: Float64Array,
): Float64Array {
  const n = profiles.participants[unit]!;
  const dimensions = basis.length / taskCount;
  const coordinates = into ?? new Float64Array(dimensions);
  for (let row = 0; row < dimensions; row++) {
    let sum = 0;
    for (let task = 0; task < taskCount; task++) {
      sum += basis[row * taskCount + task]! * profiles.residuals[unit * taskCount + task]!;
    }
    coordinates[row] = sum / n;
  }
  return coordinates;
}

/** Classes enough for a covariance of at most 60 tasks. */
const MOST_CLASSES = 4000;

function thin(units: number[]): void {
  if (units.length <= MOST_CLASSES) return;
  const step = units.length / MOST_CLASSES;
  for (let index = 0; index < MOST_CLASSES; index++) units[index] = units[Math.floor(index * step)]!;
  units.length = MOST_CLASSES;
}

/** Rows turn residuals into coordinates with unit sampling variance per paper; directions without variance are left out. */
function whiteningBasis(covariance: Float64Array, taskCount: number): Float64Array {
  const { values, vectors } = symmetricEigen(covariance, taskCount);
  const kept: number[] = [];
  for (let row = 0; row < taskCount; row++) {
    const value = values[row]!;
    if (!(value > 1e-6 * values[0]!)) break;
    for (let task = 0; task < taskCount; task++) kept.push(vectors[row * taskCount + task]! / Math.sqrt(value));
  }
  return Float64Array.from(kept);
}

/** What independent class x task effects of one squared logit would add to the covariance of the white coordinates. */
function independentTaskEffects(
  covariance: Float64Array,
  whitening: Float64Array,
  taskCount: number,
  dimensions: number,
): Float64Array {
  const diagonal = new Float64Array(taskCount * taskCount);
  for (let task = 0; task < taskCount; task++) {
    // A shift of one logit moves a mean score by about its conditional variance.
    diagonal[task * taskCount + task] = covariance[task * taskCount + task]! ** 2;
  }
  return congruence(whitening, diagonal, dimensions, taskCount);
}

function naturalCovariance(
  white: readonly Float64Array[],
  scales: readonly number[],
  structure: Float64Array,
  dimensions: number,
): Float64Array {
  const prior = structure.map((value) => value * NATURAL_LOGIT_SD ** 2);
  if (white.length < 5) return prior;
  let natural = prior;
  const meanScale = scales.reduce((sum, value) => sum + value, 0) / scales.length;
  for (let round = 0; round < 2; round++) {
    const naturalSize = trace(natural, dimensions) / dimensions;
    // Bring every class to the sampling noise of an average one before their scatter is pooled.
    const even = white.map((coordinates, index) => {
      const factor = Math.sqrt((meanScale + naturalSize) / (scales[index]! + naturalSize));
      return coordinates.map((value) => value * factor);
    });
    const scatter = robustScatter(even, dimensions);
    const excess = scatter.map((value, at) => value - (at % (dimensions + 1) === 0 ? meanScale : 0));
    const estimated = nonNegative(excess, dimensions);
    const structureScale = Math.max(0.01, trace(estimated, dimensions) / trace(structure, dimensions));
    const support = white.length / (white.length + 4 * dimensions);
    const sizeSupport = white.length / (white.length + 20);
    const shape = structureScale * sizeSupport + NATURAL_LOGIT_SD ** 2 * (1 - sizeSupport);
    natural = estimated.map((value, at) => support * value + (1 - support) * shape * structure[at]!);
  }
  return natural;
}

function trace(matrix: Float64Array, size: number): number {
  let sum = 0;
  for (let index = 0; index < size; index++) sum += matrix[index * size + index]!;
  return sum;
}

/** Multivariate-t M-estimate of scatter about zero, scaled so that the median distance is that of a normal sample. */
function robustScatter(sample: readonly Float64Array[], dimensions: number): Float64Array {
  let scatter = new Float64Array(dimensions * dimensions);
  for (let index = 0; index < dimensions; index++) scatter[index * dimensions + index] = 1;
  let distances: number[] = [];
  for (let step = 0; step < 8; step++) {
    distances = mahalanobis(sample, scatter, dimensions);
    if (step === 0) {
      // Start on the sample's own scale.
      const start = median(distances) / dimensions || 1;
      scatter = scatter.map((value) => value * start);
      distances = distances.map((value) => value / start);
    }
    const next = new Float64Array(dimensions * dimensions);
    sample.forEach((point, index) => {
      const weight = (TAIL_OF_WEIGHTS + dimensions) / (TAIL_OF_WEIGHTS + distances[index]!) / sample.length;
      for (let row = 0; row < dimensions; row++) {
        const value = weight * point[row]!;
        for (let column = 0; column < dimensions; column++) {
          const at = row * dimensions + column;
          next[at] = next[at]! + value * point[column]!;
        }
      }
    });
    scatter = next;
  }
  distances = mahalanobis(sample, scatter, dimensions);
  // Median of chi-square by Wilson and Hilferty.
  const expected = dimensions * (1 - 2 / (9 * dimensions)) ** 3;
  const scale = median(distances) / expected;
  return scatter.map((value) => value * scale);
}

function mahalanobis(sample: readonly Float64Array[], scatter: Float64Array, dimensions: number): number[] {
  const { values, vectors } = symmetricEigen(scatter, dimensions);
  const floor = 1e-9 * Math.max(values[0]!, 1e-300);
  return sample.map((point) => {
    let distance = 0;
    for (let row = 0; row < dimensions; row++) {
      let projection = 0;
      for (let column = 0; column < dimensions; column++) {
        projection += vectors[row * dimensions + column]! * point[column]!;
      }
      distance += (projection * projection) / Math.max(values[row]!, floor);
    }
    return distance;
  });
}

function nonNegative(matrix: Float64Array, size: number): Float64Array {
  const { values, vectors } = symmetricEigen(matrix, size);
  const result = new Float64Array(size * size);
  for (let k = 0; k < size; k++) {
    const value = values[k]!;
    if (value <= 0) break;
    for (let row = 0; row < size; row++) {
      for (let column = 0; column < size; column++) {
        const at = row * size + column;
        result[at] = result[at]! + value * vectors[k * size + row]! * vectors[k * size + column]!;
      }
    }
  }
  return result;
}

const TAILS = [3, 4, 5, 6, 8, 10, 14, 20, 30, 60, 200];
const TAIL_PRIOR_RATE = 8;

/**
 * Degrees of freedom of the multivariate t that best describes the distances of the trusted classes, on a grid. The fit
 * conditions on lying below the trusted quantile.
 */
function jointTail(
  points: readonly Float64Array[],
  scales: readonly number[],
  nature: Float64Array,
  trustedShare: number,
): number {
  const dimensions = nature.length;
  const ratios = points
    .map((point, index) => squaredDistance(point, scales[index]!, nature) / dimensions)
    .sort((a, b) => a - b);
  const trusted = ratios.slice(0, Math.floor(ratios.length * trustedShare)).filter((ratio) => ratio > 0);
  const limit = trusted.at(-1);
  let best = 30;
  if (limit === undefined) return best;
  let bestValue = Number.NEGATIVE_INFINITY;
  for (const tail of TAILS) {
    // The scatter was scaled to the median of a normal sample; a t of the same scatter has a larger median.
    const scale = medianF(dimensions, tail) / medianF(dimensions, 1e5);
    let value = -TAIL_PRIOR_RATE / tail - trusted.length * Math.log(fLowerTail(limit * scale, dimensions, tail));
    for (const ratio of trusted) value += fLogDensity(ratio * scale, dimensions, tail);
    if (value > bestValue) {
      bestValue = value;
      best = tail;
    }
  }
  return best;
}

function medianF(numerator: number, denominator: number): number {
  let low = 0;
  let high = 4;
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2;
    if (fLowerTail(middle, numerator, denominator) < 0.5) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

export function squaredDistance(point: Float64Array, scale: number, nature: Float64Array): number {
  let distance = 0;
  for (let index = 0; index < nature.length; index++) distance += point[index]! ** 2 / (scale + nature[index]!);
  return distance;
}

/** Variance of each task's mean residual between honest classes, squared points. */
export function naturalTaskVariance(model: ProfileModel): Float64Array {
  const { taskCount, dimensions, covariance, basis, nature } = model;
  // The basis whitens the conditional covariance, so covariance times its transpose leads back to tasks.
  const back = multiply(covariance, transpose(basis, dimensions, taskCount), taskCount, taskCount, dimensions);
  return Float64Array.from({ length: taskCount }, (_, task) => {
    let sum = 0;
    for (let j = 0; j < dimensions; j++) sum += back[task * dimensions + j]! ** 2 * nature[j]!;
    return sum;
  });
}
