/** A histogram from a table (CSV or XLSX): one row per score with its number of papers, with or without a heading. */
import { openTable } from '#src/platform/tables/open.ts';
import type { CellValue } from '#src/platform/tables/source.ts';
import { refuseBoundary } from './errors.ts';

const SCORE = /^(?:score|total|points|балл(?:ы)?|сумма(?: баллов)?|первичный балл)$/iu;
const COUNT = /^(?:count|n|papers|число(?: работ)?|количество(?: работ)?|работ|участников)$/iu;
/** A total beyond this is a slip, not a test. */
export const HIGHEST_SCORE = 1000;
const MOST_PAPERS = 100_000_000;
export const LEAST_PAPERS = 100;
export const LEAST_SCORES = 5;

/**
 * @returns papers at scores 0..maximum.
 * @throws Refusal notHistogram, badRow, repeatedScore, tooFew (errors.ts); of platform/tables/errors.ts.
 */
export async function readHistogram(path: string): Promise<Int32Array> {
  const table = await openTable(path);
  const found = new Map<number, number>();
  let columns: readonly [number, number] | null = null;
  for await (const { number: row, values } of table.sheets[0]!.rows()) {
    if (columns === null) {
      columns = headingOf(values);
      if (columns !== null) continue;
      if (values.length !== 2) throw refuseBoundary('notHistogram');
      columns = [0, 1];
      // A heading in words that are not ours is still a heading.
      if (wholeNumber(values[0]) === null && wholeNumber(values[1]) === null) continue;
    }
    const score = readCell(values[columns[0]], row, HIGHEST_SCORE);
    const papers = readCell(values[columns[1]], row, MOST_PAPERS);
    if (found.has(score)) throw refuseBoundary('repeatedScore', { row, score });
    found.set(score, papers);
  }
  if (columns === null) throw refuseBoundary('notHistogram');
  const counts = new Int32Array(Math.max(0, ...found.keys()) + 1);
  for (const [score, papers] of found) counts[score] = papers;
  checkEnough(counts);
  return counts;
}

/** @throws Refusal tooFew. */
function checkEnough(counts: Int32Array): void {
  const papers = counts.reduce((sum, count) => sum + count, 0);
  const scores = counts.filter((count) => count > 0).length;
  if (papers >= LEAST_PAPERS && scores >= LEAST_SCORES) return;
  throw refuseBoundary('tooFew', { papers, scores, leastPapers: LEAST_PAPERS, leastScores: LEAST_SCORES });
}

function headingOf(values: readonly CellValue[]): readonly [number, number] | null {
  const names = values.map((value) => String(value ?? '').trim());
  const score = names.findIndex((name) => SCORE.test(name));
  const count = names.findIndex((name) => COUNT.test(name));
  return score >= 0 && count >= 0 ? [score, count] : null;
}

function readCell(value: CellValue | undefined, row: number, most: number): number {
  const number = wholeNumber(value);
  if (number === null || number > most) throw refuseBoundary('badRow', { row, found: String(value ?? ''), most });
  return number;
}

function wholeNumber(value: CellValue | undefined): number | null {
  if (typeof value === 'number') return Number.isInteger(value) && value >= 0 ? value : null;
  // Thousands may be set apart by a space of any kind.
  const text = String(value ?? '').replace(/[\s\u00a0\u202f]/gu, '');
  return /^\d+$/u.test(text) ? Number(text) : null;
}
