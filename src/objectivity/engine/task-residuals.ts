/**
 * Residuals of tasks given the total, per unit, and their conditional covariance: the tables that task profiles are made of.
 */
import type { Papers, Unit } from './papers.ts';
import { ownShareWeights, type ScoreGroups } from './score-groups.ts';

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

/** Residuals of tasks given the total, summed over the papers of each unit. */
export function taskResiduals(papers: Papers, groups: ScoreGroups, units: readonly Unit[]): ClassProfiles {
  const { taskCount, points } = papers;
  const weights = ownShareWeights(groups.groupOf, groups.sizes, units);
  const participants = new Int32Array(units.length);
  const residuals = new Float64Array(units.length * taskCount);
  const variances = new Float64Array(units.length * taskCount);
  const sums = new Float64Array(units.length * taskCount);
  units.forEach((unit, index) => {
    const into = index * taskCount;
    for (let paper = unit.start; paper < unit.end; paper++) {
      const group = groups.groupOf[paper]!;
      if (group < 0) continue;
      participants[index] = participants[index]! + 1;
      const weight = weights[paper]!;
      const from = paper * taskCount;
      const of = group * taskCount;
      for (let task = 0; task < taskCount; task++) {
        const score = points[from + task]!;
        sums[into + task] = sums[into + task]! + score;
        residuals[into + task] = residuals[into + task]! + score - groups.means[of + task]!;
        variances[into + task] = variances[into + task]! + weight * groups.variances[of + task]!;
      }
    }
  });
  return { participants, residuals, variances, sums };
}

/** Papers enough for a covariance of at most 60 tasks; more cost time and change nothing. */
const COVARIANCE_PAPERS = 100_000;

/** Conditional covariance of task scores within score groups, tasks x tasks, per paper. */
export function conditionalCovariance(papers: Papers, groups: ScoreGroups): Float64Array {
  const { taskCount, points } = papers;
  const covariance = new Float64Array(taskCount * taskCount);
  const residual = new Float64Array(taskCount);
  const step = Math.max(1, Math.floor(papers.size / COVARIANCE_PAPERS));
  let used = 0;
  for (let paper = 0; paper < papers.size; paper += step) {
    const group = groups.groupOf[paper]!;
    if (group < 0 || groups.sizes[group]! < 2) continue;
    used++;
    const correction = Math.sqrt(groups.sizes[group]! / (groups.sizes[group]! - 1));
    for (let task = 0; task < taskCount; task++) {
      residual[task] = (points[paper * taskCount + task]! - groups.means[group * taskCount + task]!) * correction;
    }
    for (let row = 0; row < taskCount; row++) {
      const value = residual[row]!;
      for (let column = row; column < taskCount; column++) {
        const at = row * taskCount + column;
        covariance[at] = covariance[at]! + value * residual[column]!;
      }
    }
  }
  for (let row = 0; row < taskCount; row++) {
    for (let column = row; column < taskCount; column++) {
      const value = used > 0 ? covariance[row * taskCount + column]! / used : 0;
      covariance[row * taskCount + column] = value;
      covariance[column * taskCount + row] = value;
    }
  }
  return covariance;
}
