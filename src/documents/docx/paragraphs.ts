/** Words, headings, lists, corners, notes and signatures as paragraphs of Word. */
import { AlignmentType, type IParagraphOptions, type IRunOptions, Paragraph, Tab, TabStopType, TextRun } from 'docx';
import {
  CORNER_WIDTH,
  FIRST_LINE,
  HEADING_SPACE,
  NOTE_FONT_SIZE,
  SIGNATURE_SPACE,
  TITLE_SIZE,
  twips,
} from '../layout.ts';
import type {
  Align,
  DocumentPart,
  Heading,
  Notes,
  NumberedList,
  Paragraph as Block,
  Signature,
  Words,
} from '../model.ts';
import { theFonts } from '../fonts.ts';
import { loosened } from '../room.ts';
import { bound, boundShort, linesOf, plainText } from '../words.ts';

export const ALIGNMENT: Readonly<Record<Align, (typeof AlignmentType)[keyof typeof AlignmentType]>> = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.BOTH,
};

const TWIPS_PER_POINT = 20;
const SINGLE = 240;

const POINTS_PER_MM = 72 / 25.4;
/** Words of a line, where the room is not named: a third of an upright page. */
const USUAL_ROOM = { width: 60, size: 14 };

interface RunStyle {
  readonly bold?: boolean;
  readonly size?: number;
  /** Width of a line, millimetres. */
  readonly width?: number;
  /** Lines are spread to both margins: a no-break space does not grow with the others, so it stands where it must alone. */
  readonly spread?: boolean;
}

/** Runs of the words; a line break inside is a break of Word, not a new paragraph. */
export function runsOf(words: Words, all: RunStyle = {}): readonly TextRun[] {
  const { width = USUAL_ROOM.width, size = USUAL_ROOM.size } = all;
  const room = (width * POINTS_PER_MM) / size;
  return linesOf(words).flatMap((line, index) => {
    const runs = line.map(({ text, bold, italic, raised }, at) => {
      const options: IRunOptions = {
        text: all.spread === true ? bound(text) : loosened(boundShort(text), room, theFonts()),
        bold: bold ?? all.bold,
        italics: italic,
        superScript: raised,
        ...(all.size === undefined ? {} : { size: all.size * 2 }),
        ...(index > 0 && at === 0 ? { break: 1 } : {}),
      };
      return new TextRun(options);
    });
    return runs.length === 0 && index > 0 ? [new TextRun({ text: '', break: 1 })] : runs;
  });
}

export function spacing(
  lineSpacing: number,
  above = 0,
  below = 0,
): Pick<IParagraphOptions, 'spacing'> & { readonly spacing: object } {
  return {
    spacing: {
      line: Math.round(lineSpacing * SINGLE),
      lineRule: 'auto',
      before: above * TWIPS_PER_POINT,
      after: below * TWIPS_PER_POINT,
    },
  };
}

export function headingOf({ level, words, align }: Heading, { fontSize }: DocumentPart): Paragraph {
  return new Paragraph({
    style: level === 1 ? 'Heading1' : 'Heading2',
    alignment: ALIGNMENT[align],
    keepNext: true,
    keepLines: true,
    children: runsOf(words, { bold: true, size: level === 1 ? TITLE_SIZE : fontSize }),
  });
}

export function paragraphOf(block: Block, { lineSpacing }: DocumentPart, width: number): Paragraph {
  const align = block.align ?? 'justify';
  const firstLine = (block.indented ?? align === 'justify') ? twips(FIRST_LINE) : 0;
  return new Paragraph({
    alignment: ALIGNMENT[align],
    keepNext: block.keepWithNext,
    indent: { firstLine, right: block.narrow ? twips(width - CORNER_WIDTH) : 0 },
    ...spacing(lineSpacing, block.above),
    children: runsOf(block.words, { spread: align === 'justify' }),
  });
}

export function listOf({ items }: NumberedList, { lineSpacing }: DocumentPart): readonly Paragraph[] {
  return items.map(
    ({ number, words }) =>
      new Paragraph({
        alignment: AlignmentType.BOTH,
        indent: { firstLine: twips(FIRST_LINE) },
        ...spacing(lineSpacing),
        children: [new TextRun({ text: `${number} ` }), ...runsOf(words, { spread: true })],
      }),
  );
}

export function notesOf({ title, items }: Notes): readonly Paragraph[] {
  return [
    new Paragraph({
      keepNext: true,
      ...spacing(1, HEADING_SPACE.aboveSection, HEADING_SPACE.belowSection),
      children: runsOf(title, { bold: true, size: NOTE_FONT_SIZE }),
    }),
    ...items.map(
      ({ mark, words }) =>
        new Paragraph({
          keepLines: true,
          indent: { left: twips(NOTE_INDENT), hanging: twips(NOTE_INDENT) },
          tabStops: [{ type: TabStopType.LEFT, position: twips(NOTE_INDENT) }],
          ...spacing(1, 2),
          children: [
            new TextRun({ children: [mark, new Tab()], size: NOTE_FONT_SIZE * 2 }),
            ...runsOf(words, { size: NOTE_FONT_SIZE }),
          ],
        }),
    ),
  ];
}

/** Width of the marks of notes, millimetres. */
const NOTE_INDENT = 9;

/** The last line of the post carries the name at the right margin. */
export function signatureOf({ post, person, above = SIGNATURE_SPACE }: Signature, width: number): readonly Paragraph[] {
  const lines = plainText(post).split('\n');
  return lines.map((line, index) => {
    const last = index === lines.length - 1;
    return new Paragraph({
      keepNext: !last,
      keepLines: true,
      ...spacing(1, index === 0 ? above : 0),
      tabStops: [{ type: TabStopType.RIGHT, position: twips(width) }],
      children: last ? [new TextRun({ children: [bound(line), new Tab(), bound(plainText(person))] })] : runsOf(line),
    });
  });
}
