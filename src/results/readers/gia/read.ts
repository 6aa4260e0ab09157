/**
 * Reads protocols of state exams. Pass one learns the exams and the shape of their masks, pass two makes the papers: each
 * mask becomes columns of tasks, short answers first, and the rows go the way of all protocols.
 */
import { columnLetter } from '#src/platform/tables/columns.ts';
import type { CellValue, TableRow, TableSheet } from '#src/platform/tables/source.ts';
import type { ColumnRole, PersonalColumn, Problem, ReadFile, SubjectCodes } from '../../model.ts';
import { problem } from '../../problems.ts';
import { assemble } from '../assemble.ts';
import { cellText } from '../cells.ts';
import type { HeaderColumn } from '../headers.ts';
import { collectProtocol, type ProtocolCollector, type ProtocolLayout, type ReportRow } from '../protocol.ts';
import { columnAt, type ExamColumn, type ExamColumns } from './columns.ts';
import { type Exam, examKey, examSubject, isStateFinalExam, textAt } from './exam.ts';
import { MaskShape, maskSigns } from './mask.ts';
import { type ExamRow, examRows } from './scan.ts';

export type GiaKind = 'oge' | 'ege';

const GRADES: Readonly<Record<GiaKind, number>> = { oge: 9, ege: 11 };
const NAMES: Readonly<Record<GiaKind, string>> = { oge: 'ОГЭ', ege: 'ЕГЭ' };

/** Fields of a paper in the order in which the rows handed on hold them, before the tasks. */
const FIELDS: readonly (readonly [ColumnRole, ExamColumn])[] = [
  ['participant', 'participant'],
  ['school', 'school'],
  ['schoolName', 'schoolName'],
  ['className', 'className'],
  ['variant', 'variant'],
  ['total', 'total'],
  ['mark', 'mark'],
  ['testScore', 'testScore'],
  ['pupil', 'pupil'],
];

const RESPONSES = ['short', 'extended'] as const;

interface OpenExam {
  readonly exam: Exam;
  readonly appeals: boolean;
  readonly columns: ExamColumns;
  readonly short: MaskShape;
  readonly extended: MaskShape;
  readonly personal: Map<number, string>;
  rows: number;
  numbered: boolean;
}

export async function readExams(sheet: TableSheet, kind: GiaKind, codes: SubjectCodes): Promise<ReadFile[]> {
  const exams = await learn(sheet);
  const collectors = new Map(
    [...exams].map(([key, open]) => {
      const layout: ProtocolLayout = {
        sheet,
        headerRow: 0,
        columns: virtualColumns(open),
        grade: GRADES[kind],
        classNumbers: 'name',
        emptyScores: 'allow',
        emptyRows: open.appeals ? 'warn' : 'absent',
        checkRow: (row, report) => checkLengths(row, open, report),
      };
      return [key, { open, collector: collectProtocol(layout) }] as const;
    }),
  );
  for await (const found of examRows(sheet)) {
    const exam = collectors.get(keyOf(found));
    exam?.collector.take(virtualRow(found, exam.open));
  }
  return [...collectors.values()].map(({ open, collector }) => closeExam(open, collector, { sheet, kind, codes }));
}

function keyOf({ exam, appeals }: ExamRow): string {
  return `${examKey(exam)}${appeals ? ' appeals' : ''}`;
}

async function learn(sheet: TableSheet): Promise<Map<string, OpenExam>> {
  const exams = new Map<string, OpenExam>();
  for await (const found of examRows(sheet)) {
    const { exam, appeals, columns, row } = found;
    const key = keyOf(found);
    let open = exams.get(key);
    if (open === undefined) {
      open = {
        exam,
        appeals,
        columns,
        short: new MaskShape(),
        extended: new MaskShape(),
        personal: new Map(),
        rows: 0,
        numbered: false,
      };
      exams.set(key, open);
    }
    for (const [index, { role, header }] of columns) if (role === 'personal') open.personal.set(index, header);
    open.rows += 1;
    open.numbered ||= textAt(row, columnAt(columns, 'participant')) === '';
    open.short.take(maskSigns(textAt(row, columnAt(columns, 'short'))));
    open.extended.take(maskSigns(textAt(row, columnAt(columns, 'extended'))));
  }
  return exams;
}

/**
 * Where a field stands. One column «Тестовый балл / Оценка», and «Тестовый балл» of base mathematics, holds the mark there
 * and the test score in every other exam.
 */
