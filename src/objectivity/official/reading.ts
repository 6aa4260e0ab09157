/** Makes readings, so that each rule says only what it has to say. */
import type {
  InapplicableReason,
  OfficialMarker,
  OfficialReading,
  OfficialRule,
  OfficialSource,
  Standing,
} from './model.ts';

/** Fewer participants than this and the product draws no conclusion, whatever a formula says. */
export const SMALL_GROUP = 10;

/** What a reading is of: fixed by the rule and by the administration before anything is computed. */
export interface ReadingKind {
  readonly id: OfficialMarker | OfficialRule;
  readonly rule: OfficialRule;
  readonly standing: Standing;
}

const SOURCES: Readonly<Record<OfficialRule, OfficialSource>> = {
  meanInterval: { document: 'methodology2019', place: '(i)' },
  journalCorrelation: { document: 'methodology2019', place: '(ii)' },
  sharpRise: { document: 'methodology2019', place: '(iii)' },
  sharpFall: { document: 'methodology2019', place: '(iii)' },
  basicTasks: { document: 'recommendations2026', place: '16' },
  raisedTasks: { document: 'recommendations2026', place: '16' },
  markGap: { document: 'recommendations2026', place: '11' },
  marksAgainstJournal: { document: 'recommendations2026', place: '10' },
  histogram: { document: 'recommendations2026', place: '13' },
  boundaryPeaks: { document: 'recommendations2026', place: '15' },
  groups: { document: 'recommendations2026', place: '24' },
  lowMarkGrowth: { document: 'recommendations2026', place: '8' },
};

export function sourceOf(rule: OfficialRule): OfficialSource {
  return SOURCES[rule];
}

type Computed = Partial<Omit<OfficialReading, keyof ReadingKind | 'source' | 'applicable' | 'reason'>> &
  Pick<OfficialReading, 'participants' | 'flagged' | 'value'>;

export function computed(kind: ReadingKind, { notes = [], ...reading }: Computed): OfficialReading {
  const small = reading.participants < SMALL_GROUP;
  return {
    ...nothing(kind, reading.participants),
    ...reading,
    applicable: true,
    reason: null,
    notes: small ? ['smallGroup', ...notes] : notes,
  };
}

export function inapplicable(kind: ReadingKind, reason: InapplicableReason, participants = 0): OfficialReading {
  return { ...nothing(kind, participants), reason };
}

/** A reading of the recommendations: its rule names it. */
export function recommendation(rule: OfficialRule): ReadingKind {
  return { id: rule, rule, standing: 'recommendation' };
}

function nothing({ id, rule, standing }: ReadingKind, participants: number): OfficialReading {
  return {
    id,
    rule,
    standing,
    source: sourceOf(rule),
    applicable: false,
    reason: null,
    flagged: null,
    value: null,
    threshold: null,
    numerator: null,
    denominator: null,
    participants,
    notes: [],
    figures: {},
    items: [],
  };
}

/** Percent, for shares that have a denominator. */
export function percent(numerator: number, denominator: number): number {
  return (100 * numerator) / denominator;
}
