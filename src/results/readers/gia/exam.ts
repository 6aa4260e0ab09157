/** Which exam a block is: «02 - Математика 2026.06.02» above it, or «Математика(2026.06.02)» in the cells of appeals. */
import type { TableRow } from '#src/platform/tables/source.ts';
import type { Problem, SubjectCodes, WorkLevel } from '../../model.ts';
import { problem } from '../../problems.ts';
import { canonicalSubject, workLevelOf } from '../../rules.ts';
import { cellText } from '../cells.ts';

export interface Exam {
  /** As printed, «02»; null where the file prints none. */
  readonly code: string | null;
  readonly name: string | null;
  /** ISO date. */
  readonly date: string | null;
}

export const UNKNOWN_EXAM: Exam = { code: null, name: null, date: null };

const DATE = '(\\d{4})[.-](\\d{2})[.-](\\d{2})|(\\d{2})\\.(\\d{2})\\.(\\d{4})';
const BLOCK = new RegExp(`^(\\d{1,3})\\s*[-–—]\\s*(.{2,80}?)\\s*\\(?(?:${DATE})\\)?$`, 'u');
const CELL = new RegExp(`^(.{2,80}?)\\s*\\(\\s*(?:${DATE})\\s*\\)$`, 'u');

/** The exam a row announces, or null: the heading stands in one cell, wherever. */
export function examOfRow(row: TableRow): Exam | null {
  let filled = 0;
  for (const value of row.values) if (value !== null) filled += 1;
  if (filled > 3) return null;
  for (const value of row.values) {
    const match = BLOCK.exec(oneLine(value));
    if (match !== null) return { code: match[1].padStart(2, '0'), name: match[2], date: dateOf(match.slice(3)) };
  }
  return null;
}

export function examOfCell(text: string): Exam | null {
  const match = CELL.exec(oneLine(text));
  return match === null ? null : { code: null, name: match[1], date: dateOf(match.slice(2)) };
}

function oneLine(value: unknown): string {
  return typeof value === 'string' ? value.replace(/[\s\u00a0]+/gu, ' ').trim() : '';
}

function dateOf([year, month, day, otherDay, otherMonth, otherYear]: readonly (string | undefined)[]): string | null {
  const iso = year === undefined ? `${otherYear}-${otherMonth}-${otherDay}` : `${year}-${month}-${day}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null;
}

export function examKey({ code, name, date }: Exam): string {
  return [code, name, date].join('\u0000');
}

export interface ExamSubject {
  readonly subject: string | null;
  readonly level: WorkLevel | null;
  readonly problems: readonly Problem[];
}

/**
 * The subject by its printed name; the code decides only where there is no name and all code tables that know it agree.
 * A code that contradicts the name is reported: the tables of regions differ, and one of the two is a mistake.
 */
export function examSubject({ code, name }: Exam, codes: SubjectCodes, sheet: string | null): ExamSubject {
  const byName = name === null ? null : canonicalSubject(name.replace(/профил\S*|\(?ГВЭ\S*\)?/giu, ' '));
  const byCode = new Set(
    code === null ? [] : [...codes.values()].flatMap((table) => canonicalSubject(table.get(code) ?? '') ?? []),
  );
  const level = name !== null && /профил/iu.test(name) ? 'advanced' : workLevelOf(name ?? '');
  const problems: Problem[] = [];
  if (name !== null && byName === null) problems.push(problem('subject-unknown', sheet, { found: name }));
  if (byName !== null && byCode.size > 0 && !byCode.has(byName)) {
    problems.push(
      problem('subject-code-differs', sheet, { found: `${code} — ${name}`, allowed: [...byCode].join(', ') }),
    );
  }
  const [only] = byCode;
  const subject = byName ?? (name === null && byCode.size === 1 ? only : null);
  return { subject: subject ?? null, level, problems };
}

/** Exam of those who cannot sit the usual one; its codes are 51 and 52, its works other ones. */
export function isStateFinalExam({ code, name }: Exam): boolean {
  return /ГВЭ/iu.test(name ?? '') || code === '51' || code === '52';
}

/** Heading texts above the first block tell the kind of the exams where columns do not. */
export function kindInText(head: readonly TableRow[]): 'oge' | 'ege' | null {
  for (const { values } of head) {
    for (const value of values) {
      const text = typeof value === 'string' ? value : '';
      if (/(?<!\p{L})ОГЭ(?!\p{L})|основного общего/u.test(text)) return 'oge';
      if (/(?<!\p{L})ЕГЭ(?!\p{L})|среднего общего/u.test(text)) return 'ege';
    }
  }
  return null;
}

export function textAt(row: TableRow, index: number | undefined): string {
  return index === undefined ? '' : cellText(row.values[index]);
}
