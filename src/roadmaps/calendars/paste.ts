/**
 * Days pasted from a spreadsheet or a letter: one row, one or more days and what they are for. The days are read by the
 * language of deadlines, so «15.03.2027», «15–18 марта» and «с 5 по 8 апреля 2027 г.» are all days. Pure.
 */
import type { Expression } from '../deadline/model.ts';
import { parseDeadline } from '../deadline/parse.ts';
import { resolveDeadline } from '../deadline/resolve.ts';
import type { EventWindow } from './model.ts';
import { inOrder } from './rules.ts';

export interface PastedWindows {
  readonly windows: readonly EventWindow[];
  /** Rows in which no day was found, as they stand. */
  readonly unread: readonly string[];
}

const MOST_ROWS = 500;
const LONGEST_LABEL = 200;
const DATED: ReadonlySet<Expression['kind']> = new Set(['day', 'dayRange', 'month', 'monthRange']);

/** @param pasted rows by line ends, cells by tabs (or semicolons where there is no tab) */
export function readPastedWindows(pasted: string, schoolYear: number): PastedWindows {
  const windows: EventWindow[] = [];
  const unread: string[] = [];
  const rows = pasted
    .split(/\r?\n/u)
    .map((row) => row.trim())
    .filter((row) => row !== '')
    .slice(0, MOST_ROWS);
  for (const row of rows) {
    const found = windowsOfRow(row, schoolYear);
    if (found.length === 0) unread.push(row.slice(0, LONGEST_LABEL));
    else windows.push(...found);
  }
  return { windows: inOrder(windows), unread };
}

function windowsOfRow(row: string, schoolYear: number): readonly EventWindow[] {
  const cells = row
    .split(row.includes('\t') ? /\t/u : /;/u)
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '');
  const days: { from: string; to: string }[] = [];
  const words: string[] = [];
  let bare = 0;
  for (const cell of cells) {
    const found = daysOf(cell, schoolYear);
    if (found.length === 0) words.push(cell);
    else {
      days.push(...found);
      if (found.length === 1 && found[0]!.from === found[0]!.to) bare += 1;
    }
  }
  const label = words.join(', ').slice(0, LONGEST_LABEL);
  // Two cells with one day each are a beginning and an end.
  const [first, second] = days;
  if (days.length === 2 && bare === 2 && first !== undefined && second !== undefined && first.from <= second.to) {
    return [{ from: first.from, to: second.to, label }];
  }
  return days.map((each) => ({ ...each, label }));
}

function daysOf(cell: string, schoolYear: number): readonly { from: string; to: string }[] {
  if (!/\d/u.test(cell)) return [];
  const deadline = parseDeadline(cell);
  const { expression } = deadline;
  const items = expression.kind === 'list' ? expression.items : [expression];
  if (!items.every(({ kind }) => DATED.has(kind))) return [];
  if (deadline.warnings.some(({ code }) => code === 'partNotUnderstood')) return [];
  return resolveDeadline(deadline, { schoolYear }).windows.flatMap(({ from, to }) =>
    from === null || to === null ? [] : [{ from, to }],
  );
}
