import { execFile } from 'node:child_process';
import { writeFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { Refusal } from '#src/platform/errors.ts';
import { openArchive } from './archive.ts';
import { openTable } from './open.ts';
import { type RawCell, type RawRow, writeRawWorkbook } from './raw-workbook.ts';
import type { TableRow } from './source.ts';
import { writeTableXlsx } from './write.ts';

async function book(...rows: readonly (readonly RawCell[])[]): Promise<Buffer> {
  return writeRawWorkbook([{ name: 'Протокол', rows: rows.map((values) => ({ values })) }]);
}

/** The workbook with parts added, replaced by a function of their text, or taken away (null). */
function withParts(bytes: Uint8Array, parts: Record<string, string | Uint8Array | null | ((text: string) => string)>) {
  const inside: Zippable = unzipSync(bytes);
  for (const [name, content] of Object.entries(parts)) {
    if (content === null) delete inside[name];
    else if (typeof content === 'function') {
      inside[name] = strToU8(content(new TextDecoder().decode(inside[name] as Uint8Array)));
    } else inside[name] = typeof content === 'string' ? strToU8(content) : content;
  }
  return zipSync(inside);
}

async function collect(rows: AsyncIterable<TableRow>): Promise<TableRow[]> {
  const all: TableRow[] = [];
  for await (const row of rows) all.push(row);
  return all;
}

function archiveOf(...sizes: readonly number[]): Uint8Array {
  return zipSync(Object.fromEntries(sizes.map((size, index) => [`p${index}.bin`, new Uint8Array(size)])));
}

/** Adds the XML of a cell to the end of the first row. */
function withCell(bytes: Uint8Array, cell: string): Uint8Array {
  return withParts(bytes, { 'xl/worksheets/sheet1.xml': (xml) => xml.replace('</row>', `${cell}</row>`) });
}

async function codeOf(bytes: Uint8Array): Promise<string> {
  try {
    const source = await openTable(bytes);
    for (const sheet of source.sheets) for await (const _ of sheet.rows());
    return 'read';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

async function rowsOf(bytes: Uint8Array, sheet = 0): Promise<TableRow[]> {
  return collect((await openTable(bytes)).sheets[sheet].rows());
}

test('values come raw, with their rows and with the cells that hold formulas', async () => {
  const bytes = await writeRawWorkbook([
    {
      name: 'Протокол',
      rows: [
        { values: ['Код', null, ' X ', 7] },
        { number: 5, values: [40001, true, new Date('2026-04-21T00:00:00Z'), { formula: 'SUM(A5:A5)', value: 40001 }] },
      ],
      merges: ['A1:B1'],
    },
    { name: 'Служебный', hidden: true, rows: [{ values: ['отсутствовал'] }] },
  ]);
  const source = await openTable(bytes);
  expect(source.sheets.map(({ name, hidden }) => ({ name, hidden }))).toEqual([
    { name: 'Протокол', hidden: false },
    { name: 'Служебный', hidden: true },
  ]);
  expect(await collect(source.sheets[0].rows())).toEqual([
    { number: 1, values: ['Код', null, ' X ', 7], formulas: [] },
    { number: 5, values: [40001, true, new Date('2026-04-21T00:00:00Z'), 40001], formulas: [3] },
  ]);
  expect(await source.sheets[0].merges()).toEqual([{ top: 1, bottom: 1, left: 0, right: 1 }]);
});

test('a workbook of another writer, with shared strings and styled dates, is read the same way', async () => {
  const bytes = await writeTableXlsx({
    title: 'Т',
    columns: [{ header: 'Класс' }, { header: 'Дата', type: 'date' }],
    rows: [['5А', '2026-04-21']],
    parameters: [],
  });
  expect((await rowsOf(bytes)).map((row) => row.values)).toEqual([
    ['Класс', 'Дата'],
    ['5А', new Date('2026-04-21T00:00:00Z')],
  ]);
});

test('prefixed names, cells without references and rich text are read', async () => {
  const sheet =
    '<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:r><x:t>5</x:t></x:r><x:r><x:t>А</x:t></x:r></x:is></x:c><x:c><x:v>3</x:v></x:c></x:row></x:sheetData></x:worksheet>';
  const bytes = withParts(await book([1]), { 'xl/worksheets/sheet1.xml': sheet });
  expect(await rowsOf(bytes)).toEqual([{ number: 1, values: ['5А', 3], formulas: [] }]);
});

const XXE = '<?xml version="1.0"?>\n<!-- x --><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>';

test.each([
  [
    'a declaration of entities in a sheet',
    { 'xl/worksheets/sheet1.xml': (xml: string) => xml.replace(/^<\?.*\?>/u, XXE) },
  ],
  ['a declaration of entities in a part nobody reads', { 'docProps/app.xml': `${XXE}<a/>` }],
])('%s is refused', async (_, parts) => {
  expect(await codeOf(withParts(await book([1]), parts))).toBe('xml-doctype');
});

test.each([
  ['an undeclared entity', '<worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>'],
  ['a part that breaks off', '<worksheet><sheetData><row>'],
  ['an encoding that could hide a declaration', '<?xml version="1.0" encoding="UTF-7"?><worksheet/>'],
  ['a part without an element', '<?xml version="1.0"?>'],
])('%s is damage', async (_, xml) => {
  expect(await codeOf(withParts(await book([1]), { 'xl/worksheets/sheet1.xml': xml }))).toBe('xml-damaged');
});

test.each([
  ['macros', { 'xl/vbaProject.bin': 'x' }, 'macros-inside'],
  ['links to other files', { 'xl/externalLinks/externalLink1.xml': '<externalLink/>' }, 'external-links-inside'],
  ['a binary workbook', { 'xl/workbook.bin': 'x' }, 'binary-workbook'],
  ['an OpenDocument table', { mimetype: 'm', 'content.xml': '<a/>' }, 'open-document'],
  ['a Word document', { 'word/document.xml': '<a/>' }, 'not-a-table'],
  ['an archive of something else', { '_rels/.rels': null }, 'not-a-table'],
])('%s is refused by name', async (_, parts, code) => {
  expect(await codeOf(withParts(await book([1]), parts))).toBe(code);
});

test('a part that inflates out of proportion is refused before it is read', async () => {
  const bomb = withParts(await book([1]), { 'xl/worksheets/sheet2.xml': new Uint8Array(64 * 1024 * 1024) });
  expect(bomb.length).toBeLessThan(100_000);
  expect(await codeOf(bomb)).toBe('archive-bomb');
});

test('a part that inflates to more than it declares is stopped while it inflates', async () => {
  const honest = withParts(await book([1]), { 'docProps/thumbnail.jpeg': new Uint8Array(32 * 1024 * 1024) });
  const lying = Buffer.from(honest);
  const declared = Buffer.alloc(4);
  declared.writeUInt32LE(32 * 1024 * 1024);
  const small = Buffer.alloc(4);
  small.writeUInt32LE(1024);
  for (let at = lying.indexOf(declared); at !== -1; at = lying.indexOf(declared, at + 4)) small.copy(lying, at);
  expect(await codeOf(lying)).toBe('archive-damaged');
});

test('sizes are limited for one part, for all parts and in number', async () => {
  const limits = { parts: 100, partBytes: 1e6, totalBytes: 1.5e6, ratio: 1e6, ratioFrom: 1 };
  await expect(openArchive(archiveOf(9e5), limits)).resolves.toBeDefined();
  await expect(openArchive(archiveOf(11e5), limits)).rejects.toMatchObject({ code: 'archive-part-too-large' });
  await expect(openArchive(archiveOf(9e5, 9e5), limits)).rejects.toMatchObject({ code: 'archive-too-large' });
  await expect(openArchive(archiveOf(...Array<number>(101).fill(1)), limits)).rejects.toMatchObject({
    code: 'archive-too-many-parts',
  });
});

test('a refusal of a size names it in the units of the language', async () => {
  const limits = { parts: 100, partBytes: 4e6, totalBytes: 6e6, ratio: 1e6, ratioFrom: 1 };
  const refusal = await openArchive(archiveOf(5e6), limits).then(
    () => null,
    (error: unknown) => error as Refusal,
  );
  expect(refusal!.inLanguage('ru')).toMatch(/разворачивается в 5 МБ, а открываются части до 4 МБ/u);
  expect(refusal!.inLanguage('en')).toMatch(/unpacks to 5 MB; parts up to 4 MB are opened/u);
});

test('parts that share the same bytes are refused', async () => {
  const bytes = Buffer.from(
    zipSync({ 'a.bin': [new Uint8Array(100), { level: 0 }], 'b.bin': [new Uint8Array(9), { level: 0 }] }),
  );
  const directory = bytes.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]), bytes.lastIndexOf('b.bin') - 60);
  bytes.writeUInt32LE(10, directory + 42);
  expect(await codeOf(bytes)).toBe('archive-damaged');
});

