/**
 * Markers that ask whether a unit's task profile leans in one known direction: hard tasks (B2), extended tasks (B3).
 *
 * Formula (class): dose = sum_j a_j y_j / v_j / sum_j a_j^2 / v_j, v_j = h_c + nature_j: generalised least squares of the
 * profile on the direction a; z = dose / se, damped when the rest of the profile is as uneven (heavy-tailed honest
 * classes): z * sqrt((v + J - 1) / (v + Q - z^2)), the likelihood-ratio form under a multivariate t with v degrees of freedom.
 * Formula (school, municipality): the same contrast of the summed residuals over its sampling and natural spread.
 * Source: Mantel-type residuals given the total (statistical frame of differential item functioning, Holland & Thayer
 * 1988); generalised least squares, Aitken 1935.
 */
import { median } from '#stats/quantiles.ts';
import type { Context } from '../engine/context.ts';
import { multiply } from '../engine/matrix.ts';
import { squaredDistance } from '../engine/joint-tail.ts';
import { mapped, type Points, pointsOf } from '../engine/points.ts';
import { naturalTaskVariance, type ProfileModel, samplingScale } from '../engine/profile.ts';
import { standardise } from '../engine/reference.ts';
import type { MarkerId, UnitLevel } from '../model.ts';

export interface Direction {
  readonly marker: MarkerId;
  /** Expected change of each task's mean residual at dose 1, points. */
  readonly profile: Float64Array;
  /** Points that dose 1 gives a pupil. */
  readonly gain: number;
}

export interface DirectionResult {
  readonly participants: Int32Array;
  readonly statistic: Float64Array;
  readonly p: Float64Array;
  readonly tailEvidence: Float64Array;
  /** Gain per pupil, points, with its standard deviation (sampling and nature). */
  readonly gain: Float64Array;
  readonly gainSd: Float64Array;
}

export function measureDirection(
  context: Context,
  level: UnitLevel,
  model: ProfileModel,
  direction: Direction,
  minimum: number,
): DirectionResult {
  const profiles = context.evenProfiles(level);
  const { taskCount } = context.papers;
  // The same for all directions of a round.
  const { scales, points } = context.referenceMemo(`coordinates:${level}`, () => ({
    scales: samplingScale(profiles, context.covariance, taskCount),
    points: coordinates(context, level, model),
  }));
  const along = multiply(model.basis, direction.profile, model.dimensions, taskCount, 1);
  const units = profiles.participants.length;
  const deviation = new Float64Array(units).fill(Number.NaN);
  const variance = new Float64Array(units).fill(Number.NaN);
  const gain = new Float64Array(units).fill(Number.NaN);
  const gainPerDeviation = new Float64Array(units).fill(Number.NaN);
  const classScale = level === 'class' ? null : typicalClassScale(context);
  let natureSum = 0;
  let counted = 0;
  for (let unit = 0; unit < units; unit++) {
    const n = profiles.participants[unit]!;
    const scale = scales[unit]!;
    if (n < minimum || !(scale > 0)) continue;
    const leaning = lean(points, unit, scale, classScale ?? scale, model, along);
    if (!(leaning.information > 0)) continue;
    // Residuals are taken from means that contain the unit: n * scale is what is left of each pupil's residual.
    const ownShare = Math.min(1, Math.max(0.02, n * scale));
    gainPerDeviation[unit] = direction.gain / Math.sqrt(leaning.information) / ownShare;
    gain[unit] = leaning.z * gainPerDeviation[unit]!;
    deviation[unit] = level === 'class' ? leaning.damped : leaning.z;
    variance[unit] = leaning.samplingShare;
    natureSum += 1 - leaning.samplingShare;
    counted++;
  }
  // A school's natural spread before its units are seen: that of a class, averaged over a few classes.
  const natureShare = counted === 0 ? 0.5 : Math.max(0.05, natureSum / counted);
  const reference = standardise(deviation, variance, {
    priorTau2: level === 'class' ? natureShare : natureShare / 3,
    trusted: (unit) => !context.setAside(level, unit),
    tailPrior: context.tailPrior(direction.marker, level),
    memory: context.fits(direction.marker, level),
  });
  return {
    participants: profiles.participants,
    statistic: reference.statistic,
    p: reference.p,
    tailEvidence: reference.tailEvidence,
    gain,
    gainSd: reference.deviationSd.map((sd, unit) => sd * gainPerDeviation[unit]!),
  };
}

/** A task further off than this many standard deviations counts as this far: one odd task is a topic, not a direction. */
const HOLD = 2.25;

/** Coordinates of all units' mean residuals; of a class's after each task's deviation is held within bounds. */
function coordinates(context: Context, level: UnitLevel, model: ProfileModel): Points {
  const { taskCount } = context.papers;
  const { participants, residuals } = context.evenProfiles(level);
  const { variances } = context.profiles('class');
  const nature = naturalTaskVariance(model);
  const points = pointsOf(participants.length, taskCount);
  for (let unit = 0; unit < participants.length; unit++) {
    const n = Math.max(1, participants[unit]!);
    const into = unit * points.wide;
    for (let task = 0; task < taskCount; task++) {
      const mean = residuals[unit * taskCount + task]! / n;
      if (level === 'class') {
        const limit = HOLD * Math.sqrt(variances[unit * taskCount + task]! / (n * n) + nature[task]!);
        points.values[into + task] = Math.min(limit, Math.max(-limit, mean));
      } else {
        points.values[into + task] = mean;
      }
    }
  }
  return mapped(points, model.basis, model.dimensions);
}

interface Leaning {
  readonly z: number;
  /** z damped by how uneven the rest of the profile is. */
  readonly damped: number;
  readonly information: number;
  /** Share of the variance of z that sampling accounts for. */
  readonly samplingShare: number;
}

/** @param weightScale sampling scale that sets the weights: the unit's own, or a typical class's for larger units. */
function lean(
  { values, wide }: Points,
  unit: number,
  scale: number,
  weightScale: number,
  model: ProfileModel,
  along: Float64Array,
): Leaning {
  let product = 0;
  let information = 0;
  let sampling = 0;
  for (let j = 0; j < model.dimensions; j++) {
    const weight = along[j]! / (weightScale + model.nature[j]!);
    product += weight * values[unit * wide + j]!;
    information += weight * along[j]!;
    sampling += weight * weight * scale;
  }
  const z = product / Math.sqrt(information);
  const rest = Math.max(0, squaredDistance(values, unit * wide, scale, model.nature) - z * z);
  const v = model.degreesOfFreedom;
  const damped = z * Math.sqrt((v + model.dimensions - 1) / (v + rest));
  return { z, damped, information, samplingShare: sampling / information };
}

function typicalClassScale(context: Context): number {
  const scales = samplingScale(context.profiles('class'), context.covariance, context.papers.taskCount);
  return median(scales.filter((scale) => scale > 0)) || 1;
}

/** The direction in which residuals given the total move when pupils gain `gains` points on average on each task. */
export function directionOfGains(context: Context, marker: MarkerId, gains: Float64Array): Direction {
  const gain = gains.reduce((sum, value) => sum + value, 0);
  // The total rises by the whole gain, and pupils of that higher total solve the other tasks better too.
  return { marker, profile: gains.map((value, task) => value - gain * context.tasks[task]!.slope), gain };
}
