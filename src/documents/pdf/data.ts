/** The document as plain data for the layout program: every default decided, every character one that the font has. */
import { placed } from '../grid.ts';
import {
  CELL_PADDING,
  columnWidths,
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
import type { Block, DocumentPart, OfficeDocument, Table, Words } from '../model.ts';
import { linesOf } from '../words.ts';

export interface Setting {
  readonly font: string;
  /** Characters that the font does not have become a visible square. */
  readonly inFont: (text: string) => string;
  /** The same, and with the breaks of lines where they may be. */
  readonly shown: (text: string) => string;
}

/** @throws RangeError when the rows of a table do not fill its columns. */
export function layoutData(document: OfficeDocument, { font, inFont, shown }: Setting): unknown {
  const lines = (words: Words): unknown =>
    linesOf(words).map((line) =>
      line.map(({ text, bold = false, italic = false, raised = false }) => ({
        text: shown(text),
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
    parts: document.parts.map((part) => ({
      ...pageSize(part),
      textHeight: pageSize(part).height - MARGINS.top - MARGINS.bottom,
      leftMargin: part.leftMargin,
      fontSize: part.fontSize,
      lineSpacing: part.lineSpacing,
      blocks: part.blocks.flatMap((block) => blockData(block, part, lines)),
    })),
  };
}

function blockData(block: Block, part: DocumentPart, lines: (words: Words) => unknown): readonly unknown[] {
  switch (block.kind) {
    case 'heading':
      return [{ ...block, lines: lines(block.words) }];
    case 'paragraph':
      return [paragraphData(block, lines)];
    case 'list':
      return block.items.map(({ number, words }) => {
        const runs = typeof words === 'string' ? [{ text: words }] : words;
        return paragraphData({ kind: 'paragraph', words: [{ text: `${number} ` }, ...runs] }, lines);
      });
    case 'corner':
      return [
        {
          kind: 'corner',
          leftWidth: cornerLeft(textWidth(part)),
          left: block.left.map(({ words, above = 0 }) => ({ lines: lines(words), above })),
          right: block.right.map(({ words, above = 0 }) => ({ lines: lines(words), above })),
        },
      ];
    case 'table':
      return [tableData(block, part, lines)];
    case 'notes':
      return [
        {
          kind: 'notes',
          title: lines(block.title),
          items: block.items.map(({ mark, words }) => ({ mark: lines(mark), lines: lines(words) })),
        },
      ];
    case 'signature':
      return [
        {
          kind: 'signature',
          post: lines(block.post),
          person: lines(block.person),
          above: block.above ?? SIGNATURE_SPACE,
        },
      ];
    case 'pageBreak':
      return [{ kind: 'pageBreak' }];
  }
}

function paragraphData(block: Extract<Block, { kind: 'paragraph' }>, lines: (words: Words) => unknown): unknown {
  const { align = 'justify', above = 0, keepWithNext = false, narrow = false } = block;
  const indented = block.indented ?? align === 'justify';
  return { kind: 'paragraph', lines: lines(block.words), align, indented, above, keepWithNext, narrow };
}

function tableData(table: Table, part: DocumentPart, lines: (words: Words) => unknown): unknown {
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
        return {
          lines: lines(cell.words),
          columns,
          rows: cell.rows ?? 1,
          bold: cell.bold ?? header,
          align: cell.align ?? (header || columns > 1 ? 'center' : (table.columns[column].align ?? 'left')),
          width: widths.slice(column, column + columns).reduce((sum, each) => sum + each, 0),
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
