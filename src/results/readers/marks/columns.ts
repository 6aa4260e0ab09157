/**
 * What the columns of a table of marks are. A mark column may say its subject, its period, both (over two rows of headers)
 * or neither; what it does not say the row or the heading does.
 */
import type { MergedRange, TableRow } from '#src/platform/tables/source.ts';
import type { Term } from '../../model.ts';
import { headerTexts } from '../cells.ts';
import { headerColumn, headerKey } from '../headers.ts';
import { isPersonalHeader } from '../personal.ts';
import { journalSubject } from './subjects.ts';
import { termOf } from './term.ts';

export interface MarkColumn {
  readonly index: number;
  readonly header: string;
  readonly subject: string | null;
  readonly term: Term | null;
}

export interface MarksHeader {
  /** 1-based rows of the header, the last one included. */
  readonly first: number;
  readonly last: number;
  /** Column of the school's own key. */
  readonly key: number | null;
  readonly keyHeader: string;
  /** Columns of the pupil's name, or of its parts. */
  readonly names: readonly { readonly index: number; readonly header: string }[];
  /** Other columns that name people or documents. */
  readonly columns: Readonly<
    Partial<Record<'subject' | 'term' | 'schoolYear' | 'className' | 'school' | 'schoolName' | 'municipality', number>>
  >;
  readonly marks: readonly MarkColumn[];
}

/** Columns beside the marks that hold numbers of another kind. */
const NO_MARK =
  /средн|ср\.? ?(балл|отм|оц)|качеств|успеваем|пропус|посещ|экз|%|место|рейтинг|кол-?во|количество|всего|^итого|балл|дата|подпис|процент|^n$|^№/iu;
const PLAIN_MARK = /^(отметка|оценка|отметка за период|оценка за период|mark|итог|отм\.?|оц\.?)$/u;
const ROW_TERM = /^(период|учебный период|четверть|триместр|полугодие|term)$/u;
const ROW_YEAR = /^(учебный год|school_year|schoolyear)$/u;

/** What was judged of the texts of one sheet; kept no longer than its reading, for the texts may be names. */
export type JudgedTexts = Map<string, boolean>;

const MOST_JUDGED = 5000;

/** Whether a text is the header of pupils or of subjects. Texts repeat in thousands of rows, so each is judged once. */
function announces(text: string, judged: JudgedTexts): boolean {
  const known = judged.get(text);
  if (known !== undefined) return known;
  const header = text.replace(/[\s\u00a0]+/gu, ' ').trim();
  const { role } = headerColumn(header, 0);
  const told = isPersonalHeader(header) || headerKey(header) === 'предмет' || role === 'pupil';
  if (judged.size < MOST_JUDGED) judged.set(text, told);
  return told;
}

/**
 * The header in a row, with the row below it where that one goes on (periods under subjects).
 *
 * @param below the next row, or undefined.
 */
export function marksHeader(
  row: TableRow,
  below: TableRow | undefined,
  merges: readonly MergedRange[] = [],
  judged: JudgedTexts = new Map(),
): MarksHeader | null {
  if (!row.values.some((value) => typeof value === 'string' && announces(value, judged))) return null;
  const upper = headerTexts(row);
  const lower = below !== undefined && below.number === row.number + 1 ? continuation(below) : null;
  const spread = lower === null ? upper : spreadRight(upper, row, lower, merges);
  const width = Math.max(spread.length, lower?.length ?? 0);
  const names: { index: number; header: string }[] = [];
  const columns: Partial<
    Record<'subject' | 'term' | 'schoolYear' | 'className' | 'school' | 'schoolName' | 'municipality', number>
  > = {};
  const marks: MarkColumn[] = [];
  let key: number | null = null;
  let keyHeader = '';
  for (let index = 0; index < width; index += 1) {
    const top = spread[index] ?? '';
    const own = lower?.[index] ?? '';
    const header = top || own;
    if (header === '') continue;
    const bare = headerKey(header);
    const { role } = headerColumn(header, index);
    if (role === 'pupil' || role === 'participant') {
      if (key === null) [key, keyHeader] = [index, header];
    } else if (isPersonalHeader(header)) names.push({ index, header });
    else if (ROW_TERM.test(bare)) columns.term ??= index;
    else if (ROW_YEAR.test(bare)) columns.schoolYear ??= index;
    else if (
      role === 'subject' ||
      role === 'className' ||
      role === 'school' ||
      role === 'schoolName' ||
      role === 'municipality'
    ) {
      columns[role] ??= index;
    } else {
      const mark = markColumn(index, top, own);
      if (mark !== null) marks.push(mark);
    }
  }
  const last = lower === null ? row.number : row.number + 1;
  return { first: row.number, last, key, keyHeader, names, columns, marks: settledFinals(marks) };
}

/** A second row of headers: periods only, beginning with empty cells. */
function continuation(row: TableRow): string[] | null {
  const texts = headerTexts(row);
  const filled = texts.filter((text) => text !== '');
  if (texts[0] !== undefined && texts[0] !== '') return null;
  return filled.length > 0 && filled.every((text) => termOf(text) !== null || NO_MARK.test(text)) ? texts : null;
}

/** A heading over several columns counts for each of them. */
function spreadRight(
  upper: readonly string[],
  row: TableRow,
  lower: readonly string[],
  merges: readonly MergedRange[],
): string[] {
  const spread = [...upper];
  while (spread.length < lower.length) spread.push('');
  for (const [index, text] of upper.entries()) {
    if (text === '') continue;
    const merged = merges.find(({ top, left, right }) => top === row.number && left === index && right > index);
    for (let next = index + 1; next < spread.length && spread[next] === '' && lower[next] !== ''; next += 1) {
      if (merged !== undefined && next > merged.right) break;
      spread[next] = text;
    }
  }
  return spread;
}

function markColumn(index: number, top: string, own: string): MarkColumn | null {
  const whole = own === '' || own === top ? top : `${top} ${own}`;
  const subject = journalSubject(top) ?? journalSubject(own);
  // «Итог. оценка 1 триместр» is the mark of the first trimester; «Экз. оценка» and «Средн. оценка» are no marks of a term.
  if (NO_MARK.test(own) || (NO_MARK.test(top) && subject === null)) return null;
  const term = (own === '' ? null : termOf(own)) ?? (subject === null ? termOf(top) : null);
  if (subject === null && term === null && !PLAIN_MARK.test(headerKey(top))) return null;
  return { index, header: whole, subject, term };
}

/** «Итог. оценка» without a mark of the year beside it is the mark of the report's own period, whichever that is. */
function settledFinals(marks: readonly MarkColumn[]): MarkColumn[] {
  if (marks.some(({ term }) => term === 'year' || /^[qth]/u.test(term ?? ''))) return [...marks];
  return marks.map((mark) =>
    mark.term === 'final' && mark.header.toLowerCase().startsWith('итог') ? { ...mark, term: null } : mark,
  );
}
