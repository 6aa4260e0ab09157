/** Puts together what a reader found: facts of the heading, papers, problems of the file as a whole. */
import type { PaperDraft, Problem, ReadFile, ReadTask } from '../model.ts';
import { NO_VALUE } from '../model.ts';
import { problem } from '../problems.ts';
import { type HeaderColumn, letterOfColumn } from './headers.ts';
import type { ProtocolReading } from './protocol.ts';

export type FileFacts = Pick<ReadFile, 'reader'> &
  Partial<Pick<ReadFile, 'procedure' | 'year' | 'subject' | 'level' | 'date' | 'mapping'>> & {
    readonly sheet: string | null;
    readonly columns: readonly HeaderColumn[];
    /** Problems that the reader itself found. */
    readonly problems?: readonly Problem[];
  };

export function assemble(reading: ProtocolReading, facts: FileFacts): ReadFile {
  const { sheet, columns } = facts;
  const problems = [...(facts.problems ?? []), ...columnProblems(columns, sheet)];
  if (reading.tasks.length === 0) problems.push(problem('no-tasks', sheet));
  if (reading.papers.length === 0) problems.push(problem('no-papers', sheet));
  return {
    reader: facts.reader,
    procedure: facts.procedure ?? null,
    year: facts.year ?? null,
    subject: facts.subject ?? null,
    grade: reading.grade,
    level: facts.level ?? null,
    date: facts.date ?? null,
    sheet,
    tasks: reading.tasks,
    papers: reading.papers,
    problems: [...problems, ...reading.problems],
    droppedColumns: [...new Set(reading.personalColumns.map(({ header, column }) => header || column))],
    personalColumns: reading.personalColumns,
    ...(facts.mapping === undefined ? {} : { mapping: facts.mapping }),
  };
}

const SINGLE_ROLES: readonly HeaderColumn['role'][] = ['participant', 'variant', 'total', 'mark', 'journalMark'];

function columnProblems(columns: readonly HeaderColumn[], sheet: string | null): Problem[] {
  const seen = new Set<string>();
  return columns.flatMap((column) => {
    const { role, task, header } = column;
    const key = role === 'task' ? `task ${task?.id ?? header}` : role;
    if (role !== 'task' && !SINGLE_ROLES.includes(role)) return [];
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [problem('column-repeated', sheet, { column: letterOfColumn(column), found: header })];
  });
}

/**
 * Without the tasks in which no paper has any value: one header serves works of different length. Where tasks are known
 * by position only, the empty ones at the end go; an empty one in between keeps its place, or the rest would move.
 */
export function withoutEmptyTasks(reading: ProtocolReading): ProtocolReading {
  const filled = reading.tasks.map((_, position) =>
    reading.papers.some(({ scores }) => scores[position] !== undefined && scores[position] !== NO_VALUE),
  );
  const byPosition = reading.tasks.every(({ id, max }, position) => max === null && id === String(position + 1));
  const last = filled.lastIndexOf(true);
  const used = byPosition ? filled.map((_, position) => position <= last) : filled;
  if (!used.includes(false)) return reading;
  const keep = <T>(list: readonly T[]): T[] => list.filter((_, position) => used[position]);
  return {
    ...reading,
    tasks: keep<ReadTask>(reading.tasks),
    papers: reading.papers.map((paper): PaperDraft => ({ ...paper, scores: keep(paper.scores) })),
  };
}
