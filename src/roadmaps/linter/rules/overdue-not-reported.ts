/** Due, past, and nothing handed in. What is conditional is not overdue until somebody says that it is needed. */
import { eachMeasure, remarkOn } from '../rule.ts';

export const overdueNotReported = eachMeasure(['overdueNotReported'], function* (one, { context: { today } }) {
  const { measure, deadline } = one;
  if (today === null || measure.state === null || measure.state === 'done') return;
  if (deadline.condition !== null && !measure.conditionMet) return;
  for (const { id, due, state } of measure.occurrences) {
    if (due === null || due >= today || (state !== 'open' && state !== 'returned')) continue;
    yield remarkOn(one, 'overdueNotReported', 'mend', 'evidence', {
      facts: { day: due, value: state },
      mend: { kind: 'report', measureId: measure.id, occurrenceId: id },
      otherMends: [{ kind: 'openMeasure', measureId: measure.id }],
    });
  }
});
