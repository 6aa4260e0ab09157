/**
 * A table that is no papers meets the tree: whose rows they are, what is left to ask, what stands in the way. Used by the
 * preview and by the commit, so that what a person confirms is what is stored. Reads nothing, stores nothing.
 */
import { parseClassName } from '#src/organizations/rules.ts';
import type { Problem, ReadPlace, ReadTable } from '../../model.ts';
import { ProblemLog } from '../../problems.ts';
import { type Blocker, type SchoolRow, schoolFinder, weigh } from '../resolve.ts';
import { STORED, type StoredRow } from './stored.ts';
import type { TableAnswers, TablePartRow } from './parts.ts';

export type TableQuestion = keyof TableAnswers;

export interface TableContext {
  /** Schools at or below the import's organisation. */
  readonly schools: readonly SchoolRow[];
  /** The import's organisation, when it is a school itself. */
  readonly ownSchoolId: number | null;
}

/** A row with its school and class; class and list get their numbers when it is stored. */
export interface PlacedRow {
  readonly school: number;
  readonly classGroup: { readonly schoolYear: number; readonly grade: number; readonly letter: string } | null;
  readonly values: StoredRow;
}

export interface ResolvedTable {
  readonly part: TablePartRow;
  /** What the table leaves unsaid, answered or not. */
  readonly questions: readonly TableQuestion[];
  readonly needsSchool: boolean;
  readonly problems: readonly Problem[];
  readonly errors: number;
  readonly warnings: number;
  readonly flawedRows: number;
  readonly blockers: readonly Blocker[];
  /** Rows that can be stored, one per fact. */
  readonly rows: readonly PlacedRow[];
}

const CLASS_EXAMPLE = '9А';

/** Questions that a table of this kind leaves open: a field without a value in some row, or a fact the file never says. */
export function questionsOf(table: ReadTable): TableQuestion[] {
  const open = (...fields: TableQuestion[]): TableQuestion[] =>
    fields.filter((field) => table.rows.some((row) => (row as unknown as Record<string, unknown>)[field] === null));
  switch (table.kind) {
    case 'termMarks':
      return open('schoolYear', 'term', 'subject', 'className', 'pupil');
    case 'termSummaries':
      return open('schoolYear', 'term', 'subject', 'className');
    case 'officialList':
      return [
        ...open('year'),
        ...(table.name === null ? (['listName'] as const) : []),
        ...(table.source === null ? (['listSource'] as const) : []),
      ];
    case 'pupilKeys':
      return ['procedureId'];
  }
}

/** What a row is in the terms of its table, without school and class; null where an answer is still missing. */
function valuesOf(table: ReadTable, row: ReadTable['rows'][number], answers: TableAnswers): StoredRow | null {
  const said = row as unknown as Record<string, string | number | null>;
  const pick = (field: TableQuestion) => said[field] ?? answers[field] ?? null;
  const values = ((): StoredRow => {
    switch (table.kind) {
      case 'termMarks':
        return {
          pupil: pick('pupil'),
          subject: pick('subject'),
          school_year: pick('schoolYear'),
          term: pick('term'),
          mark: said.mark!,
        };
      case 'termSummaries': {
        const { count2, count3, count4, count5 } = said as unknown as Record<string, number>;
        return {
          subject: pick('subject'),
          school_year: pick('schoolYear'),
          term: pick('term'),
          count2: count2!,
          count3: count3!,
          count4: count4!,
          count5: count5!,
        };
      }
      case 'officialList':
        return {
          year: pick('year'),
          name: table.name ?? answers.listName ?? null,
          subject: said.subject ?? '',
          grade: said.grade ?? 0,
          note: said.note ?? '',
        };
      case 'pupilKeys':
        return { procedure_id: answers.procedureId ?? null, participant: said.participant!, pupil: said.pupil! };
    }
  })();
  if (Object.values(values).includes(null)) return null;
  return table.kind === 'termSummaries' ? { ...values, pupils: said.pupils ?? null } : values;
}

