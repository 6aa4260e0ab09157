/** Rows of a Parquet file for the reader of papers. Numbers and class keys are made by DuckDB, texts only when asked for. */
import type { DuckDBDataChunk, DuckDBVector } from '@duckdb/node-api';
import type { NamedColumn } from './column-names.ts';
import { columnKey, findColumns } from './columns.ts';
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
    const participant = named.get('participant');
    const numeric = [...NUMERIC.map((name) => named.get(name) ?? NO_COLUMN), ...tasks].filter(
      (column) => column !== NO_COLUMN,
    );
    const selected = [...present, ...(participant === undefined ? [] : [participant]), ...numeric];
    const cell = (column: number): string => `c${selected.indexOf(column)}`;
    const firstNumeric = FIRST_KEY + present.length;
    const places = new Map<number, number>(numeric.map((column, place) => [column, firstNumeric + 2 * place]));
    const select = [
      'row',
      'CAST(key >> 32 AS UINTEGER)',
      'CAST(key & 4294967295 AS UINTEGER)',
      participant === undefined ? `''` : cell(participant),
      ...present.map(cell),
      ...numeric.flatMap((column) => [
        code(cell(column)),
        `CASE WHEN ${code(cell(column))} = ${UNREAD} THEN ${cell(column)} END`,
      ]),
    ];
    const sql = `SELECT ${select.join(', ')} FROM (SELECT *, hash(${present.map(cell).join(', ')}) AS key FROM cells)`;
    const table = new KeyNumbers((chunk, record) => {
      const texts = present.map((_, place) => String(chunk.getColumnVector(FIRST_KEY + place).getItem(record)));
      keys.push(
        Object.fromEntries(
          KEY_COLUMNS.map((name, index) => [name, texts[present.indexOf(keyColumns[index]!)] ?? '']),
        ) as KeyTexts,
      );
    });
    for await (const chunk of file.query(selected, sql)) yield new ParquetBatch(chunk, participant, places, table);
  }

  return { headers, keyTexts: (key) => keys[key]!, batches, close: () => file.close() };
}

/** Places in a chunk: row, upper and lower half of the hash of the key texts, code of the participant, the key texts. */
const HIGH = 1;
const LOW = 2;
const PARTICIPANT = 3;
const FIRST_KEY = 4;

/** Numbers the combinations of key texts as they appear, told apart by a hash of 64 bits. */
class KeyNumbers {
  readonly #byHash = new Map<number, Map<number, number>>();
  readonly #made: (chunk: DuckDBDataChunk, record: number) => void;
  #count = 0;

  /** @param made is told of every new combination, in the order of the numbers. */
  constructor(made: (chunk: DuckDBDataChunk, record: number) => void) {
    this.#made = made;
  }

  numberOf(high: number, low: number, chunk: DuckDBDataChunk, record: number): number {
    let byLow = this.#byHash.get(high);
    if (byLow === undefined) {
      byLow = new Map();
      this.#byHash.set(high, byLow);
    }
    const known = byLow.get(low);
    if (known !== undefined) return known;
    const number = this.#count++;
    byLow.set(low, number);
    this.#made(chunk, record);
    return number;
  }
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

  readonly #keys: KeyNumbers;
  #high = -1;
  #low = -1;
  #key = -1;

  constructor(
    chunk: DuckDBDataChunk,
    participant: number | undefined,
    places: ReadonlyMap<number, number>,
    keys: KeyNumbers,
  ) {
    this.size = chunk.rowCount;
    this.#keys = keys;
    this.#chunk = chunk;
    this.#participant = participant;
    this.#places = places;
  }

  rowOf(record: number): number {
    // The names of the columns are row 1.
    return this.#numberAt(0, record) + 1;
  }

  keyOf(record: number): number {
    const high = this.#numberAt(HIGH, record);
    const low = this.#numberAt(LOW, record);
    // Pupils of one class stand together.
    if (high !== this.#high || low !== this.#low) {
      this.#key = this.#keys.numberOf(high, low, this.#chunk, record);
      this.#high = high;
      this.#low = low;
    }
    return this.#key;
  }

  codeOf(record: number, column: number): number {
    const place = this.#places.get(column);
    return place === undefined ? EMPTY : this.#numberAt(place, record);
  }

  textOf(record: number, column: number): string {
    if (column === NO_COLUMN) return '';
    if (column === this.#participant) return String(this.#vector(PARTICIPANT).getItem(record) ?? '');
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
