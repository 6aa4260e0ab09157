/**
 * B2 «Трудные задания». Is the unit better on the hardest tasks, and no better on the easy ones, than pupils with the
 * same totals elsewhere?
 *
 * Formula: direction marker (direction.ts), direction = room for improvement on the hardest third of the tasks.
 * Source: easy tasks below the region while hard ones above, ФИОКО 2018 (statistics of hard minus easy given the total).
 * Assumptions: totals are comparable within a form; help reaches hard tasks more than easy ones.
 * Minimum sample: 10 papers; 4 tasks whose scores vary. Unit: points gained on the hard tasks per pupil.
 * How it can be wrong: a specialised class, a topic just taught, a strong teacher of one topic; a whole municipality may
 * follow another order of topics.
 */
import type { Context } from '../engine/context.ts';
import { naturalTaskVariance } from '../engine/profile.ts';
import { directionOfGains, measureDirection } from './direction.ts';
import { interval, taskDetails } from './details.ts';
import { type Marker, type Measurement, unavailable } from './marker.ts';

const MINIMUM_PAPERS = 10;
const MINIMUM_TASKS = 4;

export const hardTasks: Marker = {
  id: 'B2',
  mechanism: 'help',
  levels: ['class', 'school', 'municipality'],
  measure(context, level): Measurement {
    const units = context.units(level).length;
    const model = context.profileModel;
    const hardest = hardestTasks(context);
    const varying = model === null ? 0 : model.dimensions + 1;
    if (model === null || varying < MINIMUM_TASKS) return unavailable(units, 'tasks', MINIMUM_TASKS, varying);
    const nature = naturalTaskVariance(model);
    const gains = new Float64Array(context.papers.taskCount);
    for (const task of hardest) gains[task] = context.tasks[task]!.room;
    const result = measureDirection(context, level, model, directionOfGains(context, 'B2', gains), MINIMUM_PAPERS);
    return {
      ...result,
      insufficient: (unit) => ({ required: MINIMUM_PAPERS, given: result.participants[unit]!, reason: 'papers' }),
      effect: (unit) => ({ ...interval(result.gain[unit]!, result.gainSd[unit]!), unit: 'pointsPerPupil' }),
      details: (unit) => taskDetails(context, level, unit, hardest, nature),
    };
  },
};

/** The hardest third of the tasks (at least two) by the share of points that the region earned. */
export function hardestTasks(context: Context): readonly number[] {
  const { taskCount } = context.papers;
  return Array.from({ length: taskCount }, (_, task) => task)
    .sort((a, b) => context.tasks[a]!.solved - context.tasks[b]!.solved)
    .slice(0, Math.min(taskCount, Math.max(2, Math.round(taskCount / 3))))
    .sort((a, b) => a - b);
}
