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
import { symmetricEigen } from '#stats/eigen.ts';
import { jointTail } from './joint-tail.ts';
import { congruence, multiply, transpose } from './matrix.ts';
import { mapped, meanResiduals, type Points, pointsOf } from './points.ts';
import { robustScatter } from './scatter.ts';
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
  const residuals = meanResiduals(profiles, teaching, taskCount);
  const white = mapped(residuals, whitening, dimensions);
  const structure = independentTaskEffects(covariance, whitening, taskCount, dimensions);
  const unitScales = teaching.map((unit) => scales[unit]!);
  const natural = naturalCovariance(white, unitScales, structure);
  const eigen = symmetricEigen(natural, dimensions);
  const basis = multiply(eigen.vectors, whitening, dimensions, dimensions, taskCount);
  const nature = eigen.values.map((value) => Math.max(0, value));
  const degreesOfFreedom = jointTail(mapped(residuals, basis, dimensions), unitScales, nature, trustedShare);
  return { taskCount, dimensions, basis, nature, degreesOfFreedom, covariance };
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

function naturalCovariance(white: Points, scales: readonly number[], structure: Float64Array): Float64Array {
  const { count, dimensions, wide } = white;
  const prior = structure.map((value) => value * NATURAL_LOGIT_SD ** 2);
  if (count < 5) return prior;
  let natural = prior;
  const meanScale = scales.reduce((sum, value) => sum + value, 0) / scales.length;
  for (let round = 0; round < 2; round++) {
    const naturalSize = trace(natural, dimensions) / dimensions;
    // Bring every class to the sampling noise of an average one before their scatter is pooled.
    const even = pointsOf(count, dimensions);
    scales.forEach((scale, index) => {
      const factor = Math.sqrt((meanScale + naturalSize) / (scale + naturalSize));
      for (let at = index * wide; at < (index + 1) * wide; at++) even.values[at] = white.values[at]! * factor;
    });
    const scatter = robustScatter(even);
    const excess = scatter.map((value, at) => value - (at % (dimensions + 1) === 0 ? meanScale : 0));
    const estimated = nonNegative(excess, dimensions);
    const structureScale = Math.max(0.01, trace(estimated, dimensions) / trace(structure, dimensions));
    const support = count / (count + 4 * dimensions);
    const sizeSupport = count / (count + 20);
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
