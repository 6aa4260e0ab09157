/** Rows of a table of measures: sections, measures, rows cut by a page break, repeated headers. No row is dropped unsaid. */
import { inheritBlank } from './blank-cells.ts';
import { oneLine, type Row, type Table } from './blocks.ts';
import { type Draft, type DraftSection, draft, warn } from './draft.ts';
import { fold } from './fold.ts';
import { type Columns, columnsOf, isColumnNumbers, isSameHeader, withNumbers, withSecondRow } from './header.ts';
import { endsSentence, isNextNumber, joined, looksLikeDeadline, numberOf, splitNumber, startsLower } from './looks.ts';
import type { Problem } from './model.ts';
import { fieldsOf, type RowFields } from './row-fields.ts';

/** Reads rows into sections; one reader serves all tables of a plan, so that a split table goes on where it broke off. */
export class TableRows {
  readonly sections: DraftSection[] = [];
  readonly problems: Problem[] = [];
  #columns: Columns;
  #header: Row | null;
  #afterBreak = false;
  /** A deadline and a result that a cut row brought for the row below it. */
  #left: { readonly deadline: string; readonly result: string; readonly place: string } | null = null;
  #mergesKnown = true;
  #direction = '';
  readonly #notes = new Set<string>();
  /** The row before was a header. */
  #belowHeader = false;

  constructor(columns: Columns, header: Row | null) {
    this.#columns = columns;
    this.#header = header;
  }

  get columns(): Columns {
    return this.#columns;
  }

