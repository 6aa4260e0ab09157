/** Reads marks of terms: registers of a class, lists of pupils and subjects, reports of one pupil, in any layout. */
import { columnLetter } from '#src/platform/tables/columns.ts';
import type { TableRow, TableSheet } from '#src/platform/tables/source.ts';
import type { PersonalColumn, ReadMarks, TermMarkDraft } from '../../model.ts';
import { ProblemLog } from '../../problems.ts';
import { canonicalClassName, markValue } from '../../rules.ts';
import { cellText } from '../cells.ts';
import { withMergedFilled } from '../merged.ts';
import { PupilNumbers } from '../pupil-names.ts';
import type { SheetProbe } from '../reader.ts';
import { type JudgedTexts, type MarkColumn, type MarksHeader, marksHeader } from './columns.ts';
import { NO_FACTS, type TableFacts, withFacts } from './facts.ts';
import { subjectInColumn } from './subjects.ts';
import { schoolYearOf, termOf } from './term.ts';

/** More than a region's school year; beyond it a file is a mistake. */
export const MOST_ROWS = 3_000_000;

const FOOTER =
  /^(итого|всего|средн|качеств|успеваем|кол-?во|количество|процент|%|подпись|директор|классн|отличник|хорошист)/iu;
/** The first header of a sheet; null where no marks of terms stand. */
export function headerOfMarks({ head }: SheetProbe): MarksHeader | null {
  for (const [position, row] of head.entries()) {
    const header = marksHeader(row, head[position + 1]);
    if (header !== null && header.marks.length > 0) return header;
  }
  return null;
}

/** A draft whose pupil is named by a heading: which of the headings, its row says. */
interface Draft extends TermMarkDraft {
  readonly heading?: number;
}

export async function readMarks(source: TableSheet, probe: SheetProbe, reader: string): Promise<ReadMarks> {
  const first = headerOfMarks(probe);
  const sheet = first === null ? source : await withMergedFilled(source, first.last);
  const merges = first === null ? [] : await source.merges();
  const log = new ProblemLog(sheet.name);
  const drafts: Draft[] = [];
  const personal = new Map<string, PersonalColumn>();
  const headings = new Map<number, string | null>();
  const judged: JudgedTexts = new Map();
  const subjects = new Map<string, string | null>();
  let facts: TableFacts = NO_FACTS;
  let header: MarksHeader | null = null;
  let numbers: PupilNumbers | null = null;
  let named = false;
  let previous: TableRow | null = null;
  const take = (row: TableRow, below: TableRow | undefined): void => {
    const found = marksHeader(row, below, merges, judged);
    if (found !== null && found.marks.length > 0) {
      header = found;
      numbers = new PupilNumbers(pupilColumns(found));
      for (const { index, header: text } of found.names) {
        const column = columnLetter(index);
        const numbered = index === found.names[0].index && found.key === null;
        personal.set(`${column} ${text}`, {
          sheet: sheet.name,
          column,
          header: text,
          ...(numbered ? { numbered } : {}),
        });
      }
      return;
    }
    if (header === null || (row.number > header.last && !holdsMarks(row, header))) {
      const before = facts.pupil;
      facts = withFacts(facts, row);
      if (facts.pupil !== null && facts.pupil !== before) headings.set(facts.pupil.row, facts.pupil.key);
    }
    if (header === null || row.number <= header.last || numbers === null || drafts.length > MOST_ROWS) return;
    drafts.push(...marksOfRow(row, { header, facts, numbers, subjects, log }));
    named ||= numbers.named;
    if (numbers.named && header.key !== null && !personal.has(String(header.key))) {
      const column = columnLetter(header.key);
      personal.set(String(header.key), { sheet: sheet.name, column, header: header.keyHeader, numbered: true });
    }
  };
  for await (const row of sheet.rows()) {
    if (previous !== null) take(previous, row);
    previous = row;
  }
  if (previous !== null) take(previous, undefined);

  if (drafts.length === 0) log.add('no-rows');
  if (drafts.length > MOST_ROWS) log.add('too-many-rows', { allowed: String(MOST_ROWS) });
  const namedHeading = [...headings.values()].includes(null);
  if (named || (namedHeading && headings.size > 1)) log.add('names-numbered');
  const personalColumns = [...personal.values()];
  const labels = namedHeading ? ['Ученик'] : [];
  return {
    kind: 'termMarks',
    reader,
    sheet: sheet.name,
    problems: log.list(),
    droppedColumns: [...new Set([...personalColumns.map(({ header: text }) => text), ...labels])],
    personalColumns,
    rows: drafts.slice(0, MOST_ROWS).map(({ heading, ...draft }) => {
      // One report of one pupil: whose, a person says once. Of several the headings tell them apart.
      const ofHeading = heading !== undefined && headings.size > 1 ? `№${heading}` : null;
      return { ...draft, pupil: draft.pupil ?? ofHeading };
    }),
  };
}

