/** Whether a sheet holds state exams, and which: columns tell it, then words above them, then the classes. */
import { gradeOfClass } from '../../rules.ts';
import type { SheetProbe } from '../reader.ts';
import { columnAt, type ExamColumns, examColumns, isAppealsHeader, isExamHeader } from './columns.ts';
import { examOfRow, kindInText, textAt } from './exam.ts';
import type { GiaKind } from './read.ts';

/** null where the sheet is no protocol of a state exam. */
export function giaKind({ head }: SheetProbe): GiaKind | null {
  const header = head.find((row) => isExamHeader(examColumns(row)));
  if (header === undefined) return null;
  const columns = examColumns(header);
  const block = head.some((row) => examOfRow(row) !== null);
  const known = columnAt(columns, 'school') !== undefined || columnAt(columns, 'participant') !== undefined;
  if (!block && !known && !isAppealsHeader(columns)) return null;
  const has = (role: Parameters<typeof columnAt>[1]): boolean => columnAt(columns, role) !== undefined;
  if (has('testScore') || has('testScoreOrMark')) return 'ege';
  if (has('mark')) return kindInText(head) ?? 'oge';
  return kindInText(head) ?? kindOfClasses(head, columns) ?? 'oge';
}

function kindOfClasses(head: SheetProbe['head'], columns: ExamColumns): GiaKind | null {
  const grades = head.map((row) => {
    const text = textAt(row, columnAt(columns, 'className'));
    return gradeOfClass(text) ?? (/^(9|11)$/u.test(text) ? Number(text) : null);
  });
  if (grades.includes(9)) return 'oge';
  return grades.includes(11) ? 'ege' : null;
}
