/**
 * Honest classes of this very administration, simulated: the same classes, sizes and totals, natural class x task effects
 * of the estimated size, and independent pupils. They show what shape (skewness, dependence on class size) a statistic has
 * when nobody interferes; how wide it is, the real classes say.
 *
 * Model: the natural profile of a simulated class is that of a real one, shrunk to its natural part and with a random sign, so
 * that rare large effects and uneven classes are as frequent as they are; turned into shifts of tasks in logits; scores drawn
 * from the region's probabilities given the imitated paper's total, tilted by the shift. The simulated paper belongs to the score group
 * of the total it then has.
 * Deterministic: the seed is a constant, so the same file gives the same figures.
 */
import type { Context } from './context.ts';
import { coordinatesOf, type ProfileModel, samplingScale } from './profile.ts';
import { multiply } from './matrix.ts';
import { Random } from './random.ts';

export interface SimulatedClass {
  /** Position of the imitated class in units('class'). */
  readonly unit: number;
  /** Score group of each simulated paper. */
  readonly groups: Int32Array;
  /** papers x tasks: simulated points. */
  readonly points: Int8Array;
  /** Number of papers, in the shape of a unit's profile. */
  readonly participants: Int32Array;
  /** Per task: sum of residuals given the total, points. */
  readonly residuals: Float64Array;
}

const SEED = 20_260_401;
/** Classes smaller than this are asked by no marker and are not imitated. */
const SMALLEST_CLASS = 10;
/** Classes that lend their natural profile, about. */
const MOST_DONORS = 4000;

/** @param count how many classes to simulate; real ones are imitated in turn, spread evenly over the region. */
export function simulateHonestClasses(context: Context, model: ProfileModel, count: number): SimulatedClass[] {
  const participants = context.profiles('class').participants;
  const eligible = context
    .units('class')
    .map((_, unit) => unit)
    .filter((unit) => participants[unit]! >= SMALLEST_CLASS);
  if (eligible.length === 0) return [];
  const random = new Random(SEED);
  const loading = naturalLoading(model);
  const effects = naturalEffects(context, model, eligible);
  return Array.from({ length: count }, (_, draw) => {
    const unit = eligible[Math.floor((draw * eligible.length) / count)]!;
    const donor = effects[random.integer(0, effects.length - 1)]!;
    const sign = random.chance(0.5) ? 1 : -1;
    const shifts = multiply(loading, donor, model.taskCount, model.dimensions, 1);
    const tilts = shifts.map((shift) => Math.exp(sign * shift));
    return simulateClass(context, unit, participants[unit]!, tilts, random);
  });
}

function simulateClass(
  context: Context,
  unit: number,
  participants: number,
  tilts: Float64Array,
  random: Random,
): SimulatedClass {
  const { papers, groups, probabilities: table } = context;
  const { taskCount, maximum } = papers;
  const { start, end } = context.units('class')[unit]!;
  const groupOf = new Int32Array(participants);
  const points = new Int8Array(participants * taskCount);
  const residuals = new Float64Array(taskCount);
  let member = 0;
  for (let paper = start; paper < end; paper++) {
    const like = groups.groupOf[paper]!;
    if (like < 0) continue;
    let total = 0;
    for (let task = 0; task < taskCount; task++) {
      const offset = table.offsets[task]!;
      const levels = table.offsets[task + 1]! - offset;
      const score = drawScore(table.probabilities, like * table.width + offset, levels, tilts[task]!, random);
      points[member * taskCount + task] = score;
      total += score;
    }
    const group = nearestGroup(groups.sizes, papers.forms[paper]! * (maximum + 1), total, maximum);
    groupOf[member] = group;
    for (let task = 0; task < taskCount; task++) {
      residuals[task] = residuals[task]! + points[member * taskCount + task]! - groups.means[group * taskCount + task]!;
    }
    member++;
  }
  return { unit, groups: groupOf, points, participants: Int32Array.of(participants), residuals };
}

/** Coordinates of the classes that are not set aside, each shrunk to the share of its variance that is natural. */
function naturalEffects(context: Context, model: ProfileModel, eligible: readonly number[]): Float64Array[] {
  const profiles = context.profiles('class');
  const scales = samplingScale(profiles, model.covariance, model.taskCount);
  const trusted = eligible.filter((unit) => !context.setAside('class', unit) && scales[unit]! > 0);
  const all = trusted.length > 0 ? trusted : eligible;
  const step = Math.max(1, Math.floor(all.length / MOST_DONORS));
  const donors = all.filter((_, index) => index % step === 0);
  return donors.map((unit) =>
    coordinatesOf(profiles, unit, model.basis, model.taskCount).map((value, j) => {
      const natural = model.nature[j]!;
      return natural > 0 ? value * Math.sqrt(natural / (natural + scales[unit]!)) : 0;
    }),
  );
}

/** The group of this total, or of the nearest total that anybody has. */
function nearestGroup(sizes: Int32Array, first: number, total: number, maximum: number): number {
  for (let distance = 0; distance <= maximum; distance++) {
    if (total - distance >= 0 && sizes[first + total - distance]! > 0) return first + total - distance;
    if (total + distance <= maximum && sizes[first + total + distance]! > 0) return first + total + distance;
  }
  return first;
}

/** tasks x dimensions: shift in logits of each task when a coordinate moves by one. */
function naturalLoading(model: ProfileModel): Float64Array {
  const { taskCount, dimensions, covariance, basis } = model;
  const loading = new Float64Array(taskCount * dimensions);
  for (let task = 0; task < taskCount; task++) {
    const variance = covariance[task * taskCount + task]!;
    if (variance <= 0) continue;
    for (let j = 0; j < dimensions; j++) {
      // The basis whitens the conditional covariance, so covariance times its transpose inverts it.
      let sum = 0;
      for (let other = 0; other < taskCount; other++) {
        sum += covariance[task * taskCount + other]! * basis[j * taskCount + other]!;
      }
      loading[task * dimensions + j] = sum / variance;
    }
  }
  return loading;
}

function drawScore(probabilities: Float64Array, at: number, levels: number, factor: number, random: Random): number {
  let mass = 0;
  let tilt = 1;
  for (let score = 0; score < levels; score++) {
    mass += probabilities[at + score]! * tilt;
    tilt *= factor;
  }
  let target = random.uniform() * mass;
  tilt = 1;
  for (let score = 0; score < levels; score++) {
    target -= probabilities[at + score]! * tilt;
    if (target < 0) return score;
    tilt *= factor;
  }
  return levels - 1;
}
