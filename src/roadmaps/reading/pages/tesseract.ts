/** Tesseract, where the machine has it with Russian: pictures in, words with their places out. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { refusePlan } from '../errors.ts';
import { findProgram, runProgram } from '../programs.ts';

/** A word in a picture, in its pixels. */
export interface Word {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** How sure the recogniser is, 0 to 100. */
  readonly sure: number;
  /** Words of one line have the same. */
  readonly line: string;
}

/** How the text of a picture is laid out: several blocks, one block, one line. */
export type Layout = 'blocks' | 'block' | 'line';

const MODES: Readonly<Record<Layout, string>> = { blocks: '4', block: '6', line: '7' };
/** All pictures are made so large. */
const DOTS = '300';

export interface Recogniser {
  /** The words of each picture (PNG), in the order of the pictures; null where the program failed or was late. */
  readonly read: (pictures: readonly Uint8Array[], layout: Layout) => Promise<readonly (readonly Word[])[] | null>;
  /** Quarters of a turn, clockwise, that put a page upright; 0 also where that cannot be told. */
  readonly turnOf: (picture: Uint8Array) => Promise<0 | 1 | 2 | 3>;
}

/**
 * @param seconds that one call may take.
 * @throws Refusal planScan where Tesseract is missing, planScanNoRussian; whatever `work` throws.
 */
export async function withTesseract<T>(seconds: number, work: (recogniser: Recogniser) => Promise<T>): Promise<T> {
  const program = await findProgram('tesseract');
  if (program === null) throw refusePlan('planScan');
  const folder = await mkdtemp(join(tmpdir(), 'plan-'));
  try {
    const { output } = await runProgram({ program, args: ['--list-langs'], seconds, folder });
    const languages = new Set(output.toString().split(/\s+/u));
    if (!languages.has('rus')) throw refusePlan('planScanNoRussian');
    const place = { program, seconds, folder };
    return await work({
      read: (pictures, layout) => read(pictures, layout, place),
      turnOf: (picture) => (languages.has('osd') ? turnOf(picture, place) : Promise.resolve(0)),
    });
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

interface Place {
  readonly program: string;
  readonly seconds: number;
  readonly folder: string;
}

/** One start of the program reads them all: its data take longer to load than a cell to read. */
async function read(
  pictures: readonly Uint8Array[],
  layout: Layout,
  { program, seconds, folder }: Place,
): Promise<readonly (readonly Word[])[] | null> {
  if (pictures.length === 0) return [];
  const names = pictures.map((_, index) => join(folder, `${index}.png`));
  await Promise.all(names.map((name, index) => writeFile(name, pictures[index])));
  await writeFile(join(folder, 'list.txt'), `${names.join('\n')}\n`);
  const args = ['list.txt', 'stdout', '-l', 'rus', '--psm', MODES[layout], '--dpi', DOTS, 'tsv'];
  const { code, output } = await runProgram({ program, args, seconds, folder });
  return code === 0 ? wordsOf(output.toString(), pictures.length) : null;
}

async function turnOf(picture: Uint8Array, { program, seconds, folder }: Place): Promise<0 | 1 | 2 | 3> {
  const args = ['stdin', 'stdout', '--psm', '0', '--dpi', DOTS];
  const { code, output } = await runProgram({ program, args, input: picture, seconds, folder });
  const text = output.toString();
  const turn = Number(/^Rotate:\s*(\d+)/mu.exec(text)?.[1] ?? 0) / 90;
  const sure = Number(/^Orientation confidence:\s*([\d.]+)/mu.exec(text)?.[1] ?? 0);
  return code === 0 && sure > 1 && (turn === 1 || turn === 2 || turn === 3) ? turn : 0;
}

/** Rows of level 5 of its table: page, block, paragraph, line, word, box, sureness and text. */
export function wordsOf(tsv: string, pictures: number): readonly (readonly Word[])[] {
  const found: Word[][] = Array.from({ length: pictures }, () => []);
  for (const row of tsv.split('\n')) {
    const cells = row.split('\t');
    const [left, top, width, height, sure] = cells.slice(6, 11).map(Number);
    const text = (cells[11] ?? '').trim();
    const page = found[Number(cells[1]) - 1];
    // Remains of lines are taken for letters.
    if (cells[0] !== '5' || page === undefined || !(width > 0) || text === '' || /^[|_=[\]]+$/u.test(text)) continue;
    page.push({ text, left, top, width, height, sure, line: cells.slice(1, 5).join('.') });
  }
  return found;
}
