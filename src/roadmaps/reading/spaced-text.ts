/**
 * A text whose columns are kept apart by spaces, as printing to text leaves it: every letter has its place on the line, so that it is
 * read as a page of print is.
 */
import type { Block } from './blocks.ts';
import { nameOf } from './header.ts';
import { blocksOfPages } from './pages/blocks-of-pages.ts';
import type { Mark, Page } from './pages/model.ts';

/** Letters of a typewriter, in points. */
const WIDTH = 6;
const HEIGHT = 12;
const SIZE = 10;
const MOST_LETTERS = 200_000;

/** Null for a text of another kind. */
export function readSpacedText(lines: readonly string[]): readonly Block[] | null {
  const spaced = lines.filter((line) => /\S {2,}\S.*\S {2,}\S/u.test(line)).length;
  const named = lines.some((line) => {
    const names = line.trim().split(/ {2,}/u);
    return names.filter((name) => nameOf(name) !== null).length >= Math.max(3, names.length * 0.6);
  });
  const letters = lines.reduce((sum, line) => sum + line.length, 0);
  if (spaced < 3 || !named || letters > MOST_LETTERS) return null;
  return placed(blocksOfPages([pageOf(lines)]));
}

function pageOf(lines: readonly string[]): Page {
  const marks = lines.flatMap((line, row) =>
    Array.from(line.replaceAll('\f', ''), (text, column): Mark => {
      const from = column * WIDTH;
      const base = (row + 1) * HEIGHT;
      return {
        text,
        x: from + WIDTH / 2,
        y: base - SIZE / 3,
        turn: 0,
        from,
        to: from + WIDTH,
        base,
        size: SIZE,
        bold: false,
      };
    }),
  );
  const width = Math.max(1, ...lines.map(({ length }) => length)) * WIDTH;
  return { number: 1, width, height: (lines.length + 1) * HEIGHT, marks, rules: [] };
}

/** Places as in other texts with tables: the pages of print are ours and not the text's. */
function placed(blocks: readonly Block[]): readonly Block[] {
  let tables = 0;
  let paragraphs = 0;
  return blocks.map((block) => {
    if (block.kind === 'paragraph') return { ...block, place: `абзац ${(paragraphs += 1)}` };
    const place = `таблица ${(tables += 1)}`;
    return {
      ...block,
      place,
      rows: block.rows.map((row, index) => ({ ...row, place: `${place}, строка ${index + 1}` })),
    };
  });
}