  /** Another table of the plan has a header of its own. */
  under(columns: Columns, header: Row): void {
    [this.#columns, this.#header] = [columns, header];
  }

  /** @param from the first row below the header. */
  read(table: Table, from: number): void {
    this.#mergesKnown = table.mergesKnown;
    this.#afterBreak = from === 0;
    const rows = table.rows.slice(from);
    this.#columns = withNumbers(this.#columns, rows);
    rows.forEach((row, index) => this.#row(row, rows[index + 1], rows));
  }

  /** A heading that stands between the tables. */
  heading(title: string): void {
    this.sections.push({ title, drafts: [] });
  }

  get last(): Draft | null {
    return this.sections.at(-1)?.drafts.at(-1) ?? null;
  }

  #row(row: Row, next: Row | undefined, all: readonly Row[]): void {
    const filled = row.cells.filter(({ text }) => text !== '');
    if (filled.length === 0) {
      this.#afterBreak ||= row.afterBreak;
      return;
    }
    if (this.#belowHeader && this.#header !== null) {
      this.#belowHeader = false;
      const columns = withSecondRow(this.#columns, this.#header, row);
      if (columns !== null) {
        [this.#columns, this.#afterBreak] = [columns, true];
        return;
      }
    }
    if (isSameHeader(row, this.#header)) this.#belowHeader = true;
    if (isColumnNumbers(row) || isSameHeader(row, this.#header)) {
      this.#afterBreak = true;
      return;
    }
    const header = columnsOf(row);
    if (header !== null) {
      [this.#columns, this.#header, this.#afterBreak] = [header, row, true];
      this.#belowHeader = true;
      return;
    }
    const afterBreak = this.#afterBreak || row.afterBreak;
    this.#afterBreak = false;
    const own = filled.filter(({ inherited }) => !inherited);
    if (own.length === 0) return;
    const heading = this.#headingOf(row, next, afterBreak, all);
    if (heading !== null) {
      this.heading(heading);
      this.#left = null;
      return;
    }
    this.#measure(row, fieldsOf(row, this.#columns), afterBreak);
  }

  /** The title when the row is a heading: one text and nothing else, that is neither the tail nor the next of the measures. */
  #headingOf(row: Row, next: Row | undefined, afterBreak: boolean, all: readonly Row[]): string | null {
    const filled = row.cells.filter(({ text }) => text !== '');
    const texts = filled.filter(({ text }) => numberOf(text) === null);
    if (texts.length !== 1 || filled.length > 2) return null;
    const [only] = texts;
    if (only.inherited) return null;
    const role = this.#columns.get(only.column);
    const wide = only.span >= Math.max(2, this.#columns.size - 1);
    if (!wide && role !== 'number' && role !== 'text' && role !== 'direction' && only.column !== 0) return null;
    const title = oneLine(filled.map(({ text }) => text).join(' '));
    if (wide) return title;
    if (this.#isTail(row, afterBreak)) return null;
    if (only.bold) return title;
    const hasNumbers = [...this.#columns.values()].includes('number');
    const number = filled.length === 2 ? numberOf(filled[0].text) : splitNumber(only.text).number;
    if (hasNumbers && role === 'number') return title;
    // The cells of a one-cell row are missing, not empty: the source itself spans the row.
    if (row.cells.length <= 2 && this.#columns.size > 2 && number === null) return title;
    const children = next === undefined ? null : this.#numberIn(next);
    if (number !== null && children?.startsWith(`${number}.`)) return title;
    if (number !== null && this.#follows(number, children)) return null;
    if (/^[IVXХ]+$/u.test(number ?? '')) return title;
    return endsSentence(only.text) && !all.some((other) => other === next && this.#numberIn(other) === '1')
      ? null
      : title;
  }

  #numberIn(row: Row): string | null {
    return fieldsOf(row, this.#columns).number;
  }

  /** Whether the number goes on with the measures: 2 after 1, or 1 before a 2. */
  #follows(number: string, next: string | null): boolean {
    const before = this.last?.number;
    return (
      (before !== undefined && before !== null && isNextNumber(before, number)) ||
      (next !== null && isNextNumber(number, next))
    );
  }

  /** The rest of a row that a page break cut: no number, and the words go on. */
  #isTail(row: Row, afterBreak: boolean): boolean {
    const { last } = this;
    if (last === null) return false;
    const fields = fieldsOf(row, this.#columns);
    if (fields.number !== null) return false;
    if (fields.text === '') return true;
    const text = row.cells.find((cell) => cell.text !== '');
    const first = [...this.#columns.values()].includes('number') && this.#columns.get(text?.column ?? 0) === 'number';
    const signs =
      (startsLower(fields.text) ? 2 : 0) +
      (afterBreak ? 1 : 0) +
      (endsSentence(fields.text) ? 1 : 0) +
      (/[,\-–(]$|\s(?:и|в|на|по|с|о|для|от|или)$/u.test(last.text) ? 2 : 0) +
      (first ? 0 : 1) -
      (text?.bold ? 3 : 0) -
      (endsSentence(last.text) ? 1 : 0);
    return signs >= 3;
  }

  #measure(row: Row, fields: RowFields, afterBreak: boolean): void {
    const { place } = row;
    if (this.#goesOn(row, fields, afterBreak)) {
      this.#continue(fields, place);
      return;
    }
    if (fields.text === '') {
      const words = row.cells.flatMap(({ text }) => (text === '' ? [] : [oneLine(text)])).join(' | ');
      this.problems.push({ code: 'rowNotUnderstood', place, words: words.slice(0, 200) });
      return;
    }
    this.#newDirection(fields);
    this.#note(fields, place);
    const one = draft(place, fields);
    for (const [code, words] of fields.remarks) warn(one, code, words);
    for (const role of fields.inherited) if (role !== 'direction' && role !== 'note') warn(one, 'inherited', role);
    this.#takeLeft(one);
    if (!this.#mergesKnown) inheritBlank(one, this.sections.at(-1)?.drafts.at(-1), this.#columns);
    this.#section().drafts.push(one);
  }

  #goesOn(row: Row, fields: RowFields, afterBreak: boolean): boolean {
    if (this.last === null || fields.number !== null) return false;
    if (fields.text === '') return !fields.inherited.has('text');
    if (fields.inherited.has('text')) return false;
    if (fields.deadline === '' && fields.responsible === '' && afterBreak && fields.inherited.size === 0) return true;
    return startsLower(fields.text) && this.#isTail(row, afterBreak);
  }

  #continue(fields: RowFields, place: string): void {
    const { last } = this;
    if (last === null) return;
    warn(last, 'cutByPage', null, place);
    for (const [code, words] of fields.remarks) warn(last, code, words, place);
    last.text = joined(last.text, fields.text);
    last.responsible = added(last.responsible, fields.inherited.has('responsible') ? '' : fields.responsible);
    const deadline = fields.inherited.has('deadline') ? '' : fields.deadline;
    const result = fields.inherited.has('result') ? '' : fields.result;
    // A second whole deadline is not the tail of the first: it was drawn up from the row below.
    if (fields.text !== '' && deadline !== '' && looksLikeDeadline(last.deadline) && looksLikeDeadline(deadline)) {
      this.#left = { deadline, result, place };
      return;
    }
    last.deadline = joined(last.deadline, deadline);
    last.result = joined(last.result, result);
  }

  #takeLeft(one: Draft): void {
    const left = this.#left;
    this.#left = null;
    if (left === null) return;
    if (one.deadline === '') {
      one.deadline = left.deadline;
      one.result = added(left.result, one.result);
      warn(one, 'deadlineFromRowAbove', left.deadline, left.place);
      return;
    }
    this.problems.push({
      code: 'rowNotUnderstood',
      place: left.place,
      words: `${left.deadline} | ${left.result}`.slice(0, 200),
    });
  }

  /** Texts in a column that belongs to no field: each is named, once. */
  #note({ note }: RowFields, place: string): void {
    const words = oneLine(note).slice(0, 200);
    if (words === '' || this.#notes.has(words)) return;
    this.#notes.add(words);
    this.problems.push({ code: 'columnNotUnderstood', place, words });
  }

  /** A column of directions makes sections, as headings do. */
  #newDirection({ direction }: RowFields): void {
    const title = oneLine(direction);
    if (title === '' || fold(title) === fold(this.#direction)) return;
    this.#direction = title;
    this.heading(title);
  }

  #section(): DraftSection {
    const last = this.sections.at(-1);
    if (last !== undefined) return last;
    const first: DraftSection = { title: null, drafts: [] };
    this.sections.push(first);
    return first;
  }
}

function added(first: string, second: string): string {
  return first === '' ? second : second === '' ? first : `${first}\n${second}`;
}
