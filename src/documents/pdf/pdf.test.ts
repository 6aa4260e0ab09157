import { expect, test } from 'vitest';
import { theFonts } from '../fonts.ts';
import { documentOf, HOSTILE, longDocument, row } from '../test-document.ts';
import { pagesOf, wordsOf } from '../test-pages.ts';
import { toPdf } from './render.ts';

const MM = 72 / 25.4;

test('the same document is the same bytes, whatever was set in between', () => {
  const first = toPdf(longDocument(30));
  toPdf(longDocument(3));
  expect(Buffer.from(toPdf(longDocument(30))).equals(Buffer.from(first))).toBe(true);
});

test('the file is PDF/A-2b with the title, the author and the day in its properties', () => {
  const text = Buffer.from(toPdf(longDocument(1))).toString('utf8');
  expect(text).toContain('<pdfaid:part>2</pdfaid:part>');
  expect(text).toContain('<pdfaid:conformance>B</pdfaid:conformance>');
  expect(text).toContain('Выдуманная школа № 1');
  expect(text).toContain('2026-11-22');
});

test('the header of a table stands on every page, page numbers from the second, inside the margins of the standard', async () => {
  const pages = await pagesOf(toPdf(longDocument(60)));
  expect(pages.length).toBeGreaterThan(2);
  for (const [index, page] of pages.entries()) {
    expect([Math.round(page.width / MM), Math.round(page.height / MM)]).toEqual([297, 210]);
    expect(wordsOf(page)).toContain('Мероприятие');
    const above = page.texts.filter(({ y }) => y < 20 * MM);
    expect(above.map(({ text }) => text)).toEqual(index === 0 ? [] : [String(index + 1)]);
    for (const { x, y } of page.texts) {
      expect(x).toBeGreaterThan(20 * MM - 0.1);
      expect(y).toBeLessThan((210 - 20) * MM + 0.1);
    }
    for (const { x, y } of above) {
      expect(y).toBeGreaterThan(10 * MM);
      // In the middle of the text, not of the sheet.
      expect(Math.abs(x / MM - (20 + 267 / 2))).toBeLessThan(3);
    }
  }
});

test('no row is split between pages and no row is lost', async () => {
  const pages = await pagesOf(toPdf(longDocument(60)));
  const words = pages.map(wordsOf);
  for (let number = 1; number <= 60; number += 1) {
    const from = words.findIndex((text) => text.includes(`Начало${number} `));
    expect(from).toBeGreaterThan(-1);
    expect(words.findIndex((text) => new RegExp(`конец${number}(?!\\d)`, 'u').test(text))).toBe(from);
  }
});

test('each part numbers its own pages and has its own side of the sheet', async () => {
  const [part] = longDocument(40).parts;
  const pages = await pagesOf(toPdf({ ...longDocument(1), parts: [{ ...part, orientation: 'portrait' }, part] }));
  const numbers = pages.map(({ texts }) => texts.filter(({ y }) => y < 20 * MM).map(({ text }) => text));
  const second = pages.findIndex(({ width }) => width > 800);
  expect(second).toBeGreaterThan(1);
  expect(numbers[second - 1]).toEqual([String(second)]);
  expect(numbers.slice(second, second + 2)).toEqual([[], ['2']]);
});

test('a part that goes on with the one before counts its pages on', async () => {
  const [part] = longDocument(40).parts;
  const pages = await pagesOf(toPdf({ ...longDocument(1), parts: [part, { ...part, continued: true }] }));
  const numbers = pages.flatMap(({ texts }) => texts.filter(({ y }) => y < 20 * MM).map(({ text }) => text));
  expect(numbers).toEqual(pages.slice(1).map((_, index) => String(index + 2)));
});

test('a line never ends in a short word or parts a number from its sign', async () => {
  const words =
    'Провести в школе № 12 по графику до 20 декабря 2026 г. с участием А. А. Небываловой и учителей 4-х классов. ';
  const pages = await pagesOf(toPdf(documentOf([{ kind: 'paragraph', words: words.repeat(20), align: 'left' }])));
  const lines = new Map<number, string>();
  for (const { text, y } of pages[0].texts) lines.set(Math.round(y), `${lines.get(Math.round(y)) ?? ''}${text}`);
  expect(lines.size).toBeGreaterThan(5);
  for (const line of lines.values()) expect(line.trim()).not.toMatch(/(?:№|(?<![\p{L}-])\p{L}{1,2}|2026|4-|А\.)$/u);
});

