/** Called done or accepted, and nothing shows it. */
import { eachMeasure, remarkOn } from '../rule.ts';

export const doneWithoutEvidence = eachMeasure(['doneWithoutEvidence'], function* (one) {
  const { measure } = one;
  const accepted = measure.occurrences.filter(({ state, evidence }) => state === 'accepted' && evidence === 0);
  for (const { id, due } of accepted) {
    yield remarkOn(one, 'doneWithoutEvidence', 'mend', 'evidence', {
      facts: { day: due ?? '' },
      mend: { kind: 'attachEvidence', measureId: measure.id, occurrenceId: id },
      otherMends: [{ kind: 'openMeasure', measureId: measure.id }],
    });
  }
  if (measure.state !== 'done' || accepted.length > 0) return;
  if (measure.occurrences.some(({ evidence }) => evidence > 0)) return;
  yield remarkOn(one, 'doneWithoutEvidence', 'mend', 'evidence', {
    facts: { day: '' },
    mend: {
      kind: 'attachEvidence',
      measureId: measure.id,
      occurrenceId: measure.occurrences.find(({ state }) => state === 'open')?.id ?? null,
    },
  });
});
