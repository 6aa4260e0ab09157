/**
 * Protocols of a region, 2020 and 2021: one sheet or CSV, a row per pupil. 2021: «логин школы», «регион» (not read: the
 * region in some files, the district in others), «номер обучающегося», «код обучающегося», the mark of the previous
 * term, «пол» (not read), «класс» (the letter alone, «НЕТ» where the grade has one class), «вариант», «всего баллов»,
 * «балл за 1» …, textbooks. 2020: groups, user, id, code, otc, gender, klass, var-1, var-2, sum, a-1-grade … a-40-grade.
 *
 * The number in «балл за N» is the position of the score, not the task, and no maximum is printed: tasks and maxima come
 * from the work (work-match.ts). An empty cell is a part that the pupil did not have, as with the oral part of English.
 */
import type { TableRow } from '#src/platform/tables/source.ts';
import type { ReadFile } from '../../model.ts';
import { assemble, withoutEmptyTasks } from '../assemble.ts';
import { cellText } from '../cells.ts';
import { findHeader, type HeaderColumn, hasRole, headerKey } from '../headers.ts';
import { readProtocol } from '../protocol.ts';
import type { ReadContext, Reader, SheetProbe } from '../reader.ts';

const ID = 'form-2021';
const SHORTER_THAN_A_BOOK = 3;

export const form2021: Reader = {
  id: ID,

  recognise: (sheets) => (sheets.some((sheet) => headerOf(sheet) !== null) ? 1 : 0),

  async read({ source, sheets }: ReadContext): Promise<ReadFile[]> {
    const files: ReadFile[] = [];
    for (const probe of sheets) {
      const header = headerOf(probe);
      if (header === null) continue;
      const { row } = header;
      const columns = withoutLaterTasks(header.columns);
      const reading = await readProtocol({
        sheet: source.sheets[probe.index],
        headerRow: row.number,
        columns,
        grade: null,
        classNumbers: 'name',
        emptyScores: 'allow',
        shiftedCell: (each) => shiftedCell(each, columns),
      });
      files.push(assemble(withoutEmptyTasks(reading), { reader: ID, sheet: probe.name, columns }));
    }
    return files;
  },
};

function headerOf({ head }: SheetProbe) {
  return findHeader(head, isHeader);
}

function isHeader(columns: readonly HeaderColumn[]): boolean {
  return (
    hasRole(columns, 'participant') &&
    hasRole(columns, 'school') &&
    columns.some(({ header }) => /^(балл за|a-)/iu.test(header)) &&
    columns.some(({ task }) => task !== undefined && task.max === null)
  );
}

/** Scores stand side by side; the columns of scores after the textbook are spare ones that no work reaches. */
function withoutLaterTasks(columns: readonly HeaderColumn[]): HeaderColumn[] {
  const first = columns.findIndex(({ role }) => role === 'task');
  const end = columns.findIndex(({ role }, position) => position > first && role !== 'task');
  if (end === -1) return [...columns];
  return columns.map((column, position) => (position > end && column.role === 'task' ? spare(column) : column));
}

function spare({ index, header }: HeaderColumn): HeaderColumn {
  return { index, header, role: 'ignored' };
}

/**
 * A score, a class or a sex in the column of textbooks, or anything in a spare one: the row has more values than the
 * header has columns, and which of them are the scores nobody can tell.
 */
function shiftedCell(row: TableRow, columns: readonly HeaderColumn[]): number | null {
  const last = columns.findLastIndex(({ role }) => role === 'task');
  for (const { index, header } of columns.slice(last + 1)) {
    const isSpare = /^a-\d+-grade$/iu.test(header);
    const isTextbook = headerKey(header) === 'учебник';
    const text = isSpare || isTextbook ? cellText(row.values[index]) : '';
    if (text !== '' && (isSpare || text.length <= SHORTER_THAN_A_BOOK)) return index;
  }
  return null;
}
