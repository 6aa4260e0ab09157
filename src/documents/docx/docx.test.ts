import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { openPlan } from '#src/roadmaps/reading/open.ts';
import { cell, documentOf, HOSTILE, longDocument, row } from '../test-document.ts';
import { toDocx } from './render.ts';

async function partOf(document: Parameters<typeof toDocx>[0], name = 'word/document.xml'): Promise<string> {
  return strFromU8(unzipSync(await toDocx(document))[name]);
}

test('the same document is the same bytes', async () => {
  const [first, second] = [await toDocx(longDocument(30)), await toDocx(longDocument(30))];
  expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true);
});

test('header rows repeat, no row is split, pages are numbered from the second, margins are those of the standard', async () => {
  const xml = await partOf(longDocument(5));
  expect(xml.match(/<w:tblHeader\/>/gu)).toHaveLength(1);
  expect(xml.match(/<w:cantSplit\/>/gu)).toHaveLength(6);
  expect(xml).toContain('<w:titlePg/>');
  expect(xml).toContain('<w:pgNumType w:start="1"/>');
  expect(xml).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"\/>/u);
  const margins = /<w:pgMar w:top="(\d+)" w:right="(\d+)" w:bottom="(\d+)" w:left="(\d+)" w:header="(\d+)"/u.exec(xml)!;
  const millimetres = margins.slice(1).map((twips) => (Number(twips) * 25.4) / 1440);
  for (const [index, least] of [20, 10, 20, 20, 10].entries()) {
    expect(millimetres[index]).toBeGreaterThanOrEqual(least);
    expect(millimetres[index]).toBeLessThan(least + 0.05);
  }
});

test('the first page has an empty header and the others a field with the number', async () => {
  const parts = unzipSync(await toDocx(longDocument(5)));
  const headers = Object.keys(parts)
    .filter((name) => /^word\/header\d+\.xml$/u.test(name))
    .map((name) => strFromU8(parts[name]));
  expect(headers.map((xml) => /PAGE/u.test(xml)).toSorted()).toEqual([false, true]);
});

test('a part that goes on with the one before has no first page of its own', async () => {
  const [part] = longDocument(2).parts;
  const xml = await partOf({ ...longDocument(2), parts: [part, { ...part, continued: true }] });
  expect(xml.match(/<w:titlePg\/>/gu)).toHaveLength(1);
  expect(xml.match(/w:start="1"/gu)).toHaveLength(1);
});

test('the type is Times New Roman of the size given, and the language Russian', async () => {
  const styles = await partOf(documentOf([], { fontSize: 14 }), 'word/styles.xml');
  expect(styles).toContain('w:ascii="Times New Roman"');
  expect(styles).toContain('<w:sz w:val="28"/>');
  expect(styles).toContain('w:val="ru-RU"');
});

test('merged cells span columns and rows', async () => {
  const source = await openPlan(
    await toDocx(
      documentOf([
        {
          kind: 'table',
          fontSize: 12,
          columns: [{ width: 1 }, { width: 1 }, { width: 1 }],
          header: [],
          rows: [
            { cells: [cell('широкая', { columns: 3 })] },
            { cells: [cell('высокая', { rows: 2 }), cell('б'), cell('в')] },
            { cells: [cell('г'), cell('д')] },
          ],
        },
      ]),
    ),
  );
  const [table] = source.blocks;
  const rows = table.kind === 'table' ? table.rows : [];
  expect(rows.map(({ cells }) => cells.map(({ column, span, text }) => [column, span, text]))).toEqual([
    [[0, 3, 'широкая']],
    [
      [0, 1, 'высокая'],
      [1, 1, 'б'],
      [2, 1, 'в'],
    ],
    [
      [0, 1, 'высокая'],
      [1, 1, 'г'],
      [2, 1, 'д'],
    ],
  ]);
});

test('rows that do not fill the columns are a mistake of the caller', async () => {
  const torn = documentOf([
    { kind: 'table', fontSize: 12, columns: [{ width: 1 }, { width: 1 }], header: [], rows: [row('одна')] },
  ]);
  await expect(toDocx(torn)).rejects.toThrow(RangeError);
});

test.each(HOSTILE)('the words %j come back as they were given', async (words) => {
  const source = await openPlan(await toDocx(documentOf([{ kind: 'paragraph', words }])));
  const [paragraph] = source.blocks;
  expect(paragraph.kind === 'paragraph' ? paragraph.text : '').toBe(
    words
      .split('\n')
      .map((line) => line.replace(/ +/gu, ' '))
      .join('\n'),
  );
});

test('short words and numbers stay with what follows them, unless the cell is too narrow for both', async () => {
  const words = 'не менее 10 педагогов в школе';
  const table = (width: number) =>
    partOf(
      documentOf([
        {
          kind: 'table',
          fontSize: 12,
          columns: [{ width }, { width: 100 - width }],
          header: [],
          rows: [row(words, 'а')],
        },
      ]),
    );
  expect(await table(50)).toContain('не\u00a0менее 10\u00a0педагогов в\u00a0школе');
  expect(await table(8)).toContain('10 педагогов');
});

test('characters that XML cannot hold are left out and emoji stay', async () => {
  const xml = await partOf(documentOf([{ kind: 'paragraph', words: 'а\u0000б\u0008в\uD800г 😀' }]));
  expect(xml).toContain('абвг 😀');
});
