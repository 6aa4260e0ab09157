/** Letters put together to lines of text, and lines to pieces where a wide gap parts them. */
import type { Mark } from './model.ts';

export interface Piece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Where its first word ends, or the part of it up to a hyphen. */
  readonly wordEnd: number;
  readonly base: number;
  readonly size: number;
  readonly bold: boolean;
}

export interface TextLine {
  readonly base: number;
  readonly turn: Mark['turn'];
  readonly pieces: readonly Piece[];
}

/** A gap between two letters that is a space, and one that parts two columns: parts of the size of the letters. */
export const SPACE = 0.18;
const COLUMN_GAP = 1.6;
/** Letters on one base line; raised and lowered ones belong to it as well. */
const SAME_BASE = 0.45;

/**
 * Lines from above, each with its pieces from the left. Marks of another turn make lines of their own at the end.
 * @param gap what parts two pieces, in sizes of the letters.
 */
export function linesOfMarks(marks: readonly Mark[], gap = COLUMN_GAP): readonly TextLine[] {
  const lines: TextLine[] = [];
  for (const turn of [0, 1, 2, 3] as const) {
    const rows: { base: number; size: number; marks: Mark[] }[] = [];
    for (const mark of marks.filter((each) => each.turn === turn).toSorted((a, b) => a.base - b.base)) {
      const row = rows.at(-1);
      const near = row !== undefined && mark.base - row.base <= SAME_BASE * Math.max(row.size, mark.size);
      if (!near) rows.push({ base: mark.base, size: mark.size, marks: [mark] });
      else {
        row.marks.push(mark);
        if (mark.size > row.size) [row.base, row.size] = [mark.base, mark.size];
      }
    }
    for (const row of rows) {
      const pieces = piecesOf(row.marks, gap);
      if (pieces.length > 0) lines.push({ base: row.base, turn, pieces });
    }
  }
  return lines;
}

function piecesOf(marks: readonly Mark[], gap: number): readonly Piece[] {
  const pieces: Piece[] = [];
  let open: Mark[] = [];
  const flush = (): void => {
    const piece = pieceOf(open);
    if (piece !== null) pieces.push(piece);
    open = [];
  };
  let before: Mark | null = null;
  for (const mark of undoubled(marks)) {
    // Spaces fill the gaps of justified text: only the distance between letters tells columns apart.
    if (mark.text.trim() === '') {
      open.push(mark);
      continue;
    }
    if (before !== null && mark.from - before.to > gap * Math.max(mark.size, before.size)) flush();
    open.push(mark);
    before = mark;
  }
  flush();
  return pieces;
}

/** A letter drawn twice for boldness is one letter. */
function undoubled(marks: readonly Mark[]): readonly Mark[] {
  const sorted = marks.toSorted((a, b) => a.from - b.from);
  return sorted.filter((mark, index) => {
    const before = sorted[index - 1];
    return (
      before === undefined ||
      before.text !== mark.text ||
      mark.text.trim() === '' ||
      mark.from - before.from > 0.25 * (mark.to - mark.from)
    );
  });
}

function pieceOf(marks: readonly Mark[]): Piece | null {
  const letters = marks.filter(({ text }) => text.trim() !== '');
  const [first] = letters;
  const last = letters.at(-1);
  if (first === undefined || last === undefined) return null;
  let text = '';
  let end: number | null = null;
  let wordEnd: number | null = null;
  for (const mark of marks) {
    const blank = mark.text.trim() === '';
    if (!blank && end !== null && mark.from - end > SPACE * mark.size && !text.endsWith(' ')) text += ' ';
    if (end !== null && text.trim() !== '' && breaksBetween(text, mark.text)) wordEnd ??= end;
    text += blank && mark.text !== '\u00a0' ? ' ' : mark.text;
    end = mark.to;
  }
  const bold = letters.filter((mark) => mark.bold).length >= letters.length * 0.8;
  const words = softHyphens(text.replace(/\s+/gu, ' ').trim());
  return {
    text: words,
    left: first.from,
    right: last.to,
    wordEnd: wordEnd ?? last.to,
    base: first.base,
    size: first.size,
    bold,
  };
}

/** Whether a line may end between the two: at a space, behind a dash, and behind a hyphen or stroke that no figure follows. */
function breaksBetween(before: string, after: string): boolean {
  if (after.trim() === '') return after !== '\u00a0';
  return /[ –—]$/u.test(before) || (/[/-]$/u.test(before) && !/^\d/u.test(after));
}

/** Print has no invisible letters: a soft hyphen that was printed is a hyphen. */
function softHyphens(text: string): string {
  return text.replaceAll('\u00ad', '-');
}
