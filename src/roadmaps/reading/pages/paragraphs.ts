/** Lines outside tables put together to paragraphs; blocks that stand side by side (СОГЛАСОВАНО, УТВЕРЖДАЮ) read one after the other. */
import type { Piece, TextLine } from './lines.ts';
import { beginsAnew, fits, type Room } from './wraps.ts';

export interface PageParagraph {
  readonly top: number;
  readonly text: string;
  readonly bold: boolean;
}

const BEGINS = /^(?:\d{1,2}(?:\.\d{1,2})*[.)]?\s|[IVXХ]+\.|[-–—•·*]\s|срок|ответственн|приложени|приказываю)/iu;

/** Words with a capital letter that begin what a head consists of. */
const HEADS =
  /^(?:П\s?Р\s?И\s?К\s?А\s?З|Приказ|РАСПОРЯЖЕНИЕ|УТВЕРЖД|Утвержд|СОГЛАСОВАН|Согласован|ПРИНЯТ|Принят|ПЛАН|План|ДОРОЖНАЯ|Дорожная)(?!\p{Ll}{4})/u;
/** Lines of a note of approval, which is narrow: its date, its order, room for a signature. */
const BLOCK =
  /^(?:приказ|распоряжени|от\s|№|_{3}|["«]?\s*(?:\d{1,2}|_+)\s*["»]?[.\s]+(?:\d{2}|\p{Ll}{3,8}|_+)[.\s]+\d{4})/iu;
const LABEL = /^(?:\d{1,2}(?:\.\d{1,2})*[.)]?|[IVXХ]{1,4}\.|[-–—•·*])$/u;
/** A tab behind the number of an item, in sizes of the letters. */
const FARTHEST = 5;
/** A line that takes so much of the room is a line of running text. */
const LONG = 0.6;

/**
 * @param lines from above.
 * @param room that the page gives to its text.
 */
export function paragraphsOf(lines: readonly TextLine[], room: Room): readonly PageParagraph[] {
  return joined(inOrder(lines.map(labelled)), room);
}

/** The number of an item and its text are one piece, however far the text stands from it. */
function labelled(line: TextLine): TextLine {
  const [label, text, ...others] = line.pieces;
  if (text === undefined || !LABEL.test(label.text) || text.left - label.right > FARTHEST * text.size) return line;
  const { right } = text;
  return {
    ...line,
    pieces: [{ ...label, right, text: `${label.text} ${text.text}`, bold: label.bold && text.bold }, ...others],
  };
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

function joined(pieces: readonly Piece[], room: Room): readonly PageParagraph[] {
  const paragraphs: { top: number; text: string; bold: boolean }[] = [];
  let before: Piece | null = null;
  for (const piece of pieces) {
    const last = paragraphs.at(-1);
    if (last !== undefined && before !== null && goesOn(before, piece, last.text, room)) {
      last.text = `${last.text}\n${piece.text}`;
    } else paragraphs.push({ top: piece.base, text: piece.text, bold: piece.bold });
    before = piece;
  }
  return paragraphs;
}

function goesOn(before: Piece, piece: Piece, text: string, room: Room): boolean {
  const step = piece.base - before.base;
  if (step <= 0 || step >= 2 * before.size || piece.bold !== before.bold) return false;
  if (BEGINS.test(piece.text) || HEADS.test(piece.text) || fits(before, piece, piece, room)) return false;
  const toTheMiddle = Math.abs(before.left + before.right - piece.left - piece.right) < 2 * piece.size;
  // A first line may stand inwards; the lines of a numbered item hang under its words.
  const hangs = BEGINS.test(text) ? 4 : 1.5;
  const below = piece.left > before.left - 5 * piece.size && piece.left < before.left + hangs * piece.size;
  if (!toTheMiddle && !below) return false;
  const long = before.right - before.left > LONG * (room.right - room.left);
  return long || !(BLOCK.test(piece.text) || beginsAnew(text.slice(text.lastIndexOf('\n') + 1), piece.text));
}
