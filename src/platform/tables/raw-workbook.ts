/**
 * Writes a plain XLSX workbook: values and formulas at given places, sheet names, hidden sheets, merged ranges, and
 * nothing else: no author, no comments, no history. Used where a file is rewritten rather than designed: a copy without
 * personal columns, and the official forms of the demo and the tests. Downloads are written by write.ts.
 */
import { strToU8, Zip, ZipDeflate } from 'fflate';
import { columnLetter } from './columns.ts';
import type { CellValue } from './source.ts';

export type RawCell = CellValue | { readonly formula: string; readonly value: CellValue };

export interface RawRow {
  /** 1-based; by default the row after the previous one. */
  readonly number?: number;
  readonly values: readonly RawCell[];
}

export interface RawSheet {
  readonly name: string;
  readonly hidden?: boolean;
  readonly rows: AsyncIterable<RawRow> | Iterable<RawRow>;
  /** «A1:C1». */
  readonly merges?: readonly string[];
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const DATE_STYLE = 1;
const PIECE = 64 * 1024;

/** Writes the sheets in order; rows are pulled one by one, so memory holds only the compressed file. */
export async function writeRawWorkbook(sheets: readonly RawSheet[]): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  const failures: Error[] = [];
  const zip = new Zip((error, piece) => {
    if (error !== null) failures.push(error);
    else pieces.push(piece);
  });
  writePart(zip, '[Content_Types].xml', contentTypes(sheets.length));
  writePart(zip, '_rels/.rels', relationships([['officeDocument', 'xl/workbook.xml']]));
  writePart(zip, 'xl/workbook.xml', workbookXml(sheets));
  writePart(
    zip,
    'xl/_rels/workbook.xml.rels',
    relationships([
      ...sheets.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const),
      ['styles', 'styles.xml'],
    ]),
  );
  writePart(zip, 'xl/styles.xml', STYLES);
  for (const [index, sheet] of sheets.entries()) await writeSheet(zip, `xl/worksheets/sheet${index + 1}.xml`, sheet);
  zip.end();
  if (failures[0] !== undefined) throw failures[0];
  return Buffer.concat(pieces);
}

const STYLES = `${DECLARATION}<styleSheet xmlns="${MAIN}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`;

function openPart(zip: Zip, name: string): ZipDeflate {
  const part = new ZipDeflate(name, { level: 6 });
  // The same content gives the same bytes whenever it is written.
  part.mtime = new Date(2000, 0, 1);
  zip.add(part);
  return part;
}

function writePart(zip: Zip, name: string, text: string): void {
  openPart(zip, name).push(strToU8(text), true);
}

async function writeSheet(zip: Zip, name: string, sheet: RawSheet): Promise<void> {
  const part = openPart(zip, name);
  let text = `${DECLARATION}<worksheet xmlns="${MAIN}"><sheetData>`;
  let last = 0;
  for await (const row of sheet.rows) {
    last = row.number ?? last + 1;
    text += rowXml(last, row.values);
    if (text.length > PIECE) {
      part.push(strToU8(text));
      text = '';
    }
  }
  text += '</sheetData>';
  const merges = sheet.merges ?? [];
  if (merges.length > 0) {
    text += `<mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
  }
  part.push(strToU8(`${text}</worksheet>`), true);
}

function rowXml(number: number, values: readonly RawCell[]): string {
  let xml = `<row r="${number}">`;
  for (const [index, cell] of values.entries()) {
    if (cell !== null) xml += cellXml(`${columnLetter(index)}${number}`, cell);
  }
  return `${xml}</row>`;
}

function cellXml(place: string, cell: Exclude<RawCell, null>): string {
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c r="${place}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === 'string') {
    return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell)}</t></is></c>`;
  }
  if (cell instanceof Date)
    return `<c r="${place}" s="${DATE_STYLE}"><v>${cell.getTime() / 86_400_000 + 25569}</v></c>`;
  const formula = `<f>${escapeXml(cell.formula)}</f>`;
  if (cell.value === null) return `<c r="${place}">${formula}</c>`;
  const type = typeof cell.value === 'number' ? '' : ' t="str"';
  return `<c r="${place}"${type}>${formula}<v>${escapeXml(String(cell.value))}</v></c>`;
}

function escapeXml(text: string): string {
  return (
    text
      // oxlint-disable-next-line no-control-regex -- XML 1.0 has no place for these characters
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu, '')
      .replace(/&/gu, '&amp;')
      .replace(/</gu, '&lt;')
      .replace(/>/gu, '&gt;')
      .replace(/"/gu, '&quot;')
  );
}

function workbookXml(sheets: readonly RawSheet[]): string {
  const list = sheets.map((sheet, index) => {
    const state = sheet.hidden === true ? ' state="hidden"' : '';
    return `<sheet name="${escapeXml(sheet.name)}" sheetId="${index + 1}"${state} r:id="rId${index + 1}"/>`;
  });
  return `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${list.join('')}</sheets></workbook>`;
}

function relationships(targets: readonly (readonly [type: string, target: string])[]): string {
  const list = targets.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`,
  );
  return `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${list.join('')}</Relationships>`;
}

function contentTypes(sheetCount: number): string {
  const overrides = Array.from(
    { length: sheetCount },
    (_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${CONTENT}.worksheet+xml"/>`,
  );
  return `${DECLARATION}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${CONTENT}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${CONTENT}.styles+xml"/>${overrides.join('')}</Types>`;
}
