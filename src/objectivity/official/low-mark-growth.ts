/**
 * Growth of the share of «2», recommendations of 2026, p. 8: over three to five years, growth of 10 percentage points and
 * more is negative dynamics.
 *
 * Value: share in the latest year minus share in the earliest of the last five, percentage points, over works of one
 * procedure, subject and grade. At least three of the years must have results of the school with marks. It says what was
 * learnt, not whether results are honest.
 */
import type { Administration } from '../engine/administration.ts';
import type { OfficialItem, OfficialReading } from './model.ts';
import { computed, inapplicable, percent, recommendation } from './reading.ts';

/** Printed in the recommendations: percentage points, years. */
const GROWTH = 10;
const FEWEST_YEARS = 3;
export const MOST_YEARS = 5;

export interface YearOfSchool {
  readonly year: number;
  readonly administration: Administration;
  readonly papers: Int32Array;
}

/** @param years the school's results of the last five years at most, the latest among them; in any order. */
export function lowMarkGrowthReading(years: readonly YearOfSchool[]): OfficialReading {
  const kind = recommendation('lowMarkGrowth');
  const ordered = years.toSorted((a, b) => a.year - b.year);
  const latest = ordered.at(-1);
  const participants = latest?.papers.length ?? 0;
  if (latest !== undefined && latest.administration.thresholds === null) {
    return inapplicable(kind, 'noScale', participants);
  }
  const items = ordered.flatMap(({ year, administration: { marks }, papers }): OfficialItem[] => {
    const marked = papers.filter((paper) => marks[paper] !== 0);
    if (marked.length === 0) return [];
    const low = marked.filter((paper) => marks[paper] === 2).length;
    const figures = { low, participants: marked.length };
    return [{ id: String(year), value: percent(low, marked.length), status: 'year', figures }];
  });
  if (items.length < FEWEST_YEARS || items.at(-1)!.id !== String(latest!.year)) {
    return inapplicable(kind, 'noEarlierYears', participants);
  }
  const growth = items.at(-1)!.value - items[0]!.value;
  return computed(kind, {
    participants,
    value: growth,
    threshold: GROWTH,
    flagged: growth >= GROWTH,
    notes: ['noPublishedMinimum'],
    items,
  });
}