const needsClass = (table: ReadTable): boolean => table.kind === 'termMarks' || table.kind === 'termSummaries';

export function resolveTable(part: TablePartRow, { schools, ownSchoolId }: TableContext): ResolvedTable {
  const { table, answers } = part;
  const rows: readonly ReadTable['rows'][number][] = table.rows;
  const questions = questionsOf(table);
  const named = rows.some(({ school, schoolName }) => school !== null || (schoolName ?? null) !== null);
  const needsSchool = !named && ownSchoolId === null;
  const oneSchool = named ? null : (ownSchoolId ?? part.schoolId);
  const find = schoolFinder(schools);
  const log = new ProblemLog(table.sheet);
  const seen = new Map<string, { readonly row: number; readonly values: string }>();
  const placed: PlacedRow[] = [];
  let flawedRows = 0;
  for (const row of rows) {
    if (row.errors) {
      flawedRows++;
      continue;
    }
    const school = named ? find(row) : oneSchool;
    if (school === null) {
      if (!named) continue;
      flawedRows++;
      log.add('school-unknown', { row: row.row, found: nameOf(row) });
      continue;
    }
    const values = valuesOf(table, row, answers);
    let classGroup: PlacedRow['classGroup'] = null;
    if (needsClass(table)) {
      const className = (row as { className?: string | null }).className ?? answers.className ?? null;
      const parsed = className === null ? null : parseClassName(className);
      if (className !== null && parsed === null) {
        flawedRows++;
        log.add('class-unreadable', { row: row.row, found: className, allowed: CLASS_EXAMPLE });
        continue;
      }
      if (values === null || parsed === null) continue;
      classGroup = { schoolYear: Number(values.school_year), ...parsed };
    }
    if (values === null) continue;
    const { key, content } = factOf(table, school, classGroup, values);
    const before = seen.get(key);
    if (before === undefined) {
      seen.set(key, { row: row.row, values: content });
      placed.push({ school, classGroup, values });
    } else if (before.values !== content) {
      flawedRows++;
      log.add('row-conflict', {
        row: row.row,
        found: String(values.pupil ?? values.participant ?? nameOf(row)),
        allowed: String(before.row),
      });
    }
  }
  const problems = [...table.problems, ...log.list()];
  const errors = problems.filter(({ severity }) => severity === 'error');
  const fileErrors = errors.filter((problem) => problem.row === null && problem.count === undefined);
  const unanswered = questions.filter((question) => answers[question] === undefined);
  const blockers: Blocker[] = [];
  if (unanswered.length > 0) blockers.push('answerTable');
  if (needsSchool && part.schoolId === null) blockers.push('chooseSchool');
  const waiting = blockers.length > 0;
  if (fileErrors.length > 0 || (errors.length > 0 && !part.skipFlawed) || (!waiting && placed.length === 0)) {
    blockers.push('errors');
  }
  return {
    part,
    questions,
    needsSchool,
    problems,
    errors: weigh(errors),
    warnings: weigh(problems.filter(({ severity }) => severity === 'warning')),
    flawedRows,
    blockers,
    rows: placed,
  };
}

function nameOf({ school, schoolName }: ReadPlace): string {
  return [school, schoolName].filter(Boolean).join(' ');
}

/** Which fact a row is and what it says: two rows of one fact that say the same are one. */
function factOf(table: ReadTable, school: number, classGroup: PlacedRow['classGroup'], values: StoredRow) {
  const { key, values: content } = STORED[table.kind];
  const all: Record<string, unknown> = { ...values, organization_id: school };
  if (classGroup) all.class_group_id = [school, classGroup.grade, classGroup.letter].join(' ');
  const part = (columns: object) => JSON.stringify(Object.keys(columns).map((column) => all[column]));
  return { key: part(key), content: part(content) };
}
