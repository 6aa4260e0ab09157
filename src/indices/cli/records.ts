/** Papers, marks of terms and medal claims as the command line reads them: columns of the exchange format, in any order. */
import { readFile } from 'node:fs/promises';
import type { CellValue } from '#src/platform/tables/source.ts';
import { columnKey, taskPosition } from '#src/results/exchange/columns.ts';
import { withTable } from '#src/results/exchange/parquet-table.ts';
import { type ExchangeSpec, readSpec, workKey } from '#src/results/exchange/spec.ts';
import { type ProcedureKind, type Term, TERMS } from '#src/results/model.ts';
import {
  canonicalClassName,
  canonicalSubject,
  guessProcedureKind,
  markValue,
  meansAbsent,
} from '#src/results/rules.ts';
import { markOf } from '#src/results/scales/scale.ts';
import { refuseIndices } from './errors.ts';

export interface PaperRecord {
  readonly kind: ProcedureKind;
  readonly year: number;
  readonly school: string;
  readonly municipality: string;
  readonly className: string;
  readonly grade: number;
  readonly subject: string;
  /** The pupil's own key, or the participant code in its place. */
  readonly pupil: string;
  readonly journalMark: number | null;
  readonly mark: number | null;
  readonly testScore: number | null;
}

export interface MarkRecord {
  readonly school: string;
  readonly grade: number;
  readonly pupil: string;
  readonly subject: string;
  readonly schoolYear: number;
  readonly term: Term;
  readonly mark: number;
}

export interface ClaimRecord {
  readonly school: string;
  readonly year: number;
  readonly pupil: string;
  readonly degree: 1 | 2;
}

/** A cell that says something that cannot be, with its place. */
export interface RecordProblem {
  readonly file: string;
  readonly row: number;
  readonly column: string;
  readonly found: string;
}

type Row = (column: string) => string;

/** Calls `take` for every row below the header; refuses a file without a needed column. */
async function eachRow(
  path: string,
  needed: readonly string[],
  take: (row: Row, number: number, tasks: readonly string[]) => void,
): Promise<void> {
  await withTable(await readFile(path), async (source) => {
    const sheet = source.sheets.find(({ hidden }) => !hidden) ?? source.sheets[0];
    let columns: Map<string, number> | null = null;
    let tasks: number[] = [];
    for await (const { number, values } of sheet?.rows() ?? []) {
      if (columns === null) {
        const headers = values.map(textOf);
        columns = new Map(headers.map((header, index) => [columnKey(header), index]));
        tasks = [];
        for (const [index, header] of headers.entries()) {
          const position = taskPosition(header);
          if (position !== null) tasks[position] = index;
        }
        const missing = needed.filter((name) => !columns!.has(name));
        if (missing.length > 0) throw refuseIndices('columnMissing', { path, columns: missing.join(', ') });
        continue;
      }
      const known = columns;
      const cell: Row = (column) => textOf(values[known.get(column) ?? -1]).trim();
      take(
        cell,
        number,
        Array.from(tasks, (index) => textOf(values[index ?? -1]).trim()),
      );
    }
    if (columns === null) throw refuseIndices('fileEmpty', { path });
  });
}

function textOf(value: CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  return value instanceof Date ? value.toISOString() : String(value);
}

