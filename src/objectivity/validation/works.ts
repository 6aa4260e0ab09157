import type { MarkThresholds, Task } from '#src/results/model.ts';
import { Random } from '../engine/random.ts';

/** A work to simulate. Without difficulties they are drawn from the seed, rising along the work as in a real one. */
export interface WorkPlan {
  readonly subject: string;
  readonly grade: number;
  readonly tasks: readonly Task[];
  readonly thresholds: MarkThresholds | null;
  /** Difficulty of each task in logits, 0 = as hard as the average pupil is able. */
  readonly difficulties?: readonly number[];
  /** Added to difficulties that are drawn, logits: below zero is an easier work. Default 0. */
  readonly difficultyShift?: number;
  /** Parallel classes of the grade in one school: from, to. */
  readonly classesPerSchool?: readonly [number, number];
}

/**
 * An invented work of a given length: short answers worth 1 (some 2) points, then a block of extended ones worth 2.
 * Marks are cut at 30, 55 and 80 % of the maximum.
 */
export function inventedWork(subject: string, grade: number, taskCount = 15, extendedCount = 5): WorkPlan {
  const tasks: Task[] = [];
  for (let index = 0; index < taskCount; index++) {
    const extended = index % 3 === 2 && Math.floor(index / 3) < extendedCount;
    const max = extended ? 2 : index % 5 === 3 ? 2 : 1;
    tasks.push({ id: String(index + 1), max, response: extended ? 'extended' : 'short' });
  }
  const maximum = tasks.reduce((sum, task) => sum + task.max, 0);
  const cut = (share: number): number => Math.round(maximum * share);
  return { subject, grade, tasks, thresholds: { 3: cut(0.3), 4: cut(0.55), 5: cut(0.8) } };
}

/** Difficulties for a plan that names none: a rising line with scatter, extended tasks somewhat harder. */
export function difficultiesOf(work: WorkPlan, random: Random): readonly number[] {
  if (work.difficulties !== undefined) return work.difficulties;
  const last = Math.max(1, work.tasks.length - 1);
  const shift = work.difficultyShift ?? 0;
  return work.tasks.map(
    (task, index) =>
      shift - 1.4 + (2.4 * index) / last + 0.55 * random.normal() + (task.response === 'extended' ? 0.35 : 0),
  );
}
