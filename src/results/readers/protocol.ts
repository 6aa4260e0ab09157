/**
 * Reads the papers of one sheet whose columns are known. All readers end here: a format is a way to find the header and
 * the facts around it; what a row may hold is the same for all.
 */
import { columnLetter } from '#src/platform/tables/columns.ts';
import type { TableRow, TableSheet } from '#src/platform/tables/source.ts';
import type { ColumnRole, PaperDraft, PersonalColumn, Problem, ReadTask } from '../model.ts';
import { NO_VALUE } from '../model.ts';
import { ProblemLog, type ProblemPlace, PROBLEM_SEVERITY, type ResultProblemCode } from '../problems.ts';
import { markValue, meansAbsent } from '../rules.ts';
import { cellText } from './cells.ts';
import { type HeaderColumn, letterOfColumn } from './headers.ts';
import { looksLikeName } from './personal.ts';
import { isOwnKey } from './personal-facts.ts';
import { personalOf, sampleUnknown } from './personal-columns.ts';
import { readScore } from './score.ts';
import { commonGrade, settlePapers } from './settle.ts';
import { compareTotal, dropZeroTotals, readTotal, type Report } from './totals.ts';

export interface ProtocolLayout {
  readonly sheet: TableSheet;
  /** 1-based row of the header; papers stand below it. */
  readonly headerRow: number;
  readonly columns: readonly HeaderColumn[];
  /** Grade when the file says it; otherwise the participant codes do. */
  readonly grade: number | null;
  /** What a bare number in the class column is: the ordinal number of the class, or its name. */
  readonly classNumbers: 'ordinal' | 'name';
  /** Names of classes by ordinal number, where the file gives them. */
  readonly ordinalNames?: ReadonlyMap<number, string>;
  /** Whether an empty task cell of a pupil who was present is worth a warning. */
  readonly emptyScores: 'warn' | 'allow';
  /** Whether a row without any result says by that that the pupil was absent; otherwise it is worth a warning. */
  readonly emptyRows?: 'warn' | 'absent';
  /** Takes a row that is no paper (a heading of a school, a footer); true when it was one. */
  readonly takesRow?: (row: TableRow) => boolean;
  /** Whether a printed total of 0 beside scores is a formula that was never calculated: so in forms with a formula. */
  readonly zeroTotal?: 'notCalculated' | 'value';
  /** Index of a cell that shows the row to be shifted, or null. */
  readonly shiftedCell?: (row: TableRow) => number | null;
  /** Finds what is wrong with a row as a whole; columns by their 0-based places in the file. */
  readonly checkRow?: (row: TableRow, report: ReportRow) => void;
  /** Facts that hold for all rows where there is no column for them. */
  readonly constants?: Partial<Pick<PaperDraft, 'municipality' | 'school' | 'className'>>;
  /** Changes what a column of text says, e.g. «reg22_m019 | Озёрный район» to the name. */
  readonly refine?: (role: ColumnRole, text: string) => string;
}

export type ReportRow = (code: ResultProblemCode, column: number, place?: ProblemPlace) => void;

export interface ProtocolReading {
  readonly papers: readonly PaperDraft[];
  readonly problems: readonly Problem[];
  readonly tasks: readonly ReadTask[];
  readonly grade: number | null;
  readonly personalColumns: readonly PersonalColumn[];
}

/** A formula may stand only where the official form has one. */
const FORMULA_ROLES: ReadonlySet<ColumnRole> = new Set(['total', 'ignored', 'personal']);

/** Takes the rows of a sheet one by one; the header and what stands above it are left out by it. */
export interface ProtocolCollector {
  take(row: TableRow): void;
  finish(): ProtocolReading;
}

export async function readProtocol(layout: ProtocolLayout): Promise<ProtocolReading> {
  const collector = collectProtocol(layout);
  for await (const row of layout.sheet.rows()) collector.take(row);
  return collector.finish();
}

