/** What the writers of fixtures share: sheets from rows, texts in windows-1251, a folder per case. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RawCell, RawRow, RawSheet } from '#src/platform/tables/raw-workbook.ts';

const here = import.meta.dirname;

export async function putFixture(reader: string, name: string, extension: string, bytes: Uint8Array): Promise<void> {
  const folder = join(here, reader, 'fixtures', name);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `input.${extension}`), bytes);
}

export function sheet(name: string, rows: readonly (readonly RawCell[])[], more: Partial<RawSheet> = {}): RawSheet {
  return { name, rows: rows.map((values): RawRow => ({ values })), ...more };
}

/** Windows-1251 bytes of a text; Node decodes that encoding but does not encode it. */
export function windows1251(text: string): Uint8Array {
  const decoder = new TextDecoder('windows-1251');
  const codes = new Map(Array.from({ length: 256 }, (_, code) => [decoder.decode(Uint8Array.of(code)), code]));
  return Uint8Array.from(text, (letter) => {
    const code = codes.get(letter);
    if (code === undefined) throw new RangeError(`${letter} is not in windows-1251`);
    return code;
  });
}

export function csv(rows: readonly (readonly (string | number)[])[], delimiter: string): string {
  return `${rows.map((row) => row.join(delimiter)).join('\r\n')}\r\n`;
}
