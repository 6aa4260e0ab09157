/** Tells which columns of a protocol name people, from their headers and from the values of columns nobody asked for. */
import { columnLetter } from '#src/platform/tables/columns.ts';
import type { TableRow } from '#src/platform/tables/source.ts';
import type { PersonalColumn } from '../model.ts';
import type { HeaderColumn } from './headers.ts';
import { looksLikeNames } from './personal.ts';

/** Values remembered of a column. */
const SAMPLE = 200;

/** Remembers texts of the columns that are not read, by index. */
export function sampleUnknown(row: TableRow, known: ReadonlySet<number>, samples: Map<number, string[]>): void {
  for (const [index, value] of row.values.entries()) {
    if (known.has(index) || typeof value !== 'string') continue;
    const sample = samples.get(index);
    if (sample === undefined) samples.set(index, [value]);
    else if (sample.length < SAMPLE) sample.push(value);
  }
}

/** @param participant the column of codes, when names were found in it. */
export function personalOf(
  columns: readonly HeaderColumn[],
  sheet: string | null,
  samples: ReadonlyMap<number, readonly string[]>,
  participant: HeaderColumn | undefined,
): PersonalColumn[] {
  const headerAt = new Map(columns.map(({ index, header }) => [index, header]));
  const byHeader = columns.filter(({ role }) => role === 'personal').map(({ index }) => index);
  const byValues = [...samples].filter(([, values]) => looksLikeNames(values)).map(([index]) => index);
  const dropped = [...byHeader, ...byValues].map(
    (index): PersonalColumn => ({ sheet, column: columnLetter(index), header: headerAt.get(index) ?? '' }),
  );
  if (participant === undefined) return dropped;
  return [...dropped, { sheet, column: columnLetter(participant.index), header: participant.header, numbered: true }];
}
