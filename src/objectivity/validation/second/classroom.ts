/** One class of the second generator in one work: honest papers, and what may be done before, during and after the work. */
import type { Random } from '../../engine/random.ts';
import { NOT_ATTEMPTED } from '#src/results/model.ts';
import type { Manipulation } from '../manipulations.ts';
import { answer, type SecondWork } from './work.ts';

export interface SecondPupil {
  readonly code: string;
  /** General ability and what is added to it where an answer has to be written out, logits. */
  readonly ability: number;
  readonly writing: number;
  readonly diligence: number;
  readonly variant: number;
}

export interface Classroom {
  readonly pupils: readonly SecondPupil[];
  readonly work: SecondWork;
  /** Logits by which a task is easier for this class: municipality, school, class, topic. */
  readonly easier: readonly number[];
  /** Level of the class in the subject beyond the pupils' general ability, logits. */
  readonly level: number;
  /** Shift of the scores of extended tasks by the teacher who marks them, logits. */
  readonly kindness: number;
  /** The teacher's own limits of the journal marks 3, 4 and 5, logits of impression. */
  readonly journalLimits: readonly [number, number, number];
  /** Chance that a paper one point below a boundary is read again. */
  readonly rereading: number;
  readonly manipulation: Manipulation | null;
  readonly dose: number;
}

export interface Written {
  /** Pupil-major; NOT_ATTEMPTED where nothing was written. */
  readonly scores: Int8Array;
  readonly journalMarks: Int8Array;
  readonly present: Uint8Array;
}

/** Share of unsolved tasks that were not begun. */
const BLANK = { short: 0.15, extended: 0.4 } as const;

export function write(room: Classroom, random: Random): Written {
  const { pupils, work, manipulation, dose } = room;
  const taskCount = work.tasks.length;
  const scores = new Int8Array(pupils.length * taskCount);
  const journalMarks = new Int8Array(pupils.length);
  const present = new Uint8Array(pupils.length).fill(1);
  const hinted = hintedTasks(room, random);
  const kindness = room.kindness + (manipulation === 'kindScoring' ? 1.5 * dose : 0);
  const easierMarks = manipulation === 'markInflation' ? 1.3 * dose : 0;
  pupils.forEach((pupil, row) => {
    const day = 0.35 * random.normal();
    work.tasks.forEach((task, index) => {
      const ability =
        pupil.ability +
        room.level +
        day +
        room.easier[index]! +
        (task.extended ? pupil.writing + kindness : 0) +
        (hinted.has(index) ? 2.2 * dose : 0);
      const score = answer(task, pupil.variant, ability, random);
      const blank = score === 0 && random.chance(task.extended ? BLANK.extended : BLANK.short);
      scores[row * taskCount + index] = blank ? NOT_ATTEMPTED : score;
    });
    const impression = pupil.ability + room.level + pupil.diligence + easierMarks;
    journalMarks[row] = 2 + room.journalLimits.filter((limit) => impression >= limit).length;
    // The weak are absent a little more often everywhere; where it is selective, they are told to be.
    const weak = 1 / (1 + Math.exp(1.5 * (pupil.ability + 1)));
    const chance = 0.05 + 0.08 * weak + (manipulation === 'absence' ? 0.8 * dose * weak : 0);
    if (random.chance(Math.min(0.95, chance))) present[row] = 0;
  });
  const written = { scores, journalMarks, present };
  if (manipulation === 'copying') copyFromNeighbours(room, written, random);
  if (manipulation === 'rewriting') fillIn(room, written, random);
  if (manipulation === 'lifting') reread(room, written, [0.7 * dose, 0.6 * dose, 0.25 * dose], random);
  reread(room, written, [room.rereading, room.rereading / 4], random);
  return written;
}

/** A hint before the work: some tasks of the harder half become easier for everybody. */
function hintedTasks({ work, manipulation }: Classroom, random: Random): ReadonlySet<number> {
  if (manipulation !== 'hardHelp') return new Set();
  const half = work.hardestFirst.slice(0, Math.ceil(work.tasks.length / 2));
  return new Set(random.shuffled([...half]).slice(0, Math.max(2, Math.round(work.tasks.length / 4))));
}

/** Pupils sit in a row; some groups of two to five of them hand in much of what their first one wrote, wrong answers too. */
function copyFromNeighbours({ pupils, work, dose }: Classroom, { scores }: Written, random: Random): void {
  const taskCount = work.tasks.length;
  let seat = 0;
  while (seat < pupils.length - 1) {
    const group = random.integer(2, 5);
    if (random.chance(Math.min(0.95, 0.7 * dose))) {
      for (let other = seat + 1; other < Math.min(pupils.length, seat + group); other++) {
        for (let task = 0; task < taskCount; task++) {
          if (random.chance(0.65)) scores[other * taskCount + task] = scores[seat * taskCount + task]!;
        }
      }
    }
    seat += group;
  }
}

/** In papers that would get a low mark, empty and wrong answers are replaced by right ones until the next mark is safe. */
function fillIn({ pupils, work, dose }: Classroom, { scores }: Written, random: Random): void {
  const taskCount = work.tasks.length;
  pupils.forEach((_, row) => {
    const total = totalOf(scores, row, taskCount);
    const cut = [work.thresholds[3], work.thresholds[4]].find((each) => each > total);
    if (cut === undefined || cut - total > 5 || !random.chance(Math.min(0.95, 0.7 * dose))) return;
    let missing = cut - total + random.integer(0, 2);
    for (const task of random.shuffled(work.tasks.map((__, index) => index))) {
      if (missing <= 0) return;
      const at = row * taskCount + task;
      const max = work.tasks[task]!.max;
      const before = Math.max(0, scores[at]!);
      scores[at] = Math.min(max, before + missing);
      missing -= scores[at]! - before;
    }
  });
}

/** Papers one, two, … points below a boundary are read again: only tasks that were begun can gain, extended ones first. */
function reread({ pupils, work }: Classroom, { scores }: Written, chances: readonly number[], random: Random): void {
  const taskCount = work.tasks.length;
  const cuts = [work.thresholds[3], work.thresholds[4], work.thresholds[5]];
  pupils.forEach((_, row) => {
    const total = totalOf(scores, row, taskCount);
    for (const cut of cuts) {
      const chance = chances[cut - total - 1];
      if (chance === undefined || !random.chance(Math.min(0.95, chance))) continue;
      let missing = cut - total;
      const order = random.shuffled(work.tasks.map((__, index) => index));
      order.sort((a, b) => Number(work.tasks[b]!.extended) - Number(work.tasks[a]!.extended));
      for (const task of order) {
        const at = row * taskCount + task;
        if (missing === 0) break;
        if (scores[at]! < 0 || scores[at]! >= work.tasks[task]!.max) continue;
        scores[at] = scores[at]! + 1;
        missing--;
      }
    }
  });
}

function totalOf(scores: Int8Array, row: number, taskCount: number): number {
  let total = 0;
  for (let task = 0; task < taskCount; task++) total += Math.max(0, scores[row * taskCount + task]!);
  return total;
}
