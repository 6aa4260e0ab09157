/** Columns of a table that has no header, by what stands in them. */
import type { Row, Table } from './blocks.ts';
import { type Columns, nameOf, type Role } from './header.ts';
import { looksLikeDeadline, looksLikeParties, numberOf } from './looks.ts';

/** Rows that are looked at; the rest is like them. */
const SAMPLE = 60;

interface Profile {
  readonly column: number;
  readonly filled: number;
  readonly numbers: number;
  readonly deadlines: number;
  readonly parties: number;
  readonly length: number;
}

/** «1.2» reads as a day of February too; days are written with two digits. */
function isRowNumber(text: string): boolean {
  return numberOf(text) !== null && !/^\d{2}\.\d{2}\.?$/u.test(text);
}

/** Null where nothing in the table looks like deadlines, or the rows are too few to tell. */
export function guessColumns({ rows }: Table): Columns | null {
  const several = rows.filter(({ cells }) => cells.filter(({ text }) => text !== '').length > 1).slice(0, SAMPLE);
  if (several.length < 3) return null;
  const width = Math.max(...several.map(({ cells }) => (cells.at(-1)?.column ?? -1) + 1));
  const profiles = Array.from({ length: width }, (_, column): Profile => {
    const texts = several.flatMap(({ cells }) => cells.filter((each) => each.column === column && each.text !== ''));
    const share = (test: (text: string) => boolean): number =>
      texts.length === 0 ? 0 : texts.filter(({ text }) => test(text)).length / texts.length;
    return {
      column,
      filled: texts.length,
      numbers: share((text) => numberOf(text) !== null),
      deadlines: share((text) => !isRowNumber(text) && looksLikeDeadline(text) && /\p{L}|\d\.\d/u.test(text)),
      parties: share(looksLikeParties),
      length: texts.reduce((sum, { text }) => sum + text.length, 0) / Math.max(texts.length, 1),
    };
  }).filter(({ filled }) => filled > 0);
  const columns = new Map<number, Role>();
  const take = (role: Role, of: (profile: Profile) => number, least: number): void => {
    const free = profiles.filter(({ column }) => !columns.has(column));
    const best = free.toSorted((a, b) => of(b) - of(a))[0];
    if (best !== undefined && of(best) >= least) columns.set(best.column, role);
  };
  take('deadline', ({ deadlines }) => deadlines, 0.6);
  if (columns.size === 0) return null;
  take('number', ({ numbers }) => numbers, 0.7);
  take('responsible', ({ parties }) => parties, 0.5);
  const rest = profiles.filter(({ column }) => !columns.has(column));
  // Of two columns of sentences the first is the measure and the other what comes of it.
  const sentences = rest.filter(({ length }) => length >= 15);
  if (sentences.length === 0) return null;
  columns.set(sentences[0].column, 'text');
  if (sentences.length > 1) columns.set(sentences[1].column, 'result');
  return columns;
}

/** A title above the columns and two rows of names are the most that a header has. */
const MOST_HEADER_ROWS = 3;

/**
 * Columns of a table whose source marks its first rows as header: known names are believed, the others are told by what stands
 * below them. Null where nothing is marked, or what is known makes no plan.
 */
export function columnsUnderHeader(
  table: Table,
): { readonly columns: Columns; readonly header: Row; readonly from: number } | null {
  const found = table.rows.findIndex(({ header }) => header !== true);
  const from = found === -1 ? table.rows.length : found;
  if (from === 0 || from > MOST_HEADER_ROWS) return null;
  const names = table.rows.slice(0, from).filter(({ cells }) => cells.filter(({ text }) => text !== '').length > 1);
  const header = names.at(-1);
  if (header === undefined) return null;
  const columns = new Map<number, Role>(guessColumns({ ...table, rows: table.rows.slice(from) }) ?? []);
  const named = new Map<number, Role>();
  for (const { column, text } of names.flatMap(({ cells }) => cells)) {
    const role = nameOf(text);
    if (role !== null) named.set(column, role);
  }
  // A role that a name has given is not given to another column by its looks.
  const taken = new Set(named.values());
  for (const [column, role] of columns) if (taken.has(role)) columns.delete(column);
  for (const [column, role] of named) columns.set(column, role);
  const has = (role: Role): boolean => [...columns.values()].includes(role);
  const free = header.cells.filter(({ column, text }) => text !== '' && !columns.has(column));
  if (!has('text') && free.length > 0) columns.set(free[0].column, 'text');
  return has('text') && (has('deadline') || has('responsible') || has('both')) ? { columns, header, from } : null;
}
