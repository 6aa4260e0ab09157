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
import { threadKernel } from '../kernel/kernel.ts';
import type { Context } from './context.ts';
import { mapped, meanResiduals } from './points.ts';
import { type ProfileModel, samplingScale } from './profile.ts';
import { multiply } from './matrix.ts';
import { Random } from './random.ts';

/** Simulated classes one after the other. */
export interface SimulatedClasses {
  /** Position of each imitated class in units('class'). */
  readonly units: Int32Array;
  /** Papers of each class: from starts to ends - 1. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Score group of each simulated paper, by its place in ScoreGroups.present. */
  readonly groups: Int32Array;
  /** papers x tasks: simulated points. */
  readonly points: Int8Array;
  /** Papers of each class and classes x tasks: sum of residuals given the total, points; in the shape of profiles. */
  readonly participants: Int32Array;
  readonly residuals: Float64Array;
}

const SEED = 20_260_401;
/** Classes smaller than this are asked by no marker and are not imitated. */
const SMALLEST_CLASS = 10;
/** Classes that lend their natural profile, about. */
const MOST_DONORS = 4000;

/** @param count how many classes to simulate; real ones are imitated in turn, spread evenly over the region. */
export function simulateHonestClasses(context: Context, model: ProfileModel, count: number): SimulatedClasses | null {
  const { participants } = context.profiles('class');
  const eligible = [...participants.keys()].filter((unit) => participants[unit]! >= SMALLEST_CLASS);
  if (eligible.length === 0) return null;
  const { papers, groups, probabilities } = context;
  const { taskCount, maximum, administration } = papers;
  const classes = context.units('class');
  const imitated = Int32Array.from(
    { length: count },
    (_, draw) => eligible[Math.floor((draw * eligible.length) / count)]!,
  );
  const size = imitated.reduce((sum, unit) => sum + participants[unit]!, 0);
  const random = new Random(SEED);
  const loading = naturalLoading(model);
  const effects = naturalEffects(context, model, eligible);
  const kernel = threadKernel();
  return kernel.scope(() => {
    const table = kernel.put(probabilities.table);
    const maxima = kernel.put(Int32Array.from(administration.tasks, ({ max }) => max));
    const like = kernel.put(groups.presentOf);
    const firsts = kernel.put(groups.present.map((group) => group - (group % (maximum + 1))));
    const groupAt = kernel.put(groups.placeOf);
    const means = kernel.put(presentRows(groups.means, groups.present, taskCount));
    const tilts = kernel.take(8 * taskCount);
    const state = kernel.take(16);
    const points = kernel.take(size * taskCount);
    const groupOf = kernel.take(4 * size);
    const residuals = kernel.takeZeros(8 * count * taskCount);
    const ends = new Int32Array(count);
    let end = 0;
    imitated.forEach((unit, draw) => {
      const donor = effects[random.integer(0, effects.length - 1)]!;
      const sign = random.chance(0.5) ? 1 : -1;
      const shifts = multiply(loading, donor, taskCount, model.dimensions, 1);
      kernel.float64(tilts, taskCount).set(shifts.map((shift) => Math.exp(sign * shift)));
      kernel.int32(state, 4).set(random.state());
      const { start, end: last } = classes[unit]!;
      end += kernel.run.simulateClass(
        table,
        probabilities.wide,
        probabilities.levels,
        taskCount,
        maxima,
        maximum,
        tilts,
        like + 4 * start,
        last - start,
        firsts,
        groupAt,
        means,
        state,
        points + end * taskCount,
        groupOf + 4 * end,
        residuals + 8 * draw * taskCount,
      );
      random.resume(kernel.int32(state, 4));
      ends[draw] = end;
    });
    return {
      units: imitated,
      starts: ends.map((_, draw) => ends[draw - 1] ?? 0),
      ends,
      groups: kernel.int32(groupOf, size).slice(),
      points: kernel.int8(points, size * taskCount).slice(),
      participants: imitated.map((unit) => participants[unit]!),
      residuals: kernel.float64(residuals, count * taskCount).slice(),
    };
  });
}

function presentRows(matrix: Float64Array, present: Int32Array, width: number): Float64Array {
  const rows = new Float64Array(present.length * width);
  present.forEach((group, place) => rows.set(matrix.subarray(group * width, (group + 1) * width), place * width));
  return rows;
}

/** Coordinates of the classes that are not set aside, each shrunk to the share of its variance that is natural. */
function naturalEffects(context: Context, model: ProfileModel, eligible: readonly number[]): Float64Array[] {
  const profiles = context.profiles('class');
  const scales = samplingScale(profiles, model.covariance, model.taskCount);
  const trusted = eligible.filter((unit) => !context.setAside('class', unit) && scales[unit]! > 0);
  const all = trusted.length > 0 ? trusted : eligible;
  const step = Math.max(1, Math.floor(all.length / MOST_DONORS));
  const donors = all.filter((_, index) => index % step === 0);
  const { dimensions, nature } = model;
  const { values, wide } = mapped(meanResiduals(profiles, donors, model.taskCount), model.basis, dimensions);
  return donors.map((unit, index) =>
    values.slice(index * wide, index * wide + dimensions).map((value, j) => {
      const natural = nature[j]!;
      return natural > 0 ? value * Math.sqrt(natural / (natural + scales[unit]!)) : 0;
    }),
  );
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
