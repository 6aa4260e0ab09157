/**
 * How much each paper carries of what a marker saw.
 *
 * What it answers: in which order to read the papers of a class again. Never a verdict on a pupil: a paper that carries much is
 * the one whose re-reading tells most about the sign.
 * Formula: a marker's statistic is a sum T over papers of e_p (contrast markers: points on the named tasks beyond the mean of
 * the same variant and total; boundaries: 1 above and 0 below, minus the expected share; level and marks: total, or mark, beyond
 * the mean of its group; identical work: evidence of the pairs the paper is in). Leaving one paper out changes T by e_p, so
 * e_p / T is the share of the sign that the paper carries; shares add up to 1 and may be negative.
 * Source: leave-one-out (influence) of an additive statistic; the sums are those of the markers themselves (markers/).
 * Assumptions: the reference stays as it is when one paper changes; the weights within a marker are even, while B2 and B3
 * weigh tasks by their precision. How it can be wrong: where one odd paper moves a small class, the order beyond it is loose.
 */
import { NOT_ATTEMPTED } from '#src/results/model.ts';
import type { MarkerResult } from '../model.ts';
import { likePairs } from './like-pairs.ts';
import type { Expectations } from './reference-tables.ts';

/** A paper as the contributions read it. */
export interface ReadPaper {
  readonly participant: string;
  readonly className: string;
  /** '' where the work has one. */
  readonly variant: string;
  /** One per task; special values of results/model.ts allowed. */
  readonly scores: readonly number[];
  readonly total: number;
  readonly journalMark: number | null;
}

export type Computed = Extract<MarkerResult, { kind: 'computed' }>;

const WINDOW = 2;

/**
 * Share of the marker's statistic that each paper carries.
 * @param taskIds ids of the tasks in the order of the scores.
 * @returns null where the sum over the papers does not lean the way the marker does, or is so small that one paper would carry more
 * than all of it: then no order would mean anything.
 */
export function sharesOf(
  marker: Computed,
  papers: readonly ReadPaper[],
  taskIds: readonly string[],
  expectations: Expectations,
): Float64Array | null {
  const parts = partsOf(marker, papers, taskIds, expectations);
  const sum = parts.reduce((total, part) => total + part, 0);
  if (!(sum > 0) || parts.some((part) => part > sum)) return null;
  return parts.map((part) => part / sum);
}

function partsOf(
  marker: Computed,
  papers: readonly ReadPaper[],
  taskIds: readonly string[],
  expectations: Expectations,
): Float64Array {
  switch (marker.id) {
    case 'B1':
      return Float64Array.from(papers, ({ total }) => boundaryPart(marker, total));
    case 'B2':
    case 'B3':
    case 'B4':
      return Float64Array.from(papers, (paper) => taskPart(marker, paper, taskIds, expectations));
    case 'B5':
      return likePairs(papers, expectations);
    case 'B6':
      return Float64Array.from(papers, ({ variant, total, journalMark }) => {
        const expected = journalMark === null ? null : expectations.total(variant, journalMark);
        return expected === null ? 0 : total - expected;
      });
    case 'B7':
      return Float64Array.from(papers, ({ variant, total, journalMark }) => {
        const expected = expectations.journalMark(variant, total);
        return journalMark === null || expected === null ? 0 : journalMark - expected;
      });
    default:
      // Other markers speak of the unit as a whole.
      return new Float64Array(papers.length);
  }
}

function boundaryPart(marker: Computed, total: number): number {
  let part = 0;
  for (const { score, below, above, expectedAbove } of marker.details.boundaries ?? []) {
    if (total < score - WINDOW || total >= score + WINDOW) continue;
    part += (total >= score ? 1 : 0) - expectedAbove / (below + above);
  }
  return part;
}

/** B4 adds the tasks up in the direction in which the unit deviates on each, by how far; B2 and B3 as they are. */
function taskPart(marker: Computed, paper: ReadPaper, taskIds: readonly string[], expectations: Expectations): number {
  const expected = expectations.scores(paper.variant, paper.total);
  // A paper with a topic not taught or an empty cell has a total of its own kind.
  if (expected === null || paper.scores.some((score) => score < NOT_ATTEMPTED)) return 0;
  let part = 0;
  for (const { id, z } of marker.details.tasks ?? []) {
    const task = taskIds.indexOf(id);
    if (task < 0) continue;
    part += (marker.id === 'B4' ? z : 1) * (Math.max(0, paper.scores[task]!) - expected[task]!);
  }
  return part;
}
