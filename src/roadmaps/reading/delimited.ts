/** Text tables of semicolons or commas: cells in quotation marks may hold delimiters and line ends. */
import { parse } from 'csv-parse/sync';
import { MOST_ROWS } from './blocks.ts';

export interface Record {
  readonly cells: readonly string[];
  /** Line of the text that it begins in, from 1. */
  readonly line: number;
}

/** Null where the quotation marks do not fit: the text is then read line by line. */
export function recordsOf(text: string, delimiter: ';' | ','): readonly Record[] | null {
  try {
    const parsed = parse(text, {
      delimiter,
      relaxColumnCount: true,
      relaxQuotes: true,
      skipEmptyLines: false,
      to: MOST_ROWS,
      info: true,
    }) as unknown as readonly { readonly record: readonly string[]; readonly info: { readonly lines: number } }[];
    // The parser says where a record ends.
    return parsed.map(({ record, info }) => ({
      cells: record,
      line: info.lines - record.reduce((count, each) => count + (each.match(/\n/gu)?.length ?? 0), 0),
    }));
  } catch {
    return null;
  }
}
