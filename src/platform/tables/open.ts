/** Opens whatever was uploaded as a table, or refuses it with what it really is. */
import { stat, readFile } from 'node:fs/promises';
import { kindOf } from '#src/platform/files/kind.ts';
import { refuseTable } from './errors.ts';
import { openHtmlTable } from './html-table.ts';
import type { TableSource } from './source.ts';
import { openTextTable } from './text-table.ts';
import { openWorkbook } from './workbook.ts';

const LARGEST_TABLE_BYTES = 64 * 1024 * 1024;

/**
 * @param input the bytes of the file, or its path.
 * @throws Refusal of tableRefusals (errors.ts).
 */
export async function openTable(input: Uint8Array | string): Promise<TableSource> {
  if (typeof input === 'string') {
    refuseLarge((await stat(input)).size);
    return openTable(await readFile(input));
  }
  refuseLarge(input.length);
  const kind = kindOf(input);
  switch (kind) {
    case 'zip':
      return openWorkbook(input);
    case 'text':
      return openTextTable(input);
    case 'empty':
      throw refuseTable('file-empty');
    case 'xls':
      throw refuseTable('legacy-xls');
    case 'encrypted-office':
      throw refuseTable('file-encrypted');
    case 'html':
      return openHtmlTable(input);
    case 'xml-spreadsheet':
      throw refuseTable('xml-spreadsheet');
    case 'parquet':
      throw refuseTable('parquet-not-here');
    default:
      throw refuseTable('not-a-table', { found: kind.toUpperCase() });
  }
}

function refuseLarge(size: number): void {
  if (size <= LARGEST_TABLE_BYTES) return;
  throw refuseTable('file-too-large', { found: megabytes(size), allowed: megabytes(LARGEST_TABLE_BYTES) });
}

function megabytes(size: number): number {
  return Math.ceil(size / 1024 / 1024);
}
