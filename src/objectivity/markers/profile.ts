/**
 * B4 «Профиль заданий». Is the whole profile of tasks, in whatever direction, more uneven than honest classes' profiles are?
 *
 * Formula: chi2 = sum over tasks d_i^2 / (V_i + nature_i), d_i the mean residual given the total, V_i its sampling variance,
 * nature_i the variance between honest classes; turned into a normal deviate by Wilson-Hilferty, its shape taken from
 * simulated honest classes and its width from the region's own.
 * Source: profile statistic over Mantel-type residuals; Wilson & Hilferty 1931.
 * Assumptions: totals are comparable within a form (variants are compared with themselves).
 * Minimum sample: 12 papers, 4 tasks. Unit of the effect: number of tasks more than 2.5 standard deviations off.
 * How it can be wrong: order of the curriculum, a textbook of its own, variants mixed up in the protocol.
 */
import { wilsonHilferty } from '#stats/chi-square.ts';
import { naturalTaskVariance, type ProfileModel } from '../engine/profile.ts';
import { standardise } from '../engine/reference.ts';
import type { ClassProfiles } from '../engine/task-residuals.ts';
import { taskDetails } from './details.ts';
import { type Marker, type Measurement, unavailable } from './marker.ts';

const MINIMUM_PAPERS = 12;
const MINIMUM_TASKS = 4;
/** A sum of squares has a long upper tail, and Wilson-Hilferty straightens it for normal deviations only. */
const ASSUMED_SKEWNESS = 0.1;
/** A task is named as odd beyond this. */
const ODD = 2.5;

export const taskProfile: Marker = {
  id: 'B4',
  mechanism: 'help',
  levels: ['class'],
  measure(context, level): Measurement {
    const units = context.units(level).length;
    const model = context.profileModel;
    const varying = model === null ? 0 : model.dimensions + 1;
    if (model === null || varying < MINIMUM_TASKS) return unavailable(units, 'tasks', MINIMUM_TASKS, varying);
    const profiles = context.profiles(level);
    const nature = naturalTaskVariance(model);
    const deviation = new Float64Array(units).fill(Number.NaN);
    for (let unit = 0; unit < units; unit++) {
      if (profiles.participants[unit]! < MINIMUM_PAPERS) continue;
      deviation[unit] = unevenness(context.evenProfiles(level), unit, unit, profiles, nature, model);
    }
    const simulated = context.honestClasses();
    const honest =
      simulated === null
        ? []
        : Array.from(simulated.units, (like, at) => unevenness(simulated, at, like, profiles, nature, model)).filter(
            (value) => Number.isFinite(value),
          );
    const reference = standardise(deviation, new Float64Array(units).fill(0.5), {
      priorTau2: 0.5,
      honestSample: honest,
      assumedSkewness: ASSUMED_SKEWNESS,
      trusted: (unit) => !context.setAside(level, unit),
      tailPrior: context.tailPrior('B4', level),
      memory: context.fits('B4', level),
    });
    const tasks = Array.from({ length: context.papers.taskCount }, (_, task) => task);
    return {
      participants: profiles.participants,
      statistic: reference.statistic,
      p: reference.p,
      tailEvidence: reference.tailEvidence,
      insufficient: (unit) => ({ required: MINIMUM_PAPERS, given: profiles.participants[unit]!, reason: 'papers' }),
      effect: (unit) => ({ value: countOdd(profiles, unit, nature, tasks.length), unit: 'tasks' }),
      details: (unit) => taskDetails(context, level, unit, tasks, nature),
    };
  },
};

/** @param like the real class whose sampling variances stand for a simulated one. */
function unevenness(
  residuals: Pick<ClassProfiles, 'participants' | 'residuals'>,
  at: number,
  like: number,
  profiles: ClassProfiles,
  nature: Float64Array,
  model: ProfileModel,
): number {
  const n = residuals.participants[at]!;
  let sum = 0;
  let used = 0;
  for (let task = 0; task < model.taskCount; task++) {
    const variance = profiles.variances[like * model.taskCount + task]! / (n * n) + nature[task]!;
    if (!(variance > 0)) continue;
    sum += (residuals.residuals[at * model.taskCount + task]! / n) ** 2 / variance;
    used++;
  }
  return used < 2 ? Number.NaN : wilsonHilferty(sum, used - 1);
}

function countOdd(profiles: ClassProfiles, unit: number, nature: Float64Array, taskCount: number): number {
  const n = profiles.participants[unit]!;
  let odd = 0;
  for (let task = 0; task < taskCount; task++) {
    const at = unit * taskCount + task;
    const variance = profiles.variances[at]! / (n * n) + nature[task]!;
    if (variance > 0 && Math.abs(profiles.residuals[at]! / n) > ODD * Math.sqrt(variance)) odd++;
  }
  return odd;
}
