/**
 * Whether the classes of a school can be compared as groups, recommendations of 2026, p. 24: from ten participants in a
 * group. Not a sign: nothing is flagged. Value: classes that are large enough.
 */
import type { Administration } from '../engine/administration.ts';
import type { OfficialItem, OfficialReading } from './model.ts';
import { computed, inapplicable, recommendation } from './reading.ts';

/** Printed in the recommendations, participants. */
const LEAST = 10;

export function groupReading({ classes, classOf }: Administration, papers: Int32Array): OfficialReading {
  const kind = recommendation('groups');
  const counts = new Map<number, number>();
  for (const paper of papers) counts.set(classOf[paper]!, (counts.get(classOf[paper]!) ?? 0) + 1);
  if (counts.size === 0) return inapplicable(kind, 'tooFewParticipants');
  const items = [...counts]
    .toSorted(([a], [b]) => a - b)
    .map(
      ([index, count]): OfficialItem => ({
        id: classes[index]!.name,
        value: count,
        status: count >= LEAST ? 'enough' : 'tooFew',
        figures: {},
      }),
    );
  const enough = items.filter(({ status }) => status === 'enough').length;
  return computed(kind, {
    participants: papers.length,
    value: enough,
    threshold: LEAST,
    numerator: enough,
    denominator: items.length,
    flagged: null,
    items,
  });
}
