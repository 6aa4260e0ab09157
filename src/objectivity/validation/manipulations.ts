import type { MarkThresholds, Task } from '#src/results/model.ts';
import type { Random } from '../engine/random.ts';

/** Ways in which a class's results can be made to mean something else. */
export type Manipulation =
  | 'lifting' // papers just below a boundary get the missing points
  | 'rewriting' // answers are changed in papers below a boundary until they are above it
  | 'hardHelp' // the hardest tasks are solved for the pupils
  | 'kindScoring' // a point more on extended tasks
  | 'copying' // a part of the class hands in one pupil's answers
  | 'markInflation' // journal marks a step too high
  | 'absence'; // the weakest stay at home

/** Manipulations that a signal is asked to find; selective absence is an answer of its own. */
export const TARGETS: readonly Manipulation[] = [
  'lifting',
  'rewriting',
  'hardHelp',
  'kindScoring',
  'copying',
  'markInflation',
];
export const MANIPULATIONS: readonly Manipulation[] = [...TARGETS, 'absence'];

/** One class while it is being simulated. Scores are pupil-major. */
export interface SimulatedClass {
  readonly pupils: number;
  readonly scores: Int8Array;
  readonly ability: Float64Array;
  readonly journalMarks: Int8Array;
  readonly present: Uint8Array;
}

export interface WorkShape {
  readonly tasks: readonly Task[];
  readonly thresholds: MarkThresholds | null;
  readonly difficulties: readonly number[];
  readonly discriminations: readonly number[];
}

export function totalOf(group: SimulatedClass, pupil: number, taskCount: number): number {
  let total = 0;
  for (let task = 0; task < taskCount; task++) total += group.scores[pupil * taskCount + task]!;
  return total;
}

/** Adds points until the paper reaches `target`, on extended tasks first: that is where a second reading finds them. */
export function liftTo(group: SimulatedClass, pupil: number, target: number, work: WorkShape, random: Random): void {
  const indices = work.tasks.map((_, index) => index);
  const order = [
    ...random.shuffled(indices.filter((index) => work.tasks[index]!.response === 'extended')),
    ...random.shuffled(indices.filter((index) => work.tasks[index]!.response === 'short')),
  ];
  addPoints(group, pupil, target, order, work);
}

function addPoints(
  group: SimulatedClass,
  pupil: number,
  target: number,
  order: readonly number[],
  work: WorkShape,
): void {
  const taskCount = work.tasks.length;
  let missing = target - totalOf(group, pupil, taskCount);
  for (const task of order) {
    if (missing <= 0) return;
    const at = pupil * taskCount + task;
    if (group.scores[at]! >= work.tasks[task]!.max) continue;
    group.scores[at] = group.scores[at]! + 1;
    missing--;
  }
}

/** Every honest region does a little of this: papers one or two points below a mark are read again. */
export function heap(group: SimulatedClass, chance: number, work: WorkShape, random: Random): void {
  liftNearBoundaries(group, [chance, chance / 3], work, random);
}

function liftNearBoundaries(group: SimulatedClass, chances: readonly number[], work: WorkShape, random: Random): void {
  if (work.thresholds === null) return;
  const cuts = [work.thresholds[3], work.thresholds[4], work.thresholds[5]];
  for (let pupil = 0; pupil < group.pupils; pupil++) {
    const total = totalOf(group, pupil, work.tasks.length);
    for (const cut of cuts) {
      const chance = chances[cut - total - 1];
      if (chance !== undefined && random.chance(chance)) liftTo(group, pupil, cut, work, random);
    }
  }
}

type Apply = (group: SimulatedClass, strength: number, work: WorkShape, random: Random) => void;

function lifting(group: SimulatedClass, strength: number, work: WorkShape, random: Random): void {
  const chance = 0.6 * strength;
  // A dose above one reaches papers three points below as well.
  const chances = strength > 1 ? [chance, chance, 0.6 * (strength - 1)] : [chance, chance];
  liftNearBoundaries(group, chances, work, random);
}

