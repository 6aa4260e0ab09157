/**
 * A copy of a file without the columns that name people, for files are kept as received but names are never stored. Every
 * sheet is searched, not only those with results. The copy holds values alone (no author, no comments, no history) at the
 * same places, so the rows and columns of messages hold for it too; headers stay, to show what was taken out.
 */
import { columnIndex, columnLetter } from '#src/platform/tables/columns.ts';
import { type RawCell, type RawRow, writeRawWorkbook } from '#src/platform/tables/raw-workbook.ts';
import type { CellValue, MergedRange, TableRow, TableSheet, TableSource } from '#src/platform/tables/source.ts';
import { findColumns, looksLikeExchange, withoutEmptyEnd } from '../exchange/columns.ts';
import { withTable } from '../exchange/parquet-table.ts';
import type { PersonalColumn } from '../model.ts';
import { cellText, headerTexts } from './cells.ts';
import { headerColumn } from './headers.ts';
import { isPersonalHeader, looksLikeName, looksLikeNames } from './personal.ts';
import { PROBED_ROWS } from './reader.ts';

export interface KeepableCopy {
  /** The bytes as received when nobody is named in them, otherwise the redacted copy: XLSX, or CSV in UTF-8. */
  readonly bytes: Uint8Array;
  readonly redacted: boolean;
  readonly personalColumns: readonly PersonalColumn[];
  /** Headers of the columns taken out; the letter where there is no header. */
  readonly droppedColumns: readonly string[];
}

/**
 * @param given columns that a person has marked as personal, beside those found here.
 * @throws Refusal of tableRefusals for a file that cannot be opened: what cannot be searched must not be kept.
 */
export async function redactedCopy(bytes: Uint8Array, given: readonly PersonalColumn[] = []): Promise<KeepableCopy> {
  return withTable(bytes, (source) => copyOf(source, bytes, given));
}

async function copyOf(source: TableSource, bytes: Uint8Array, given: readonly PersonalColumn[]): Promise<KeepableCopy> {
  const personal: PersonalColumn[] = [];
  for (const sheet of source.sheets) personal.push(...(await personalColumnsOf(sheet)));
  const found = new Set(personal.map(({ sheet, column }) => `${sheet} ${column}`));
  personal.push(...given.filter(({ sheet, column }) => !found.has(`${sheet} ${column}`)));
  if (personal.length === 0) return kept(bytes);
  return {
    bytes: source.format === 'xlsx' ? await redactedWorkbook(source, personal) : await redactedText(source, personal),
    redacted: true,
    personalColumns: personal,
    droppedColumns: [...new Set(personal.map(({ header, column }) => header || column))],
  };
}

function kept(bytes: Uint8Array): KeepableCopy {
  return { bytes, redacted: false, personalColumns: [], droppedColumns: [] };
}

const SAMPLE = 500;

/** Columns of a sheet that name people by their header or by their values. */
async function personalColumnsOf(sheet: TableSheet): Promise<PersonalColumn[]> {
  const head: TableRow[] = [];
  const values = new Map<number, string[]>();
  for await (const row of sheet.rows()) {
    if (head.length < PROBED_ROWS) head.push(row);
    for (const [index, value] of row.values.entries()) {
      if (typeof value !== 'string') continue;
      const sample = values.get(index);
      if (sample === undefined) values.set(index, [oneLine(value)]);
      else if (sample.length < SAMPLE) sample.push(oneLine(value));
    }
  }
  const headers = columnHeaders(head);
  // The columns of the exchange format are known: what is not of it nobody needs, whatever stands there.
  const names = head.length === 0 ? [] : withoutEmptyEnd(headerTexts(head[0]));
  const surplus = looksLikeExchange(names) ? findColumns(names).extra : [];
  for (const index of surplus) if (!values.has(index)) values.set(index, []);
  return [...values].flatMap(([index, sample]): PersonalColumn[] => {
    const header = headers.get(index) ?? '';
    const { role } = headerColumn(header, index);
    const place = { sheet: sheet.name, column: columnLetter(index), header };
    const below = sample.filter((text) => text !== header);
    if (role === 'participant') return below.some(looksLikeName) ? [{ ...place, numbered: true }] : [];
    if (role === 'personal' || surplus.includes(index)) return [place];
    return role === 'ignored' && looksLikeNames(below) ? [place] : [];
  });
}

