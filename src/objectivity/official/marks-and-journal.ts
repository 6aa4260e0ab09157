/**
 * Marks of the work against marks of the journal, recommendations of 2026, pp. 10 and 11.
 *
 * Page 10 compares them: lowered (mark below the journal's), confirmed, raised; percent of the pupils with both. The
 * document sets no bound, so nothing is flagged. Page 11: differences of two marks and more are to be analysed; flagged
 * when there is one. Threshold in marks, value in percent. Minimum: one pupil with both marks; the document sets none.
 */
import type { Administration } from '../engine/administration.ts';
import type { OfficialReading } from './model.ts';
import { computed, inapplicable, percent, recommendation } from './reading.ts';

/** Printed in the recommendations, marks. */
const GAP = 2;

export function markReadings(administration: Administration, papers: Int32Array): OfficialReading[] {
  const comparison = recommendation('marksAgainstJournal');
  const gap = recommendation('markGap');
  const { marks, journalMarks, thresholds } = administration;
  const both = papers.filter((paper) => marks[paper] !== 0 && journalMarks[paper] !== 0);
  if (both.length === 0) {
    const reason = thresholds === null ? 'noScale' : 'noJournalMarks';
    return [comparison, gap].map((kind) => inapplicable(kind, reason, papers.length));
  }
  let lowered = 0;
  let raised = 0;
  let wide = 0;
  for (const paper of both) {
    const difference = marks[paper]! - journalMarks[paper]!;
    if (difference < 0) lowered += 1;
    if (difference > 0) raised += 1;
    if (Math.abs(difference) >= GAP) wide += 1;
  }
  const confirmed = both.length - lowered - raised;
  return [
    computed(comparison, {
      participants: both.length,
      value: percent(confirmed, both.length),
      numerator: confirmed,
      denominator: both.length,
      flagged: null,
      notes: ['noPublishedNumber'],
      figures: { lowered, confirmed, raised },
    }),
    computed(gap, {
      participants: both.length,
      value: percent(wide, both.length),
      threshold: GAP,
      numerator: wide,
      denominator: both.length,
      flagged: wide > 0,
      notes: ['noPublishedMinimum'],
    }),
  ];
}
