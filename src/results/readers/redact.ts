/**
 * A copy of a file without the columns that name people, for files are kept as received but names are never stored. Every
 * sheet is searched, not only those with results. The copy holds values alone (no author, no comments, no history) at the
 * same places, so the rows and columns of messages hold for it too; headers stay, to show what was taken out.
 */
import { columnIndex, columnLetter } from '#src/platform/tables/columns.ts';
import { type RawCell, type RawRow, writeRawWorkbook } from '#src/platform/tables/raw-workbook.ts';
import type { CellValue, MergedRange, TableRow, TableSheet, TableSource } from '#src/platform/tables/source.ts';
import { withTable } from '../exchange/parquet-table.ts';
import type { PersonalColumn } from '../model.ts';
import { cellText } from './cells.ts';
import { looksLikeName } from './personal.ts';
import { announcesNames, withoutNamedPersons } from './personal-facts.ts';
import { type PersonalRegion, personalRegions } from './personal-regions.ts';
import { type PupilColumns, PupilNumbers } from './pupil-names.ts';
import { PROBED_ROWS, probeSheets, type Reader } from './reader.ts';
import { recognise } from './registry.ts';

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
  const reader = recognise(await probeSheets(source));
  const plans: SheetPlan[] = [];
  for (const [index, sheet] of source.sheets.entries()) plans.push(await planOf(sheet, index, reader, given));
  const personal = plans.flatMap(({ listed }) => listed);
  const labels = plans.flatMap(({ labels }) => labels);
  // A page says in its tags what no cell shows; of a page only the cells are kept.
  if (personal.length === 0 && labels.length === 0 && source.format !== 'html') return kept(bytes);
  return {
    bytes: source.format === 'text' ? await redactedText(source, plans) : await redactedWorkbook(plans),
    redacted: true,
    personalColumns: personal,
    droppedColumns: [...new Set([...personal.map(({ header, column }) => header || column), ...labels])],
  };
}

function kept(bytes: Uint8Array): KeepableCopy {
  return { bytes, redacted: false, personalColumns: [], droppedColumns: [] };
}

/** What is taken out of one sheet. */
interface SheetPlan {
  readonly sheet: TableSheet;
  readonly regions: readonly PersonalRegion[];
  readonly pupils: PupilColumns | null;
  /** The personal columns once each, for the account that is given of them. */
  readonly listed: readonly PersonalColumn[];
  /** Labels beside which persons were named. */
  readonly labels: readonly string[];
}

async function planOf(
  sheet: TableSheet,
  index: number,
  reader: Reader | null,
  given: readonly PersonalColumn[],
): Promise<SheetPlan> {
  const head: TableRow[] = [];
  const labels = new Set<string>();
  for await (const row of sheet.rows()) {
    if (head.length < PROBED_ROWS) head.push(row);
    for (const label of withoutNamedPersons(row.values)?.labels ?? []) labels.add(label);
  }
  const found = await personalRegions(sheet);
  const own = given.filter((column) => column.sheet === sheet.name);
  const extra = new Map(own.map((column) => [columnIndex(column.column), column]));
  const regions = (
    found.length === 0 && extra.size > 0 ? [{ from: 0, columns: new Map<number, PersonalColumn>() }] : found
  ).map(({ from, columns }): PersonalRegion => ({ from, columns: new Map([...extra, ...columns]) }));
  const pupils = reader?.pupilsOf?.({ index, name: sheet.name, hidden: sheet.hidden, head }) ?? null;
  const listed = new Map<string, PersonalColumn>();
  for (const { columns } of regions) {
    for (const [place, column] of columns) {
      const numbered = column.numbered === true || pupils?.names[0] === place;
      listed.set(`${column.column} ${column.header}`, numbered ? { ...column, numbered } : column);
    }
  }
  return { sheet, regions, pupils, listed: [...listed.values()], labels: [...labels] };
}

function oneLine(text: string): string {
  return text.replace(/[\s\u00a0]+/gu, ' ').trim();
}

/** The rows of a sheet without their personal cells. Headers keep their texts: they name columns, not people. */
async function* rowsOf({ sheet, regions, pupils }: SheetPlan): AsyncGenerator<TableRow> {
  const numbers = pupils === null ? null : new PupilNumbers(pupils);
  let next = 0;
  let columns: PersonalRegion['columns'] = new Map();
  for await (const row of sheet.rows()) {
    while (next < regions.length && regions[next].from <= row.number) {
      columns = regions[next].columns;
      next += 1;
    }
    const values = withoutNamedPersons(row.values)?.values ?? row.values;
    yield { ...row, values: redactedRow({ ...row, values }, columns, pupils, numbers) };
  }
}

function redactedRow(
  row: TableRow,
  personal: PersonalRegion['columns'],
  pupils: PupilColumns | null,
  numbers: PupilNumbers | null,
): CellValue[] {
  const isHeader = pupils?.names.some((index) => oneLine(cellText(row.values[index])) === personal.get(index)?.header);
  const pupil = numbers === null || isHeader === true ? '' : numbers.of(row);
  return row.values.map((value, index) => {
    const column = personal.get(index);
    if (column === undefined || value === null) return value;
    const text = oneLine(cellText(value));
    if (text === column.header || announcesNames(text)) return value;
    if (pupils?.names[0] === index) return pupil === '' ? null : pupil;
    if (column.numbered !== true) return null;
    return looksLikeName(text) ? `№${row.number}` : value;
  });
}

async function redactedWorkbook(plans: readonly SheetPlan[]): Promise<Buffer> {
  const sheets = [];
  for (const plan of plans) {
    const { name, hidden } = plan.sheet;
    const merges = (await plan.sheet.merges()).map(reference);
    sheets.push({ name: name ?? '1', hidden, merges, rows: redactedRows(plan) });
  }
  return writeRawWorkbook(sheets);
}

async function* redactedRows(plan: SheetPlan): AsyncGenerator<RawRow> {
  for await (const { number, values, formulas } of rowsOf(plan)) {
    const redacted: RawCell[] = [...values];
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

async function redactedText(source: TableSource, [plan]: readonly SheetPlan[]): Promise<Buffer> {
  const delimiter = source.dialect?.delimiter ?? ';';
  const lines: string[] = [];
  for await (const { number, values } of rowsOf(plan)) {
    while (lines.length < number - 1) lines.push('');
    lines.push(values.map(quoted).join(delimiter));
  }
  return Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`);
}

function quoted(value: CellValue): string {
  const text = cellText(value);
  return /[",;\t\r\n]/u.test(text) ? `"${text.replace(/"/gu, '""')}"` : text;
}

function reference({ top, bottom, left, right }: MergedRange): string {
  return `${columnLetter(left)}${top}:${columnLetter(right)}${bottom}`;
}
