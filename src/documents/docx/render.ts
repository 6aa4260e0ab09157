/** An official document as DOCX: real headings, tables with repeated headers, page numbers as fields; a clerk can go on with it. */
import {
  AlignmentType,
  Document,
  type FileChild,
  Header,
  type ISectionOptions,
  Packer,
  PageBreak,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from 'docx';
import { heldToSignature } from '../held.ts';
import { FONT, HEADING_SPACE, MARGINS, PAGE_NUMBER_FROM_EDGE, pageSize, textWidth, twips } from '../layout.ts';
import type { Block, DocumentPart, OfficeDocument } from '../model.ts';
import { settled } from '../settled.ts';
import { printable } from '../words.ts';
import { headingOf, listOf, notesOf, paragraphOf, signatureOf, spacing } from './paragraphs.ts';
import { cornerOf, tableOf } from './tables.ts';

export const DOCX_MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const LANGUAGE = 'ru-RU';

/**
 * The same document is the same bytes.
 *
 * @throws RangeError when the rows of a table do not fill its columns.
 */
export async function toDocx(document: OfficeDocument): Promise<Uint8Array> {
  const [first] = document.parts;
  const size = (first?.fontSize ?? 12) * 2;
  const heading = (above: number, below: number): object => ({
    run: { font: FONT, size, bold: true, color: '000000' },
    paragraph: { spacing: { before: above * 20, after: below * 20 }, keepNext: true },
  });
  const file = new Document({
    title: printable(document.title),
    creator: printable(document.author ?? ''),
    lastModifiedBy: printable(document.author ?? ''),
    description: '',
    styles: {
      default: {
        document: { run: { font: FONT, size, language: { value: LANGUAGE } } },
        heading1: heading(HEADING_SPACE.above, HEADING_SPACE.below),
        heading2: heading(HEADING_SPACE.aboveSection, HEADING_SPACE.belowSection),
      },
    },
    sections: document.parts.map(sectionOf),
  });
  return settled(await Packer.pack(file, 'uint8array'), document.day);
}

function sectionOf(part: DocumentPart): ISectionOptions {
  // Sides upright: the library turns them itself.
  const { width, height } = pageSize({ orientation: 'portrait' });
  return {
    properties: {
      titlePage: part.continued !== true,
      page: {
        size: {
          width: Math.round((width * 1440) / 25.4),
          height: Math.round((height * 1440) / 25.4),
          orientation: part.orientation === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          left: twips(part.leftMargin),
          right: twips(MARGINS.right),
          top: twips(MARGINS.top),
          bottom: twips(MARGINS.bottom),
          header: twips(PAGE_NUMBER_FROM_EDGE),
          footer: twips(PAGE_NUMBER_FROM_EDGE),
        },
        ...(part.continued === true ? {} : { pageNumbers: { start: 1 } }),
      },
    },
    headers: {
      first: new Header({ children: [new Paragraph({})] }),
      default: new Header({
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            children: [new TextRun({ children: [PageNumber.CURRENT], size: 24 })],
          }),
        ],
      }),
    },
    children: [...heldToSignature(part.blocks).flatMap((block) => childrenOf(block, part)), ...closing(part)],
  };
}

function childrenOf(block: Block, part: DocumentPart): readonly FileChild[] {
  const width = textWidth(part);
  switch (block.kind) {
    case 'heading':
      return [headingOf(block, part)];
    case 'paragraph':
      return [paragraphOf(block, part, width)];
    case 'list':
      return listOf(block, part);
    case 'corner':
      return cornerOf(block, width, part);
    case 'table':
      return [tableOf(block, width)];
    case 'notes':
      return notesOf(block);
    case 'signature':
      return signatureOf(block, width);
    case 'pageBreak':
      return [new Paragraph({ ...spacing(1), children: [new PageBreak()] })];
  }
}

/** Word wants a paragraph below a table; a line of one point makes no new page. */
function closing({ blocks }: DocumentPart): readonly Paragraph[] {
  if (blocks.at(-1)?.kind !== 'table') return [];
  return [
    new Paragraph({
      spacing: { line: 20, lineRule: 'exact', before: 0, after: 0 },
      children: [new TextRun({ text: '', size: 2 })],
    }),
  ];
}
