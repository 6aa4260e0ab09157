/** Which tables of a document are the plan, what stands around them, and where the directive part is. */
import { type Block, oneLine, type Table } from './blocks.ts';
import { directiveSpan, directiveWord, isListedPlan } from './directive.ts';
import type { DraftSection } from './draft.ts';
import { fold } from './fold.ts';
import { columnsUnderHeader, guessColumns } from './guess-columns.ts';
import { type Columns, columnsOf, type Role } from './header.ts';
import { type Line, linesOf, linesOfRows } from './lines.ts';
import { looksLikeDeadline, looksLikeParties, numberOf } from './looks.ts';
import type { Problem } from './model.ts';
import { isTimeTitle } from './section-deadlines.ts';
import { TableRows } from './table-rows.ts';

export interface Layout {
  /** Lines before and between the tables, the directive part among them. */
  readonly head: readonly Line[];
  readonly directive: { readonly title: string | null; readonly lines: readonly Line[] } | null;
  readonly sections: readonly DraftSection[];
  readonly problems: readonly Problem[];
}

/** Rows above the header are the head of the document; further down a table is taken for something else. */
const MOST_ABOVE = 400;

export function layoutOf({ blocks }: { readonly blocks: readonly Block[] }): Layout {
  const head: Line[] = [];
  const problems: Problem[] = [];
  const state: { rows: TableRows | null; waiting: Line[] } = { rows: null, waiting: [] };
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      if (state.rows === null) head.push(...linesOf(block));
      else state.waiting.push(...linesOf(block));
    } else readTable(block, state, head, problems);
  }
  const before = state.rows === null;
  const span = directiveSpan(head);
  const directive =
    span !== null
      ? { title: directiveWord(head[span[0]].text), lines: head.slice(span[0] + 1, span[1]) }
      : before && isListedPlan(head)
        ? { title: null, lines: head }
        : null;
  return {
    head: span === null ? head : [...head.slice(0, span[0]), ...head.slice(span[1])],
    directive,
    sections: state.rows?.sections ?? [],
    problems: [...problems, ...(state.rows?.problems ?? [])],
  };
}

function readTable(
  table: Table,
  state: { rows: TableRows | null; waiting: Line[] },
  head: Line[],
  problems: Problem[],
): void {
  const at = table.rows.slice(0, MOST_ABOVE).findIndex((row) => columnsOf(row) !== null);
  const marked = columnsUnderHeader(table);
  if (marked !== null && (at === -1 || at >= marked.from)) {
    if (state.rows === null) {
      state.rows = new TableRows(marked.columns, marked.header);
      const title = firstHeading(head);
      if (title !== null) state.rows.heading(title);
    } else {
      between(state, []);
      state.rows.under(marked.columns, marked.header);
    }
    state.rows.read(table, marked.from);
    return;
  }
  if (at !== -1) {
    const row = table.rows[at];
    const above = linesOfRows(table.rows.slice(0, at));
    if (state.rows === null) {
      head.push(...above);
      state.rows = new TableRows(columnsOf(row)!, row);
      const title = firstHeading(head);
      if (title !== null) state.rows.heading(title);
    } else between(state, above);
    state.rows.read(table, at);
    return;
  }
  const width = Math.max(0, ...table.rows.map(({ cells }) => (cells.at(-1)?.column ?? -1) + 1));
  if (state.rows !== null) {
    const known = Math.max(...state.rows.columns.keys()) + 1;
    const goesOn = measuresIn(table, state.rows.columns) || (state.waiting.length === 0 && table.rows.length <= 2);
    if (width >= 2 && Math.abs(width - known) <= 1 && !isSignature(table) && goesOn) {
      between(state, [], true);
      state.rows.read(table, 0);
      return;
    }
  }
  const guessed = guessColumns(table);
  if (guessed !== null) {
    problems.push({ code: 'headerMissing', place: table.place, words: null });
    state.rows ??= new TableRows(guessed, null);
    state.rows.read(table, 0);
    return;
  }
  const lines = linesOfRows(table.rows);
  if (state.rows === null) head.push(...lines);
  else if (!isSignature(table) && lines.length > 0) {
    const words = lines.map(({ text }) => text).join(' | ');
    problems.push({ code: 'tableNotUnderstood', place: table.place, words: words.slice(0, 200) });
  }
}

/** «1. Организационные меры» right above the first table; a list of directions ends with a later number. */
function firstHeading(head: readonly Line[]): string | null {
  const last = head.at(-1);
  if (last === undefined || last.text.length > 200 || /[.:;]$/u.test(last.text)) return null;
  const first = /^(?:1|I)[.)]\s*\p{L}|^(?:раздел|блок|направление|этап)\s+(?:№\s*)?(?:1|I)(?![\dIVX.])/iu.test(
    last.text,
  );
  return first ? last.text : null;
}

/** A table without a header goes on with the plan when its rows have deadlines, or people, where the plan has them. */
function measuresIn({ rows }: Table, columns: Columns): boolean {
  const several = rows.filter(({ cells }) => cells.filter(({ text }) => text !== '').length > 1);
  const fits = (role: Role, looks: (text: string) => boolean): boolean => {
    const texts = several.flatMap(({ cells }) =>
      cells.filter(({ column, text }) => columns.get(column) === role && text !== '').map(({ text }) => text),
    );
    return texts.length > 0 && texts.filter(looks).length >= texts.length * 0.5;
  };
  return fits('deadline', isDeadline) || fits('responsible', looksLikeParties);
}

/** A bare number is a year or a quantity and no deadline. */
function isDeadline(text: string): boolean {
  return looksLikeDeadline(text) && /\p{L}|\d\.\d/u.test(text);
}

/** Headings between two tables of one plan begin a section; other lines between them belong to no measure. */
function between(state: { rows: TableRows | null; waiting: Line[] }, more: readonly Line[], goesOn = false): void {
  const lines = [...state.waiting, ...more];
  state.waiting = [];
  const title = lines.findLast(
    ({ text, bold }) =>
      bold || /^(?:\d{1,2}|[IVXХ]+)[.)]\s|^(?:раздел|блок|направление|этап)/iu.test(text) || isTimeTitle(text),
  );
  const heading =
    title ?? (goesOn && lines.length <= 2 ? lines.findLast(({ text }) => isShortHeading(text)) : undefined);
  if (heading !== undefined && heading.text.length < 300) state.rows?.heading(oneLine(heading.text));
}

/** «Подготовка», «Работа с родителями» in a line of its own between the rows; «стр. 2» heads nothing. */
function isShortHeading(text: string): boolean {
  return (
    /^["«]?\p{Lu}/u.test(text) &&
    /\p{L}{4}/u.test(text) &&
    text.length <= 120 &&
    !/[.;,]$|^(?:стр|страниц|продолжение)/iu.test(text)
  );
}

/** «И. о. начальника …  И. О. Фамилия» in a table of its own. */
function isSignature({ rows }: Table): boolean {
  const texts = rows.flatMap(({ cells }) => cells.flatMap(({ text }) => (text === '' ? [] : [text])));
  if (texts.some((text) => numberOf(text) !== null || looksLikeDeadline(text))) return false;
  return (
    texts.length <= 4 &&
    texts.some((text) => /^(?:и\.? ?о\.? )?(?:начальник|директор|заведующ|руководитель|председатель)/u.test(fold(text)))
  );
}
