/** Lines outside tables put together to paragraphs; blocks that stand side by side (СОГЛАСОВАНО, УТВЕРЖДАЮ) read one after the other. */
import type { Piece, TextLine } from './lines.ts';

export interface PageParagraph {
  readonly top: number;
  readonly text: string;
  readonly bold: boolean;
}

const BEGINS = /^(?:\d{1,2}(?:\.\d{1,2})*[.)]?\s|[IVXХ]+\.|[-–—•·*]\s|срок|ответственн|приложени|приказываю)/iu;

/** @param lines from above. */
export function paragraphsOf(lines: readonly TextLine[]): readonly PageParagraph[] {
  return joined(inOrder(lines));
}

/** A run of lines with two pieces each is two columns; a single such line is a line with a gap. */
function inOrder(lines: readonly TextLine[]): readonly Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < lines.length; ) {
    const end = sideBySide(lines, at);
    if (end - at < 2) {
      pieces.push(whole(lines[at]));
      at += 1;
      continue;
    }
    const block = lines.slice(at, end).flatMap((line) => line.pieces);
    const middle = (Math.min(...block.map(({ left }) => left)) + Math.max(...block.map(({ right }) => right))) / 2;
    pieces.push(
      ...block.filter(({ left, right }) => (left + right) / 2 < middle),
      ...block.filter(({ left, right }) => (left + right) / 2 >= middle),
    );
    at = end;
  }
  return pieces;
}

/** Where the run of two-column lines that begins here ends: behind its last line with two pieces. */
function sideBySide(lines: readonly TextLine[], start: number): number {
  if (lines[start].pieces.length !== 2) return start;
  let end = start + 1;
  for (let at = start + 1; at < lines.length && at < end + 3; at += 1) {
    const { pieces, base } = lines[at];
    if (base - lines[at - 1].base > 3 * pieces[0].size) break;
    if (pieces.length > 2) break;
    if (pieces.length === 2) end = at + 1;
  }
  return end;
}

function whole({ pieces }: TextLine): Piece {
  const [first] = pieces;
  return {
    ...first,
    text: pieces.map(({ text }) => text).join(' '),
    right: pieces.at(-1)!.right,
    bold: pieces.every(({ bold }) => bold),
  };
}

function joined(pieces: readonly Piece[]): readonly PageParagraph[] {
  const paragraphs: { top: number; text: string; bold: boolean }[] = [];
  const edge = Math.max(0, ...pieces.map(({ right }) => right));
  const start = Math.min(...pieces.map(({ left }) => left));
  let before: Piece | null = null;
  for (const piece of pieces) {
    const last = paragraphs.at(-1);
    const full =
      before !== null && before.right > edge - (edge - start) * 0.12 && before.left < start + 5 * before.size;
    const goesOn =
      full &&
      before !== null &&
      piece.base > before.base &&
      piece.base - before.base < 2 * before.size &&
      // The lines of a numbered item hang under its words.
      piece.left < start + (last !== undefined && BEGINS.test(last.text) ? 4 : 1.5) * before.size &&
      piece.bold === before.bold &&
      !BEGINS.test(piece.text);
    if (last !== undefined && goesOn) last.text = `${last.text}\n${piece.text}`;
    else paragraphs.push({ top: piece.base, text: piece.text, bold: piece.bold });
    before = piece;
  }
  return paragraphs;
}
