/** Rows of a Parquet file for the reader of papers. Numbers and class keys are made by DuckDB, texts only when asked for. */
import type { DuckDBDataChunk, DuckDBVector } from '@duckdb/node-api';
import { columnKey, findColumns, type NamedColumn } from './columns.ts';
import { openParquet } from './parquet.ts';
import {
  CROSS,
  EMPTY,
  KEY_COLUMNS,
  type KeyTexts,
  NO_COLUMN,
  type PaperRecords,
  type RecordBatch,
  UNREAD,
} from './records.ts';

/** Columns that hold small numbers in nearly all rows. */
const NUMERIC: readonly NamedColumn[] = ['variant', 'journal_mark', 'mark', 'total'];

export interface ParquetRecords extends PaperRecords {
  close(): Promise<void>;
}

/** Columns that are not of the format are not read. @throws Refusal archive-damaged. */
export async function openParquetRecords(path: string): Promise<ParquetRecords> {
  const file = await openParquet(path);
  const headers = file.columns.map(({ name }) => name);
  const { named, tasks } = findColumns(headers);
  const keyColumns = KEY_COLUMNS.map((name) => headers.findIndex((header) => columnKey(header) === name));
  const keys: KeyTexts[] = [];

  async function* batches(): AsyncGenerator<RecordBatch> {
    const present = keyColumns.filter((column) => column !== NO_COLUMN);
    const names = present.map((_, place) => `c${place}`);
    await file.run(
      present,
      (cells) =>
        `CREATE TEMP TABLE keys AS SELECT CAST(row_number() OVER () - 1 AS INTEGER) AS id, * FROM (SELECT DISTINCT ${names.join(', ')} FROM ${cells})`,
    );
    for await (const chunk of file.query([], `SELECT * FROM keys ORDER BY id`)) {
      for (let record = 0; record < chunk.rowCount; record += 1) {
        const texts = present.map((_, place) => String(chunk.getColumnVector(place + 1).getItem(record)));
        keys.push(
          Object.fromEntries(
            KEY_COLUMNS.map((name, index) => [name, texts[present.indexOf(keyColumns[index]!)] ?? '']),
          ) as KeyTexts,
        );
      }
    }
    const participant = named.get('participant');
    const numeric = [...NUMERIC.map((name) => named.get(name) ?? NO_COLUMN), ...tasks].filter(
      (column) => column !== NO_COLUMN,
    );
    const selected = [...present, ...(participant === undefined ? [] : [participant]), ...numeric];
    const cell = (column: number): string => `cells.c${selected.indexOf(column)}`;
    const places = new Map<number, number>(numeric.map((column, place) => [column, 3 + 2 * place]));
    const select = [
      'cells.row',
      'keys.id',
      participant === undefined ? `''` : cell(participant),
      ...numeric.flatMap((column) => [
        code(cell(column)),
        `CASE WHEN ${code(cell(column))} = ${UNREAD} THEN ${cell(column)} END`,
      ]),
    ];
    const same = names.map((name) => `cells.${name} = keys.${name}`).join(' AND ');
    const sql = `SELECT ${select.join(', ')} FROM cells JOIN keys ON ${same}`;
    for await (const chunk of file.query(selected, sql)) yield new ParquetBatch(chunk, participant, places);
  }

  return { headers, keyTexts: (key) => keys[key]!, batches, close: () => file.close() };
}

/** What `codeOf` answers, as SQL over a text. */
function code(text: string): string {
  const digit = `${text} BETWEEN '0' AND '9'`;
  const digits = `${text} BETWEEN '10' AND '99' AND ${text}[2] BETWEEN '0' AND '9'`;
  return `CAST(CASE length(${text}) WHEN 0 THEN ${EMPTY} WHEN 1 THEN CASE WHEN ${digit} THEN ascii(${text}) - 48 WHEN lower(${text}) = 'x' THEN ${CROSS} ELSE ${UNREAD} END WHEN 2 THEN CASE WHEN ${digits} THEN (ascii(${text}) - 48) * 10 + ascii(${text}[2]) - 48 ELSE ${UNREAD} END ELSE ${UNREAD} END AS TINYINT)`;
}

class ParquetBatch implements RecordBatch {
  readonly size: number;
  readonly #chunk: DuckDBDataChunk;
  readonly #vectors: (DuckDBVector | undefined)[] = [];
  readonly #participant: number | undefined;
  /** Place of the code of a column in the chunk; its text stands after it. */
  readonly #places: ReadonlyMap<number, number>;

  constructor(chunk: DuckDBDataChunk, participant: number | undefined, places: ReadonlyMap<number, number>) {
    this.size = chunk.rowCount;
    this.#chunk = chunk;
    this.#participant = participant;
    this.#places = places;
  }

  rowOf(record: number): number {
    // The names of the columns are row 1.
    return this.#numberAt(0, record) + 1;
  }

  keyOf(record: number): number {
    return this.#numberAt(1, record);
  }

  codeOf(record: number, column: number): number {
    const place = this.#places.get(column);
    return place === undefined ? EMPTY : this.#numberAt(place, record);
  }

  textOf(record: number, column: number): string {
    if (column === NO_COLUMN) return '';
    if (column === this.#participant) return String(this.#vector(2).getItem(record) ?? '');
    const code = this.codeOf(record, column);
    if (code >= 0) return String(code);
    if (code !== UNREAD) return code === CROSS ? 'X' : '';
    return String(this.#vector(this.#places.get(column)! + 1).getItem(record) ?? '');
  }

  surplusOf(): null {
    return null;
  }

  #numberAt(place: number, record: number): number {
    return this.#vector(place).getItem(record) as number;
  }

  #vector(place: number): DuckDBVector {
    return (this.#vectors[place] ??= this.#chunk.getColumnVector(place));
  }
}
