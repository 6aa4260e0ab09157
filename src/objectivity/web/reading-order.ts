import type { Detail, Papers } from './facts.ts';
import { boundaryExcess, namedTasks } from './facts.ts';

/** As many as a second reader checks in one sitting. */
const AT_MOST = 8;

/**
 * Which papers a second reader should take first, by participant code: those just above the boundary that the sign names,
 * otherwise those that earned on the named tasks most beyond what the rest of the paper shows. An order of reading, nothing more:
 * no index of single pupils can carry a conclusion.
 */
export function readingOrder(detail: Detail, { papers, tasks }: Papers): string[] {
  if (!detail.signalled) return [];
  const boundary = boundaryExcess(detail);
  if (boundary) {
    const extended = tasks.flatMap((task, index) => (task.response === 'extended' ? [index] : []));
    return papers
      .filter((paper) => paper.total === boundary.score || paper.total === boundary.score + 1)
      .map((paper) => ({ paper, earned: points(paper.scores, extended) }))
      .sort((a, b) => a.paper.total - b.paper.total || b.earned - a.earned)
      .slice(0, AT_MOST)
      .map(({ paper }) => paper.participant);
  }
  const named = new Set(namedTasks(detail));
  const at = tasks.flatMap((task, index) => (named.has(task.id) ? [index] : []));
  const maximum = at.reduce((total, index) => total + tasks[index].max, 0);
  const rest = tasks.reduce((total, task) => total + task.max, 0) - maximum;
  if (maximum === 0 || rest === 0) return [];
  return papers
    .map((paper) => {
      const earned = points(paper.scores, at);
      return { paper, beyond: earned / maximum - (paper.total - earned) / rest };
    })
    .filter(({ beyond }) => beyond > 0)
    .sort((a, b) => b.beyond - a.beyond)
    .slice(0, AT_MOST)
    .map(({ paper }) => paper.participant);
}

/** Points on the given tasks; special values are negative and count for nothing. */
function points(scores: readonly number[], at: readonly number[]): number {
  return at.reduce((total, index) => total + Math.max(0, scores[index]), 0);
}
