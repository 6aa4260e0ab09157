/**
 * Residuals of tasks on a scale on which honest classes deviate alike to either side.
 *
 * A class that was taught a hard task well gains more points than a class that was not taught it loses: in points honest
 * deviations lean upwards on hard tasks and downwards on easy ones. On the logit scale they do not.
 *
 * Formula: d = (logit(o) - logit(e)) e (1 - e) max per paper; e the expected share of the maximum given the totals, o the observed
 * share, blended with `BLEND` papers of the expected one. For small deviations d is the residual itself.
 * Source: logit shift of a class x task effect (Rasch 1960), linearised back to points.
 */
import type { ClassProfiles } from './task-residuals.ts';

/** Papers' worth of expectation that keep a share away from 0 and 1. */
const BLEND = 4;

/** @param maxima highest score of each task. */
export function evenResiduals(profiles: ClassProfiles, maxima: readonly number[]): ClassProfiles {
  const { participants, residuals, sums } = profiles;
  const taskCount = maxima.length;
  const even = new Float64Array(residuals.length);
  participants.forEach((n, unit) => {
    if (n === 0) return;
    for (let task = 0; task < taskCount; task++) {
      const at = unit * taskCount + task;
      const whole = n * maxima[task]!;
      const residual = residuals[at]!;
      const expected = (sums[at]! - residual) / whole;
      if (!(expected > 1e-6 && expected < 1 - 1e-6)) continue;
      const observed = expected + residual / (whole + BLEND * maxima[task]!);
      const shift = Math.log((observed * (1 - expected)) / (expected * (1 - observed)));
      even[at] = shift * expected * (1 - expected) * (whole + BLEND * maxima[task]!);
    }
  });
  return { ...profiles, residuals: even };
}
