/** The plan in the official form: corner, title, one landscape table with sections as merged rows. */
import type { Block, CornerLine, DocumentPart, OfficeDocument, Row, Table, Words } from '#src/documents/model.ts';
import { approvalLines } from './approval.ts';
import type { PlanDocument, PrintedMeasure } from './model.ts';
import { printed } from './text.ts';
import { dayInPrint, initialsFirst, partyInPrint } from './words.ts';

interface Form {
  readonly state: boolean;
  readonly remarks: boolean;
}

/** Widths in millimetres of a landscape page with margins of 20 and 10: 267 together. */
const WIDTHS = { number: 13, measure: 92, deadline: 40, responsible: 60, result: 62 } as const;
const WIDTHS_WITH_STATE = { number: 13, measure: 80, deadline: 34, responsible: 48, result: 50 } as const;
const STATE_WIDTH = 42;
/** Points between the name of the organisation and the approval. */
const BELOW_ORGANISATION = 10;

export function planDocument(plan: PlanDocument): OfficeDocument {
  return documentOf(plan, { state: false, remarks: false });
}

/** With the linter's remarks as numbered notes; a raised number leads from the measure to the note. */
export function planWithRemarks(plan: PlanDocument): OfficeDocument {
  return documentOf(plan, { state: false, remarks: true });
}

/** With a sixth column: how far each measure is carried out. */
export function planWithState(plan: PlanDocument): OfficeDocument {
  return documentOf(plan, { state: true, remarks: false });
}

/** For a spreadsheet: the same without the signature, which stands on paper; below a table for work it would be one more row. */
export function planWorkbook(plan: PlanDocument): OfficeDocument {
  return planDocument({ ...plan, signer: null });
}

function documentOf(plan: PlanDocument, form: Form): OfficeDocument {
  return {
    title: plan.title,
    author: plan.organisation,
    day: plan.day,
    parts: [planPart(plan, approvalLines(plan.approval), form)],
  };
}

/** @param right requisites of the upper right corner: the approval, or the mark of an annex. */
export function planPart(
  plan: PlanDocument,
  right: readonly CornerLine[],
  form: Form = { state: false, remarks: false },
): DocumentPart {
  const notes: string[] = [];
  const table = tableOf(plan, form, notes);
  const all = [...notes, ...(form.remarks ? (plan.remarks ?? []) : [])];
  const blocks: Block[] = [
    ...(plan.organisation === null
      ? []
      : [{ kind: 'paragraph', words: plan.organisation, align: 'center', keepWithNext: true } as const]),
    { kind: 'corner', above: plan.organisation === null ? 0 : BELOW_ORGANISATION, left: [], right },
    { kind: 'heading', level: 1, words: plan.title, align: 'center' },
  ];
  if (!plan.title.includes(plan.schoolYear)) {
    blocks.push({ kind: 'paragraph', words: printed.schoolYear(plan.schoolYear), align: 'center', keepWithNext: true });
  }
  for (const words of (plan.preamble ?? '').split(/\n+/u)) {
    if (words.trim() !== '') blocks.push({ kind: 'paragraph', words });
  }
  blocks.push(table);
  if (all.length > 0) {
    const items = all.map((words, index) => ({ mark: `${index + 1})`, words }));
    blocks.push({ kind: 'notes', title: printed.remarks, items });
  }
  if (plan.signer) {
    blocks.push({ kind: 'signature', post: plan.signer.post, person: initialsFirst(plan.signer.person) });
  }
  return { orientation: 'landscape', leftMargin: 20, fontSize: 12, lineSpacing: 1, blocks };
}

function tableOf({ sections, day }: PlanDocument, form: Form, notes: string[]): Table {
  const { column } = printed;
  const widths = form.state ? WIDTHS_WITH_STATE : WIDTHS;
  const names: string[] = [column.number, column.measure, column.deadline, column.responsible, column.result];
  if (form.state) names.push(printed.stateOn(dayInPrint(day)));
  return {
    kind: 'table',
    name: printed.planSheet,
    fontSize: 12,
    columns: [
      { width: widths.number, align: 'center' },
      { width: widths.measure },
      { width: widths.deadline },
      { width: widths.responsible },
      { width: widths.result },
      ...(form.state ? [{ width: STATE_WIDTH }] : []),
    ],
    header: [{ cells: names.map((words) => ({ words })) }],
    rows: sections.flatMap(({ title, measures }): readonly Row[] => {
      const rows = measures.map((measure) => rowOf(measure, form, notes));
      if (title === null || title.trim() === '') return rows;
      return [{ keepWithNext: true, cells: [{ words: title, columns: names.length, bold: true }] }, ...rows];
    }),
  };
}

function rowOf(measure: PrintedMeasure, form: Form, notes: string[]): Row {
  const { number, text, deadline, responsible, result, state = '', remarks = [] } = measure;
  const marks = form.remarks ? remarks.map((words) => `${notes.push(words)})`) : [];
  // A mark stays with the word before it: alone on a line it belongs to nothing.
  const words: Words = marks.length === 0 ? text : [{ text }, { text: `\u00a0${marks.join('\u00a0')}`, raised: true }];
  return {
    cells: [
      { words: number ?? '' },
      { words },
      { words: deadline },
      { words: responsible.map(partyInPrint).join('\n') },
      { words: result },
      ...(form.state ? [{ words: state }] : []),
    ],
  };
}
