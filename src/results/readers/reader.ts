/** What a reader of a format is. */
import type { TableRow, TableSource } from '#src/platform/tables/source.ts';
import type { Reading, ReadStatistics, SubjectCodes, TableMapping } from '../model.ts';
import type { PupilColumns } from './pupil-names.ts';

/** A sheet as recognition sees it: its name and its first rows. */
export interface SheetProbe {
  readonly index: number;
  readonly name: string | null;
  readonly hidden: boolean;
  readonly head: readonly TableRow[];
}

/** So many rows are looked at; the longest heading of an official export has nine. */
export const PROBED_ROWS = 40;

export interface ReadContext {
  readonly source: TableSource;
  readonly sheets: readonly SheetProbe[];
  /** A mapping given by a person or saved earlier, for the reader of unknown tables. */
  readonly mapping?: TableMapping;
  /** Tables of subject codes, for formats that print a code; none known: the printed name alone counts. */
  readonly subjectCodes?: SubjectCodes;
}

export interface Reader {
  readonly id: string;
  /** How surely this is the reader's format, 0..1, by content alone: the names of files mean nothing. */
  recognise(sheets: readonly SheetProbe[]): number;
  /**
   * For tables of marks: the columns of a sheet in which pupils are named, their names to be numbered instead of taken out;
   * null where the sheet has a key of its own or is no such table.
   */
  pupilsOf?(sheet: SheetProbe): PupilColumns | null;
  /** One ReadFile per work, one ReadTable per table that holds no papers. A bad file gives problems, never an exception. */
  read(context: ReadContext): Promise<readonly Reading[]>;
  /** For formats that hold summaries instead of results. */
  statistics?(context: ReadContext): Promise<readonly ReadStatistics[]>;
}

export async function probeSheets(source: TableSource): Promise<SheetProbe[]> {
  const probes: SheetProbe[] = [];
  for (const [index, sheet] of source.sheets.entries()) {
    const head: TableRow[] = [];
    for await (const row of sheet.rows()) {
      head.push(row);
      if (head.length === PROBED_ROWS) break;
    }
    probes.push({ index, name: sheet.name, hidden: sheet.hidden, head });
  }
  return probes;
}
