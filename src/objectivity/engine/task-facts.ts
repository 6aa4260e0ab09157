/** What each task is to the whole region: difficulty, room for help, and how it goes with the total. */
import type { Papers } from './papers.ts';
import type { ScoreGroups } from './score-groups.ts';

export interface TaskFacts {
  /** Mean score over the region as a share of the maximum. */
  readonly solved: number;
  /** Mean points still to be gained: maximum minus mean. */
  readonly room: number;
  /** Share of papers below the maximum: those to whom one more point can be given. */
  readonly belowMaximum: number;
  /** How many points the task gains when the total rises by one: regression of the score on the total. */
  readonly slope: number;
}

/** From the score groups' counts of points; papers of rare forms, which are in no group, one by one. */
export function taskFacts(papers: Papers, groups: ScoreGroups): TaskFacts[] {
  const { taskCount, size, points, totals, administration } = papers;
  const maxima = administration.tasks.map(({ max }) => max);
  const sums = new Float64Array(taskCount);
  const full = new Float64Array(taskCount);
  const products = new Float64Array(taskCount);
  const { highest, stride, counts } = groups.values;
  groups.present.forEach((group, place) => {
    const total = group % (papers.maximum + 1);
    for (let score = 1; score <= highest; score++) {
      const from = (place * highest + score - 1) * stride;
      for (let task = 0; task < taskCount; task++) {
        const n = counts[from + task]!;
        sums[task] = sums[task]! + score * n;
        products[task] = products[task]! + score * n * total;
        if (score === maxima[task]) full[task] = full[task]! + n;
      }
    }
  });
  let total = 0;
  let totalSquares = 0;
  for (let paper = 0; paper < size; paper++) {
    const t = totals[paper]!;
    total += t;
    totalSquares += t * t;
    if (groups.groupOf[paper]! >= 0) continue;
    for (let task = 0; task < taskCount; task++) {
      const score = points[paper * taskCount + task]!;
      sums[task] = sums[task]! + score;
      products[task] = products[task]! + score * t;
      if (score === maxima[task]) full[task] = full[task]! + 1;
    }
  }
  const variance = totalSquares - (total * total) / Math.max(1, size);
  return administration.tasks.map((task, index) => ({
    solved: size > 0 && task.max > 0 ? sums[index]! / size / task.max : 0,
    room: size > 0 ? task.max - sums[index]! / size : 0,
    belowMaximum: size > 0 ? 1 - full[index]! / size : 0,
    slope: variance > 0 ? (products[index]! - (sums[index]! * total) / size) / variance : 0,
  }));
}
