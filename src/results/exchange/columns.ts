/** The columns of the open exchange format, found in a header whose case, spaces and order do not matter. */
import { problem } from '../problems.ts';
import type { Problem } from '../model.ts';
import { NAMED_COLUMNS, type NamedColumn } from './column-names.ts';

/** Without these nobody can tell which work of which class a row belongs to. */
const REQUIRED_COLUMNS = [
  'procedure',
  'municipality',
  'school',
  'grade',
  'class',
  'subject',
] as const satisfies readonly NamedColumn[];

/** Columns that files of papers of ours carry before those of the tasks, in their order. */
const WRITTEN_COLUMNS = [
  ...REQUIRED_COLUMNS,
  'participant',
  'variant',
  'journal_mark',
] as const satisfies readonly NamedColumn[];

/** Header of a file of papers with so many tasks: the named columns, then t1, t2 and on. */
export function writtenHeader(tasks: number): string[] {
  return [...WRITTEN_COLUMNS, ...Array.from({ length: tasks }, (_, task) => `t${task + 1}`)];
}

/** More tasks than any work has; a longer row of numbers is no header. */
const MOST_TASKS = 200;

export interface ExchangeColumns {
  /** 0-based place of each named column; absent where the file has no such column. */
  readonly named: ReadonlyMap<NamedColumn, number>;
  /** Place of the column of each task: `tasks[0]` is t1; -1 where it is missing between others. */
  readonly tasks: readonly number[];
  /** Places of columns that are not of the format; they are neither read nor kept. */
  readonly extra: readonly number[];
  /** Missing required columns and repeated ones; with any of them nothing can be read. */
  readonly problems: readonly Problem[];
}

/** « Journal Mark» and «journal_mark» are one name. */
export function columnKey(header: string): string {
  return header
    .replace(/^\uFEFF/u, '')
    .trim()
    .toLowerCase()
    .replace(/[\s\u00a0_-]+/gu, '_');
}

const NAMED: ReadonlySet<string> = new Set(NAMED_COLUMNS);

/** Position of a task column, 0-based: «t1» is 0, «T 12» is 11; null for any other header. */
export function taskPosition(header: string): number | null {
  const match = /^t_?0*([1-9]\d{0,2})$/u.exec(columnKey(header));
  const position = match === null ? null : Number(match[1]) - 1;
  return position === null || position >= MOST_TASKS ? null : position;
}

/** Names of columns without the empty cells after the last of them. */
export function withoutEmptyEnd(headers: readonly string[]): string[] {
  return headers.slice(0, headers.findLastIndex((header) => header.trim() !== '') + 1);
}

/** True for a header of the format, also of one that lacks columns: then it can be said which. */
export function looksLikeExchange(headers: readonly string[]): boolean {
  const keys = new Set(headers.map(columnKey));
  const named = NAMED_COLUMNS.filter((name) => keys.has(name)).length;
  const tasks = headers.filter((header) => taskPosition(header) !== null).length;
  return tasks > 0 ? named >= 4 : named >= 8;
}

export function findColumns(headers: readonly string[]): ExchangeColumns {
  const named = new Map<NamedColumn, number>();
  const tasks: number[] = [];
  const extra: number[] = [];
  const problems: Problem[] = [];
  for (const [index, header] of headers.entries()) {
    const key = columnKey(header);
    const position = taskPosition(header);
    const known = NAMED.has(key) ? named.has(key as NamedColumn) : position !== null && (tasks[position] ?? -1) >= 0;
    if (known) problems.push(problem('column-repeated', null, { column: header.trim(), found: header.trim() }));
    else if (NAMED.has(key)) named.set(key as NamedColumn, index);
    else if (position === null) extra.push(index);
    else tasks[position] = index;
  }
  for (const name of REQUIRED_COLUMNS) {
    if (!named.has(name)) problems.push(problem('column-missing', null, { allowed: name }));
  }
  if (tasks.length === 0) problems.push(problem('column-missing', null, { allowed: 't1' }));
  return { named, tasks: Array.from(tasks, (index) => index ?? -1), extra, problems };
}
