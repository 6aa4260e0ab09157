/**
 * Why a line of print ends: because the room ended, so that the text goes on, or because the writer began a new one. Where the first
 * word below would still have found room above, the writer ended the line; otherwise the words decide.
 */
import { joinLines } from '../hyphens.ts';
import { beginsParty, beginsPostInSmall, endsWithPerson } from '../parties.ts';
import type { Piece, TextLine } from './lines.ts';

/** Where the lines of a text may reach from and to; points of the page. */
export interface Room {
  readonly left: number;
  readonly right: number;
}

/** Width of a space and what typesetting may be off, in sizes of the letters. */
const SPACE_WIDTH = 0.22;
const SLACK = 0.3;
/** A step between two lines that is this much longer than the usual one parts two paragraphs. */
const WIDER = 1.3;

/** The room between the borders of a column: as much is left free on the right as the nearest letters leave on the left. */
export function roomBetween(border: Room, texts: readonly (readonly TextLine[])[]): Room {
  const lines = texts.flat().filter(({ turn }) => turn === 0);
  const lefts = lines.map(({ pieces }) => pieces[0].left);
  const rights = lines.map(({ pieces }) => pieces.at(-1)!.right);
  const free = Math.max(0, Math.min(...lefts.map((left) => left - border.left)));
  return { left: border.left + free, right: Math.max(border.right - free, ...rights) };
}

/** The room that the lines of a column have filled: it may be wider. */
export function roomOf(texts: readonly (readonly TextLine[])[]): Room {
  const lines = texts.flat().filter(({ turn }) => turn === 0);
  return {
    left: Math.min(...lines.map(({ pieces }) => pieces[0].left)),
    right: Math.max(...lines.map(({ pieces }) => pieces.at(-1)!.right)),
  };
}

/** The usual step from line to line within the texts, in sizes of the letters; null where no text has two lines. */
export function stepOf(texts: readonly (readonly TextLine[])[]): number | null {
  const steps = texts
    .flatMap((lines) =>
      lines
        .slice(1)
        .map(({ base, pieces, turn }, index) => (turn === 0 ? base - lines[index].base : 0) / pieces[0].size),
    )
    .filter((step) => step > 0.7)
    .toSorted((a, b) => a - b);
  return steps.length === 0 ? null : steps[Math.floor(steps.length / 3)];
}

/** The lines of a cell, those that only its width has parted put together again; the others are kept apart by «\n». */
export function unwrapped(lines: readonly TextLine[], room: Room, step: number | null): string {
  let text = '';
  lines.forEach(({ pieces, base, turn }, index) => {
    const words = pieces.map((piece) => piece.text).join(' ');
    const above = lines[index - 1];
    if (above === undefined) {
      text = words;
      return;
    }
    const far = step !== null && base - above.base > step * WIDER * pieces[0].size;
    const wraps =
      turn === 0 &&
      above.turn === 0 &&
      !far &&
      !fits(lineOf(above.pieces), pieces[0], lineOf(pieces), room) &&
      !beginsAnew(text.slice(text.lastIndexOf('\n') + 1), words);
    text = wraps ? joinLines(text, words) : `${text}\n${words}`;
  });
  return text;
}

/** Whether the first word of a line would have found room at the end of the line above. */
export function fits(
  above: Pick<Piece, 'left' | 'right'>,
  first: Pick<Piece, 'left' | 'wordEnd' | 'size'>,
  below: Pick<Piece, 'left' | 'right'>,
  room: Room,
): boolean {
  const { size } = first;
  const needed = SPACE_WIDTH * size + (first.wordEnd - first.left);
  // Lines set to the middle or to the right have free room on both sides.
  const toTheMiddle = Math.abs(middle(above) - middle(below)) < 0.5 * size;
  const toTheRight = Math.abs(above.right - below.right) < 0.3 * size;
  const free =
    Math.abs(above.left - below.left) > size && (toTheMiddle || toTheRight)
      ? room.right - room.left - (above.right - above.left)
      : room.right - above.right;
  return needed + SLACK * size <= free;
}

function middle({ left, right }: Pick<Piece, 'left' | 'right'>): number {
  return (left + right) / 2;
}

function lineOf(pieces: readonly Piece[]): Pick<Piece, 'left' | 'right'> {
  return { left: pieces[0].left, right: pieces.at(-1)!.right };
}

/** A word after which nothing can begin: a preposition, a legal form without its name, a title without its place. */
const OPEN =
  /(?:^|\s)(?:в|на|по|и|с|о|об|за|для|из|к|у|при|от|до|или|им\.|имени|г\.|№|школа|школы|лицей|лицея|гимназия|гимназии|центр|центра|мбоу|маоу|мкоу|моу|гбоу|мбу|мку|гбу|гау|гаудпо|гбудпо|кгбу|кгаоу|сош|оош|зам\.?|заместитель|\p{Lu}\.)$/iu;
/** The genitive of a place or an office, whose first letter is a capital: «Выдуманного района», «Управления образования». */
const GENITIVE =
  /^(?:\p{Lu}\p{Ll}+(?:ого|его|ой|ей|ых|их|ому|ова|ева|ина)|Управления|Комитета|Департамента|Отдела|Министерства|Центра|Школы|Гимназии|Лицея|Учреждения)(?!\p{L})/u;

/** Whether a line that stands below a full one begins something of its own, as far as its words tell. */
export function beginsAnew(above: string, below: string): boolean {
  if (/^[-–—•·*]\s|^\d{1,2}[.)]\s/u.test(below)) return true;
  if (/[-–—/(«,]$/u.test(above) || OPEN.test(above) || isOpen(above)) return false;
  if (!/^\p{Lu}/u.test(below)) return beginsPostInSmall(above, below);
  // Initials, abbreviations (УВР) and short names of organisations go on.
  if (/^\p{Lu}(?:\.|\p{Lu})/u.test(below)) return false;
  if (beginsParty(below)) return true;
  if (/^\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\s\p{Lu}\./u.test(below)) return endsWithPerson(above);
  return !GENITIVE.test(below);
}

/** A bracket or a quotation mark that was not closed. */
function isOpen(text: string): boolean {
  const count = (mark: string): number => text.split(mark).length - 1;
  return count('«') > count('»') || count('(') > count(')');
}

export function isBold(lines: readonly TextLine[]): boolean {
  return lines.length > 0 && lines.every(({ pieces }) => pieces.every(({ bold }) => bold));
}
