/** A plan with its remarks as numbered notes under the table, in the shape that documents are set from. Pure. */
import type { Language } from '#src/platform/ui/i18n.ts';
import type { LintedMeasure, LintedPlan, Remark, RemarkField, Severity } from './model.ts';
import { remarkInWords } from './text.ts';

export interface PrintedCell {
  readonly words: string;
  /** Numbers of the notes about it, in their order. */
  readonly notes: readonly number[];
}

export interface PrintedRow {
  readonly measureId: string;
  readonly number: PrintedCell;
  readonly text: PrintedCell;
  readonly deadline: PrintedCell;
  readonly responsible: PrintedCell;
  readonly result: PrintedCell;
  /** All notes of the row. */
  readonly noteNumbers: readonly number[];
}

export interface PrintedNote {
  /** From 1, in the order in which the notes are first met. */
  readonly number: number;
  /** What is seen and what can be done, in whole sentences. */
  readonly text: string;
  readonly severity: Severity;
}

export interface PrintedPlan {
  readonly title: string | null;
  /** Notes on the plan as a whole: they stand at its title. */
  readonly noteNumbers: readonly number[];
  readonly sections: readonly {
    readonly title: string | null;
    readonly noteNumbers: readonly number[];
    readonly rows: readonly PrintedRow[];
  }[];
  readonly notes: readonly PrintedNote[];
}

/** Columns that a note stands in; a note on anything else stands at the words of the measure. */
const COLUMNS: ReadonlySet<RemarkField> = new Set(['number', 'deadline', 'responsible', 'result']);

/** @param remarks of the same plan; only those given are printed, so that a person may leave some out. */
export function planWithNotes(plan: LintedPlan, remarks: readonly Remark[], language: Language): PrintedPlan {
  const notes = new Map<string, PrintedNote>();
  // The same words about several rows are one note, as in a book.
  const numberOf = (remark: Remark): number => {
    const { reason, todo } = remarkInWords(remark, language);
    const text = `${reason} ${todo}`;
    const known = notes.get(text) ?? { number: notes.size + 1, text, severity: remark.severity };
    notes.set(text, known);
    return known.number;
  };
  const numbersOf = (about: (remark: Remark) => boolean): readonly number[] => [
    ...new Set(remarks.filter(about).map(numberOf)),
  ];
  const noteNumbers = numbersOf(({ measureId, sectionId }) => measureId === null && sectionId === null);
  const sections = plan.sections.map((section) => ({
    title: section.title,
    noteNumbers: numbersOf(({ measureId, sectionId }) => measureId === null && sectionId === section.id),
    rows: section.measures.map((measure) => rowOf(measure, numbersOf)),
  }));
  return { title: plan.title, noteNumbers, sections, notes: [...notes.values()] };
}

function rowOf(
  measure: LintedMeasure,
  numbersOf: (about: (remark: Remark) => boolean) => readonly number[],
): PrintedRow {
  const cell = (column: RemarkField, words: string): PrintedCell => ({
    words,
    notes: numbersOf(
      ({ measureId, field }) =>
        measureId === measure.id && (field === column || (column === 'text' && !COLUMNS.has(field))),
    ),
  });
  const number = cell('number', measure.number ?? '');
  const text = cell('text', measure.text);
  const deadline = cell('deadline', measure.deadline);
  const parties = measure.responsible.map((party) =>
    [party.post, party.organisation, party.person].filter((part) => part !== null).join(', '),
  );
  const responsible = cell('responsible', parties.join('\n'));
  const result = cell('result', measure.result ?? '');
  const all = [number, text, deadline, responsible, result].flatMap(({ notes }) => notes);
  return { measureId: measure.id, number, text, deadline, responsible, result, noteNumbers: [...new Set(all)] };
}