/** Headers by column: of the row that tells most, and above all any cell that announces names, wherever it stands. */
function columnHeaders(head: readonly TableRow[]): ReadonlyMap<number, string> {
  let best: readonly string[] = [];
  let told = 0;
  const personal: [number, string][] = [];
  for (const row of head) {
    const texts = headerTexts(row);
    const telling = texts.filter((text, index) => text !== '' && headerColumn(text, index).role !== 'ignored').length;
    if (telling > told) [best, told] = [texts, telling];
    personal.push(
      ...texts.flatMap((text, index): [number, string][] => (isPersonalHeader(text) ? [[index, text]] : [])),
    );
  }
  return new Map([...best.entries(), ...personal]);
}

function oneLine(text: string): string {
  return text.replace(/[\s\u00a0]+/gu, ' ').trim();
}

/** A row without its personal cells. The header keeps its texts: it names columns, not people. */
function redactedRow(
  values: readonly CellValue[],
  rowNumber: number,
  personal: ReadonlyMap<number, PersonalColumn>,
): CellValue[] {
  return values.map((value, index) => {
    const column = personal.get(index);
    if (column === undefined || value === null) return value;
    const text = oneLine(cellText(value));
    if (text === column.header) return value;
    if (column.numbered !== true) return null;
    return looksLikeName(text) ? `№${rowNumber}` : value;
  });
}

async function redactedWorkbook(source: TableSource, personal: readonly PersonalColumn[]): Promise<Buffer> {
  const sheets = [];
  for (const sheet of source.sheets) {
    const merges = (await sheet.merges()).map(reference);
    sheets.push({
      name: sheet.name ?? '1',
      hidden: sheet.hidden,
      merges,
      rows: redactedRows(sheet, byIndex(personal, sheet.name)),
    });
  }
  return writeRawWorkbook(sheets);
}

async function* redactedRows(sheet: TableSheet, personal: ReadonlyMap<number, PersonalColumn>): AsyncGenerator<RawRow> {
  for await (const { number, values, formulas } of sheet.rows()) {
    const redacted: RawCell[] = redactedRow(values, number, personal);
    for (const index of formulas) redacted[index] = constantFormula(redacted[index]);
    yield { number, values: redacted };
  }
}

/** Stays a formula, which readers refuse where a value must stand, but computes only what it showed. */
function constantFormula(cell: RawCell): RawCell {
  if (cell === null || cell instanceof Date || typeof cell === 'object') return cell;
  const formula = typeof cell === 'string' ? `"${cell.replace(/"/gu, '""')}"` : String(cell).toUpperCase();
  return { formula, value: cell };
}

async function redactedText(source: TableSource, personal: readonly PersonalColumn[]): Promise<Buffer> {
  const [sheet] = source.sheets;
  const delimiter = source.dialect?.delimiter ?? ';';
  const columns = byIndex(personal, sheet.name);
  const lines: string[] = [];
  for await (const { number, values } of sheet.rows()) {
    while (lines.length < number - 1) lines.push('');
    lines.push(redactedRow(values, number, columns).map(quoted).join(delimiter));
  }
  return Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`);
}

function quoted(value: CellValue): string {
  const text = cellText(value);
  return /[",;\t\r\n]/u.test(text) ? `"${text.replace(/"/gu, '""')}"` : text;
}

function byIndex(personal: readonly PersonalColumn[], sheet: string | null): ReadonlyMap<number, PersonalColumn> {
  const own = personal.filter((column) => column.sheet === sheet);
  return new Map(own.map((column) => [columnIndex(column.column), column]));
}

function reference({ top, bottom, left, right }: MergedRange): string {
  return `${columnLetter(left)}${top}:${columnLetter(right)}${bottom}`;
}
