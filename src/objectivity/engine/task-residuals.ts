/**
 * Residuals of tasks given the total, per unit, and their conditional covariance: the tables that task profiles are made of.
 *
 * A unit needs only how many of its papers are in each score group, and its exact integer sums: residual = sum minus
 * the sum over groups of papers times mean. The variance of a group enters with the papers' number times one minus the
 * unit's own share of the group (score-groups.ts, `ownShareWeights`).
 */
import { type Kernel, threadKernel } from '../kernel/kernel.ts';
import { putMask, safeRun } from '../kernel/tables.ts';
import type { Papers, Unit } from './papers.ts';
import type { ScoreGroups } from './score-groups.ts';

export interface ClassProfiles {
  /** Papers that take part, per class. */
  readonly participants: Int32Array;
  /** classes x tasks: sum of residuals, points. */
  readonly residuals: Float64Array;
  /** classes x tasks: sampling variance of the residual sum. */
  readonly variances: Float64Array;
  /** classes x tasks: sum of points. */
  readonly sums: Float64Array;
}

/**
 * Residuals of tasks given the total, summed over the papers of each unit.
 * @param units ranges of papers that follow one another without gaps, from the first paper to the last.
 */
export function taskResiduals(papers: Papers, groups: ScoreGroups, units: readonly Unit[]): ClassProfiles {
  const { taskCount, records } = papers;
  const { stride } = records.shape;
  const kernel = threadKernel();
  return kernel.scope(() => {
    const starts = kernel.put(Int32Array.from(units, ({ start }) => start));
    const ends = kernel.put(Int32Array.from(units, ({ end }) => end));
    const groupOf = kernel.put(groups.presentOf);
    const at = kernel.put(records.bytes);
    const mask = putMask(kernel, records.shape);
    const sums = kernel.take(4 * units.length * stride);
    const squares = kernel.take(4 * units.length * stride);
    const run = safeRun(records.highest);
    kernel.run.classSums(at, stride, mask, ends, units.length, groupOf, run, 0, sums, squares);
    const wide = taskCount + (taskCount % 2);
    const present = groups.present.length;
    const own = kernel.takeZeros(4 * present);
    const list = kernel.take(4 * present);
    const participants = kernel.take(4 * units.length);
    const residuals = kernel.take(8 * units.length * wide);
    const variances = kernel.take(8 * units.length * wide);
    kernel.run.residuals(
      groupOf,
      starts,
      ends,
      units.length,
      kernel.put(Int32Array.from(groups.present, (group) => groups.sizes[group]!)),
      putRows(kernel, groups.means, groups.present, taskCount, wide),
      putRows(kernel, groups.variances, groups.present, taskCount, wide),
      wide,
      sums,
      stride,
      own,
      list,
      participants,
      residuals,
      variances,
    );
    return {
      participants: kernel.int32(participants, units.length).slice(),
      residuals: narrowed(kernel.float64(residuals, units.length * wide), wide, taskCount),
      variances: narrowed(kernel.float64(variances, units.length * wide), wide, taskCount),
      sums: narrowed(kernel.uint32(sums, units.length * stride), stride, taskCount),
    };
  });
}

/** The named rows of a matrix, each as wide as the kernel reads them. */
function putRows(kernel: Kernel, matrix: Float64Array, rows: Int32Array, width: number, wide: number): number {
  const at = kernel.takeZeros(8 * rows.length * wide);
  const target = kernel.float64(at, rows.length * wide);
  rows.forEach((row, index) => target.set(matrix.subarray(row * width, (row + 1) * width), index * wide));
  return at;
}

function narrowed(wideRows: Float64Array | Uint32Array, wide: number, width: number): Float64Array {
  const rows = wideRows.length / wide;
  const narrow = new Float64Array(rows * width);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < width; column++) narrow[row * width + column] = wideRows[row * wide + column]!;
  }
  return narrow;
}

/** Papers enough for a covariance of at most 60 tasks; more cost time and change nothing. */
const COVARIANCE_PAPERS = 100_000;

/**
 * Conditional covariance of task scores within score groups, tasks x tasks, per paper: for each group the products about
 * the group's mean, times n / (n - 1). Groups of one paper say nothing.
 */
export function conditionalCovariance(papers: Papers, groups: ScoreGroups): Float64Array {
  const { taskCount, records } = papers;
  const { order, ends, longest, used } = papersByGroup(papers, groups);
  const kernel = threadKernel();
  return kernel.scope(() => {
    const at = kernel.put(records.bytes);
    const room = 8 * Math.ceil(longest / 8);
    const columns = kernel.take(2 * taskCount * room);
    const out = kernel.takeZeros(8 * taskCount * taskCount);
    kernel.run.covariance(
      at,
      records.shape.stride,
      taskCount,
      kernel.put(order),
      kernel.put(ends),
      ends.length,
      columns,
      room,
      out,
    );
    const sums = kernel.float64(out, taskCount * taskCount);
    return Float64Array.from(sums, (_, cell) => {
      const row = Math.floor(cell / taskCount);
      const column = cell % taskCount;
      return used > 0 ? sums[Math.min(row, column) * taskCount + Math.max(row, column)]! / used : 0;
    });
  });
}

interface PapersByGroup {
  /** Papers, those of one group together. */
  readonly order: Int32Array;
  /** One past the last place of each present group in `order`. */
  readonly ends: Int32Array;
  /** Papers of the largest group. */
  readonly longest: number;
  /** Papers of groups that have at least two. */
  readonly used: number;
}

function papersByGroup(papers: Papers, groups: ScoreGroups): PapersByGroup {
  const step = Math.max(1, Math.floor(papers.size / COVARIANCE_PAPERS));
  const counts = new Int32Array(groups.present.length);
  for (let paper = 0; paper < papers.size; paper += step) {
    const group = groups.presentOf[paper]!;
    if (group >= 0) counts[group] = counts[group]! + 1;
  }
  const ends = new Int32Array(counts.length);
  let end = 0;
  let longest = 0;
  let used = 0;
  const next = new Int32Array(counts.length);
  counts.forEach((count, group) => {
    next[group] = end;
    end += count;
    ends[group] = end;
    longest = Math.max(longest, count);
    if (count > 1) used += count;
  });
  const order = new Int32Array(end);
  for (let paper = 0; paper < papers.size; paper += step) {
    const group = groups.presentOf[paper]!;
    if (group < 0) continue;
    order[next[group]!] = paper;
    next[group] = next[group]! + 1;
  }
  return { order, ends, longest, used };
}
