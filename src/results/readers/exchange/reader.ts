/**
 * The open exchange format as CSV: `papers.csv` with the columns procedure, date, municipality, school, grade, class,
 * subject, teacher, participant, variant, journal_mark, mark, total, t1 … tN, in any order, works of any number in one
 * file. t is empty beyond the work's tasks, X where a task was not attempted; a pupil whose results are all empty was
 * absent. Maxima stand in `spec.json` or in the work; t1 … tN are positions.
 */
import type { ReadFile } from '../../model.ts';
import { readByWork } from '../by-work.ts';
import { cellText, isoDate } from '../cells.ts';
import { findHeader, type HeaderColumn, headerKey, valueOf } from '../headers.ts';
import type { ReadContext, Reader, SheetProbe } from '../reader.ts';

const ID = 'exchange';
const REQUIRED = ['procedure', 'school', 'grade', 'class', 'subject', 'participant', 't1'];

export const exchange: Reader = {
  id: ID,

  recognise: (sheets) => (sheets.some((sheet) => headerOf(sheet) !== null) ? 1 : 0),

  async read({ source, sheets }: ReadContext): Promise<ReadFile[]> {
    const files: ReadFile[] = [];
    for (const probe of sheets) {
      const header = headerOf(probe);
      if (header === null) continue;
      const columns = header.columns.map(withPosition);
      const named = (name: string) => columns.find((column) => headerKey(column.header) === name);
      files.push(
        ...(await readByWork({
          reader: ID,
          sheet: source.sheets[probe.index],
          headerRow: header.row.number,
          columns,
          classNumbers: 'name',
          emptyRows: 'absent',
          problems: [],
          factsOf: (row) => ({
            procedure: cellText(valueOf(row, named('procedure'))),
            subject: cellText(valueOf(row, named('subject'))),
            grade: cellText(valueOf(row, named('grade'))),
            date: isoDate(valueOf(row, named('date'))),
          }),
        })),
      );
    }
    return files;
  },
};

function headerOf({ head }: SheetProbe) {
  return findHeader(head.slice(0, 1), (columns) => {
    const names = new Set(columns.map(({ header }) => headerKey(header)));
    return REQUIRED.every((name) => names.has(name));
  });
}

function withPosition(column: HeaderColumn): HeaderColumn {
  const position = /^t(\d{1,3})$/iu.exec(column.header)?.[1];
  if (position === undefined) return column;
  return { ...column, role: 'task', task: { id: String(Number(position)), max: null, level: null } };
}