export function pupilColumns({ key, names, columns }: MarksHeader) {
  const { className, school, schoolName } = columns;
  return {
    names: key === null ? names.map(({ index }) => index) : [key],
    place: [className, school, schoolName].filter((index) => index !== undefined),
  };
}

/** A row with something in a column of marks says no facts, however few its cells are. */
function holdsMarks({ values }: TableRow, { marks }: MarksHeader): boolean {
  return marks.some(({ index }) => cellText(values[index]) !== '');
}

interface RowContext {
  readonly header: MarksHeader;
  readonly facts: TableFacts;
  readonly numbers: PupilNumbers;
  /** Subjects of the sheet's own texts: they repeat in every row of a list. */
  readonly subjects: Map<string, string | null>;
  readonly log: ProblemLog;
}

function marksOfRow(row: TableRow, context: RowContext): Draft[] {
  const { header, facts, numbers, log } = context;
  const { columns, key, names } = header;
  const text = (index: number | undefined): string => (index === undefined ? '' : cellText(row.values[index]));
  const begin = row.values.map(cellText).find((value) => value !== '') ?? '';
  if (FOOTER.test(begin)) return [];
  const subjectText = text(columns.subject);
  const subjectOfRow = columns.subject === undefined ? facts.subject : subjectOf(subjectText, context);
  if (columns.subject !== undefined && subjectOfRow === null) return [];
  const ownPupils = key !== null || names.length > 0;
  const pupil = numbers.of(row);
  if (ownPupils && pupil !== '' && FOOTER.test(pupil)) return [];
  const termText = text(columns.term);
  const termOfRow = columns.term === undefined ? facts.term : termOf(termText);
  const yearText = text(columns.schoolYear);
  const drafts: Draft[] = [];
  for (const column of header.marks) {
    const cell = text(column.index);
    const place = { row: row.number, column: columnLetter(column.index) };
    const mark = markValue(cell);
    if (mark === undefined) log.add('mark-unknown', { ...place, found: cell, allowed: '2, 3, 4, 5' });
    if (mark === null || mark === undefined) continue;
    if (ownPupils && pupil === '') log.add('pupil-missing', place);
    const term = column.term ?? termOfRow;
    if (term === null && termText !== '' && column.term === null) {
      log.add('term-unknown', {
        row: row.number,
        column: columnLetter(columns.term ?? 0),
        found: termText,
        allowed: TERM_WORDS,
      });
    }
    const flawed = (ownPupils && pupil === '') || (term === null && termText !== '');
    drafts.push({
      row: row.number,
      ...(flawed ? { errors: 1 } : {}),
      ...(columns.municipality === undefined ? {} : { municipality: text(columns.municipality) || null }),
      school: text(columns.school) || text(columns.schoolName) || facts.school,
      ...(columns.schoolName === undefined ? {} : { schoolName: text(columns.schoolName) || null }),
      className: classOf(text(columns.className) || (facts.className ?? '')),
      pupil: ownPupils ? pupil || null : (facts.pupil?.key ?? null),
      ...(ownPupils || facts.pupil === null ? {} : { heading: facts.pupil.row }),
      subject: column.subject ?? subjectOfRow,
      schoolYear: (yearText === '' ? null : schoolYearOf(yearText)) ?? facts.schoolYear,
      term,
      mark,
    });
  }
  return drafts;
}

function subjectOf(text: string, { subjects }: RowContext): string | null {
  const known = subjects.get(text);
  if (known !== undefined) return known;
  const subject = subjectInColumn(text);
  subjects.set(text, subject);
  return subject;
}

const TERM_WORDS = '1–4 четверть, 1–3 триместр, 1–2 полугодие, год, итог';

function classOf(text: string): string | null {
  const bare = text.replace(/\s*класс\p{L}*\s*$/iu, '');
  return bare === '' ? null : canonicalClassName(bare, null);
}

/** How surely a sheet holds marks of terms, and whose: of one pupil, named above the table, or of many. */
export function kindOfMarks(probe: SheetProbe): 'onePupil' | 'pupils' | null {
  const header = headerOfMarks(probe);
  if (header === null) return null;
  const { key, names, columns, marks } = header;
  const told = (test: (column: MarkColumn) => boolean): number => marks.filter(test).length;
  if (key === null && names.length === 0) {
    return columns.subject !== undefined &&
      told(({ term, header: text }) => term !== null || text.toLowerCase().startsWith('итог')) > 0
      ? 'onePupil'
      : null;
  }
  const wide = told(({ subject }) => subject !== null) >= 2;
  const long = columns.subject !== undefined && marks.length > 0;
  const periods = told(({ term }) => term !== null) >= 1;
  return wide || long || periods ? 'pupils' : null;
}
