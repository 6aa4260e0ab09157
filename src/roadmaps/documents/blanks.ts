/** Ready forms to begin with: the common layout with tags where the words will stand. */
import type { Block, DocumentPart, OfficeDocument, Row } from '#src/documents/model.ts';
import { printed } from './text.ts';
import { BLANK } from './tags/text.ts';

function row(words: readonly string[]): Row {
  return { cells: words.map((each) => ({ words: each })) };
}

function documentOf(title: string, part: Omit<DocumentPart, 'blocks'>, blocks: readonly Block[]): OfficeDocument {
  return { title, author: null, day: '2026-01-01', parts: [{ ...part, blocks }] };
}

const { column, acquaintanceColumn } = printed;

export const PLAN_BLANK = documentOf(
  BLANK.title,
  { orientation: 'landscape', leftMargin: 20, fontSize: 12, lineSpacing: 1 },
  [
    { kind: 'paragraph', words: BLANK.organisation, align: 'center' },
    {
      kind: 'corner',
      above: 10,
      left: [],
      right: [{ words: printed.approve }, ...BLANK.approval.map((words) => ({ words }))],
    },
    { kind: 'heading', level: 1, words: BLANK.title, align: 'center' },
    {
      kind: 'table',
      fontSize: 12,
      columns: [{ width: 26, align: 'center' }, { width: 88 }, { width: 40 }, { width: 55 }, { width: 58 }],
      header: [row([column.number, column.measure, column.deadline, column.responsible, column.result])],
      rows: [row(BLANK.measure)],
    },
    { kind: 'signature', post: BLANK.author, person: BLANK.authorName },
  ],
);

export const ORDER_BLANK = documentOf(
  BLANK.about,
  { orientation: 'portrait', leftMargin: 30, fontSize: 14, lineSpacing: 1.15 },
  [
    { kind: 'paragraph', words: BLANK.organisation, align: 'center' },
    { kind: 'heading', level: 1, words: printed.order, align: 'center' },
    { kind: 'signature', above: 0, post: BLANK.orderDate, person: printed.orderNumber(BLANK.orderNumber) },
    { kind: 'paragraph', words: BLANK.about, align: 'left', indented: false, above: 18, narrow: true },
    { kind: 'paragraph', words: BLANK.preamble, above: 18 },
    { kind: 'paragraph', words: printed.orders, align: 'left', indented: false, above: 12 },
    ...BLANK.points.map((words): Block => ({ kind: 'paragraph', words })),
    { kind: 'signature', post: BLANK.signer, person: BLANK.signerName },
  ],
);

export const ACQUAINTANCE_BLANK = documentOf(
  printed.acquaintance,
  { orientation: 'portrait', leftMargin: 20, fontSize: 13, lineSpacing: 1 },
  [
    { kind: 'paragraph', words: BLANK.organisation, align: 'center' },
    { kind: 'heading', level: 1, words: `${printed.acquaintance.toUpperCase()}\n${BLANK.subject}`, align: 'center' },
    {
      kind: 'table',
      fontSize: 12,
      columns: [
        { width: 24, align: 'center' },
        { width: 58 },
        { width: 48 },
        { width: 30, align: 'center' },
        { width: 25 },
      ],
      header: [
        row([
          acquaintanceColumn.number,
          acquaintanceColumn.name,
          acquaintanceColumn.post,
          acquaintanceColumn.date,
          acquaintanceColumn.signature,
        ]),
      ],
      rows: [row(BLANK.person)],
    },
  ],
);

const { sections, tables } = BLANK;

/** A tag that opens or closes a list stands in a paragraph of its own, which is not printed. */
const tagLine = (words: string): Block => ({ kind: 'paragraph', words, align: 'left', indented: false });

export const REPORT_BLANK = documentOf(
  BLANK.title,
  { orientation: 'portrait', leftMargin: 20, fontSize: 14, lineSpacing: 1.15 },
  [
    {
      kind: 'corner',
      left: [{ words: BLANK.organisation }],
      right: [{ words: printed.approve }, ...BLANK.reportApproval.map((words) => ({ words }))],
    },
    { kind: 'heading', level: 1, words: `${BLANK.title}\n${BLANK.period}`, align: 'center' },
    { kind: 'paragraph', words: BLANK.countedOn, align: 'center' },
    tagLine(sections.open),
    { kind: 'heading', level: 2, words: sections.title, align: 'left' },
    ...sections.paragraphs.map((words): Block => ({ kind: 'paragraph', words })),
    tagLine(sections.close),
    tagLine(tables.open),
    { kind: 'heading', level: 2, words: tables.title, align: 'left' },
    {
      kind: 'table',
      fontSize: 12,
      columns: [{ width: 1 }, { width: 2 }],
      header: [row([printed.report.school, printed.report.figures])],
      rows: [row(tables.row)],
    },
    tagLine(tables.close),
    { kind: 'signature', post: BLANK.author, person: BLANK.authorName },
  ],
);