test('a file cut short and a flipped bit are damage', async () => {
  const bytes = await book(['Код участника', 40001]);
  expect(await codeOf(bytes.subarray(0, bytes.length - 40))).toBe('archive-damaged');
  const flipped = Buffer.from(bytes);
  const name = flipped.indexOf('xl/styles.xml');
  flipped[name + 60] ^= 0x10;
  expect(await codeOf(flipped)).toBe('archive-damaged');
});

test('a formatted cell far to the right is nothing, a value there is refused with its place', async () => {
  const bytes = await book([1]);
  expect(await rowsOf(withCell(bytes, '<c r="XFD1" s="1"/>'))).toEqual([{ number: 1, values: [1], formulas: [] }]);
  expect(await codeOf(withCell(bytes, '<c r="XFD1"><v>1</v></c>'))).toBe('table-too-wide');
});

function* wideRows(count: number): Generator<RawRow> {
  for (let row = 0; row < count; row += 1) {
    yield { values: Array.from({ length: 20 }, (_, column) => (column === 0 ? `edu${row}` : (row * column) % 7)) };
  }
}

test('50,000 rows of 20 columns pass through a heap that could not hold them', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tables-'));
  try {
    const file = join(folder, 'big.xlsx');
    await writeFile(file, await writeRawWorkbook([{ name: 'Л', rows: wideRows(50_000) }]));
    const open = new URL('./open.ts', import.meta.url).href;
    const script = `
      const { openTable } = await import(${JSON.stringify(open)});
      const source = await openTable(${JSON.stringify(file)});
      let rows = 0, cells = 0;
      for await (const row of source.sheets[0].rows()) { rows += 1; cells += row.values.length; }
      console.log(rows, cells);`;
    const run = promisify(execFile);
    // The same rows collected in an array run out of memory even at 32 MB.
    const { stdout } = await run(process.execPath, ['--max-old-space-size=16', '--input-type=module', '-e', script]);
    expect(stdout.trim()).toBe('50000 1000000');
  } finally {
    await rm(folder, { recursive: true });
  }
});
