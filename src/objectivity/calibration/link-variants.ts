/** Variants on one scale: the variant with the most papers gives it, the others are moved onto it by shared tasks. Pure. */
import { linkByTasks, type SharedTask } from '#stats/irt-linking.ts';
import type { CalibratedVariant, VariantCalibration, VariantLink } from './model.ts';

export function linkVariants(variants: readonly VariantCalibration[]): VariantCalibration[] {
  const result = [...variants];
  const open = variants.flatMap((variant, index) => (variant.kind === 'calibrated' ? [index] : []));
  const calibrated = (index: number): CalibratedVariant => result[index] as CalibratedVariant;
  open.sort((a, b) => calibrated(b).informative - calibrated(a).informative || a - b);
  const first = open.shift();
  if (first === undefined) return result;
  result[first] = { ...calibrated(first), linked: true };
  const done = [first];
  // Nearest first: the variant that shares the most tasks with one that is linked already.
  while (open.length > 0) {
    const candidates = open.flatMap((moved) =>
      done.map((to) => ({ moved, to, shared: sharedTasks(calibrated(to), calibrated(moved)) })),
    );
    const next = candidates.reduce((most, each) => (each.shared.length > most.shared.length ? each : most));
    const link = linkByTasks(next.shared);
    if (link === null) break;
    open.splice(open.indexOf(next.moved), 1);
    done.push(next.moved);
    const ids = calibrated(next.moved).tasks;
    const earlier = calibrated(next.to).link?.error ?? 0;
    result[next.moved] = moved(calibrated(next.moved), {
      to: next.to,
      shift: link.shift,
      error: Math.hypot(link.error, earlier),
      held: link.held.length,
      drifted: link.drifted.map(({ task, difference, z }) => ({ task, id: ids[task]!.id, difference, z })),
    });
  }
  return result;
}

/** Tasks with a difficulty in both, over the same scores: with other scores the mean of the thresholds means another thing. */
function sharedTasks(to: CalibratedVariant, from: CalibratedVariant): SharedTask[] {
  return to.tasks.flatMap((task, index) => {
    const other = from.tasks[index]!;
    if (task.difficulty === null || other.difficulty === null) return [];
    if (scoresOf(task.counts) !== scoresOf(other.counts)) return [];
    return [
      {
        task: index,
        reference: task.difficulty,
        moved: other.difficulty,
        referenceError: task.error!,
        movedError: other.error!,
      },
    ];
  });
}

function scoresOf(counts: readonly number[]): string {
  return `${counts.findIndex((count) => count > 0)}-${counts.findLastIndex((count) => count > 0)}`;
}

function moved(variant: CalibratedVariant, link: VariantLink): CalibratedVariant {
  const add = <T extends number | null>(value: T): T => (value === null ? value : ((value + link.shift) as T));
  // On the common scale a task is as uncertain as its own estimate and the link together.
  const widen = (error: number | null): number | null => (error === null ? null : Math.hypot(error, link.error));
  return {
    ...variant,
    tasks: variant.tasks.map((task) => ({
      ...task,
      difficulty: add(task.difficulty),
      error: widen(task.error),
      thresholds: task.thresholds.map(add),
      thresholdErrors: task.thresholdErrors.map(widen),
    })),
    totals: variant.totals.map((total) => ({ ...total, ability: add(total.ability) })),
    population: { ...variant.population, mean: add(variant.population.mean) },
    link,
    linked: true,
  };
}
