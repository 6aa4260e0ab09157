/**
 * Probability of every task score within every score group, smoothed over neighbouring totals.
 *
 * A group's own counts are blended with those of the totals up to two points away. Single precision: it is the kernel's table
 * (kernel/likeness.as, kernel/simulation.as), and a probability is never known to seven digits.
 */
import type { Papers } from './papers.ts';
import type { ScoreGroups } from './score-groups.ts';

export interface ScoreProbabilities {
  /** Tasks of a row: a multiple of four. */
  readonly wide: number;
  /** Highest score of all tasks, plus one. */
  readonly levels: number;
  /**
   * groups that have papers (ScoreGroups.present) x levels x wide. Scores that a task does not have are 0; tasks beyond the last have level 0 for
   * certain, so that every column sums to one.
   */
  readonly table: Float32Array;
  /** levels x wide: the least probability of a score that a task has, 0 of one that it has not. */
  readonly floors: Float32Array;
}

/** A group's own counts are blended with this many papers of its neighbours. */
const NEIGHBOUR_PAPERS = 8;
/** Weight of totals one and two points away among the neighbours. */
const NEIGHBOUR_WEIGHTS = [1, 0.6, 0.25];
const LEAST = 1e-6;

export function scoreProbabilities(papers: Papers, groups: ScoreGroups): ScoreProbabilities {
  const { taskCount } = papers;
  const { tasks } = papers.administration;
  const { present, placeOf, sizes } = groups;
  const wide = Math.ceil(taskCount / 4) * 4;
  const levels = tasks.reduce((most, { max }) => Math.max(most, max), 0) + 1;
  const width = levels * wide;
  const counts = countsByLevel(groups, taskCount, wide, levels);
  const table = new Float32Array(present.length * width);
  const totals = papers.maximum + 1;
  const blended = new Float64Array(width);
  for (let place = 0; place < present.length; place++) {
    const group = present[place]!;
    const total = group % totals;
    blended.fill(0);
    let weightSum = 0;
    for (let distance = -2; distance <= 2; distance++) {
      if (total + distance < 0 || total + distance >= totals) continue;
      const neighbour = placeOf[group + distance]!;
      if (neighbour < 0) continue;
      const weight = NEIGHBOUR_WEIGHTS[Math.abs(distance)]!;
      weightSum += weight * sizes[group + distance]!;
      for (let at = 0; at < width; at++) blended[at] = blended[at]! + weight * counts[neighbour * width + at]!;
    }
    const n = sizes[group]!;
    const from = place * width;
    for (let at = 0; at < width; at++) {
      table[from + at] = (counts[from + at]! + (NEIGHBOUR_PAPERS * blended[at]!) / weightSum) / (n + NEIGHBOUR_PAPERS);
    }
    for (let task = taskCount; task < wide; task++) table[from + task] = 1;
  }
  const floors = new Float32Array(width);
  tasks.forEach(({ max }, task) => {
    for (let level = 0; level <= max; level++) floors[level * wide + task] = LEAST;
  });
  return { wide, levels, table, floors };
}

/** groups x levels x wide: papers with 0, 1, ... points. */
function countsByLevel(
  { present, sizes, values }: ScoreGroups,
  taskCount: number,
  wide: number,
  levels: number,
): Float64Array {
  const counts = new Float64Array(present.length * levels * wide);
  const { highest, stride } = values;
  for (let place = 0; place < present.length; place++) {
    const into = place * levels * wide;
    counts.fill(sizes[present[place]!]!, into, into + taskCount);
    for (let points = 1; points <= highest && points < levels; points++) {
      const from = (place * highest + points - 1) * stride;
      for (let task = 0; task < taskCount; task++) {
        const n = values.counts[from + task]!;
        counts[into + points * wide + task] = n;
        counts[into + task] = counts[into + task]! - n;
      }
    }
  }
  return counts;
}
