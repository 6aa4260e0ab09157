/**
 * Results that contradict the school's own marks, methodology of 2019, formula (ii): do pupils with higher journal marks
 * have lower scores?
 *
 * r = 1 - 6 sum d^2 / (n (n^2 - 1)), d the difference of a pupil's ranks by journal mark and by raw total, within the
 * school. Flagged when r < 0.
 *
 * The printed shortcut equals Spearman's coefficient only when no value repeats. Marks take four values, so it never
 * holds: with ties it is too large, and a true negative correlation may stay unflagged. Equal values share their mean rank
 * here, which the document leaves open. The coefficient corrected for ties (Pearson's of the mean ranks) stands beside it
 * as `corrected`; the flag follows the published figure. Minimum: two pupils with a journal mark; the document sets none.
 */
import { spearman, spearmanWithoutTies } from '#stats/spearman.ts';
import type { Administration } from '../engine/administration.ts';
import type { OfficialReading } from './model.ts';
import { computed, inapplicable, type ReadingKind } from './reading.ts';

export function journalCorrelationReading(
  kind: ReadingKind,
  { journalMarks, totals }: Administration,
  papers: Int32Array,
): OfficialReading {
  const marked = papers.filter((paper) => journalMarks[paper] !== 0);
  if (marked.length === 0) return inapplicable(kind, 'noJournalMarks', papers.length);
  if (marked.length < 2) return inapplicable(kind, 'tooFewParticipants', marked.length);
  const marks = Float64Array.from(marked, (paper) => journalMarks[paper]!);
  const scores = Float64Array.from(marked, (paper) => totals[paper]!);
  const published = spearmanWithoutTies(marks, scores);
  const corrected = spearman(marks, scores);
  return computed(kind, {
    participants: marked.length,
    value: published,
    threshold: 0,
    flagged: published < 0,
    notes: ['noPublishedMinimum', 'tiesInvalidate'],
    // All marks or all scores equal: there is no correlation to correct.
    figures: Number.isNaN(corrected) ? {} : { corrected },
  });
}