export async function readPapers(
  paths: readonly string[],
  specPath: string | null,
): Promise<{ papers: PaperRecord[]; problems: RecordProblem[] }> {
  let spec: ExchangeSpec | null = null;
  if (specPath !== null) {
    const reading = readSpec(await readFile(specPath));
    if (reading.spec === null) throw refuseIndices('specUnusable', { path: specPath });
    spec = reading.spec;
  }
  const works = new Map((spec?.works ?? []).map((work) => [workKey(work.subject, work.grade), work]));
  const papers: PaperRecord[] = [];
  const problems: RecordProblem[] = [];
  for (const path of paths) {
    await eachRow(path, ['procedure', 'school', 'grade', 'subject', 'participant'], (cell, row, tasks) => {
      const tell = (column: string): void => void problems.push({ file: path, row, column, found: cell(column) });
      const procedure = cell('procedure') || spec?.procedure || '';
      const year = Number(/20\d\d/u.exec(procedure)?.[0] ?? /20\d\d/u.exec(cell('date'))?.[0]);
      const grade = Number(cell('grade'));
      if (!Number.isInteger(year)) return tell('procedure');
      if (!Number.isInteger(grade) || grade < 1 || grade > 11) return tell('grade');
      const absent = meansAbsent(cell('variant')) || (tasks.length > 0 && tasks.every((score) => score === ''));
      const printed = markValue(cell('mark'));
      const journal = markValue(cell('journal_mark'));
      if (printed === undefined) return tell('mark');
      if (journal === undefined) return tell('journal_mark');
      const test = cell('test_score');
      const testScore = test === '' ? null : Number(test);
      if (testScore !== null && !(Number.isInteger(testScore) && testScore >= 0 && testScore <= 100))
        return tell('test_score');
      const thresholds = works.get(workKey(cell('subject'), grade))?.thresholds ?? null;
      const total = tasks.reduce((sum, score) => sum + (/^\d+$/u.test(score) ? Number(score) : 0), 0);
      const kind = spec?.kind ?? guessProcedureKind(procedure);
      const scaled = tasks.length > 0 ? markOf(total, thresholds) : null;
      if (absent && printed === null && testScore === null) return;
      papers.push({
        kind,
        year,
        school: cell('school'),
        municipality: cell('municipality'),
        className: canonicalClassName(cell('class'), grade) ?? String(grade),
        grade,
        subject: canonicalSubject(cell('subject')) ?? cell('subject'),
        pupil: cell('pupil') || cell('participant'),
        journalMark: journal,
        // The mark of a state exam has side conditions beside its range of totals.
        mark: kind === 'oge' || kind === 'ege' ? (printed ?? scaled) : (scaled ?? printed),
        testScore,
      });
    });
  }
  return { papers, problems };
}

export async function readMarks(path: string): Promise<{ marks: MarkRecord[]; problems: RecordProblem[] }> {
  const marks: MarkRecord[] = [];
  const problems: RecordProblem[] = [];
  await eachRow(path, ['school', 'class', 'pupil', 'subject', 'school_year', 'term', 'mark'], (cell, row) => {
    const tell = (column: string): void => void problems.push({ file: path, row, column, found: cell(column) });
    const grade = Number(/^\d{1,2}/u.exec(cell('class'))?.[0]);
    const schoolYear = Number(/^20\d\d/u.exec(cell('school_year'))?.[0]);
    const term = TERMS.find((one) => one === cell('term'));
    const mark = markValue(cell('mark'));
    if (!Number.isInteger(grade)) return tell('class');
    if (!Number.isInteger(schoolYear)) return tell('school_year');
    if (term === undefined) return tell('term');
    if (mark === undefined) return tell('mark');
    if (mark === null || cell('pupil') === '') return;
    const subject = canonicalSubject(cell('subject')) ?? cell('subject');
    marks.push({ school: cell('school'), grade, pupil: cell('pupil'), subject, schoolYear, term, mark });
  });
  return { marks, problems };
}

export async function readClaims(path: string): Promise<{ claims: ClaimRecord[]; problems: RecordProblem[] }> {
  const claims: ClaimRecord[] = [];
  const problems: RecordProblem[] = [];
  await eachRow(path, ['school', 'year', 'pupil', 'degree'], (cell, row) => {
    const degree = cell('degree');
    const year = Number(cell('year'));
    if (degree !== '1' && degree !== '2') problems.push({ file: path, row, column: 'degree', found: degree });
    else if (!Number.isInteger(year)) problems.push({ file: path, row, column: 'year', found: cell('year') });
    else claims.push({ school: cell('school'), year, pupil: cell('pupil'), degree: degree === '1' ? 1 : 2 });
  });
  return { claims, problems };
}
