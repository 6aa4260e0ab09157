/**
 * An official document as a workbook: one sheet per table with what stands above and below it, ready to be printed (A4, fit to the
 * width, header repeated) and to be worked with (header frozen, figures as figures). Words stay words and never become formulas.
 */
import ExcelJS from 'exceljs';
import { MARGINS, PAGE_NUMBER_FROM_EDGE, FONT } from '../layout.ts';
import type { Block, DocumentPart, OfficeDocument, Table } from '../model.ts';
import { settled } from '../settled.ts';
import { printable } from '../words.ts';
import { SheetRows } from './sheet-rows.ts';

const MM_PER_INCH = 25.4;

/**
 * The same document is the same bytes.
 *
 * @throws RangeError when the rows of a table do not fill its columns or a number is not finite.
 */
export async function toXlsx(document: OfficeDocument): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.title = printable(document.title);
  workbook.creator = printable(document.author ?? '');
  workbook.lastModifiedBy = workbook.creator;
  const names = new Set<string>();
  for (const part of document.parts) {
    for (const blocks of bySheets(part.blocks)) {
      const table = blocks.find((block): block is Table => block.kind === 'table');
      writeSheet(workbook, freeName(table?.name ?? document.title, names), part, blocks, table ?? null);
    }
  }
  const bytes = await workbook.xlsx.writeBuffer();
  return settled(new Uint8Array(bytes), document.day);
}

/** Columns belong to one table: the next table begins the next sheet, with the words that lead to it. */
function bySheets(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const sheets: Block[][] = [[]];
  let seen = false;
  for (const block of blocks) {
    if (block.kind === 'table' && seen) {
      const above = sheets.at(-1)!;
      const from = above.findLastIndex(({ kind }) => kind === 'table') + 1;
      const leading = above.slice(from).findLastIndex(({ kind }) => kind === 'heading');
      sheets.push(leading === -1 ? [] : above.splice(from + leading));
    }
    seen ||= block.kind === 'table';
    sheets.at(-1)!.push(block);
  }
  return sheets;
}

function writeSheet(
  workbook: ExcelJS.Workbook,
  name: string,
  part: DocumentPart,
  blocks: readonly Block[],
  table: Table | null,
): void {
  const sheet = workbook.addWorksheet(name, {
    pageSetup: {
      paperSize: 9,
      orientation: part.orientation,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: {
        left: part.leftMargin / MM_PER_INCH,
        right: MARGINS.right / MM_PER_INCH,
        top: MARGINS.top / MM_PER_INCH,
        bottom: MARGINS.bottom / MM_PER_INCH,
        header: PAGE_NUMBER_FROM_EDGE / MM_PER_INCH,
        footer: PAGE_NUMBER_FROM_EDGE / MM_PER_INCH,
      },
    },
    headerFooter: { differentFirst: true, oddHeader: `&C&"${FONT},Regular"&12&P` },
  });
  const rows = new SheetRows(sheet, part, table);
  for (const block of blocks) rows.add(block);
  const { headerRows } = rows;
  if (headerRows === null) return;
  sheet.pageSetup.printTitlesRow = `${headerRows.first}:${headerRows.last}`;
  sheet.views = [{ state: 'frozen', ySplit: headerRows.last, xSplit: 0, activeCell: `A${headerRows.last + 1}` }];
}

/** Excel allows 31 characters, none of []:*?/\ and no apostrophe at the ends; two sheets may not share a name. */
function freeName(wanted: string, taken: Set<string>): string {
  const base =
    printable(wanted)
      .replace(/[[\]:*?/\\\n]/gu, ' ')
      .replace(/\s+/gu, ' ')
      .trim()
      .slice(0, 28)
      .replace(/^'+|'+$/gu, '')
      .trim() || '1';
  let name = base;
  for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${base} ${number}`;
  taken.add(name.toLowerCase());
  return name;
}