/** For sheets whose rows belong to several protocols: one collector each, in one pass. */
export function collectProtocol(layout: ProtocolLayout): ProtocolCollector {
  const { columns, sheet } = layout;
  const log = new ProblemLog(sheet.name, sheet.name === null ? columnNames(columns) : undefined);
  // Of two columns with one role the first counts; assemble.ts reports the second.
  const byRole = new Map(columns.toReversed().map((column) => [column.role, column]));
  const tasks = columns.filter((column) => column.role === 'task');
  const known = new Set(columns.filter(({ role }) => role !== 'ignored').map(({ index }) => index));
  const samples = new Map<number, string[]>();
  const papers: PaperDraft[] = [];
  let named: HeaderColumn | undefined;
  // Schools and classes repeat in thousands of rows; one copy of each text keeps a region in memory.
  const texts = new Map<string, string>();
  const shared = (text: string): string => {
    const known = texts.get(text);
    if (known === undefined) texts.set(text, text);
    return known ?? text;
  };

  return {
    take(row) {
      if (row.number <= layout.headerRow || layout.takesRow?.(row) === true) return;
      sampleUnknown(row, known, samples);
      const paper = readRow(row, layout, byRole, tasks, log, shared);
      if (paper === null) return;
      if (looksLikeName(paper.participant)) {
        named = byRole.get('participant');
        papers.push({ ...paper, participant: `№${row.number}` });
      } else papers.push(paper);
    },
    finish() {
      const zeroTotals = layout.zeroTotal === 'notCalculated' ? dropZeroTotals(papers) : 0;
      if (zeroTotals > 0) {
        log.add('total-not-calculated', { column: letterOf(byRole.get('total')), found: String(zeroTotals) });
      }
      if (named !== undefined) log.add('names-instead-of-codes', { column: letterOf(named) });
      const grade = layout.grade ?? commonGrade(papers);
      return {
        papers: settlePapers(papers, { ...layout, grade, log }),
        problems: log.list(),
        tasks: tasks.map(({ task, header }) => task ?? { id: header, max: null, level: null }),
        grade,
        personalColumns: personalOf(columns, sheet.name, samples, named),
      };
    },
  };
}

