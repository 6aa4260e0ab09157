/** Which scores stand for a boundary, and which teach the smooth histogram. */
import type { BunchingWindow } from '#stats/bunching.ts';

/** Share of the maximum total on either side of a boundary from which and to which papers may move. */
const BELOW = 0.1;
const ABOVE = 0.05;
const NARROWEST = 2;
/** A wider window leaves the smooth histogram to be guessed rather than read. */
const WIDEST_BELOW = 7;
const WIDEST_ABOVE = 4;
/** Papers beyond these shares of the histogram are too few to teach its shape. */
const TAIL = 0.002;

/**
 * One window per boundary, none overlapping the one before: a tenth of the maximum below it, a twentieth from it up, at least two
 * scores, at most seven and four. Boundaries without neighbours on both sides have none.
 *
 * @param cuts lowest scores above a boundary, any order.
 */
export function windowsOf(cuts: readonly number[], maximum: number): BunchingWindow[] {
  const sorted = [...new Set(cuts)].filter((cut) => cut >= 1 && cut < maximum).sort((a, b) => a - b);
  const below = Math.min(WIDEST_BELOW, Math.max(NARROWEST, Math.round(BELOW * maximum)));
  const above = Math.min(WIDEST_ABOVE, Math.max(NARROWEST, Math.round(ABOVE * maximum)));
  const windows: BunchingWindow[] = [];
  sorted.forEach((cut, index) => {
    const next = sorted[index + 1] ?? Number.POSITIVE_INFINITY;
    const previous = windows.at(-1)?.to ?? -1;
    // Between two boundaries each keeps its side: the upper one's papers below it are not the lower one's papers above it.
    const to = Math.min(cut + above - 1, maximum, Math.max(cut, next - NARROWEST - 1));
    windows.push({ from: Math.max(0, previous + 1, cut - below), cut, to });
  });
  return windows.filter(({ from, cut }) => from < cut);
}

/** Scores between which all but a five-hundredth of the papers on either side lie. */
export function taughtRange(counts: ArrayLike<number>): { readonly from: number; readonly to: number } {
  let all = 0;
  for (let score = 0; score < counts.length; score++) all += counts[score]!;
  let from = 0;
  for (let seen = counts[0] ?? 0; from < counts.length - 1 && seen <= TAIL * all; seen += counts[from]!) from++;
  let to = counts.length - 1;
  for (let seen = counts[to] ?? 0; to > from && seen <= TAIL * all; seen += counts[to]!) to--;
  return { from, to };
}
