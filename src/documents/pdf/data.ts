/** The document as plain data for the layout program: every default decided, every character one that the font has. */
import { columnWidths } from '../column-widths.ts';
import { placed } from '../grid.ts';
import { heldToSignature } from '../held.ts';
import {
  CELL_PADDING,
  cornerLeft,
  CORNER_WIDTH,
  FIRST_LINE,
  HEADING_SPACE,
  MARGINS,
  NOTE_FONT_SIZE,
  PAGE_NUMBER_FROM_EDGE,
  pageSize,
  SIGNATURE_SPACE,
  textWidth,
  TITLE_SIZE,
} from '../layout.ts';
import type { Block, CornerLine, DocumentPart, OfficeDocument, Table, Words } from '../model.ts';
import { linesOf } from '../words.ts';

export interface Setting {
  readonly font: string;
  /** Characters that the font does not have become a visible square. */
  readonly inFont: (text: string) => string;
  /** Words for lines of `room` sizes of type. */
  readonly fitted: (text: string, room: number) => string;
}

/** @param width of a line, millimetres. @param size of type, points. */
type Lines = (words: Words, width: number, size: number) => unknown;

const POINTS_PER_MM = 72 / 25.4;

/** @throws RangeError when the rows of a table do not fill its columns. */
export function layoutData(document: OfficeDocument, { font, inFont, fitted }: Setting): unknown {
  const lines: Lines = (words, width, size) =>
    linesOf(words).map((line) =>
      line.map(({ text, bold = false, italic = false, raised = false }) => ({
        text: fitted(text, (width * POINTS_PER_MM) / size),
        bold,
        italic,
        raised,
      })),
    );
  return {
    title: inFont(document.title),
    author: inFont(document.author ?? ''),
    day: document.day,
    font,
    margins: MARGINS,
    pageNumberFromEdge: PAGE_NUMBER_FROM_EDGE,
    firstLine: FIRST_LINE,
    cornerWidth: CORNER_WIDTH,
    padding: CELL_PADDING,
    noteSize: NOTE_FONT_SIZE,
    titleSize: TITLE_SIZE,
    headings: {
      title: { above: HEADING_SPACE.above, below: HEADING_SPACE.below },
      section: { above: HEADING_SPACE.aboveSection, below: HEADING_SPACE.belowSection },
    },
    parts: document.parts.map((part, index, all) => ({
      ...pageSize(part),
      countedFrom: all.findLastIndex(({ continued }, at) => at <= index && continued !== true),
      textHeight: pageSize(part).height - MARGINS.top - MARGINS.bottom,
      leftMargin: part.leftMargin,
      fontSize: part.fontSize,
      lineSpacing: part.lineSpacing,
      blocks: heldToSignature(part.blocks).flatMap((block) => blockData(block, part, lines)),
    })),
  };
}

function blockData(block: Block, part: DocumentPart, lines: Lines): readonly unknown[] {
  const width = textWidth(part);
  const inText = (words: Words, room = width, size: number = part.fontSize): unknown => lines(words, room, size);
  switch (block.kind) {
    case 'heading':
      return [{ ...block, lines: inText(block.words, width, block.level === 1 ? TITLE_SIZE : part.fontSize) }];
    case 'paragraph': {
      const { align = 'justify', above = 0, keepWithNext = false, narrow = false } = block;
      const indented = block.indented ?? align === 'justify';
      const words = inText(block.words, narrow ? CORNER_WIDTH : width);
      return [{ kind: 'paragraph', lines: words, align, indented, above, keepWithNext, narrow }];
    }
    case 'list':
      return block.items.flatMap(({ number, words }) => {
        const runs = typeof words === 'string' ? [{ text: words }] : words;
        return blockData({ kind: 'paragraph', words: [{ text: `${number} ` }, ...runs] }, part, lines);
      });
    case 'corner': {
      const side = (all: readonly CornerLine[], room: number): unknown =>
        all.map(({ words, above = 0 }) => ({ lines: inText(words, room), above }));
      const leftWidth = cornerLeft(width);
      return [
        {
          kind: 'corner',
          above: block.above ?? 0,
          leftWidth,
          left: side(block.left, leftWidth),
          right: side(block.right, CORNER_WIDTH),
        },
      ];
    }
    case 'table':
      return [tableData(block, part, lines)];
    case 'notes':
      return [
        {
          kind: 'notes',
          title: inText(block.title),
          items: block.items.map(({ mark, words }) => ({ mark: inText(mark), lines: inText(words) })),
        },
      ];
    case 'signature': {
      const { post, person, above = SIGNATURE_SPACE } = block;
      return [{ kind: 'signature', post: inText(post, width / 2), person: inText(person, width / 2), above }];
    }
    case 'pageBreak':
      return [{ kind: 'pageBreak' }];
  }
}

function tableData(table: Table, part: DocumentPart, lines: Lines): unknown {
  const widths = columnWidths(table, textWidth(part));
  const all = [...table.header, ...table.rows];
  const rows = placed(all, widths.length).map((cells, index) => {
    const header = index < table.header.length;
    return {
      keepWithNext: all[index].keepWithNext ?? false,
      last: index === all.length - 1,
      height: all[index].height ?? 0,
      cells: cells.map(({ cell, column }) => {
        const columns = cell.columns ?? 1;
        const width = widths.slice(column, column + columns).reduce((sum, each) => sum + each, 0);
        return {
          lines: lines(cell.words, width - 2 * CELL_PADDING.x, table.fontSize),
          columns,
          rows: cell.rows ?? 1,
          bold: cell.bold ?? header,
          align: cell.align ?? (header || columns > 1 ? 'center' : (table.columns[column].align ?? 'left')),
          width,
        };
      }),
    };
  });
  return {
    kind: 'table',
    widths,
    fontSize: table.fontSize,
    header: rows.slice(0, table.header.length),
    rows: rows.slice(table.header.length),
  };
}
