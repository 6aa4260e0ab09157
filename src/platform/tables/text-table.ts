/** Reads a text table (CSV, TSV): encoding and delimiter are found from the content, rows come as in a spreadsheet. */
import { CsvError, parse } from 'csv-parse';
import { refuseTable } from './errors.ts';
import type { CellValue, TableRow, TableSource, TextDialect } from './source.ts';

const DELIMITERS = [';', '\t', ','] as const;
const PIECE = 256 * 1024;
const LONGEST_RECORD = 1024 * 1024;

/** Opens a text table as a source of one unnamed sheet. All values are strings; empty cells are null. */
export function openTextTable(bytes: Uint8Array, given?: Partial<TextDialect>): TableSource {
  const encoding = given?.encoding ?? detectEncoding(bytes);
  const delimiter = given?.delimiter ?? detectDelimiter(decodeHead(bytes, encoding));
  return {
    format: 'text',
    dialect: { encoding, delimiter },
    sheets: [
      { name: null, hidden: false, rows: () => rows(bytes, encoding, delimiter), merges: () => Promise.resolve([]) },
    ],
  };
}

/**
 * UTF-8 is recognised by its own strict syntax: a text of windows-1251 with Cyrillic letters practically never passes it,
 * so what does not pass is windows-1251, the only other encoding that Russian offices still write.
 */
export function detectEncoding(bytes: Uint8Array): TextDialect['encoding'] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    for (let start = 0; start < bytes.length; start += PIECE) {
      decoder.decode(bytes.subarray(start, start + PIECE), { stream: true });
    }
    decoder.decode();
    return 'utf-8';
  } catch {
    return 'windows-1251';
  }
}

/**
 * The delimiter that gives the most columns in most of the first lines. A comma may stand inside texts and decimals, so
 * the semicolon and the tab win a tie.
 */
function detectDelimiter(head: string): TextDialect['delimiter'] {
  const lines = unquoted(head)
    .split(/\r\n|\n|\r/u)
    .filter((line) => line.trim() !== '');
  let best: TextDialect['delimiter'] = ',';
  let bestScore = 0;
  for (const delimiter of DELIMITERS) {
    const counts = lines.map((line) => line.split(delimiter).length - 1);
    const typical = counts.toSorted((a, b) => a - b)[Math.floor(counts.length / 2)] ?? 0;
    const agreeing = counts.filter((count) => count === typical).length / Math.max(counts.length, 1);
    const score = typical * agreeing;
    if (score > bestScore) [best, bestScore] = [delimiter, score];
  }
  return best;
}

/** Without quoted parts, where delimiters and line ends are text. */
function unquoted(head: string): string {
  return head.replace(/"(?:[^"]|"")*"/gu, '""');
}

function decodeHead(bytes: Uint8Array, encoding: TextDialect['encoding']): string {
  const head = new TextDecoder(encoding).decode(bytes.subarray(0, 64 * 1024));
  const lastLine = head.lastIndexOf('\n');
  return bytes.length > 64 * 1024 && lastLine > 0 ? head.slice(0, lastLine) : head;
}

async function* rows(
  bytes: Uint8Array,
  encoding: TextDialect['encoding'],
  delimiter: TextDialect['delimiter'],
): AsyncGenerator<TableRow> {
  const parser = parse({
    delimiter,
    relaxColumnCount: true,
    relaxQuotes: true,
    skipEmptyLines: false,
    maxRecordSize: LONGEST_RECORD,
  });
  feed(parser, bytes, encoding);
  let number = 0;
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      number += 1;
      const values = record.map((text): CellValue => (text === '' ? null : text));
      if (values.some((value) => value !== null)) yield { number, values, formulas: [] };
    }
  } catch (error) {
    if (error instanceof CsvError) throw refuseTable('text-damaged', { row: lineOf(error), found: error.code });
    throw error;
  } finally {
    parser.destroy();
  }
}

/** Writes decoded pieces as fast as the parser takes them; stops when the reader has stopped. */
function feed(parser: ReturnType<typeof parse>, bytes: Uint8Array, encoding: TextDialect['encoding']): void {
  const decoder = new TextDecoder(encoding);
  let start = 0;
  const write = (): void => {
    while (!parser.destroyed && start < bytes.length) {
      const end = Math.min(start + PIECE, bytes.length);
      const text = decoder.decode(bytes.subarray(start, end), { stream: true });
      start = end;
      if (!parser.write(text)) {
        parser.once('drain', write);
        return;
      }
    }
    if (!parser.destroyed) parser.end(decoder.decode());
  };
  write();
}

/** The parser reports a line; up to the damage it is the row, unless quoted texts with line ends stand before it. */
function lineOf(error: CsvError): number {
  return typeof error.lines === 'number' ? error.lines : 1;
}