/**
 * Papers up to four points below a boundary: answers are changed, on whatever tasks they were wrong, until the paper stands
 * on the boundary or a point above it. The papers that are nearest are changed most often.
 */
function rewriting(group: SimulatedClass, strength: number, work: WorkShape, random: Random): void {
  if (work.thresholds === null) return;
  const cuts = [work.thresholds[3], work.thresholds[4], work.thresholds[5]];
  const indices = work.tasks.map((_, index) => index);
  for (let pupil = 0; pupil < group.pupils; pupil++) {
    const total = totalOf(group, pupil, work.tasks.length);
    const cut = cuts.find((each) => each > total);
    if (cut === undefined || cut - total > 4) continue;
    if (!random.chance((0.6 - 0.1 * (cut - total - 1)) * strength)) continue;
    addPoints(group, pupil, cut + random.integer(0, 1), random.shuffled(indices), work);
  }
}

function hardHelp(group: SimulatedClass, strength: number, work: WorkShape, random: Random): void {
  const taskCount = work.tasks.length;
  const hardest = work.tasks
    .map((_, index) => index)
    .sort((a, b) => work.difficulties[b]! - work.difficulties[a]!)
    .slice(0, Math.max(2, Math.round(taskCount / 3)));
  for (let pupil = 0; pupil < group.pupils; pupil++) {
    for (const task of hardest) {
      if (random.chance(0.35 * strength)) group.scores[pupil * taskCount + task] = work.tasks[task]!.max;
    }
  }
}

function kindScoring(group: SimulatedClass, strength: number, work: WorkShape, random: Random): void {
  const taskCount = work.tasks.length;
  for (let pupil = 0; pupil < group.pupils; pupil++) {
    work.tasks.forEach((task, index) => {
      const at = pupil * taskCount + index;
      if (task.response !== 'extended' || group.scores[at]! >= task.max) return;
      if (random.chance(0.35 * strength)) group.scores[at] = group.scores[at]! + 1;
    });
  }
}

/** Half of the class carries the same answers to half of the tasks: those of one able pupil. */
function copying(group: SimulatedClass, strength: number, work: WorkShape, random: Random): void {
  const taskCount = work.tasks.length;
  const byAbility = Array.from({ length: group.pupils }, (_, pupil) => pupil).sort(
    (a, b) => group.ability[b]! - group.ability[a]!,
  );
  const source = byAbility[random.integer(0, Math.max(0, Math.floor(group.pupils / 4) - 1))];
  if (source === undefined) return;
  const others = random.shuffled(byAbility.filter((pupil) => pupil !== source));
  const copiers = others.slice(0, Math.round(group.pupils * 0.5 * strength));
  const copied = random.shuffled(work.tasks.map((_, index) => index)).slice(0, Math.round(taskCount * 0.53));
  for (const pupil of copiers) {
    for (const task of copied) group.scores[pupil * taskCount + task] = group.scores[source * taskCount + task]!;
  }
}

function markInflation(group: SimulatedClass, strength: number, _work: WorkShape, random: Random): void {
  for (let pupil = 0; pupil < group.pupils; pupil++) {
    const mark = group.journalMarks[pupil]!;
    if (mark > 0 && mark < 5 && random.chance(0.45 * strength)) group.journalMarks[pupil] = mark + 1;
  }
}

/** The weakest are not there. */
function absence(group: SimulatedClass, strength: number, _work: WorkShape, random: Random): void {
  const byAbility = Array.from({ length: group.pupils }, (_, pupil) => pupil).sort(
    (a, b) => group.ability[a]! - group.ability[b]!,
  );
  for (const pupil of byAbility.slice(0, Math.ceil(group.pupils / 3))) {
    if (random.chance(0.7 * strength)) group.present[pupil] = 0;
  }
}

export const APPLY: Readonly<Record<Manipulation, Apply>> = {
  lifting,
  rewriting,
  hardHelp,
  kindScoring,
  copying,
  markInflation,
  absence,
};
