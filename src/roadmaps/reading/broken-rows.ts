/**
 * Rows of a tab-separated text whose cells held several paragraphs: the extraction breaks such a row into lines, and the columns
 * come out right only when the lines are put together again.
 */
import { nameOf } from './header.ts';
import { numberOf, startsLower } from './looks.ts';

/** A cell of more paragraphs is no cell. */
const MOST_LINES = 30;

/** @returns the lines, a row in the place of its first one; null for a line that has become part of a row above. */
export function joinBrokenRows(given: readonly (string | null)[]): readonly (string | null)[] {
  const lines = given.map((line) => line ?? '');
  const joined: (string | null)[] = [...given];
  let header: Header | null = null;
  for (let at = 0; at < lines.length; at += 1) {
    const cells = lines[at].split('\t');
    header = headerOf(cells) ?? header;
    if (header === null || cells.length < 2 || cells.length > header.width) continue;
    const end = cells.length === header.width ? endOfCell(lines, at) : endOfRow(lines, at, header);
    if (end === null || end === at) continue;
    joined[at] = lines.slice(at, end + 1).join('\n');
    joined.fill(null, at + 1, end + 1);
    at = end;
  }
  return joined;
}

interface Header {
  readonly width: number;
  readonly numbered: boolean;
}

function headerOf(cells: readonly string[]): Header | null {
  const names = cells.map((text) => (text.length > 60 ? null : nameOf(text)));
  const known = names.filter((name) => name !== null).length;
  return known >= 3 && known >= cells.length * 0.6 ? { width: cells.length, numbered: names[0] === 'number' } : null;
}

/** The line where the row has all its cells; null where the lines below are rows of their own. */
function endOfRow(lines: readonly string[], at: number, { width, numbered }: Header): number | null {
  let count = lines[at].split('\t').length;
  for (let next = at + 1; next < lines.length && next <= at + MOST_LINES; next += 1) {
    const cells = lines[next].split('\t');
    const [first] = cells;
    const goesOn =
      first.trim() !== '' &&
      numberOf(first) === null &&
      (numbered || startsLower(first) || /^\s*[-–—•·*]/u.test(first));
    if (!goesOn || headerOf(cells) !== null) return null;
    count += cells.length - 1;
    if (count === width) return next;
    if (count > width) return null;
  }
  return null;
}

/** The last line of the last cell: «классные» above «руководители». What ends the table is no part of it. */
function endOfCell(lines: readonly string[], at: number): number {
  let end = at;
  while (end < at + MOST_LINES && startsLower(lines[end + 1] ?? '') && !lines[end + 1].includes('\t')) end += 1;
  return (lines[end + 1] ?? '').includes('\t') ? end : at;
}

/** Copies of pages that end each cell with a bar: fewer are chance. */
const LEAST_BARRED = 6;

/** «Проведение» above «собраний |»: lines of one cell, up to the bar that ends it, are one. Other texts are left as they are. */
export function joinBarredLines(lines: readonly string[]): readonly (string | null)[] {
  const barred = lines.filter((line) => /\S\s*\|+\s*$/u.test(line) && !/\|\s*[^\s|]/u.test(line)).length;
  if (barred < LEAST_BARRED) return lines;
  const first = lines.findIndex((line) => /\S\s*\|\s*$/u.test(line) && nameOf(line.replace(/\|/gu, '')) !== null);
  const joined: (string | null)[] = [...lines];
  let start = -1;
  for (let at = Math.max(first, 0); at < lines.length; at += 1) {
    if (/\|\s*$/u.test(lines[at])) {
      if (start >= 0) {
        joined[start] = lines.slice(start, at + 1).join(' ');
        joined.fill(null, start + 1, at + 1);
      }
      start = -1;
    } else if (start < 0 && lines[at].trim() !== '') start = at;
  }
  return joined;
}
