/** Many points of one space, side by side, as the kernel reads them. */
import { type Kernel, threadKernel } from '../kernel/kernel.ts';
import type { ClassProfiles } from './task-residuals.ts';

export interface Points {
  readonly count: number;
  readonly dimensions: number;
  /** Numbers from one point to the next: even, at least `dimensions`; what lies between is 0. */
  readonly wide: number;
  readonly values: Float64Array;
}

export function pointsOf(count: number, dimensions: number): Points {
  const wide = dimensions + (dimensions % 2);
  return { count, dimensions, wide, values: new Float64Array(count * wide) };
}

/** Mean residuals of units, one point per unit. */
export function meanResiduals(
  { participants, residuals }: Pick<ClassProfiles, 'participants' | 'residuals'>,
  units: ArrayLike<number>,
  taskCount: number,
): Points {
  const points = pointsOf(units.length, taskCount);
  for (let index = 0; index < units.length; index++) {
    const unit = units[index]!;
    const n = participants[unit]!;
    const into = index * points.wide;
    for (let task = 0; task < taskCount; task++) points.values[into + task] = residuals[unit * taskCount + task]! / n;
  }
  return points;
}

/** @param map row-major, rows x dimensions of the points. @returns map times each point. */
export function mapped(points: Points, map: Float64Array, rows: number): Points {
  const images = pointsOf(points.count, rows);
  const kernel = threadKernel();
  kernel.scope(() => {
    const out = kernel.takeZeros(images.values.byteLength);
    const from = kernel.put(points.values);
    kernel.run.mapPoints(from, points.count, points.wide, putMap(kernel, map, rows, points), rows, out, images.wide);
    images.values.set(kernel.float64(out, images.values.length));
  });
  return images;
}

/** Address of a map whose rows are as wide as the points; in room of the caller's scope. */
export function putMap(
  kernel: Kernel,
  map: Float64Array,
  rows: number,
  { dimensions, wide }: Pick<Points, 'dimensions' | 'wide'>,
): number {
  const at = kernel.takeZeros(8 * rows * wide);
  const target = kernel.float64(at, rows * wide);
  for (let row = 0; row < rows; row++) {
    target.set(map.subarray(row * dimensions, (row + 1) * dimensions), row * wide);
  }
  return at;
}
