/** Ready forms to begin with: the common layout with tags where the words will stand. */
import type { Block, CornerLine, DocumentPart, OfficeDocument, Row } from '#src/documents/model.ts';
import { SIGNATURE_ROOM } from './approval.ts';
import { printed } from './text.ts';
import { BLANK } from './tags/text.ts';

function row(words: readonly string[]): Row {
  return { cells: words.map((each) => ({ words: each })) };
}

function documentOf(title: string, part: Omit<DocumentPart, 'blocks'>, blocks: readonly Block[]): OfficeDocument {
  return { title, author: null, day: '2026-01-01', parts: [{ ...part, blocks }] };
}

/** The word of approval, the post, the line to sign on, and when. */
function approvalOf([post, line, when]: readonly [string, string, string]): readonly CornerLine[] {
  return [
    { words: printed.approve },
    { words: post },
    { words: line, above: SIGNATURE_ROOM },
    { words: when, above: 3 },
  ];
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
      right: approvalOf(BLANK.approval),
    },
    { kind: 'heading', level: 1, words: BLANK.title, align: 'center' },
    {
      kind: 'table',
      fontSize: 12,
      exact: true,
      columns: [{ width: 13, align: 'center' }, { width: 92 }, { width: 40 }, { width: 60 }, { width: 62 }],
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
      exact: true,
      columns: [
        { width: 12, align: 'center' },
        { width: 66 },
        { width: 52 },
        { width: 25, align: 'center' },
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
      right: approvalOf(BLANK.reportApproval),
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
