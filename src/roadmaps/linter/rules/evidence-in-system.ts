/** The records of the system already show that the measure was carried out: they can be its evidence. */
import { eachMeasure, remarkOn } from '../rule.ts';

export const evidenceInSystem = eachMeasure(['evidenceInSystem'], function* (one, { context }) {
  const { measure } = one;
  if (measure.state === null || measure.state === 'done') return;
  if (measure.occurrences.some(({ evidence }) => evidence > 0)) return;
  const source = context.evidence.find(({ kind, records }) => kind === measure.kind && records > 0);
  if (source === undefined) return;
  yield remarkOn(one, 'evidenceInSystem', 'note', 'evidence', {
    facts: { value: source.room, count: String(source.records) },
    mend: { kind: 'linkEvidence', measureId: measure.id, room: source.room },
  });
});
