import type { Administration } from '../engine/administration.ts';

/** Papers of each class, in the order of the administration's classes. */
export function papersByClass({ classes, classOf, size }: Administration): Int32Array[] {
  const lists: number[][] = classes.map(() => []);
  for (let paper = 0; paper < size; paper++) lists[classOf[paper]!]!.push(paper);
  return lists.map((list) => Int32Array.from(list));
}

/** Mean and variance of each task among papers of the same total; totals with few papers borrow from their neighbours. */
export interface ScoreGroups {
  readonly maximum: number;
  /** (maximum + 1) x tasks. */
  readonly mean: Float64Array;
  readonly variance: Float64Array;
  /** Share of the maximum earned in the region, per task. */
  readonly solved: Float64Array;
}

/** Totals are averaged with their neighbours until a group has this many papers. */
const SMALLEST_GROUP = 40;

export function scoreGroups({ tasks, totals, scores, size }: Administration): ScoreGroups {
  const taskCount = tasks.length;
  const maximum = tasks.reduce((sum, { max }) => sum + max, 0);
  const cells = (maximum + 1) * taskCount;
  const sums = new Float64Array(cells);
  const squares = new Float64Array(cells);
  const counts = new Float64Array(maximum + 1);
  const solved = new Float64Array(taskCount);
  for (let paper = 0; paper < size; paper++) {
    const total = totals[paper]!;
    counts[total]! += 1;
    for (let task = 0; task < taskCount; task++) {
      const score = Math.max(0, scores[paper * taskCount + task]!);
      sums[total * taskCount + task]! += score;
      squares[total * taskCount + task]! += score * score;
      solved[task]! += score;
    }
  }
  const mean = new Float64Array(cells);
  const variance = new Float64Array(cells);
  for (let total = 0; total <= maximum; total++) {
    let reach = 0;
    let papers = counts[total]!;
    while (papers < SMALLEST_GROUP && reach < maximum) {
      reach++;
      papers += (counts[total - reach] ?? 0) + (counts[total + reach] ?? 0);
    }
    for (let task = 0; task < taskCount; task++) {
      let sum = 0;
      let square = 0;
      for (let near = Math.max(0, total - reach); near <= Math.min(maximum, total + reach); near++) {
        sum += sums[near * taskCount + task]!;
        square += squares[near * taskCount + task]!;
      }
      const at = total * taskCount + task;
      mean[at] = sum / Math.max(1, papers);
      variance[at] = Math.max(1e-4, square / Math.max(1, papers) - mean[at]! ** 2);
    }
  }
  return { maximum, mean, variance, solved: solved.map((sum, task) => sum / (size * tasks[task]!.max)) };
}
