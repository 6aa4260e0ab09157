/**
 * Score groups: papers of one form and one total. Given the total, an honest class solves the same tasks as the region
 * does; every conditional statistic compares a unit with its own score groups.
 *
 * One pass of the kernel over the papers. Integer sums (exact), finished into means and variances in one place.
 */
import { threadKernel } from '../kernel/kernel.ts';
import { putMask, valueTable } from '../kernel/tables.ts';
import type { Papers } from './papers.ts';

export interface ScoreGroups {
  readonly groupCount: number;
  /** Group of each paper, or -1 for a paper of a rare form. */
  readonly groupOf: Int32Array;
  /** Papers per group. */
  readonly sizes: Int32Array;
  /** groupCount x tasks: mean points. */
  readonly means: Float64Array;
  /** groupCount x tasks: variance of points, unbiased. */
  readonly variances: Float64Array;
  /** Papers that take part. */
  readonly papers: number;
  /** Groups that have papers, ascending. */
  readonly present: Int32Array;
  /** Place of each paper's group in `present`, or -1. */
  readonly presentOf: Int32Array;
}

export function scoreGroups(papers: Papers): ScoreGroups {
  const { taskCount, size } = papers;
  const width = papers.maximum + 1;
  const groupCount = papers.formCount * width;
  const groupOf = new Int32Array(size);
  const sizes = new Int32Array(groupCount);
  let used = 0;
  for (let paper = 0; paper < size; paper++) {
    const form = papers.forms[paper]!;
    const group = form < 0 ? -1 : form * width + papers.totals[paper]!;
    groupOf[paper] = group;
    if (group < 0) continue;
    sizes[group] = sizes[group]! + 1;
    used++;
  }
  const present = Int32Array.from(sizes.keys()).filter((group) => sizes[group]! > 0);
  const place = new Int32Array(groupCount);
  present.forEach((group, index) => {
    place[group] = index;
  });
  const presentOf = new Int32Array(size);
  for (let paper = 0; paper < size; paper++) presentOf[paper] = groupOf[paper]! < 0 ? -1 : place[groupOf[paper]!]!;
  const { sums, squares } = groupSums(papers, presentOf, present.length);
  const means = new Float64Array(groupCount * taskCount);
  const variances = new Float64Array(groupCount * taskCount);
  present.forEach((group, index) => {
    const n = sizes[group]!;
    for (let task = 0; task < taskCount; task++) {
      const from = index * taskCount + task;
      const at = group * taskCount + task;
      const mean = sums[from]! / n;
      means[at] = mean;
      variances[at] = n > 1 ? Math.max(0, (squares[from]! - n * mean * mean) / (n - 1)) : 0;
    }
  });
  return { groupCount, groupOf, sizes, means, variances, papers: used, present, presentOf };
}

/** Counting by points is worth it up to this many points a task; beyond it papers are added one by one. */
const MOST_POINTS = 24;

/** Sums and sums of squares of points: groups x tasks, exact. */
function groupSums(
  { records, points, taskCount, size }: Papers,
  groupOf: Int32Array,
  groups: number,
): { readonly sums: Int32Array; readonly squares: Int32Array } {
  const sums = new Int32Array(groups * taskCount);
  const squares = new Int32Array(groups * taskCount);
  const { shape, highest, bytes } = records;
  if (highest > MOST_POINTS) {
    for (let paper = 0; paper < size; paper++) {
      if (groupOf[paper]! < 0) continue;
      for (let task = 0; task < taskCount; task++) {
        const score = points[paper * taskCount + task]!;
        const into = groupOf[paper]! * taskCount + task;
        sums[into] = sums[into]! + score;
        squares[into] = squares[into]! + score * score;
      }
    }
    return { sums, squares };
  }
  const kernel = threadKernel();
  const { counts } = kernel.scope(() => {
    const placed = { shape, highest, count: size, at: kernel.put(bytes), mask: putMask(kernel, shape) };
    return valueTable(kernel, placed, kernel.put(groupOf), groups);
  });
  for (let group = 0; group < groups; group++) {
    for (let value = 1; value <= highest; value++) {
      const from = (group * highest + value - 1) * shape.stride;
      for (let task = 0; task < taskCount; task++) {
        const into = group * taskCount + task;
        sums[into] = sums[into]! + value * counts[from + task]!;
        squares[into] = squares[into]! + value * value * counts[from + task]!;
      }
    }
  }
  return { sums, squares };
}

/**
 * For every paper, the weight with which its group's variance enters the variance of its unit's residual sum: one minus
 * the unit's own share of the group. The residual is taken from a mean that contains the unit itself, so a unit that is
 * the whole group has no residual and no variance (hypergeometric variance, as in a Mantel-Haenszel test): its own
 * contribution cannot hide it.
 */
export function ownShareWeights(
  groupOf: Int32Array,
  groupSizes: Int32Array,
  units: readonly { readonly start: number; readonly end: number }[],
): Float32Array {
  const weights = new Float32Array(groupOf.length);
  const own = new Int32Array(groupSizes.length);
  for (const { start, end } of units) {
    for (let paper = start; paper < end; paper++) {
      const group = groupOf[paper]!;
      if (group >= 0) own[group] = own[group]! + 1;
    }
    for (let paper = start; paper < end; paper++) {
      const group = groupOf[paper]!;
      if (group >= 0) weights[paper] = 1 - own[group]! / groupSizes[group]!;
    }
    for (let paper = start; paper < end; paper++) {
      const group = groupOf[paper]!;
      if (group >= 0) own[group] = 0;
    }
  }
  return weights;
}
