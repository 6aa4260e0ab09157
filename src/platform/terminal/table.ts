/** A table of texts in aligned columns. Lines come one by one: a table of a million rows is never one text. */

export interface TableColumn<Row> {
  readonly title: string;
  readonly cell: (row: Row) => string;
  /** Figures stand to the right. Default left. */
  readonly align?: 'left' | 'right';
}

const GAP = '  ';

/** The header, a rule under it, and a line for each row; the rows are gone over twice, first for the widths. */
export function* tableLines<Row>(columns: readonly TableColumn<Row>[], rows: readonly Row[]): Generator<string> {
  const widths = columns.map(({ title }) => displayWidth(title));
  for (const row of rows) {
    columns.forEach(({ cell }, column) => {
      widths[column] = Math.max(widths[column]!, displayWidth(printable(cell(row))));
    });
  }
  const line = (cells: readonly string[]): string =>
    cells
      .map((text, column) => padded(printable(text), widths[column]!, columns[column]!.align ?? 'left'))
      .join(GAP)
      .trimEnd();
  yield line(columns.map(({ title }) => title));
  yield widths.map((width) => '─'.repeat(width)).join(GAP);
  for (const row of rows) yield line(columns.map(({ cell }) => cell(row)));
}

/** Names in files are not ours: control characters in them would move the cursor or worse. */
export function printable(text: string): string {
  return /[\p{Cc}\u2028\u2029]/u.test(text) ? text.replace(/[\p{Cc}\u2028\u2029]/gu, '\ufffd') : text;
}

/** Columns of a terminal that a text takes: an accent that is a character of its own takes none. */
export function displayWidth(text: string): number {
  if (/^[ -~А-яЁё]*$/u.test(text)) return text.length;
  return Array.from(text.replace(/[\p{M}\p{Cf}]/gu, '')).length;
}

function padded(text: string, width: number, align: 'left' | 'right'): string {
  const space = ' '.repeat(Math.max(0, width - displayWidth(text)));
  return align === 'right' ? space + text : text + space;
}
