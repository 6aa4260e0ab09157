/** A Parquet file as a table like any other: its names of columns are row 1, every cell is a text. */
import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kindOf } from '#src/platform/files/kind.ts';
import { refuseTable } from '#src/platform/tables/errors.ts';
import { openTable } from '#src/platform/tables/open.ts';
import type { CellValue, TableRow, TableSource } from '#src/platform/tables/source.ts';
import { openParquet, type ParquetFile } from './parquet.ts';

/** A small file can unpack to any number of rows; papers of a region in one procedure are fewer than this. */
export const MOST_ROWS = 500_000;
const MOST_COLUMNS = 1000;

/** Opens any file that can hold a table. @throws Refusal of tableRefusals; what `use` throws. */
export async function withTable<T>(bytes: Uint8Array, use: (source: TableSource) => Promise<T>): Promise<T> {
  return kindOf(bytes) === 'parquet' ? withParquetTable(bytes, use) : use(await openTable(bytes));
}

/**
 * Opens the bytes as a table for as long as `use` runs. DuckDB reads files only, so the bytes stand in a folder of their
 * own, which nobody else may read and which is gone when `use` ends.
 *
 * @throws Refusal archive-damaged, table-too-long, table-too-wide; what `use` throws.
 */
async function withParquetTable<T>(bytes: Uint8Array, use: (source: TableSource) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(await realpath(tmpdir()), 'obektiv-'));
  try {
    const path = join(folder, 'papers.parquet');
    await writeFile(path, bytes, { mode: 0o600 });
    const file = await openParquet(path);
    try {
      if (file.rows > MOST_ROWS) throw refuseTable('table-too-long', { found: file.rows, allowed: MOST_ROWS });
      if (file.columns.length > MOST_COLUMNS) {
        throw refuseTable('table-too-wide', { row: 1, found: file.columns.length, allowed: MOST_COLUMNS });
      }
      return await use({
        format: 'text',
        dialect: null,
        sheets: [{ name: null, hidden: false, rows: () => rows(file), merges: () => Promise.resolve([]) }],
      });
    } finally {
      await file.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function* rows(file: ParquetFile): AsyncGenerator<TableRow> {
  yield { number: 1, values: file.columns.map(({ name }) => name), formulas: [] };
  const indices = file.columns.map((_, index) => index);
  for await (const chunk of file.query(indices, 'SELECT * FROM cells')) {
    for (let record = 0; record < chunk.rowCount; record += 1) {
      const number = Number(chunk.getColumnVector(0).getItem(record)) + 1;
      const values = indices.map(
        (index): CellValue => String(chunk.getColumnVector(index + 1).getItem(record) ?? '') || null,
      );
      if (values.some((value) => value !== null)) yield { number, values, formulas: [] };
    }
  }
}
