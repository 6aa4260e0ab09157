/** Walks through a sheet of state exams: blocks, headers of one or two rows, pupils; footers and titles are left out. */
import type { TableRow, TableSheet } from '#src/platform/tables/source.ts';
import {
  columnAt,
  type ExamColumn,
  type ExamColumns,
  examColumns,
  isAppealsHeader,
  isExamHeader,
  isSubheader,
} from './columns.ts';
import { type Exam, examOfCell, examOfRow, textAt, UNKNOWN_EXAM } from './exam.ts';

/** A pupil's row with the columns and the exam in force there. */
export interface ExamRow {
  readonly row: TableRow;
  readonly columns: ExamColumns;
  readonly exam: Exam;
  readonly appeals: boolean;
}

const RESULTS: readonly ExamColumn[] = ['short', 'extended', 'total', 'testScore', 'mark', 'testScoreOrMark'];

export async function* examRows(sheet: TableSheet): AsyncGenerator<ExamRow> {
  let exam = UNKNOWN_EXAM;
  let columns: ExamColumns | null = null;
  let headerRow = 0;
  for await (const row of sheet.rows()) {
    const announced = examOfRow(row);
    if (announced !== null) {
      exam = announced;
      continue;
    }
    const found = couldBeHeader(row) ? examColumns(row) : new Map();
    if (isExamHeader(found)) {
      columns = found;
      headerRow = row.number;
      continue;
    }
    if (columns === null) continue;
    if (row.number <= headerRow + 2 && isSubheader(found, row)) {
      columns = new Map([...columns, ...found]);
      continue;
    }
    if (!isPupil(row, columns)) continue;
    const appeals = isAppealsHeader(columns);
    yield {
      row,
      columns,
      exam: (appeals ? examOfCell(textAt(row, columnAt(columns, 'exam'))) : null) ?? ownExam(row, columns, exam),
      appeals,
    };
  }
}

/** Headers hold words, pupils' rows begin with a number; judging every row of a region by its words costs minutes. */
function couldBeHeader({ values }: TableRow): boolean {
  const first = values.find((value) => value !== null);
  return typeof first === 'string' && !/^\d+$/u.test(first.trim());
}

/** A normalised table may name the exam in columns of its own. */
function ownExam(row: TableRow, columns: ExamColumns, exam: Exam): Exam {
  const code = textAt(row, columnAt(columns, 'subjectCode'));
  const name = textAt(row, columnAt(columns, 'subject'));
  const date = textAt(row, columnAt(columns, 'date')).replace(/^(\d{4})[.](\d{2})[.](\d{2}).*$/u, '$1-$2-$3');
  if (code === '' && name === '') return exam;
  return {
    code: code === '' ? exam.code : code.padStart(2, '0'),
    name: name === '' ? exam.name : name,
    date: /^\d{4}-\d{2}-\d{2}$/u.test(date) ? date : exam.date,
  };
}

function isPupil(row: TableRow, columns: ExamColumns): boolean {
  const order = columnAt(columns, 'order');
  if (order !== undefined && !/^\d{1,7}\.?$/u.test(textAt(row, order))) return false;
  const school = textAt(row, columnAt(columns, 'school'));
  return /\d/u.test(school) || RESULTS.some((role) => textAt(row, columnAt(columns, role)) !== '');
}
