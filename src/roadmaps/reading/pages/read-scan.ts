/**
 * Scans through Tesseract, where the server has it with its Russian data: the words come with their places, the ruling lines from the
 * picture itself, and from there a scan is read as a PDF is.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Source } from '../blocks.ts';
import { refusePlan } from '../errors.ts';
import type { Problem } from '../model.ts';
import { findProgram, runProgram } from '../programs.ts';
import { blocksOfPages } from './blocks-of-pages.ts';
import type { Mark, Page } from './model.ts';
import { rulesOf } from './picture-rules.ts';

const SECONDS_A_PAGE = 120;
/** An A3 page at 300 dots an inch has 17 million. */
const MOST_PIXELS = 40_000_000;
/** Width of a page of paper in points, standing and lying. */
const STANDING = 595;
const LYING = 842;

export interface ScanOptions {
  readonly seconds?: number;
}

/**
 * @param pictures of the pages in their order, PNG or JPEG; asked for only where there is a program to read them.
 * @throws Refusal planScan where Tesseract is missing, planScanNoRussian, planScanFailed.
 */
export async function readScan(
  pictures: () => Promise<readonly Uint8Array[]>,
  { seconds = SECONDS_A_PAGE }: ScanOptions = {},
): Promise<Source> {
  const program = await findProgram('tesseract');
  if (program === null) throw refusePlan('planScan');
  const folder = await mkdtemp(join(tmpdir(), 'plan-'));
  try {
    const { output } = await runProgram({ program, args: ['--list-langs'], seconds, folder });
    if (!/^rus$/mu.test(output.toString())) throw refusePlan('planScanNoRussian');
    const pages: Page[] = [];
    for (const picture of await pictures()) {
      pages.push(await pageOf(picture, pages.length + 1, { program, seconds, folder }));
    }
    const recognised: Problem = { code: 'recognised', place: null, words: null };
    return { format: 'scan', blocks: blocksOfPages(pages), problems: [recognised] };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function pageOf(
  picture: Uint8Array,
  number: number,
  { program, seconds, folder }: { readonly program: string; readonly seconds: number; readonly folder: string },
): Promise<Page> {
  // The library is large and few servers recognise pictures.
  const { createCanvas, loadImage } = await import('@napi-rs/canvas');
  const image = await loadImage(picture).catch(() => {
    throw refusePlan('planScanFailed', { page: number });
  });
  const { width, height } = image;
  if (width * height > MOST_PIXELS || width === 0 || height === 0) throw refusePlan('planScanFailed', { page: number });
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.drawImage(image, 0, 0);
  const args = ['stdin', 'stdout', '-l', 'rus', '--psm', '6', 'tsv'];
  const { code, output } = await runProgram({ program, args, input: canvas.toBuffer('image/png'), seconds, folder });
  if (code !== 0) throw refusePlan('planScanFailed', { page: number });
  const scale = (width > height ? LYING : STANDING) / width;
  const { data } = context.getImageData(0, 0, width, height);
  return {
    number,
    width: width * scale,
    height: height * scale,
    marks: marksOf(output.toString(), scale),
    rules: rulesOf({ width, height, pixels: data, scale }),
  };
}

/** Words of Tesseract's table: level 5, with their boxes; lines of a table that it took for letters are left out. */
function marksOf(tsv: string, scale: number): readonly Mark[] {
  return tsv.split('\n').flatMap((line): Mark[] => {
    const cells = line.split('\t');
    const [left, top, width, height] = cells.slice(6, 10).map((each) => Number(each) * scale);
    const text = (cells[11] ?? '').trim();
    if (cells[0] !== '5' || text === '' || /^[|_\-—=[\]]+$/u.test(text) || !(width > 0)) return [];
    const size = Math.min(height, 14);
    return [
      {
        text,
        x: left + width / 2,
        y: top + height / 2,
        turn: 0,
        from: left,
        to: left + width,
        base: top + height,
        size,
        bold: false,
      },
    ];
  });
}
