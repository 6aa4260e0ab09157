/** Tables of Word: the header repeats on every page and a row is not split; corners of requisites are a table without lines. */
import {
  BorderStyle,
  HeightRule,
  type ITableBordersOptions,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import { CELL_PADDING, cornerLeft, CORNER_WIDTH, twips } from '../layout.ts';
import { columnWidths } from '../column-widths.ts';
import { placed } from '../grid.ts';
import type { Corner, CornerLine, DocumentPart, Row, Table as Block } from '../model.ts';
import { ALIGNMENT, runsOf, spacing } from './paragraphs.ts';

const LINE = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const NO_LINES: ITableBordersOptions = {
  top: NO_LINE,
  bottom: NO_LINE,
  left: NO_LINE,
  right: NO_LINE,
  insideHorizontal: NO_LINE,
  insideVertical: NO_LINE,
};

/** @throws RangeError when the rows do not fill the columns. */
export function tableOf(block: Block, width: number): Table {
  const widths = columnWidths(block, width).map(twips);
  const all = [...block.header, ...block.rows];
  const cells = placed(all, widths.length);
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: sum(widths), type: WidthType.DXA },
    columnWidths: widths,
    borders: { top: LINE, bottom: LINE, left: LINE, right: LINE, insideHorizontal: LINE, insideVertical: LINE },
    margins: {
      marginUnitType: WidthType.DXA,
      left: twips(CELL_PADDING.x),
      right: twips(CELL_PADDING.x),
      top: twips(CELL_PADDING.y),
      bottom: twips(CELL_PADDING.y),
    },
    rows: all.map((row, index) => rowOf(row, index < block.header.length, cells[index], block, widths)),
  });
}

function rowOf(
  row: Row,
  header: boolean,
  cells: ReturnType<typeof placed>[number],
  { columns, fontSize }: Block,
  widths: readonly number[],
): TableRow {
  const inner = (column: number, span: number): number =>
    (sum(widths.slice(column, column + span)) * 25.4) / 1440 - 2 * CELL_PADDING.x;
  return new TableRow({
    tableHeader: header,
    cantSplit: true,
    ...(row.height === undefined ? {} : { height: { value: twips(row.height), rule: HeightRule.ATLEAST } }),
    children: cells.map(({ cell, column }) => {
      const span = cell.columns ?? 1;
      const align = cell.align ?? (header || span > 1 ? 'center' : (columns[column].align ?? 'left'));
      return new TableCell({
        columnSpan: span > 1 ? span : undefined,
        rowSpan: (cell.rows ?? 1) > 1 ? cell.rows : undefined,
        width: { size: sum(widths.slice(column, column + span)), type: WidthType.DXA },
        verticalAlign: header || row.height !== undefined ? VerticalAlign.CENTER : VerticalAlign.TOP,
        children: [
          new Paragraph({
            alignment: ALIGNMENT[align],
            keepNext: header || row.keepWithNext === true,
            ...spacing(1),
            children: runsOf(cell.words, { bold: cell.bold ?? header, size: fontSize, width: inner(column, span) }),
          }),
        ],
      });
    }),
  });
}

/** What stands in the corner keeps together and is as wide as the standard allows. */
export function cornerOf(
  { left, right, above = 0 }: Corner,
  width: number,
  part: DocumentPart,
): readonly (Paragraph | Table)[] {
  const rightWidth = twips(CORNER_WIDTH);
  const leftWidth = twips(width) - rightWidth;
  const cell = (lines: readonly CornerLine[], size: number, gap: number): TableCell =>
    new TableCell({
      width: { size, type: WidthType.DXA },
      margins: { marginUnitType: WidthType.DXA, left: 0, right: gap, top: 0, bottom: 0 },
      children:
        lines.length === 0
          ? [new Paragraph({})]
          : lines.map(
              ({ words, above }) =>
                new Paragraph({ ...spacing(1, above), children: runsOf(words, { size: part.fontSize }) }),
            ),
    });
  const table = new Table({
    layout: TableLayoutType.FIXED,
    width: { size: leftWidth + rightWidth, type: WidthType.DXA },
    columnWidths: [leftWidth, rightWidth],
    borders: NO_LINES,
    rows: [
      new TableRow({
        cantSplit: true,
        children: [cell(left, leftWidth, leftWidth - twips(cornerLeft(width))), cell(right, rightWidth, 0)],
      }),
    ],
  });
  if (above === 0) return [table];
  // Tables have no space above them in Word: an empty line as high as the space has to stand for it.
  return [
    new Paragraph({ spacing: { line: above * 20, lineRule: 'exact', before: 0, after: 0 }, keepNext: true }),
    table,
  ];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
