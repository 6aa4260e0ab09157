/** Dates of a plan by person: whom each measure names, and how much stands where with him. Pure. */
import type { Part } from '../model.ts';
import type { Timing } from '../model.ts';

interface PartyOf {
  readonly part: Part;
  readonly post: string | null;
  readonly person: string | null;
  readonly organisation: string | null;
  readonly staffPostId: number | null;
  readonly holder: string | null;
  readonly standIn: string | null;
}

interface OccurrenceOf {
  readonly state: string;
  readonly timing: Timing;
}

export interface MeasureOf {
  readonly id: number;
  readonly parties: readonly PartyOf[];
  readonly occurrences: readonly OccurrenceOf[];
}

export interface PersonOf<M extends MeasureOf> {
  /** Stays the same for the same person of a plan. */
  readonly key: string;
  readonly party: PartyOf | null;
  readonly measures: readonly { readonly measure: M; readonly part: Part }[];
  readonly dates: number;
  readonly overdue: number;
  readonly thisWeek: number;
  readonly review: number;
  readonly returned: number;
  readonly finished: number;
}

/** One entry per person or post, the most overdue first; measures that name nobody come last. */
export function peopleOf<M extends MeasureOf>(measures: readonly M[]): PersonOf<M>[] {
  const found = new Map<string, { party: PartyOf | null; measures: { measure: M; part: Part }[] }>();
  for (const measure of measures) {
    const parties: readonly (PartyOf | null)[] = measure.parties.length > 0 ? measure.parties : [null];
    for (const party of parties) {
      const key = keyOf(party);
      const entry = found.get(key) ?? { party, measures: [] };
      found.set(key, entry);
      if (entry.measures.some((each) => each.measure.id === measure.id)) continue;
      entry.measures.push({ measure, part: party?.part ?? 'responsible' });
    }
  }
  const people = [...found].map(([key, entry]): PersonOf<M> => {
    const all = entry.measures.flatMap(({ measure }) => measure.occurrences);
    const count = (test: (one: OccurrenceOf) => boolean) => all.filter(test).length;
    return {
      key,
      ...entry,
      dates: all.length,
      overdue: count(({ timing }) => timing === 'overdue'),
      thisWeek: count(({ timing, state }) => (timing === 'today' || timing === 'thisWeek') && state !== 'submitted'),
      review: count(({ state }) => state === 'submitted'),
      returned: count(({ state }) => state === 'returned'),
      finished: count(({ timing }) => timing === 'finished'),
    };
  });
  return [...people].sort(
    (a, b) => Number(a.party === null) - Number(b.party === null) || b.overdue - a.overdue || b.dates - a.dates,
  );
}

/** A member of staff is one whatever the plan calls him; without one, the same words are the same person. */
function keyOf(party: PartyOf | null): string {
  if (party === null) return 'nobody';
  if (party.staffPostId !== null) return `staff ${party.staffPostId}`;
  return ['words', party.post, party.person, party.organisation].join('|').toLowerCase().replace(/\s+/gu, ' ');
}
