import type { ItemStatus, OfficialReading, OfficialRule, OfficialSource } from '../official/model.ts';

/** Readings as the documents print them: the methodology by its formulas, the recommendations by their pages. */
const ORDER: readonly OfficialRule[] = [
  'meanInterval',
  'journalCorrelation',
  'sharpRise',
  'sharpFall',
  'lowMarkGrowth',
  'marksAgainstJournal',
  'markGap',
  'histogram',
  'boundaryPeaks',
  'basicTasks',
  'raisedTasks',
  'groups',
];

export interface DocumentReadings {
  readonly document: OfficialSource['document'];
  readonly readings: readonly OfficialReading[];
}

/** Readings document by document, each in the document's own order. */
export function byDocument(readings: readonly OfficialReading[]): readonly DocumentReadings[] {
  const sorted = [...readings].sort((a, b) => ORDER.indexOf(a.rule) - ORDER.indexOf(b.rule));
  return (['methodology2019', 'recommendations2026'] as const)
    .map((document) => ({ document, readings: sorted.filter((reading) => reading.source.document === document) }))
    .filter((each) => each.readings.length > 0);
}

/** Statuses that a person has to hear of; the others are as they should be. */
const TOLD: readonly ItemStatus[] = ['insufficient', 'border', 'peak', 'year'];

export interface ToldItems {
  readonly status: ItemStatus;
  readonly items: OfficialReading['items'];
}

/** Tasks, boundaries and years of a reading worth naming, by what is said of them. */
export function toldItems(reading: OfficialReading): readonly ToldItems[] {
  return TOLD.map((status) => ({ status, items: reading.items.filter((item) => item.status === status) })).filter(
    (each) => each.items.length > 0,
  );
}
