/**
 * A Parquet file through DuckDB, which may open this one file and nothing else. Cells come as texts whatever their types:
 * a table of whole numbers with gaps is stored by common tools as fractions, and 2.0 and NaN are then «2» and empty.
 */
import { mkdtemp, realpath, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { DuckDBConnection, DuckDBDataChunk, DuckDBInstance } from '@duckdb/node-api';
import { Refusal } from '#src/platform/errors.ts';
import { refuseTable } from '#src/platform/tables/errors.ts';

export interface ParquetColumn {
  readonly name: string;
  /** As DuckDB names it: VARCHAR, DOUBLE, INTEGER … */
  readonly type: string;
}

export interface ParquetFile {
  readonly columns: readonly ParquetColumn[];
  readonly rows: number;
  /** Chunks of a query over `cells`, the file's rows in their order: `row` from 1, and the given texts as `c0`, `c1` … */
  query(indices: readonly number[], select: string): AsyncGenerator<DuckDBDataChunk>;
  close(): Promise<void>;
}

/** @throws Refusal archive-damaged when this is no Parquet that can be read. */
export async function openParquet(given: string): Promise<ParquetFile> {
  // Loaded when the first Parquet comes: the library is large, and most runs never need it.
  const { DuckDBInstance: Instance } = await import('@duckdb/node-api');
  const { path, release } = await literalPath(resolve(given));
  const instance: DuckDBInstance = await Instance.create(':memory:', { threads: '1', memory_limit: '1GB' });
  const connection = await instance.connect();
  const close = async (): Promise<void> => {
    connection.closeSync();
    instance.closeSync();
    await release();
  };
  try {
    await confine(connection, path);
    const columns = await readable(() => describe(connection, path));
    const rows = await readable(() => countRows(connection, path));
    const cells = (indices: readonly number[]): string =>
      `SELECT CAST(file_row_number + 1 AS INTEGER) AS row${indices.map((index, place) => `, ${textOf(columns[index]!)} AS c${place}`).join('')} FROM ${source(path)}`;
    return {
      columns,
      rows,
      query: (indices, select) => chunks(connection, `WITH cells AS (${cells(indices)}) ${select}`),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Nothing but this file can be opened, and no later statement can change that. */
async function confine(connection: DuckDBConnection, path: string): Promise<void> {
  await connection.run(`SET allowed_paths = [${literal(path)}]`);
  await connection.run('SET enable_external_access = false');
  await connection.run('SET lock_configuration = true');
}

async function describe(connection: DuckDBConnection, path: string): Promise<ParquetColumn[]> {
  const file = `read_parquet(${literal(path)}, binary_as_string = true)`;
  const reader = await connection.runAndReadAll(
    `SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM ${file})`,
  );
  return reader.getRows().map(([name, type]) => ({ name: String(name), type: String(type) }));
}

async function countRows(connection: DuckDBConnection, path: string): Promise<number> {
  const reader = await connection.runAndReadAll(`SELECT count(*) FROM read_parquet(${literal(path)})`);
  return Number(reader.getRows()[0]?.[0] ?? 0);
}

function source(path: string): string {
  return `read_parquet(${literal(path)}, file_row_number = true, binary_as_string = true)`;
}

/** A cell as a trimmed text, '' for an empty one. */
function textOf({ name, type }: ParquetColumn): string {
  const cell = `"${name.replaceAll('"', '""')}"`;
  if (type === 'DOUBLE' || type === 'FLOAT') {
    const whole = `${cell} = floor(${cell}) AND abs(${cell}) < 1e15`;
    return `CASE WHEN ${cell} IS NULL OR isnan(${cell}) THEN '' WHEN ${whole} THEN CAST(CAST(${cell} AS BIGINT) AS VARCHAR) ELSE CAST(${cell} AS VARCHAR) END`;
  }
  return `coalesce(trim(CAST(${cell} AS VARCHAR), ' ' || chr(9) || chr(10) || chr(13) || chr(160)), '')`;
}

async function* chunks(connection: DuckDBConnection, sql: string): AsyncGenerator<DuckDBDataChunk> {
  const result = await readable(() => connection.stream(sql));
  let coming = fetched(result);
  for (;;) {
    const chunk = await readable(() => coming);
    if (chunk === null || chunk.rowCount === 0) return;
    // The next chunk is read while this one is used.
    coming = fetched(result);
    yield chunk;
  }
}

function fetched(result: { fetchChunk(): Promise<DuckDBDataChunk | null> }): Promise<DuckDBDataChunk | null> {
  const chunk = result.fetchChunk();
  // A failure is met where the chunk is waited for, and nowhere else.
  chunk.catch(() => undefined);
  return chunk;
}

/** Our statements are fixed, so what DuckDB objects to is the file. */
async function readable<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Refusal || !(error instanceof Error)) throw error;
    throw refuseTable('archive-damaged', { found: 'Parquet' });
  }
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** DuckDB takes * ? [ in a path for a pattern, as in «papers[1].parquet»; such a file is opened by another name. */
async function literalPath(path: string): Promise<{ path: string; release: () => Promise<void> }> {
  if (!/[*?[\]{}]/u.test(path)) return { path, release: async () => {} };
  const folder = await mkdtemp(join(await realpath(tmpdir()), 'obektiv-'));
  const link = join(folder, 'papers.parquet');
  await symlink(path, link);
  return { path: link, release: () => rm(folder, { recursive: true, force: true }) };
}
