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
  /** Place of each group in `present`, or -1. */
  readonly placeOf: Int32Array;
  /** Papers of each present group by points and task. */
  readonly values: ValueCounts;
}

export interface ValueCounts {
  /** Highest points that occur. */
  readonly highest: number;
  /** Tasks of a row, at least taskCount. */
  readonly stride: number;
  /** groups x points 1..highest x stride. */
  readonly counts: Uint32Array;
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
  const placeOf = new Int32Array(groupCount).fill(-1);
  present.forEach((group, index) => {
    placeOf[group] = index;
  });
  const presentOf = new Int32Array(size);
  for (let paper = 0; paper < size; paper++) presentOf[paper] = groupOf[paper]! < 0 ? -1 : placeOf[groupOf[paper]!]!;
  const values = valueCounts(papers, presentOf, present.length);
  const { sums, squares } = groupSums(values, taskCount, present.length);
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
  return { groupCount, groupOf, sizes, means, variances, papers: used, present, presentOf, placeOf, values };
}

/** Counting by points is worth it up to this many points a task; beyond it papers are added one by one. */
const MOST_POINTS = 24;

function valueCounts({ records, points, taskCount, size }: Papers, groupOf: Int32Array, groups: number): ValueCounts {
  const { shape, highest, bytes } = records;
  const { stride } = shape;
  if (highest <= MOST_POINTS) {
    const kernel = threadKernel();
    const { counts } = kernel.scope(() => {
      const placed = { shape, highest, count: size, at: kernel.put(bytes), mask: putMask(kernel, shape) };
      return valueTable(kernel, placed, kernel.put(groupOf), groups);
    });
    return { highest, stride, counts };
  }
  const counts = new Uint32Array(groups * highest * stride);
  for (let paper = 0; paper < size; paper++) {
    if (groupOf[paper]! < 0) continue;
    for (let task = 0; task < taskCount; task++) {
      const score = points[paper * taskCount + task]!;
      if (score === 0) continue;
      const into = (groupOf[paper]! * highest + score - 1) * stride + task;
      counts[into] = counts[into]! + 1;
    }
  }
  return { highest, stride, counts };
}

/** Sums and sums of squares of points: groups x tasks, exact. */
function groupSums(
  { highest, stride, counts }: ValueCounts,
  taskCount: number,
  groups: number,
): { readonly sums: Float64Array; readonly squares: Float64Array } {
  const sums = new Float64Array(groups * taskCount);
  const squares = new Float64Array(groups * taskCount);
  for (let group = 0; group < groups; group++) {
    for (let value = 1; value <= highest; value++) {
      const from = (group * highest + value - 1) * stride;
      for (let task = 0; task < taskCount; task++) {
        const into = group * taskCount + task;
        const points = value * counts[from + task]!;
        sums[into] = sums[into]! + points;
        squares[into] = squares[into]! + value * points;
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
