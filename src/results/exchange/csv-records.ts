/**
 * Rows of a CSV file straight from its bytes: cells are offsets, a score is read from one or two bytes, and a text is made
 * only when somebody asks for it. DuckDB's CSV reader was measured beside it: a million papers take it longer to hand over
 * than they take here to read and check, it counts no empty line, so rows lose their numbers, and it knows no windows-1251.
 */
import { refuseTable } from '#src/platform/tables/errors.ts';
import { openByteSource } from './byte-source.ts';
import { CellTable, cellText, type Decode, decoderOf } from './csv-cells.ts';
import { headerLine, LONGEST_RECORD, MOST_COLUMNS, readHeader } from './csv-header.ts';
import { columnKey } from './columns.ts';
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

const NINE = 57;
const ZERO = 48;

/** @throws Refusal text-damaged, table-too-wide, file-empty of the platform's tables. */
export async function openCsvRecords(path: string): Promise<PaperRecords> {
  const source = await openByteSource(path);
  const decode = decoderOf(source.encoding);
  const head = await headerLine(source.pieces());
  const { delimiter, headers } = readHeader(head.line, decode);
  if (headers.length > MOST_COLUMNS) {
    throw refuseTable('table-too-wide', { row: head.row, found: headers.length, allowed: MOST_COLUMNS });
  }
  const keys = new KeyTable(headers);
  return {
    headers,
    keyTexts: (key) => keys.textsOf(key),
    batches: () => batches(source.pieces(), delimiter, headers.length, head.row, keys, decode),
  };
}

/** Numbers of the combinations of key texts. */
class KeyTable {
  /** Places of the key columns, NO_COLUMN for one that is missing. */
  readonly columns: readonly number[];
  readonly #numbers = new Map<string, number>();
  readonly #texts: KeyTexts[] = [];

  constructor(headers: readonly string[]) {
    const places = headers.map(columnKey);
    this.columns = KEY_COLUMNS.map((name) => places.indexOf(name));
  }

  numberOf(texts: readonly string[]): number {
    const joined = texts.join('\u0000');
    const known = this.#numbers.get(joined);
    if (known !== undefined) return known;
    const number = this.#texts.length;
    this.#numbers.set(joined, number);
    this.#texts.push(Object.fromEntries(KEY_COLUMNS.map((name, index) => [name, texts[index]!])) as KeyTexts);
    return number;
  }

  textsOf(number: number): KeyTexts {
    return this.#texts[number]!;
  }
}

async function* batches(
  pieces: AsyncIterable<Buffer>,
  delimiter: number,
  width: number,
  headerRow: number,
  keys: KeyTable,
  decode: Decode,
): AsyncGenerator<RecordBatch> {
  let rest: Buffer = Buffer.alloc(0);
  let first = 1;
  const cells = new CellTable(width);
  for await (const piece of pieces) {
    const bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    const used = cells.cut(bytes, delimiter, false);
    if (bytes.length - used > LONGEST_RECORD) {
      throw refuseTable('text-damaged', { row: first + cells.size, found: '"' });
    }
    yield new CsvBatch(bytes, cells, first, headerRow, keys, decode);
    first += cells.size;
    rest = bytes.subarray(used);
  }
  if (rest.length === 0) return;
  const used = cells.cut(rest, delimiter, true);
  if (used < rest.length) throw refuseTable('text-damaged', { row: first + cells.size, found: '"' });
  yield new CsvBatch(rest, cells, first, headerRow, keys, decode);
}

class CsvBatch implements RecordBatch {
  readonly size: number;
  readonly #bytes: Buffer;
  readonly #places: Int32Array;
  readonly #stride: number;
  readonly #first: number;
  readonly #skipped: number;
  readonly #keys: KeyTable;
  readonly #decode: Decode;
  #lastKey = -1;
  #lastRecord = -1;

  constructor(bytes: Buffer, cells: CellTable, first: number, headerRow: number, keys: KeyTable, decode: Decode) {
    this.#bytes = bytes;
    this.#places = cells.places;
    this.#stride = cells.stride;
    // Records up to the header are no papers.
    this.#skipped = Math.min(Math.max(headerRow - first + 1, 0), cells.size);
    this.#first = first + this.#skipped;
    this.size = cells.size - this.#skipped;
    this.#keys = keys;
    this.#decode = decode;
  }

  rowOf(record: number): number {
    return this.#first + record;
  }

  keyOf(record: number): number {
    if (this.#lastRecord === -1 || !this.#sameKey(record, this.#lastRecord)) {
      this.#lastKey = this.#keys.numberOf(this.#keys.columns.map((column) => this.textOf(record, column)));
    }
    this.#lastRecord = record;
    return this.#lastKey;
  }

  codeOf(record: number, column: number): number {
    if (column === NO_COLUMN) return EMPTY;
    const bytes = this.#bytes;
    const place = (record + this.#skipped) * this.#stride + 2 * column;
    const begin = this.#places[place]!;
    const end = this.#places[place + 1]!;
    if (begin === end) return EMPTY;
    const byte = bytes[begin]!;
    if (end - begin === 1) {
      if (byte >= ZERO && byte <= NINE) return byte - ZERO;
      return byte === 88 || byte === 120 ? CROSS : UNREAD;
    }
    if (end - begin > 2 || byte < ZERO || byte > NINE) return UNREAD;
    const second = bytes[begin + 1]!;
    return second >= ZERO && second <= NINE ? (byte - ZERO) * 10 + second - ZERO : UNREAD;
  }

  textOf(record: number, column: number): string {
    if (column === NO_COLUMN) return '';
    const place = (record + this.#skipped) * this.#stride + 2 * column;
    return cellText(this.#bytes, this.#places[place]!, this.#places[place + 1]!, this.#decode);
  }

  surplusOf(record: number): string | null {
    return this.textOf(record, this.#stride / 2 - 1) || null;
  }

  /** Whether the key cells of two records are the same bytes, as they are for pupils of one class. */
  #sameKey(record: number, other: number): boolean {
    for (const column of this.#keys.columns) {
      if (column === NO_COLUMN) continue;
      const place = (record + this.#skipped) * this.#stride + 2 * column;
      const otherPlace = (other + this.#skipped) * this.#stride + 2 * column;
      const begin = this.#places[place]!;
      const otherBegin = this.#places[otherPlace]!;
      const length = this.#places[place + 1]! - begin;
      if (length !== this.#places[otherPlace + 1]! - otherBegin) return false;
      for (let at = 0; at < length; at += 1) {
        if (this.#bytes[begin + at] !== this.#bytes[otherBegin + at]) return false;
      }
    }
    return true;
  }
}
