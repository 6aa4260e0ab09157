/** What of a class's counts may be shown, and how lists are put together from their rows. */
import { guessProcedureKind } from '../rules.ts';
import type { ListEntry, ListFilter, PublishedList, SummaryCounts, SummaryFigures } from './model.ts';

/** Marks below which the figures of a class are not shown: single pupils could be recognised. */
export const SHOWN_FROM = 5;
/** Marks below which figures are shown and nothing is concluded from them. */
export const CONCLUSION_FROM = 10;

/**
 * Quality is the share of 4 and 5, progress that of 3, 4 and 5, both of the marks given: a pupil without a mark is in neither
 * the numerator nor the denominator. Under {@link SHOWN_FROM} marks nothing is told that the number could be reckoned from.
 */
export function summaryFigures({ pupils, count2, count3, count4, count5 }: SummaryCounts): SummaryFigures {
  const marks = count2 + count3 + count4 + count5;
  if (marks < SHOWN_FROM) {
    return {
      data: 'suppressed',
      pupils: pupils !== null && pupils >= SHOWN_FROM ? pupils : null,
      marks: null,
      unmarked: null,
      counts: null,
      quality: null,
      progress: null,
    };
  }
  return {
    data: marks < CONCLUSION_FROM ? 'little' : 'enough',
    pupils,
    marks,
    // A class smaller than its marks is a mistake of the file; how many have none cannot be said.
    unmarked: pupils !== null && pupils >= marks ? pupils - marks : null,
    counts: { 2: count2, 3: count3, 4: count4, 5: count5 },
    quality: { numerator: count4 + count5, denominator: marks },
    progress: { numerator: count3 + count4 + count5, denominator: marks },
  };
}

/** Every list once, newest first; a list loaded twice has the source of the later loading. */
export function publishedLists(
  headers: readonly { readonly year: number; readonly name: string; readonly source: string }[],
  entries: readonly ListEntry[],
): PublishedList[] {
  const lists = new Map(headers.map((header) => [`${header.year} ${header.name}`, header]));
  return [...lists.values()]
    .map(({ year, name, source }) => {
      const own = entries.filter((entry) => entry.year === year && entry.list === name);
      const kind = guessProcedureKind(name);
      return {
        year,
        name,
        source,
        procedure: kind === 'own' ? null : kind,
        schools: new Set(own.map(({ schoolId }) => schoolId)).size,
        entries: own.length,
      };
    })
    .sort((a, b) => b.year - a.year || a.name.localeCompare(b.name, 'ru'));
}

export function fitsList(entry: ListEntry, { year, list, municipality, subject }: ListFilter): boolean {
  return (
    (year === undefined || entry.year === year) &&
    (list === undefined || entry.list === list) &&
    (municipality === undefined || entry.municipalityId === municipality) &&
    (subject === undefined || entry.subject === subject)
  );
}
