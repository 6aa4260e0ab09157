/** Observed and expected points per task of every class, school and municipality, given the totals. Pure. */
import type { Administration } from '../engine/administration.ts';
import type { ProfileRow } from '../store.ts';

interface Sums {
  readonly papers: Int32Array;
  readonly observed: Float64Array;
  readonly squares: Float64Array;
  readonly expected: Float64Array;
}

/**
 * What the region's pupils with the same totals get on each task is what a unit is expected to get. The interval is that
 * of the observed mean, ±1.96 standard errors; a unit of one paper has none and shows its point twice.
 */
export function profilesOf(administration: Administration): {
  readonly classes: ProfileRow[][];
  readonly schools: ProfileRow[][];
  readonly municipalities: ProfileRow[][];
} {
  const { tasks, size, scores, totals, classOf, variants } = administration;
  const taskCount = tasks.length;
  const maxScore = tasks.reduce((sum, task) => sum + task.max, 0);
  const variantCount = size === 0 ? 0 : variants.reduce((most, variant) => Math.max(most, variant), 0) + 1;
  const groupOf = (paper: number): number => variants[paper]! * (maxScore + 1) + Math.min(totals[paper]!, maxScore);
  const groupSizes = new Int32Array(variantCount * (maxScore + 1));
  const groupSums = new Float64Array(groupSizes.length * taskCount);
  for (let paper = 0; paper < size; paper++) {
    const group = groupOf(paper);
    groupSizes[group]!++;
    for (let task = 0; task < taskCount; task++)
      groupSums[group * taskCount + task]! += Math.max(scores[paper * taskCount + task]!, 0);
  }
  const make = (units: number): Sums => ({
    papers: new Int32Array(units),
    observed: new Float64Array(units * taskCount),
    squares: new Float64Array(units * taskCount),
    expected: new Float64Array(units * taskCount),
  });
  const classes = make(administration.classes.length);
  const schools = make(administration.schools.length);
  const municipalities = make(administration.municipalities.length);
  for (let paper = 0; paper < size; paper++) {
    const group = groupOf(paper);
    const classIndex = classOf[paper]!;
    const schoolIndex = administration.classes[classIndex]!.school;
    const municipalityIndex = administration.schools[schoolIndex]!.municipality;
    for (const [sums, unit] of [
      [classes, classIndex],
      [schools, schoolIndex],
      [municipalities, municipalityIndex],
    ] as const) {
      sums.papers[unit]!++;
      for (let task = 0; task < taskCount; task++) {
        const score = Math.max(scores[paper * taskCount + task]!, 0);
        const at = unit * taskCount + task;
        sums.observed[at]! += score;
        sums.squares[at]! += score * score;
        sums.expected[at]! += groupSums[group * taskCount + task]! / groupSizes[group]!;
      }
    }
  }
  const finish = (sums: Sums): ProfileRow[][] =>
    Array.from(sums.papers, (papers, unit) => {
      if (papers === 0) return [];
      return tasks.map((task, index) => {
        const at = unit * taskCount + index;
        const observed = sums.observed[at]! / papers;
        const variance =
          papers > 1 ? Math.max(0, (sums.squares[at]! - papers * observed * observed) / (papers - 1)) : 0;
        const half = 1.96 * Math.sqrt(variance / papers);
        return {
          id: task.id,
          observed,
          expected: sums.expected[at]! / papers,
          low: Math.max(0, observed - half),
          high: Math.min(task.max, observed + half),
        };
      });
    });
  return { classes: finish(classes), schools: finish(schools), municipalities: finish(municipalities) };
}
