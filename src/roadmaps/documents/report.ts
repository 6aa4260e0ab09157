/** The monthly analytic report: title, period, text by sections, tables of figures, signature. */
import type { Block, Cell, OfficeDocument, Table } from '#src/documents/model.ts';
import { plainText } from '#src/documents/words.ts';
import { approvalLines } from './approval.ts';
import type { MonthReportDocument, ReportColumn, ReportTable, ReportValue } from './model.ts';
import { printed } from './text.ts';
import { capitalised, dayInWords, initialsFirst } from './words.ts';

/** Tables with more columns than this stand on landscape pages of their own. */
const MOST_UPRIGHT_COLUMNS = 6;
const FIGURES = {
  integer: new Intl.NumberFormat('ru-RU', { maximumFractionDigits: 0 }),
  decimal: new Intl.NumberFormat('ru-RU', { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
};

/** Columns and rows of a table as one line for each row: its name, and the rest with their headers. */
export function rowsInWords({
  columns,
  rows,
}: ReportTable): readonly { readonly name: string; readonly figures: string }[] {
  return rows.map((values) => {
    const [name, ...rest] = columns.map((column, index) => plainText(cellOf(values[index] ?? null, column).words));
    const figures = rest.map((words, index) => `${columns[index + 1].header.toLowerCase()}: ${words}`);
    return { name, figures: figures.join('; ') };
  });
}

export function monthReportDocument(report: MonthReportDocument): OfficeDocument {
  const { organisation, title, period, countedOn, approval, sections, tables, signer } = report;
  const upright: Block[] = [];
  if (organisation !== null || approval !== null) {
    upright.push({
      kind: 'corner',
      left: organisation === null ? [] : [{ words: organisation }],
      right:
        approval === null
          ? []
          : approvalLines({ ...approval, post: approval.post === null ? null : capitalised(approval.post) }),
    });
  }
  upright.push(
    { kind: 'heading', level: 1, words: `${title}\n${period}`, align: 'center' },
    { kind: 'paragraph', words: printed.countedOn(dayInWords(countedOn)), align: 'center', keepWithNext: true },
  );
  for (const section of sections) {
    upright.push({ kind: 'heading', level: 2, words: section.title, align: 'left' });
    for (const words of section.paragraphs) upright.push({ kind: 'paragraph', words });
  }
  const wide = tables.filter(({ columns }) => columns.length > MOST_UPRIGHT_COLUMNS);
  for (const table of tables) if (!wide.includes(table)) upright.push(...titled(table));
  const signature: Block[] =
    signer === null
      ? []
      : [{ kind: 'signature', post: capitalised(signer.post), person: initialsFirst(signer.person) }];
  return {
    title: `${title} ${period}`,
    author: organisation,
    day: report.day,
    parts: [
      { orientation: 'portrait', leftMargin: 20, fontSize: 14, lineSpacing: 1.15, blocks: [...upright, ...signature] },
      ...(wide.length === 0
        ? []
        : [
            {
              continued: true,
              orientation: 'landscape',
              leftMargin: 20,
              fontSize: 12,
              lineSpacing: 1,
              blocks: wide.flatMap(titled),
            } as const,
          ]),
    ],
  };
}

function titled(table: ReportTable): readonly Block[] {
  return [{ kind: 'heading', level: 2, words: table.title, align: 'left' }, tableOf(table)];
}

function tableOf({ title, columns, rows }: ReportTable): Table {
  return {
    kind: 'table',
    name: title,
    fontSize: 12,
    columns: columns.map(({ type = 'text', width }) => ({
      width: width ?? (type === 'text' ? 3 : 1.3),
      align: type === 'text' ? 'left' : 'right',
    })),
    header: [{ cells: columns.map(({ header }) => ({ words: header })) }],
    rows: rows.map((values) => ({ cells: columns.map((column, index) => cellOf(values[index] ?? null, column)) })),
  };
}

function cellOf(value: ReportValue, { type = 'text' }: ReportColumn): Cell {
  if (value === null || value === '') return { words: printed.notKnown };
  if (typeof value === 'string' || type === 'text') return { words: String(value) };
  const words = type === 'percent' ? `${FIGURES.decimal.format(value * 100)} %` : FIGURES[type].format(value);
  return { words, value: { number: value, format: type } };
}
