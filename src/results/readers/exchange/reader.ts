/**
 * The open exchange format in the import wizard, CSV or Parquet: any number of works in one file, columns in any order, t
 * empty beyond the work's tasks, X where a task was not attempted; a pupil whose results are all empty was absent. Maxima
 * stand in the work that the file meets; t1 … tN are positions. Columns that are not of the format are not read.
 */
import type { TableRow, TableSheet } from '#src/platform/tables/source.ts';
import type { NamedColumn } from '../../exchange/column-names.ts';
import { type ExchangeColumns, findColumns, looksLikeExchange, withoutEmptyEnd } from '../../exchange/columns.ts';
import type { ColumnRole, PaperDraft, ReadFile } from '../../model.ts';
import { NO_VALUE } from '../../model.ts';
import { ProblemLog } from '../../problems.ts';
import { assemble } from '../assemble.ts';
import { readByWork } from '../by-work.ts';
import { cellText, headerTexts, isoDate } from '../cells.ts';
import type { HeaderColumn } from '../headers.ts';
import type { ReadContext, Reader, SheetProbe } from '../reader.ts';

const ID = 'exchange';

const ROLES: Readonly<Record<NamedColumn, ColumnRole>> = {
  procedure: 'ignored',
  date: 'date',
  municipality: 'municipality',
  school: 'school',
  grade: 'grade',
  class: 'className',
  subject: 'subject',
  teacher: 'teacher',
  participant: 'participant',
  variant: 'variant',
  journal_mark: 'journalMark',
  mark: 'mark',
  total: 'total',
  pupil: 'pupil',
  test_score: 'testScore',
};

export const exchange: Reader = {
  id: ID,

  recognise: (sheets) => (sheets.some((probe) => looksLikeExchange(headersOf(probe))) ? 1 : 0),

  async read({ source, sheets }: ReadContext): Promise<ReadFile[]> {
    const files: ReadFile[] = [];
    for (const probe of sheets) {
      const headers = headersOf(probe);
      if (!looksLikeExchange(headers)) continue;
      files.push(...(await readSheet(source.sheets[probe.index], probe.head[0].number, headers)));
    }
    return files;
  },
};

/** Names of the columns: the first row that is not empty, without what is empty at its end. */
function headersOf({ head }: SheetProbe): string[] {
  return head.length === 0 ? [] : withoutEmptyEnd(headerTexts(head[0]));
}

async function readSheet(sheet: TableSheet, headerRow: number, headers: readonly string[]): Promise<ReadFile[]> {
  const found = findColumns(headers);
  const columns = [...headerColumns(headers, found)];
  if (found.problems.length > 0) {
    const nothing = { papers: [], problems: [], tasks: [], grade: null, personalColumns: [] };
    const file = assemble(nothing, { reader: ID, sheet: sheet.name, columns });
    return [{ ...file, problems: found.problems.map((each) => ({ ...each, sheet: sheet.name })) }];
  }
  const participant = found.named.get('participant') ?? headers.length;
  if (participant === headers.length) columns.push({ index: participant, header: 'participant', role: 'participant' });
  const text = (row: TableRow, name: NamedColumn): string => cellText(row.values[found.named.get(name) ?? -1]);
  const files = await readByWork({
    reader: ID,
    sheet: withNumbers(sheet, headerRow, participant),
    headerRow,
    columns,
    classNumbers: 'name',
    emptyRows: 'absent',
    problems: [],
    shiftedCell: ({ values }) => {
      const index = values.findIndex(
        (value, place) => place > participant && place >= headers.length && value !== null,
      );
      return index === -1 ? null : index;
    },
    factsOf: (row) => ({
      procedure: text(row, 'procedure'),
      subject: text(row, 'subject'),
      grade: text(row, 'grade'),
      date: isoDate(row.values[found.named.get('date') ?? -1]),
    }),
  });
  return files.map((file) => checked(file, headers, found));
}

/** Columns of the format by their roles; a column that is not of it may name people, and nobody needs it. */
function headerColumns(headers: readonly string[], { named, tasks, extra }: ExchangeColumns): HeaderColumn[] {
  const column = (index: number, role: ColumnRole): HeaderColumn => ({ index, header: headers[index], role });
  return [
    ...[...named].map(([name, index]) => column(index, ROLES[name])),
    ...tasks.flatMap((index, position): HeaderColumn[] => {
      if (index === -1) return [];
      return [{ ...column(index, 'task'), task: { id: String(position + 1), max: null, level: null } }];
    }),
    ...extra.map((index) => column(index, 'personal')),
  ];
}

/** The sheet with the number of the row where no code is given: the format allows that. */
function withNumbers(sheet: TableSheet, headerRow: number, participant: number): TableSheet {
  return {
    ...sheet,
    async *rows() {
      for await (const row of sheet.rows()) {
        if (row.number <= headerRow || cellText(row.values[participant]) !== '') yield row;
        else {
          const values = Array.from({ length: Math.max(row.values.length, participant + 1) }, (_, index) =>
            index === participant ? `№${row.number}` : (row.values[index] ?? null),
          );
          yield { ...row, values };
        }
      }
    },
  };
}

/** Says which papers lack a school or a score: only now is it known how many tasks the work has. */
function checked(file: ReadFile, headers: readonly string[], { named, tasks }: ExchangeColumns): ReadFile {
  const log = new ProblemLog(file.sheet ?? null);
  const papers = file.papers.map((paper): PaperDraft => {
    for (const [position, score] of paper.scores.entries()) {
      if (score !== NO_VALUE || (paper.errors ?? 0) > 0) continue;
      log.add('score-missing', { row: paper.row, column: headers[tasks[position]], allowed: '0, 1, 2 … X' });
    }
    if (paper.school !== null) return paper;
    log.add('school-missing', { row: paper.row, column: headers[named.get('school') ?? -1] });
    return { ...paper, errors: (paper.errors ?? 0) + 1 };
  });
  return { ...file, papers, problems: [...file.problems, ...log.list()] };
}
