import type { Context } from '../engine/context.ts';
import type { MarkerDetails, UnitLevel } from '../model.ts';

/** Value with its 95 % interval. */
export function interval(value: number, sd: number): { value: number; low: number; high: number } {
  return { value, low: value - 1.96 * sd, high: value + 1.96 * sd };
}

/**
 * Observed and expected mean score of the named tasks in one unit, points per pupil.
 * @param nature variance of each task's mean residual between honest units of this size, squared points.
 */
export function taskDetails(
  context: Context,
  level: UnitLevel,
  unit: number,
  tasks: readonly number[],
  nature: Float64Array,
): MarkerDetails {
  const profiles = context.profiles(level);
  const { taskCount, administration } = context.papers;
  const n = profiles.participants[unit]!;
  return {
    tasks: tasks.map((task) => {
      const at = unit * taskCount + task;
      const observed = profiles.sums[at]! / n;
      const residual = profiles.residuals[at]! / n;
      const sd = Math.sqrt(profiles.variances[at]! / (n * n) + nature[task]!);
      return {
        id: administration.tasks[task]!.id,
        observed,
        expected: observed - residual,
        z: sd > 0 ? residual / sd : 0,
      };
    }),
  };
}
