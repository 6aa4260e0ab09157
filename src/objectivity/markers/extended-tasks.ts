/**
 * B3 «Задания с развёрнутым ответом». Did the tasks that a teacher marks earn more than those checked by a key, compared
 * with pupils of the same totals elsewhere?
 *
 * Formula: direction marker (direction.ts), direction = one more point on extended tasks wherever there is room.
 * Source: open minus closed contrast given the total; Pereda-Fernandez 2017 (Banca d'Italia) on teachers' transcription.
 * Assumptions: the work states which tasks have an extended answer; both kinds are present.
 * Minimum sample: 12 papers, one extended and two short tasks. Unit: points gained on extended tasks per pupil.
 * How it can be wrong: raters differ honestly by .1-.4 of a point; a class may write truly better than it calculates.
 */
import { naturalTaskVariance } from '../engine/profile.ts';
import { directionOfGains, measureDirection } from './direction.ts';
import { interval, taskDetails } from './details.ts';
import { type Marker, type Measurement, unavailable } from './marker.ts';

const MINIMUM_PAPERS = 12;

export const extendedTasks: Marker = {
  id: 'B3',
  mechanism: 'help',
  levels: ['class', 'school', 'municipality'],
  measure(context, level): Measurement {
    const units = context.units(level).length;
    const tasks = context.papers.administration.tasks;
    const extended = tasks.map((_, index) => index).filter((index) => tasks[index]!.response === 'extended');
    const model = context.profileModel;
    if (extended.length === 0) return unavailable(units, 'extendedTasks', 1, 0);
    if (tasks.length - extended.length < 2) return unavailable(units, 'tasks', 2, tasks.length - extended.length);
    // The tasks are there, but no two of them vary in this file: there are too few papers to see them vary.
    if (model === null)
      return unavailable(units, 'papers', MINIMUM_PAPERS, Math.min(context.papers.size, MINIMUM_PAPERS - 1));
    const nature = naturalTaskVariance(model);
    const gains = new Float64Array(tasks.length);
    for (const task of extended) gains[task] = context.tasks[task]!.belowMaximum;
    const result = measureDirection(context, level, model, directionOfGains(context, 'B3', gains), MINIMUM_PAPERS);
    return {
      ...result,
      insufficient: (unit) => ({ required: MINIMUM_PAPERS, given: result.participants[unit]!, reason: 'papers' }),
      effect: (unit) => ({ ...interval(result.gain[unit]!, result.gainSd[unit]!), unit: 'pointsPerPupil' }),
      details: (unit) => taskDetails(context, level, unit, extended, nature),
    };
  },
};
