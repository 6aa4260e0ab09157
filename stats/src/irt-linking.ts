/**
 * One scale for two calibrations by the tasks that they share: the second is shifted by the mean difference of the difficulties.
 *
 * Formula: shift = sum w_i (a_i - b_i) / sum w_i, w_i = 1 / (se_a^2 + se_b^2). A task that does not hold is named and left out: the
 * worst at a time, while it is both far (more than `far` logits from the shift of the others) and beyond chance (|z| above the
 * normal quantile with Bonferroni's correction), and at least two would stay.
 * The error of the shift includes the spread between tasks that sampling does not explain (DerSimonian & Laird).
 * Source: Wright & Stone 1979, Best Test Design, ch. 5; the size of a drift that matters: 0.43 logit is one delta unit, class B of
 * ETS (Zwick, Thayer & Lewis 1999, J. Educ. Meas. 36:1).
 * Assumptions: a shared task is the same task, in the same place, under the same conditions. Minimum: 2 shared tasks, better 5.
 * How it can be wrong: when most shared tasks changed in the same direction, the rest are named; two tasks cannot outvote each
 * other.
 */
import { normalUpperQuantile } from './normal.ts';
import { derSimonianLaird } from './over-dispersion.ts';

export interface SharedTask {
  /** Whatever names the task. */
  readonly task: number;
  /** Difficulty in the calibration that gives the scale, and in the one that is moved, logits. */
  readonly reference: number;
  readonly moved: number;
  readonly referenceError: number;
  readonly movedError: number;
}

export interface Link {
  /** To be added to the difficulties and abilities of the moved calibration, logits. */
  readonly shift: number;
  readonly error: number;
  /** Tasks that carry the link. */
  readonly held: readonly number[];
  /** Tasks that do not hold: how much harder (+) they are in the moved calibration than the link says, logits. */
  readonly drifted: readonly { readonly task: number; readonly difference: number; readonly z: number }[];
}

/** One delta unit. */
export const FAR_DRIFT = 0.43;

/** null: fewer than two shared tasks. */
export function linkByTasks(shared: readonly SharedTask[], far = FAR_DRIFT, level = 0.01): Link | null {
  if (shared.length < 2) return null;
  const limit = normalUpperQuantile(level / 2 / shared.length);
  let held = [...shared];
  const drifted: { task: number; difference: number; z: number }[] = [];
  while (held.length > 2) {
    const worst = held
      .map((task) => ({ task, ...against(task, held) }))
      .reduce((most, each) => (Math.abs(each.difference) > Math.abs(most.difference) ? each : most));
    if (!(Math.abs(worst.difference) > far && Math.abs(worst.z) > limit)) break;
    drifted.push({ task: worst.task.task, difference: worst.difference, z: worst.z });
    held = held.filter((each) => each !== worst.task);
  }
  const shift = weightedShift(held);
  const between = derSimonianLaird(
    held.map(({ reference, moved }) => reference - moved),
    held.map(variance),
  );
  const precision = held.reduce((sum, task) => sum + 1 / (variance(task) + between), 0);
  return {
    shift,
    error: 1 / Math.sqrt(precision),
    held: held.map(({ task }) => task),
    // Told against the final link, whatever order they were found in.
    drifted: drifted.map(({ task, z }) => {
      const found = shared.find((each) => each.task === task)!;
      return { task, difference: found.moved + shift - found.reference, z };
    }),
  };
}

const variance = ({ referenceError, movedError }: SharedTask): number => referenceError ** 2 + movedError ** 2;

function weightedShift(tasks: readonly SharedTask[]): number {
  let weights = 0;
  let sum = 0;
  for (const task of tasks) {
    weights += 1 / variance(task);
    sum += (task.reference - task.moved) / variance(task);
  }
  return sum / weights;
}

/** A task against the shift that all others give. */
function against(task: SharedTask, held: readonly SharedTask[]): { readonly difference: number; readonly z: number } {
  const others = held.filter((each) => each !== task);
  const precision = others.reduce((sum, each) => sum + 1 / variance(each), 0);
  const difference = task.moved + weightedShift(others) - task.reference;
  return { difference, z: difference / Math.sqrt(variance(task) + 1 / precision) };
}
