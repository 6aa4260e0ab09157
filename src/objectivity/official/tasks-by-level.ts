/**
 * Completion of tasks, recommendations of 2026, p. 16: which tasks has the school mastered?
 *
 * Percent of the maximum of each task. Basic level: sufficient from 60 %, insufficient below 57 %, border zone 60 +- 3.
 * Raised and high level: sufficient from 30 %, insufficient below 28.5 %, border zone 30 +- 1.5. The printed zone reaches
 * above the printed «sufficient»: such a task is sufficient and has `inBorderZone` = 1.
 *
 * It says what was learnt, not whether results are honest. Flagged when a task is insufficient. Value: percent of the
 * tasks of the level that are insufficient. Minimum: the document sets none here.
 */
import type { TaskLevel } from '#src/results/model.ts';
import type { Administration } from '../engine/administration.ts';
import { taskPercent } from './by-school.ts';
import type { ItemStatus, OfficialItem, OfficialReading } from './model.ts';
import { computed, inapplicable, percent, recommendation } from './reading.ts';

interface Bounds {
  readonly levels: readonly TaskLevel[];
  /** Percent of the maximum. */
  readonly sufficient: number;
  readonly insufficientBelow: number;
  readonly zone: number;
}

const BOUNDS = {
  basicTasks: { levels: ['basic'], sufficient: 60, insufficientBelow: 57, zone: 3 },
  raisedTasks: { levels: ['raised', 'high'], sufficient: 30, insufficientBelow: 28.5, zone: 1.5 },
} as const satisfies Readonly<Record<string, Bounds>>;

export function taskReading(
  rule: keyof typeof BOUNDS,
  administration: Administration,
  papers: Int32Array,
): OfficialReading {
  const kind = recommendation(rule);
  const bounds: Bounds = BOUNDS[rule];
  if (administration.tasks.every(({ level }) => level === undefined)) {
    return inapplicable(kind, 'noTaskLevels', papers.length);
  }
  const items = administration.tasks.flatMap(({ id, level }, task): OfficialItem[] => {
    if (level === undefined || !bounds.levels.includes(level)) return [];
    const done = taskPercent(administration, papers, task);
    if (done === null) return [];
    const inBorderZone = Math.abs(done.percent - bounds.sufficient) <= bounds.zone ? 1 : 0;
    return [
      {
        id,
        value: done.percent,
        status: statusOf(done.percent, bounds),
        figures: { inBorderZone, papers: done.papers },
      },
    ];
  });
  if (items.length === 0) {
    return inapplicable(kind, papers.length === 0 ? 'tooFewParticipants' : 'noTaskLevels', papers.length);
  }
  const insufficient = items.filter(({ status }) => status === 'insufficient').length;
  return computed(kind, {
    participants: papers.length,
    value: percent(insufficient, items.length),
    threshold: bounds.sufficient,
    numerator: insufficient,
    denominator: items.length,
    flagged: insufficient > 0,
    items,
  });
}

function statusOf(done: number, { sufficient, insufficientBelow }: Bounds): ItemStatus {
  if (done >= sufficient) return 'sufficient';
  return done < insufficientBelow ? 'insufficient' : 'border';
}
