/** What a person does to rows of a draft: splits, joins, removes, adds, moves. Pure; every edit is a new draft. */
import type { ViewRow } from '../reading/source-view.ts';
import { numberOf, splitNumber } from '../reading/looks.ts';
import type { MeasureWarningCode } from '../reading/model.ts';
import { measuresInOrder } from './draft.ts';
import type { DraftMeasure, DraftSection, PlanDraft, ProblemAnswer } from './model.ts';

const BLANK: Omit<DraftMeasure, 'id'> = {
  number: null,
  text: '',
  deadline: '',
  windowsSet: null,
  deadlineConfirmed: false,
  parties: [],
  result: '',
  kind: null,
  targets: [],
  warnings: [],
  place: null,
  checked: true,
};

export function changeMeasure(draft: PlanDraft, id: string, change: Partial<Omit<DraftMeasure, 'id'>>): PlanDraft {
  const measure = draft.measures[id];
  if (measure === undefined) return draft;
  return { ...draft, measures: { ...draft.measures, [id]: { ...measure, ...change } } };
}

/** A new id: «n1», «n2», …; those once given in this draft are not given again while their measures stay. */
export function freshId(draft: PlanDraft): string {
  const taken = Object.keys(draft.measures).flatMap((id) => (id.startsWith('n') ? [Number(id.slice(1))] : []));
  return `n${Math.max(0, ...taken) + 1}`;
}

/** Adds a measure behind another one, or at the end of a section. */
export function addMeasure(
  draft: PlanDraft,
  where: { readonly after: string } | { readonly section: string },
  fields: Partial<Omit<DraftMeasure, 'id'>> = {},
): { readonly draft: PlanDraft; readonly id: string } {
  const id = freshId(draft);
  const sections = draft.sections.map((section): DraftSection => {
    if ('section' in where) {
      return section.id === where.section ? { ...section, measures: [...section.measures, id] } : section;
    }
    const at = section.measures.indexOf(where.after);
    return at < 0
      ? section
      : { ...section, measures: [...section.measures.slice(0, at + 1), id, ...section.measures.slice(at + 1)] };
  });
  return { draft: { ...draft, sections, measures: { ...draft.measures, [id]: { ...BLANK, ...fields, id } } }, id };
}

export function removeMeasure(draft: PlanDraft, id: string): PlanDraft {
  const { [id]: _gone, ...measures } = draft.measures;
  const sections = draft.sections.map((section) =>
    section.measures.includes(id) ? { ...section, measures: section.measures.filter((each) => each !== id) } : section,
  );
  return { ...draft, sections, measures };
}

/** One row that holds two measures: the words from `at` on become a measure of their own with the same deadline and people. */
export function splitMeasure(
  draft: PlanDraft,
  id: string,
  at: number,
): { readonly draft: PlanDraft; readonly id: string } {
  const measure = draft.measures[id];
  if (measure === undefined) return { draft, id };
  const { id: _id, ...fields } = measure;
  const first = changeMeasure(draft, id, { text: measure.text.slice(0, at).trim() });
  return addMeasure(first, { after: id }, { ...fields, number: null, text: measure.text.slice(at).trim() });
}

/** The measure before this one in the order of the plan, over the bounds of sections. */
export function before(draft: PlanDraft, id: string): DraftMeasure | null {
  const measures = measuresInOrder(draft);
  return measures[measures.findIndex((each) => each.id === id) - 1] ?? null;
}

/** Two rows that are one measure: words are put one behind the other, what the first lacks is taken from the second. */
export function joinWithPrevious(draft: PlanDraft, id: string): PlanDraft {
  const measure = draft.measures[id];
  const previous = before(draft, id);
  if (measure === undefined || previous === null) return draft;
  const joined = changeMeasure(draft, previous.id, {
    text: together(previous.text, measure.text),
    deadline: previous.deadline || measure.deadline,
    result: previous.result === measure.result ? previous.result : together(previous.result, measure.result),
    kind: previous.kind ?? measure.kind,
    parties: [
      ...previous.parties,
      ...measure.parties.filter(
        (party) =>
          !previous.parties.some(
            (each) =>
              each.post === party.post && each.person === party.person && each.organisation === party.organisation,
          ),
      ),
    ],
    targets: [
      ...previous.targets,
      ...measure.targets.filter(({ words }) => !previous.targets.some((each) => each.words === words)),
    ],
  });
  return removeMeasure(joined, id);
}