test('a row that holds the next one is never the last of a page', async () => {
  for (let before = 20; before < 34; before += 1) {
    const document = documentOf([
      {
        kind: 'table',
        fontSize: 12,
        columns: [{ width: 1 }, { width: 3 }],
        header: [row('№', 'Мероприятие')],
        rows: [
          ...Array.from({ length: before }, (_, index) => row(String(index), 'строка')),
          { keepWithNext: true, cells: [{ words: 'Раздел', columns: 2 }] },
          row('1', 'Дело'),
        ],
      },
    ]);
    const pages = await pagesOf(toPdf(document));
    const at = pages.findIndex((page) => wordsOf(page).includes('Раздел'));
    expect(wordsOf(pages[at])).toContain('Дело');
  }
});

test('a signature is never alone on its page', async () => {
  const line = { kind: 'paragraph', words: 'строка', align: 'left' } as const;
  for (let lines = 25; lines < 40; lines += 1) {
    const blocks = [
      ...Array.from({ length: lines }, () => line),
      { kind: 'signature', post: 'Директор', person: 'А' },
    ] as const;
    const pages = await pagesOf(toPdf(documentOf(blocks)));
    expect(wordsOf(pages.at(-1)!)).toMatch(/строка Директор/u);
  }
});

test('a row taller than a page goes on over the next one and nothing of it is lost', async () => {
  const words = Array.from({ length: 1500 }, (_, index) => `слово${index}`).join(' ');
  const pages = await pagesOf(
    toPdf(
      documentOf([
        {
          kind: 'table',
          fontSize: 12,
          columns: [{ width: 1 }, { width: 1 }],
          header: [row('А', 'Б')],
          rows: [row('раз', words), row('два', 'три')],
        },
      ]),
    ),
  );
  const shown = pages.map(wordsOf).join(' ');
  for (const index of [0, 700, 1499]) expect(shown).toContain(`слово${index}`);
  for (const { texts, height } of pages) for (const { y } of texts) expect(y).toBeLessThan(height - 19 * MM);
});

test.each(HOSTILE)('the words %j are printed and not run', async (words) => {
  const pages = await pagesOf(
    toPdf({
      ...documentOf([
        { kind: 'heading', level: 1, words, align: 'center' },
        { kind: 'paragraph', words },
        { kind: 'table', fontSize: 12, columns: [{ width: 1 }], header: [row(words)], rows: [row(words)] },
        { kind: 'notes', title: words, items: [{ mark: '1)', words }] },
        { kind: 'signature', post: words, person: words },
      ]),
      title: words,
      author: words,
    }),
  );
  const shown = solid(pages.map(wordsOf).join(' '));
  expect(shown.split(solid(words)).length - 1).toBeGreaterThanOrEqual(6);
});

function solid(text: string): string {
  return text.replace(/\s+/gu, '');
}

test('a word without end is broken inside the cell', async () => {
  const word = 'оченьдлинноеслово'.repeat(12);
  const [page] = await pagesOf(
    toPdf(
      documentOf([
        { kind: 'table', fontSize: 12, columns: [{ width: 1 }, { width: 4 }], header: [], rows: [row(word, 'рядом')] },
      ]),
    ),
  );
  expect(wordsOf(page).replace(/\s/gu, '')).toContain(word);
  const beside = page.texts.find(({ text }) => text === 'рядом')!;
  const broken = page.texts.filter(({ text }) => text !== 'рядом');
  expect(broken.length).toBeGreaterThan(2);
  for (const { x, width } of broken) expect(x + width).toBeLessThan(beside.x - 2 * 1.9 * MM);
});

test('a column is as wide as its longest word, what was kept together is let go, and nothing crosses the border', async () => {
  const words = 'неудовлетворительно последовательный в 2023/2024 учебном году';
  const [page] = await pagesOf(
    toPdf(
      documentOf([
        {
          kind: 'table',
          fontSize: 12,
          columns: [{ width: 20 }, { width: 247 }],
          header: [],
          rows: [row(words, 'рядом')],
        },
      ]),
    ),
  );
  const beside = page.texts.find(({ text }) => text === 'рядом')!;
  const narrow = page.texts.filter(({ text }) => text !== 'рядом');
  expect(narrow.map(({ text }) => text)).toEqual([
    'неудовлетворительно',
    'последовательный в',
    '2023/2024 учебном году',
  ]);
  for (const { x, width } of narrow) expect(x + width).toBeLessThan(beside.x - 2 * 1.9 * MM);
});

test('a character that the font does not have is a visible square, and the rest of the line stands', async () => {
  const pages = await pagesOf(toPdf(documentOf([{ kind: 'paragraph', words: 'Дело 😀 и 漢 конец' }])));
  expect(wordsOf(pages[0])).toBe('Дело □ и □ конец');
});

test('the font has Russian, Greek and the marks of documents, and no pictures', () => {
  const { has } = theFonts();
  for (const letter of 'АЯаяЁё№«»—–…§Ωλ□•') expect(has(letter.codePointAt(0)!), letter).toBe(true);
  for (const letter of '😀漢') expect(has(letter.codePointAt(0)!)).toBe(false);
});
