/**
 * Tables that are no papers and whose columns are known by their roles: marks, summaries of classes, official lists, keys
 * of pupils. A format is a way to find the columns; what a row may hold is the same for all, and for tables that a person
 * has mapped.
 */
import type { TableRow, TableSheet } from '#src/platform/tables/source.ts';
import type { ColumnRole, PersonalColumn, Problem, ReadTable, TableMapping } from '../../model.ts';
import { problem, ProblemLog, type ProblemPlace, type ResultProblemCode } from '../../problems.ts';
import { cellText } from '../cells.ts';
import { type HeaderColumn, letterOfColumn } from '../headers.ts';
import { PupilNumbers } from '../pupil-names.ts';
import { keyRow, listRow, markRow, summaryRow } from './rows.ts';

export type TableContent = ReadTable['kind'];

/** More than a region's school year; beyond it a file is a mistake. */
export const MOST_ROWS = 3_000_000;

export interface TableLayout {
  readonly reader: string;
  readonly content: TableContent;
  readonly sheet: TableSheet;
  /** 1-based row of the header. */
  readonly headerRow: number;
  readonly columns: readonly HeaderColumn[];
  readonly constants: TableMapping['constants'];
  readonly mapping?: TableMapping;
  readonly problems?: readonly Problem[];
  /** Of official lists: how the file names the list and who published it. */
  readonly list?: { readonly name: string | null; readonly source: string | null };
}

/** One row as the makers of drafts see it. */
export interface RoleRow {
  readonly row: TableRow;
  readonly constants: TableMapping['constants'];
  text(role: ColumnRole): string;
  /** The pupil: key, number in place of a name, or ''. */
  readonly pupil: string;
  report(code: ResultProblemCode, role: ColumnRole, place?: ProblemPlace): void;
}

const ROW_MAKERS = { termMarks: markRow, termSummaries: summaryRow, officialList: listRow, pupilKeys: keyRow };

const FOOTER = /^(итого|всего|средн|качеств|успеваем|кол-?во|количество|процент|%|подпись|директор|классн|примечан)/iu;

export async function readRoleTable(layout: TableLayout): Promise<ReadTable> {
  const { content, sheet, columns, constants } = layout;
  const log = new ProblemLog(sheet.name);
  const byRole = new Map(columns.toReversed().map((column) => [column.role, column]));
  const numbers = new PupilNumbers({
    names: pupilIndices(columns),
    place: columns
      .filter(({ role }) => role === 'className' || role === 'school' || role === 'schoolName')
      .map(({ index }) => index),
  });
  const rows: object[] = [];
  for await (const row of sheet.rows()) {
    if (row.number <= layout.headerRow) continue;
    const first = row.values.map(cellText).find((text) => text !== '') ?? '';
    if (FOOTER.test(first)) continue;
    if (rows.length >= MOST_ROWS) {
      log.add('too-many-rows', { allowed: String(MOST_ROWS) });
      break;
    }
    const place = (role: ColumnRole): string | null => {
      const column = byRole.get(role);
      return column === undefined ? null : letterOfColumn(column);
    };
    const made = ROW_MAKERS[content]({
      row,
      constants,
      pupil: numbers.of(row),
      text: (role) => {
        const column = byRole.get(role);
        return column === undefined ? '' : cellText(row.values[column.index]);
      },
      report: (code, role, more) => log.add(code, { row: row.number, column: place(role), ...more }),
    });
    if (made !== null) rows.push(made);
  }
  if (numbers.named && content === 'termMarks') log.add('names-numbered');
  const personalColumns = personalOf(columns, sheet.name, numbers.named);
  const empty = rows.length === 0 ? [problem('no-rows', sheet.name)] : [];
  const table = {
    kind: content,
    reader: layout.reader,
    sheet: sheet.name,
    problems: [...(layout.problems ?? []), ...empty, ...log.list()],
    droppedColumns: [...new Set(personalColumns.map(({ header }) => header))],
    personalColumns,
    ...(layout.mapping === undefined ? {} : { mapping: layout.mapping }),
    ...(content === 'officialList' ? { name: layout.list?.name ?? null, source: layout.list?.source ?? null } : {}),
    rows,
  };
  // The makers of rows stand beside their kinds in ROW_MAKERS; the union cannot be followed through the index.
  return table as unknown as ReadTable;
}

/** Columns that say who a pupil is: a key's, or those of names where there is none. */
function pupilIndices(columns: readonly HeaderColumn[]): number[] {
  const keys = columns.filter(({ role }) => role === 'pupil').map(({ index }) => index);
  return keys.length > 0
    ? keys.slice(0, 1)
    : columns.filter(({ role }) => role === 'personal').map(({ index }) => index);
}

/** @param numbered names stood in the column of the pupils: the first of them is numbered, not taken out. */
function personalOf(columns: readonly HeaderColumn[], sheet: string | null, numbered: boolean): PersonalColumn[] {
  const [pupils] = pupilIndices(columns);
  return columns
    .filter(({ role, index }) => role === 'personal' || (numbered && index === pupils))
    .map((column) => ({
      sheet,
      column: letterOfColumn(column),
      header: column.header,
      ...(numbered && column.index === pupils ? { numbered } : {}),
    }));
}
