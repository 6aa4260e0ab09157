/**
 * Scans through Tesseract: the ruling lines come from the picture itself, the words of each cell from the recogniser, and from there
 * a scan is read as a PDF is.
 */
import type { Source } from '../blocks.ts';
import { refusePlan } from '../errors.ts';
import type { Problem } from '../model.ts';
import { blocksOfPages } from './blocks-of-pages.ts';
import type { Page } from './model.ts';
import { marksOfWords, type Placing } from './scan-marks.ts';
import type { Sheet } from './sheet.ts';
import { Sheets } from './sheets.ts';
import { type Layout, type Recogniser, type Word, withTesseract } from './tesseract.ts';

const SECONDS_A_PAGE = 120;
/** Words of which the recogniser is less sure are named to the reader; below the second, a page may stand on its side. */
const SURE = 60;
const UPRIGHT = 65;
/** A number is not believed below this. */
const LEAST = 30;
const LONGEST_LIST = 200;

export interface ScanOptions {
  readonly seconds?: number;
}

/** A picture of a page, PNG or JPEG, with the number of the page from 1. */
export interface PagePicture {
  readonly number: number;
  readonly picture: Uint8Array;
}

export interface Recognised {
  readonly pages: readonly Page[];
  readonly problems: readonly Problem[];
}

/** @throws Refusal those of recognised(). */
export async function readScan(
  pictures: () => Promise<readonly PagePicture[]>,
  options?: ScanOptions,
): Promise<Source> {
  const { pages, problems } = await recognised(pictures, options);
  return { format: 'scan', blocks: blocksOfPages(pages), problems };
}

/**
 * @param pictures asked for only where there is a program to read them.
 * @throws Refusal planScan where Tesseract is missing, planScanNoRussian, planScanFailed.
 */
export async function recognised(
  pictures: () => Promise<readonly PagePicture[]>,
  { seconds = SECONDS_A_PAGE }: ScanOptions = {},
): Promise<Recognised> {
  return withTesseract(seconds, async (recogniser) => {
    const pages: Page[] = [];
    const problems: Problem[] = [{ code: 'recognised', place: null, words: null }];
    const sheets = new Sheets();
    try {
      for (const each of await pictures()) {
        const { page, remarks } = await pageOf(each, sheets, recogniser);
        pages.push(page);
        problems.push(...remarks);
      }
    } finally {
      await sheets.close();
    }
    return { pages, problems };
  });
}

interface Reading {
  readonly sheet: Sheet;
  readonly read: readonly (readonly [readonly Word[], Placing])[];
  readonly blank: number;
}

async function pageOf(
  { number, picture }: PagePicture,
  sheets: Sheets,
  recogniser: Recogniser,
): Promise<{ readonly page: Page; readonly remarks: readonly Problem[] }> {
  const readTurned = async (turn: 0 | 1 | 2 | 3): Promise<Reading> => {
    const sheet = await sheets.sheetOf({ picture, turn });
    const made = sheet === null ? null : await readSheet(sheet, recogniser);
    if (made === null) throw refusePlan('planScanFailed', { page: number });
    return made;
  };
  let reading = await readTurned(0);
  if (surenessOf(reading) < UPRIGHT) {
    const turn = await recogniser.turnOf(picture);
    const upright = turn === 0 ? reading : await readTurned(turn);
    if (surenessOf(upright) > surenessOf(reading)) reading = upright;
  }
  const { sheet, read } = reading;
  const { width, height, rules } = sheet;
  return { page: { number, width, height, rules, marks: marksOfWords(read) }, remarks: remarksOn(reading, number) };
}

/** Null where the recogniser fails or is late. */
async function readSheet(sheet: Sheet, { read }: Recogniser): Promise<Reading | null> {
  const around = await read([sheet.around.picture], 'blocks');
  const blocks = await readCells(
    sheet,
    read,
    'block',
    sheet.cells.map((_, index) => index),
  );
  if (around === null || blocks === null) return null;
  const cells = [...blocks];
  // A single letter is no block of text for the recogniser.
  const empty = cells.flatMap((words, index) => (words.length === 0 ? [index] : []));
  const lines = await readCells(sheet, read, 'line', empty);
  const numbers = sheet.numbers === null ? [[]] : await read([sheet.numbers.picture], 'line');
  if (lines === null || numbers === null) return null;
  empty.forEach((index, at) => (cells[index] = lines[at]));
  for (const { cell, from, to } of sheet.numbers?.places ?? []) {
    const own = numbers[0].filter(({ left, width }) => left + width / 2 > from && left + width / 2 < to);
    const { left, top, width, height } = cells[cell][0] ?? own[0] ?? { left: 0, top: 0, width: 1, height: 1 };
    if (isNumber(own)) cells[cell] = [{ ...own[0], left, top, width, height }];
  }
  return {
    sheet,
    read: [
      [around[0], sheet.around.placing],
      ...cells.map((words, index) => [words, sheet.cells[index].placing] as const),
    ],
    blank: cells.filter((words) => words.length === 0).length,
  };
}

function readCells(
  { cells }: Sheet,
  read: Recogniser['read'],
  layout: Layout,
  indices: readonly number[],
): ReturnType<Recogniser['read']> {
  return read(
    indices.map((index) => cells[index].picture),
    layout,
  );
}

function isNumber(words: readonly Word[]): boolean {
  return words.length === 1 && words[0].sure > LEAST && /^\d{1,2}(?:\.\d{1,2}){0,3}\.?$/u.test(words[0].text);
}

/** How sure the recogniser is of a page, 0 to 100; of an empty one not at all. */
function surenessOf({ read }: Reading): number {
  const words = read.flatMap(([of]) => of);
  return words.reduce((sum, { sure }) => sum + sure, 0) / Math.max(1, words.length);
}

function remarksOn({ read, blank }: Reading, number: number): readonly Problem[] {
  const place = `страница ${number}`;
  const doubtful = read
    .flatMap(([words]) => words)
    .filter(({ sure, text }) => sure < SURE && /[\p{L}\p{N}]/u.test(text))
    .map(({ text }) => text);
  return [
    ...(doubtful.length === 0
      ? []
      : [{ code: 'doubtfulWords', place, words: listed([...new Set(doubtful)]) } satisfies Problem]),
    ...(blank === 0 ? [] : [{ code: 'cellsNotRecognised', place, words: String(blank) } satisfies Problem]),
  ];
}

function listed(words: readonly string[]): string {
  const all = words.join(', ');
  return all.length <= LONGEST_LIST ? all : `${all.slice(0, LONGEST_LIST)}…`;
}
