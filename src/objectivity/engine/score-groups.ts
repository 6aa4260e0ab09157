/**
 * Score groups: papers of one form and one total. Given the total, an honest class solves the same tasks as the region
 * does; every conditional statistic compares a unit with its own score groups.
 *
 * One pass over the papers. Integer sums (exact), finished into means and variances in one place.
 */
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
}

export function scoreGroups(papers: Papers): ScoreGroups {
  const { taskCount, size, points } = papers;
  const width = papers.maximum + 1;
  const groupCount = papers.formCount * width;
  const groupOf = new Int32Array(size);
  const sizes = new Int32Array(groupCount);
  const sums = new Int32Array(groupCount * taskCount);
  const squares = new Int32Array(groupCount * taskCount);
  let used = 0;
  for (let paper = 0; paper < size; paper++) {
    const form = papers.forms[paper]!;
    if (form < 0) {
      groupOf[paper] = -1;
      continue;
    }
    const group = form * width + papers.totals[paper]!;
    groupOf[paper] = group;
    sizes[group] = sizes[group]! + 1;
    used++;
    const from = paper * taskCount;
    const into = group * taskCount;
    for (let task = 0; task < taskCount; task++) {
      const score = points[from + task]!;
      sums[into + task] = sums[into + task]! + score;
      squares[into + task] = squares[into + task]! + score * score;
    }
  }
  const means = new Float64Array(groupCount * taskCount);
  const variances = new Float64Array(groupCount * taskCount);
  for (let group = 0; group < groupCount; group++) {
    const n = sizes[group]!;
    if (n === 0) continue;
    for (let task = 0; task < taskCount; task++) {
      const at = group * taskCount + task;
      const mean = sums[at]! / n;
      means[at] = mean;
      variances[at] = n > 1 ? Math.max(0, (squares[at]! - n * mean * mean) / (n - 1)) : 0;
    }
  }
  return { groupCount, groupOf, sizes, means, variances, papers: used };
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
