/** Columns without lines: the strips of a page that letters leave free from the header down. */
import { linesOfMarks, type Piece, SPACE } from './lines.ts';
import type { Mark } from './model.ts';

/** Free strips that part columns, in sizes of the letters. */
const GUTTER = 0.7;

export interface Strip {
  readonly left: number;
  readonly right: number;
}

/** A line of single words. */
export interface WordLine {
  readonly base: number;
  readonly size: number;
  readonly words: readonly Piece[];
}

export function wordLines(marks: readonly Mark[]): readonly WordLine[] {
  return linesOfMarks(
    marks.filter(({ turn }) => turn === 0),
    SPACE,
  ).map(({ base, pieces }) => ({ base, size: Math.max(...pieces.map(({ size }) => size)), words: pieces }));
}

/** Strips with letters, between strips that nearly every line leaves free. */
export function columnsIn(lines: readonly WordLine[]): readonly Strip[] {
  const size = lines.map((line) => line.size).toSorted((a, b) => a - b)[Math.floor(lines.length / 2)] ?? 10;
  const left = Math.min(...lines.flatMap(({ words }) => words.map((word) => word.left)));
  const right = Math.max(...lines.flatMap(({ words }) => words.map((word) => word.right)));
  // Headings and paragraphs run across everything: lines without a gap say nothing about columns.
  const telling = lines.filter(({ words }) =>
    words.some((word, at) => at > 0 && word.left - words[at - 1].right > size),
  );
  const free = telling.length < 6 ? 0 : Math.floor(telling.length * 0.04);
  const counts = Array.from({ length: Math.max(0, Math.ceil(right - left)) }, () => 0);
  for (const { words } of telling) {
    for (const word of words) {
      const last = Math.min(counts.length - 1, Math.floor(word.right - left));
      for (let at = Math.max(0, Math.floor(word.left - left)); at <= last; at += 1) counts[at] += 1;
    }
  }
  const strips: Strip[] = [];
  let begin = 0;
  let gapFrom: number | null = null;
  counts.forEach((count, at) => {
    if (count <= free) gapFrom ??= at;
    else {
      if (gapFrom !== null && at - gapFrom >= GUTTER * size && gapFrom > begin) {
        strips.push({ left: left + begin, right: left + gapFrom });
        begin = at;
      }
      gapFrom = null;
    }
  });
  strips.push({ left: left + begin, right: right + 1 });
  return strips;
}

/** Index of the column that a word lies in; null where it lies across two. */
export function columnAt(columns: readonly Strip[], word: Strip): number | null {
  const middle = (word.left + word.right) / 2;
  const at = columns.findIndex(({ right }, index) => {
    const next = columns[index + 1];
    return next === undefined || middle < (right + next.left) / 2;
  });
  const next = columns[at + 1];
  const before = columns[at - 1];
  if (next !== undefined && word.right > next.left + 2) return null;
  return before !== undefined && word.left < before.right - 2 ? null : at;
}