function placeOf(columns: ExamColumns, { name }: Exam, source: ExamColumn): number | undefined {
  const own = columnAt(columns, source);
  if (source !== 'mark' && source !== 'testScore') return own;
  const marked = /математик.*баз/iu.test(name ?? '');
  const combined = columnAt(columns, 'testScoreOrMark');
  if (source === 'mark') return own ?? (marked ? (combined ?? columnAt(columns, 'testScore')) : undefined);
  return marked ? undefined : (own ?? combined);
}

function virtualColumns({ columns, exam, short, extended }: OpenExam): HeaderColumn[] {
  const fields = FIELDS.flatMap(([role, source], index): HeaderColumn[] => {
    const place = placeOf(columns, exam, source);
    if (place === undefined && role !== 'participant') return [];
    return [{ index, header: columns.get(place ?? -1)?.header ?? '', role, place: place ?? 0 }];
  });
  const shapes = { short, extended };
  const tasks = RESPONSES.flatMap((response) => {
    const before = response === 'short' ? 0 : short.tasks;
    const place = columnAt(columns, response) ?? 0;
    return Array.from({ length: shapes[response].tasks }, (_, position): HeaderColumn => {
      const id = String(before + position + 1);
      const header = `${columns.get(place)?.header ?? ''}: ${position + 1}`;
      const task = { id, max: null, level: null, response };
      return { index: FIELDS.length + before + position, header, role: 'task', task, place };
    });
  });
  return [...fields, ...tasks];
}

/** The pupil's row as fields, tasks and the lengths of the two masks; its number and its formulas stay. */
function virtualRow({ row, columns, exam }: ExamRow, open: OpenExam): TableRow {
  const formulas: number[] = [];
  const values = FIELDS.map(([role, source], index): CellValue => {
    const place = placeOf(columns, exam, source);
    if (place !== undefined && row.formulas.includes(place)) formulas.push(index);
    const value = place === undefined ? null : (row.values[place] ?? null);
    return role === 'participant' && cellText(value) === '' ? `№${row.number}` : value;
  });
  const lengths: number[] = [];
  for (const response of RESPONSES) {
    const signs = maskSigns(textAt(row, columnAt(columns, response)));
    const shape = open[response];
    lengths.push(signs.length);
    for (let position = 0; position < shape.tasks; position += 1) {
      values.push(signs.length === shape.tasks ? shape.cell(signs[position], position, response) : null);
    }
  }
  return { number: row.number, values: [...values, ...lengths], formulas };
}

/** A mask shorter or longer than the others of its exam: which tasks its signs are of nobody can tell. */
function checkLengths(row: TableRow, { columns, short, extended }: OpenExam, report: ReportRow): void {
  const shapes = { short, extended };
  for (const [index, response] of RESPONSES.entries()) {
    const length = Number(row.values[FIELDS.length + short.tasks + extended.tasks + index] ?? 0);
    const allowed = shapes[response].tasks;
    if (length === 0 || length === allowed) continue;
    report('mask-length-differs', columnAt(columns, response) ?? 0, {
      found: String(length),
      allowed: String(allowed),
    });
  }
}

interface Closing {
  readonly sheet: TableSheet;
  readonly kind: GiaKind;
  readonly codes: SubjectCodes;
}

function closeExam(open: OpenExam, collector: ProtocolCollector, { sheet, kind, codes }: Closing): ReadFile {
  const { exam, appeals } = open;
  const { subject, level, problems: found } = examSubject(exam, codes, sheet.name);
  const problems: Problem[] = [...found];
  const personalColumns = [...open.personal].map(
    ([index, header]): PersonalColumn => ({ sheet: sheet.name, column: columnLetter(index), header }),
  );
  if (open.numbered && personalColumns.length > 0) {
    problems.push(problem('names-instead-of-codes', sheet.name, { column: personalColumns[0].column }));
  }
  if (appeals) problems.push(problem('appeals-protocol', sheet.name, { found: String(open.rows) }));
  const year = exam.date === null ? null : Number(exam.date.slice(0, 4));
  const other = isStateFinalExam(exam);
  const name = other ? `ГВЭ-${GRADES[kind]}` : NAMES[kind];
  const file = assemble(collector.finish(), {
    reader: kind,
    sheet: sheet.name,
    columns: virtualColumns(open),
    problems,
    procedure: year === null ? name : `${name} ${year}`,
    year,
    subject,
    level,
    date: exam.date,
  });
  return {
    ...file,
    procedureKind: other ? null : kind,
    ...(exam.code === null ? {} : { subjectCode: exam.code }),
    // Appeals have no scores of tasks by nature: nothing of them is a paper, and their own problem says so.
    ...(appeals ? { papers: [], problems } : {}),
    droppedColumns: [...new Set(personalColumns.map(({ header }) => header))],
    personalColumns,
  };
}