function together(first: string, second: string): string {
  if (first.trim() === '' || second.trim() === '') return first.trim() + second.trim();
  return `${first.trim()} ${second.trim()}`;
}

export function moveToSection(draft: PlanDraft, id: string, sectionId: string): PlanDraft {
  return {
    ...draft,
    sections: draft.sections.map((section) => {
      const without = section.measures.filter((each) => each !== id);
      return section.id === sectionId ? { ...section, measures: [...without, id] } : { ...section, measures: without };
    }),
  };
}

export function renameSection(draft: PlanDraft, id: string, title: string): PlanDraft {
  return {
    ...draft,
    sections: draft.sections.map((section) => (section.id === id ? { ...section, title } : section)),
  };
}

export function addSection(draft: PlanDraft, title = ''): PlanDraft {
  const taken = draft.sections.map(({ id }) => Number(id.slice(1)));
  const section = { id: `s${Math.max(0, ...taken) + 1}`, title, measures: [] };
  return { ...draft, sections: [...draft.sections, section] };
}

/** The heading goes, its measures follow those of the section before; of the first section, those of the next go before them. */
export function removeSection(draft: PlanDraft, id: string): PlanDraft {
  const at = draft.sections.findIndex((section) => section.id === id);
  const gone = draft.sections[at];
  if (gone === undefined || draft.sections.length === 1) return draft;
  const heir = at === 0 ? 1 : at - 1;
  return {
    ...draft,
    sections: draft.sections
      .map((section, index) =>
        index === heir
          ? {
              ...section,
              measures: at === 0 ? [...gone.measures, ...section.measures] : [...section.measures, ...gone.measures],
            }
          : section,
      )
      .filter((section) => section.id !== id),
  };
}

/** Keys of rows in the order of the source, to tell what stands before what. */
export type SourceOrder = ReadonlyMap<string, number>;

/** The last measure that stands before a place of the source; null where none does. */
export function measureBefore(draft: PlanDraft, place: string, order: SourceOrder): DraftMeasure | null {
  const limit = order.get(place);
  if (limit === undefined) return measuresInOrder(draft).at(-1) ?? null;
  let best: DraftMeasure | null = null;
  let bestAt = -1;
  for (const measure of measuresInOrder(draft)) {
    const at = measure.place === null ? -1 : (order.get(measure.place) ?? -1);
    if (at >= bestAt && at < limit && at >= 0) [best, bestAt] = [measure, at];
  }
  return best;
}

/** A row that was not understood, as a measure: a number if it begins with one, all other words as its text. */
export function measureOfRow(row: ViewRow | null, words: string): Partial<Omit<DraftMeasure, 'id'>> {
  const cells = row === null ? [words] : row.cells.map(({ text }) => text.replace(/\s*\n\s*/gu, ' ')).filter(Boolean);
  const [first = '', ...rest] = cells;
  const number = rest.length > 0 ? numberOf(first) : null;
  if (number !== null) return { number, text: rest.join(' '), place: row?.place ?? null, checked: false };
  const split = splitNumber(cells.join(' '));
  return { number: split.number, text: split.rest, place: row?.place ?? null, checked: false };
}

export function answerProblem(draft: PlanDraft, index: number, answer: ProblemAnswer | null): PlanDraft {
  const { [String(index)]: _old, ...answers } = draft.answers;
  return { ...draft, answers: answer === null ? answers : { ...answers, [String(index)]: answer } };
}

/** One kind of doubt, answered for all measures at once: the reading was right. What was read stays in the intake. */
export function settleKind(draft: PlanDraft, code: MeasureWarningCode): PlanDraft {
  const measures = Object.fromEntries(
    Object.entries(draft.measures).map(([id, measure]) => [
      id,
      measure.warnings.some((warning) => warning.code === code)
        ? { ...measure, warnings: measure.warnings.filter((warning) => warning.code !== code) }
        : measure,
    ]),
  );
  return { ...draft, measures };
}
