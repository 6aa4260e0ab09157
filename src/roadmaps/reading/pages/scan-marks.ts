/** Words of a recogniser as the marks of a page: on common base lines, of a common size. */
import type { Mark } from './model.ts';
import type { Word } from './tesseract.ts';

/** Where a picture that was read lies on its page. */
export interface Placing {
  /** Its upper left corner, points. */
  readonly left: number;
  readonly top: number;
  /** Points of the page for a pixel of the picture. */
  readonly scale: number;
}

/** Letters reach below the base line. */
const DESCENDS = /[руфцщдДЦЩ,;()[\]{}«»„@/|QJgjpqy_]/u;
/** Letters are so high for their size: capitals and those of the small ones that reach up. */
const CAPITALS = 0.66;
const SMALL = 0.46;
const REACHES_UP = /[А-ЯЁA-Z\d«»б()/]/u;

/** Marks of words from several pictures of one page; all get the usual size of its letters. */
export function marksOfWords(read: readonly (readonly [readonly Word[], Placing])[]): readonly Mark[] {
  const size = median(read.flatMap(([words, { scale }]) => words.flatMap((word) => sizesOf(word, scale)))) ?? 10;
  return read.flatMap(([words, placing]) =>
    [...Map.groupBy(words, ({ line }) => line).values()].flatMap((line) => marksOfLine(line, placing, size)),
  );
}

function marksOfLine(line: readonly Word[], { left, top, scale }: Placing, size: number): readonly Mark[] {
  const bottoms = line.filter(({ text }) => !DESCENDS.test(text)).map(({ top: of, height }) => of + height);
  const lowest = Math.max(...line.map(({ top: of, height }) => of + height));
  const base = top + (median(bottoms) ?? lowest - (0.2 * size) / scale) * scale;
  return line.map(({ text, left: from, width }): Mark => {
    const [x0, x1] = [left + from * scale, left + (from + width) * scale];
    const turn = 0;
    // What the recogniser takes for two words are two, however near they stand.
    return {
      text: `${text} `,
      x: (x0 + x1) / 2,
      y: base - 0.3 * size,
      turn,
      from: x0,
      to: x1,
      base,
      size,
      bold: false,
    };
  });
}

/** What a word says of the size of its letters. */
function sizesOf({ text, height }: Word, scale: number): readonly number[] {
  if (DESCENDS.test(text) || !/\p{L}{2}/u.test(text)) return [];
  return [(height * scale) / (REACHES_UP.test(text) ? CAPITALS : SMALL)];
}

function median(of: readonly number[]): number | undefined {
  return of.toSorted((a, b) => a - b)[Math.floor(of.length / 2)];
}