function readRow(
  row: TableRow,
  layout: ProtocolLayout,
  byRole: ReadonlyMap<ColumnRole, HeaderColumn>,
  tasks: readonly HeaderColumn[],
  log: ProblemLog,
  shared: (text: string) => string,
): PaperDraft | null {
  let errors = 0;
  const report = (code: ResultProblemCode, column: HeaderColumn | undefined, place: ProblemPlace = {}): void => {
    if (PROBLEM_SEVERITY[code] === 'error') errors += 1;
    log.add(code, { row: row.number, column: letterOf(column), ...place });
  };
  const text = (role: ColumnRole): string => {
    const column = byRole.get(role);
    if (column === undefined) return '';
    const raw = cellText(row.values[column.index]);
    return raw === '' ? raw : shared(layout.refine === undefined ? raw : layout.refine(role, raw));
  };

  const participant = text('participant');
  const variant = text('variant');
  const scores = tasks.map((column) => readScore(row.values[column.index], column.task?.max ?? null));
  const filled = scores.filter(({ value, problem }) => value !== NO_VALUE || problem !== null);
  if (participant === '' && variant === '' && filled.length === 0) return null;

  for (const index of row.formulas) {
    const column = layout.columns.find((each) => each.index === index);
    if (column !== undefined && !FORMULA_ROLES.has(column.role)) report('formula-cell', column);
  }
  if (participant === '') report('participant-missing', byRole.get('participant'));
  const shifted = layout.shiftedCell?.(row) ?? null;
  if (shifted !== null)
    report('row-shifted', undefined, { column: columnLetter(shifted), found: cellText(row.values[shifted]) });
  layout.checkRow?.(row, (code, column, place) => report(code, undefined, { column: columnLetter(column), ...place }));
  const saysAbsent = meansAbsent(variant);
  const absent = saysAbsent || filled.length === 0;
  if (saysAbsent && filled.length > 0) report('absent-with-scores', byRole.get('variant'), { found: variant });
  if (!saysAbsent) reportScores(row, tasks, scores, absent || layout.emptyScores === 'allow', report);

  const total = readTotal(row, byRole.get('total'), report);
  const mark = readMark(text('mark'), 'mark-unknown', byRole.get('mark'), report);
  const journalMark = readMark(text('journalMark'), 'journal-mark-unknown', byRole.get('journalMark'), report);
  const testScore = readTestScore(text('testScore'), byRole.get('testScore'), report);
  const pupil = readPupil(text('pupil'), byRole.get('pupil'), report);
  // Where an empty row means an absent pupil, a mark in it says that he was not.
  const marked = mark !== null || (total !== null && total > 0);
  if (!saysAbsent && absent && (layout.emptyRows !== 'absent' || marked)) {
    report('absent-assumed', byRole.get('variant'));
  }
  const values = scores.map(({ value }) => value);
  const compared = total !== 0 || layout.zeroTotal !== 'notCalculated' ? total : null;
  if (!absent && compared !== null && errors === 0) compareTotal(compared, values, tasks, byRole.get('total'), report);

  return {
    row: row.number,
    ...(errors > 0 ? { errors } : {}),
    municipality: text('municipality') || (layout.constants?.municipality ?? null),
    school: text('school') || (layout.constants?.school ?? null),
    schoolName: text('schoolName') || null,
    className: text('className') || text('classOrdinal') || (layout.constants?.className ?? null),
    participant,
    variant: absent || variant === '' ? null : variant,
    teacher: text('teacher') || null,
    status: absent ? 'absent' : 'present',
    scores: absent ? [] : values,
    total: absent ? null : total,
    mark: absent ? null : mark,
    journalMark,
    ...(testScore === null || absent ? {} : { testScore }),
    ...(pupil === null ? {} : { pupil }),
  };
}

/** Test scores of the EGE run from 0 to 100. */
function readTestScore(text: string, column: HeaderColumn | undefined, report: Report): number | null {
  if (text === '') return null;
  const score = Number(text);
  if (Number.isInteger(score) && score >= 0 && score <= 100) return score;
  report('test-score-unknown', column, { found: text, allowed: '0–100' });
  return null;
}

/** The school's own key; a name in its place is no key and goes no further. */
function readPupil(text: string, column: HeaderColumn | undefined, report: Report): string | null {
  if (text === '') return null;
  if (isOwnKey(text)) return text;
  const named = looksLikeName(text) || text.startsWith('№');
  report('pupil-key-unknown', column, { found: named ? null : text });
  return null;
}

function reportScores(
  row: TableRow,
  tasks: readonly HeaderColumn[],
  scores: readonly ReturnType<typeof readScore>[],
  emptyAllowed: boolean,
  report: Report,
): void {
  for (const [position, column] of tasks.entries()) {
    const { value, problem } = scores[position];
    const max = column.task?.max ?? null;
    const allowed = max === null ? '0, 1, 2 … X' : `0–${max}, X`;
    if (problem !== null) report(problem, column, { found: cellText(row.values[column.index]), allowed });
    else if (value === NO_VALUE && !emptyAllowed) report('score-missing', column, { allowed });
  }
}

function readMark(
  text: string,
  code: 'mark-unknown' | 'journal-mark-unknown',
  column: HeaderColumn | undefined,
  report: Report,
): number | null {
  if (text === '') return null;
  const mark = markValue(text);
  if (mark === undefined) report(code, column, { found: text, allowed: '2, 3, 4, 5' });
  return mark ?? null;
}

function letterOf(column: HeaderColumn | undefined): string | null {
  return column === undefined ? null : letterOfColumn(column);
}

function columnNames(columns: readonly HeaderColumn[]): ReadonlyMap<string, string> {
  // A mask is one column of the file whose tasks are many: its own header stands for them all.
  return new Map(columns.toReversed().map((column) => [letterOfColumn(column), column.header]));
}
