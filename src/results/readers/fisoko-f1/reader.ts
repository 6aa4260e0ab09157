/**
 * Export «Индивидуальные результаты» (Ф1) of FIS OKO: a sheet per work, many schools in one sheet. Above the table stand
 * «ВПР 2026 Русский язык 4 класс», «Предмет:», «Максимальный первичный балл:», «Дата:» and, over the tasks, «Уровень
 * сложности задания» (Б, П, В). Each school begins with a row «<ОО>(eduNNNNNN) / Кол-во участников: N».
 */
import type { TableRow } from '#src/platform/tables/source.ts';
import type { ColumnRole, PaperDraft, Problem, ReadFile, TaskLevel } from '../../model.ts';
import { type ProblemPlace, problem } from '../../problems.ts';
import { HIGHEST_GRADE, LOWEST_GRADE } from '../../rules.ts';
import { assemble } from '../assemble.ts';
import { cellText } from '../cells.ts';
import { findHeader, type HeaderColumn, hasRole } from '../headers.ts';
import { readProtocol } from '../protocol.ts';
import { readHeading } from './heading.ts';
import type { ReadContext, Reader, SheetProbe } from '../reader.ts';

const ID = 'fisoko-f1';

export const fisokoF1: Reader = {
  id: ID,

  recognise: (sheets) => (sheets.some((sheet) => headerOf(sheet) !== null) ? 1 : 0),

  async read({ source, sheets }: ReadContext): Promise<ReadFile[]> {
    const files: ReadFile[] = [];
    for (const probe of sheets) {
      const header = headerOf(probe);
      if (header !== null) files.push(await readSheet(probe, header, source));
    }
    return files;
  },
};

type Header = NonNullable<ReturnType<typeof headerOf>>;

async function readSheet(probe: SheetProbe, header: Header, source: ReadContext['source']): Promise<ReadFile> {
  const preamble = probe.head.filter(({ number }) => number < header.row.number);
  const heading = readHeading(preamble);
  const columns = withLevels(header.columns, preamble);
  const problems: Problem[] = [];
  const add = (code: Parameters<typeof problem>[0], place: ProblemPlace): void => {
    problems.push(problem(code, probe.name, place));
  };
  if (heading.subjectText !== null && heading.subject === null) add('subject-unknown', { found: heading.subjectText });
  const possible = heading.grade !== null && heading.grade >= LOWEST_GRADE && heading.grade <= HIGHEST_GRADE;
  if (heading.grade !== null && !possible) {
    add('grade-impossible', { found: String(heading.grade), allowed: `${LOWEST_GRADE}–${HIGHEST_GRADE}` });
  }
  const maximum = columns.reduce((sum, { task }) => sum + (task?.max ?? 0), 0);
  if (heading.maximum !== null && heading.maximum !== maximum) {
    add('maximum-differs', { found: String(maximum), allowed: String(heading.maximum) });
  }
  const schools: SchoolHeading[] = [];
  const reading = await readProtocol({
    sheet: source.sheets[probe.index],
    headerRow: header.row.number,
    columns,
    grade: possible ? heading.grade : null,
    classNumbers: 'ordinal',
    emptyScores: 'warn',
    refine,
    takesRow(row) {
      const school = schoolHeading(row);
      if (school !== null) schools.push(school);
      return school !== null;
    },
  });
  problems.push(...compareCounts(schools, reading.papers, probe.name));
  const { procedure, year, subject, level, date } = heading;
  return assemble(reading, { reader: ID, sheet: probe.name, columns, problems, procedure, year, subject, level, date });
}

function headerOf({ head }: SheetProbe) {
  return findHeader(head, isHeader);
}

function isHeader(columns: readonly HeaderColumn[]): boolean {
  const roles: readonly ColumnRole[] = ['participant', 'total', 'mark', 'journalMark', 'school'];
  return (
    roles.every((role) => hasRole(columns, role)) && columns.some(({ task }) => task !== undefined && task.max !== null)
  );
}

const LEVELS: Readonly<Record<string, TaskLevel>> = { Б: 'basic', П: 'raised', В: 'high' };

/** Levels stand in the row above the header, in the columns of the tasks. */
function withLevels(columns: readonly HeaderColumn[], preamble: readonly TableRow[]): HeaderColumn[] {
  const row = preamble.findLast(({ values }) => values.some((value) => /уровень сложности/iu.test(cellText(value))));
  return columns.map((column) => {
    const level = row === undefined ? undefined : LEVELS[cellText(row.values[column.index]).toUpperCase()];
    return column.task === undefined || level === undefined ? column : { ...column, task: { ...column.task, level } };
  });
}

/** «МБОУ СОШ № 1 (edu010101)» without the login, which has a column of its own. */
function refine(role: ColumnRole, text: string): string {
  if (role === 'municipality') return text.replace(/ ?\(reg\d+_m\d+\)$/u, '');
  return role === 'schoolName' ? text.replace(/ ?\((?:edu|sch)\d+\)$/u, '') : text;
}

interface SchoolHeading {
  readonly row: number;
  readonly login: string | null;
  readonly participants: number | null;
}

function schoolHeading({ number, values }: TableRow): SchoolHeading | null {
  const filled = values.map(cellText).filter((text) => text !== '');
  if (filled.length !== 1) return null;
  const participants = /Кол-во участников ?: ?(\d+)/iu.exec(filled[0]);
  const login = /\(((?:edu|sch)\d+)\)/iu.exec(filled[0]);
  if (participants === null && login === null) return null;
  return {
    row: number,
    login: login?.[1] ?? null,
    participants: participants === null ? null : Number(participants[1]),
  };
}

function compareCounts(
  schools: readonly SchoolHeading[],
  papers: readonly PaperDraft[],
  sheet: string | null,
): Problem[] {
  const counts = new Map<string, number>();
  for (const { school } of papers) if (school !== null) counts.set(school, (counts.get(school) ?? 0) + 1);
  return schools.flatMap(({ row, login, participants }) => {
    const count = login === null ? null : (counts.get(login) ?? 0);
    if (count === null || participants === null || count === participants) return [];
    return [problem('school-count-differs', sheet, { row, found: String(count), allowed: String(participants) })];
  });
}
