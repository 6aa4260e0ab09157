/** Finds the header of a CSV file of papers: its row, its delimiter, its names. */
import { refuseTable } from '#src/platform/tables/errors.ts';
import { NAMED_COLUMNS } from './column-names.ts';
import { columnKey, taskPosition, withoutEmptyEnd } from './columns.ts';
import { cellText, CellTable, type Decode, LINE_FEED, RETURN } from './csv-cells.ts';

/** Semicolon, tab, comma. */
const DELIMITERS = [59, 9, 44] as const;
/** A record longer than this is a quotation mark that never closes. */
export const LONGEST_RECORD = 1024 * 1024;
export const MOST_COLUMNS = 1000;

/** The header: the first row with anything but delimiters in it. */
export async function headerLine(pieces: AsyncIterable<Buffer>): Promise<{ line: Buffer; row: number }> {
  let bytes: Buffer = Buffer.alloc(0);
  let row = 1;
  for await (const piece of pieces) {
    bytes = Buffer.concat([bytes, row === 1 && bytes.length === 0 ? withoutMark(piece) : piece]);
    for (;;) {
      const end = bytes.findIndex((byte) => byte === LINE_FEED || byte === RETURN);
      if (end === -1) break;
      const line = bytes.subarray(0, end);
      if (hasText(line)) return { line, row };
      bytes = bytes.subarray(end + (bytes[end] === RETURN && bytes[end + 1] === LINE_FEED ? 2 : 1));
      row += 1;
    }
    if (bytes.length > LONGEST_RECORD) throw refuseTable('text-damaged', { row, found: '…' });
  }
  if (!hasText(bytes)) throw refuseTable('file-empty');
  return { line: bytes, row };
}

/** Without the mark that some programs put before UTF-8. */
function withoutMark(bytes: Buffer): Buffer {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

function hasText(line: Buffer): boolean {
  return /[^\s,;"]/u.test(line.toString('latin1'));
}

/** The header cut by the delimiter that gives most names of the format. */
export function readHeader(line: Buffer, decode: Decode): { delimiter: number; headers: string[] } {
  const names: ReadonlySet<string> = new Set(NAMED_COLUMNS);
  const readings = DELIMITERS.map((delimiter) => {
    const cells = new CellTable(MOST_COLUMNS + 1);
    cells.cut(line, delimiter, true);
    const headers = withoutEmptyEnd(
      Array.from({ length: MOST_COLUMNS + 1 }, (_, index) =>
        cellText(line, cells.places[2 * index]!, cells.places[2 * index + 1]!, decode),
      ),
    );
    const known = headers.filter((name) => names.has(columnKey(name)) || taskPosition(name) !== null).length;
    return { delimiter, headers, known };
  });
  return readings.toSorted((a, b) => b.known - a.known)[0]!;
}
