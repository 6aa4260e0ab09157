/**
 * What a whole region, municipality or school shows against tables of score groups: the sums that do not need any other unit
 * of the same administration. Against its own tables they are near zero; against frozen ones they show a region that is
 * manipulated as a whole, which no comparison inside it can.
 */
import { liftingScore } from './lifting-score.ts';
import type { Papers } from './papers.ts';
import type { Range } from './conditional.ts';

/** What honest pupils of one total do, in one work. Plain numbers: it is kept as JSON. */
export interface ScoreTables {
  /** Papers per total, 0..maximum. */
  readonly histogram: readonly number[];
  /** totals x tasks: mean points. */
  readonly means: readonly number[];
  /** Mean journal mark per total; null where no paper had one. */
  readonly marks: readonly (number | null)[];
}

export const COMPARISONS = ['boundary', 'hardTasks', 'extendedTasks', 'marks'] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** Totals of fewer papers than this say nothing in the tables. */
const FEWEST_PAPERS = 5;

export function scoreTables(papers: Papers): ScoreTables {
  const { taskCount, maximum } = papers;
  const histogram = new Float64Array(maximum + 1);
  const sums = new Float64Array((maximum + 1) * taskCount);
  const marked = new Float64Array(maximum + 1);
  const markSums = new Float64Array(maximum + 1);
  for (let paper = 0; paper < papers.size; paper++) {
    if (papers.forms[paper]! < 0) continue;
    const total = papers.totals[paper]!;
    histogram[total]! += 1;
    for (let task = 0; task < taskCount; task++) {
      sums[total * taskCount + task]! += papers.points[paper * taskCount + task]!;
    }
    if (papers.journalMarks[paper] === 0) continue;
    marked[total]! += 1;
    markSums[total]! += papers.journalMarks[paper]!;
  }
  return {
    histogram: [...histogram],
    means: Array.from(sums, (sum, at) => sum / Math.max(1, histogram[Math.floor(at / taskCount)]!)),
    marks: Array.from(markSums, (sum, total) => (marked[total]! > 0 ? sum / marked[total]! : null)),
  };
}

/** The hardest third of the tasks by the share of their points that the tables' papers earned. */
function hardestOf(tables: ScoreTables, maxima: readonly number[]): number[] {
  const solved = maxima.map((max, task) => {
    const earned = tables.histogram.reduce((sum, n, total) => sum + n * tables.means[total * maxima.length + task]!, 0);
    return earned / max;
  });
  return maxima
    .map((_, task) => task)
    .sort((a, b) => solved[a]! - solved[b]!)
    .slice(0, Math.max(2, Math.round(maxima.length / 3)));
}

/**
 * @returns per comparison the mean over the range's papers: probability of lifting (boundary), points per pupil on hard and on
 *   extended tasks, marks per pupil; NaN where the work or the papers do not have what is needed.
 */
export function compareRange(papers: Papers, tables: ScoreTables, { start, end }: Range): Record<Comparison, number> {
  const { taskCount, administration } = papers;
  const hard = hardestOf(
    tables,
    administration.tasks.map(({ max }) => max),
  );
  const extended = administration.tasks.flatMap(({ response }, task) => (response === 'extended' ? [task] : []));
  let n = 0;
  let totals = 0;
  let marked = 0;
  const sums = { hard: 0, extended: 0, marks: 0 };
  for (let paper = start; paper < end; paper++) {
    const total = papers.totals[paper]!;
    if (papers.forms[paper]! < 0 || !(tables.histogram[total]! >= FEWEST_PAPERS)) continue;
    n++;
    totals += total;
    const residual = (task: number): number =>
      papers.points[paper * taskCount + task]! - tables.means[total * taskCount + task]!;
    for (const task of hard) sums.hard += residual(task);
    for (const task of extended) sums.extended += residual(task);
    const expected = tables.marks[total];
    if (papers.journalMarks[paper] === 0 || expected === null || expected === undefined) continue;
    marked++;
    sums.marks += papers.journalMarks[paper]! - expected;
  }
  const allExtended = extended.length === 0 || extended.length === taskCount;
  return {
    boundary: n > 0 ? liftedShare(papers, tables, { start, end }, totals / n) : Number.NaN,
    hardTasks: n > 0 ? sums.hard / n : Number.NaN,
    extendedTasks: n > 0 && !allExtended ? sums.extended / n : Number.NaN,
    marks: marked > 0 ? sums.marks / marked : Number.NaN,
  };
}

function liftedShare(papers: Papers, tables: ScoreTables, { start, end }: Range, mean: number): number {
  const { thresholds } = papers.administration;
  if (thresholds === null) return Number.NaN;
  const table = liftingScore(tables.histogram, [thresholds[3], thresholds[4], thresholds[5]]).at(mean);
  if (!(table.gain > 0)) return Number.NaN;
  let sum = 0;
  for (let paper = start; paper < end; paper++) sum += table.score[papers.totals[paper]!]!;
  return sum / (end - start) / table.gain;
}
