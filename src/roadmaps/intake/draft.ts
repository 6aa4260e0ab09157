/** The draft of a plan: from its reading, by patches to what a person wants, to what is stored. Pure. */
import { newPlanOf } from '../plans/from-reading.ts';
import type { NewPlan } from '../plans/model.ts';
import type { Roadmap } from '../reading/model.ts';
import type { DraftMeasure, DraftPatch, DraftSection, PlanDraft } from './model.ts';

/** @returns the same draft for the same reading: ids are the order of the measures */
export function draftOf(roadmap: Roadmap): PlanDraft {
  const plan = newPlanOf(roadmap, '');
  const measures: Record<string, DraftMeasure> = {};
  let count = 0;
  const sections = plan.sections.map((section, at): DraftSection => {
    const ids = section.measures.map((measure, index) => {
      count += 1;
      const id = `m${count}`;
      measures[id] = {
        id,
        number: measure.number,
        text: measure.text,
        deadline: measure.deadline,
        windowsSet: null,
        deadlineConfirmed: false,
        parties: measure.parties,
        result: measure.result,
        kind: measure.kind,
        targets: measure.targets,
        warnings: measure.warnings,
        place: roadmap.sections[at]?.measures[index]?.place ?? null,
        checked: false,
      };
      return id;
    });
    return { id: `s${at + 1}`, title: section.title, measures: ids };
  });
  return {
    head: { title: plan.title, schoolYear: plan.schoolYear, approval: plan.approval },
    sections: sections.length > 0 ? sections : [{ id: 's1', title: '', measures: [] }],
    measures,
    answers: {},
  };
}

/** The least that makes `after` of `before`; null when they are the same. Drafts are never changed in place. */
export function patchBetween(before: PlanDraft, after: PlanDraft): DraftPatch | null {
  const measures: Record<string, DraftMeasure | null> = {};
  for (const [id, measure] of Object.entries(after.measures)) {
    if (before.measures[id] !== measure) measures[id] = measure;
  }
  for (const id of Object.keys(before.measures)) if (after.measures[id] === undefined) measures[id] = null;
  const patch: DraftPatch = {
    ...(before.head === after.head ? {} : { head: after.head }),
    ...(before.sections === after.sections ? {} : { sections: after.sections }),
    ...(before.answers === after.answers ? {} : { answers: after.answers }),
    ...(Object.keys(measures).length === 0 ? {} : { measures }),
  };
  return Object.keys(patch).length === 0 ? null : patch;
}

export function applyPatch(draft: PlanDraft, patch: DraftPatch): PlanDraft {
  const measures: Record<string, DraftMeasure> = { ...draft.measures };
  for (const [id, measure] of Object.entries(patch.measures ?? {})) {
    if (measure === null) delete measures[id];
    else measures[id] = measure;
  }
  return {
    head: patch.head ?? draft.head,
    sections: patch.sections ?? draft.sections,
    measures,
    answers: patch.answers ?? draft.answers,
  };
}

/** Both patches as one: the later wins where they meet. */
export function mergedPatch(first: DraftPatch, second: DraftPatch): DraftPatch {
  const measures = { ...first.measures, ...second.measures };
  return { ...first, ...second, ...(Object.keys(measures).length === 0 ? {} : { measures }) };
}

/**
 * A patch made over an older draft, laid over a newer one: sections keep to measures that exist, and none is lost.
 */
export function rebased(newest: PlanDraft, patch: DraftPatch): PlanDraft {
  const draft = applyPatch(newest, patch);
  const placed = new Set<string>();
  const sections = draft.sections.map((section) => ({
    ...section,
    measures: section.measures.filter((id) => {
      if (draft.measures[id] === undefined || placed.has(id)) return false;
      placed.add(id);
      return true;
    }),
  }));
  const lost = Object.keys(draft.measures).filter((id) => !placed.has(id));
  const last = sections.at(-1);
  if (last !== undefined && lost.length > 0) {
    sections[sections.length - 1] = { ...last, measures: [...last.measures, ...lost] };
  }
  return { ...draft, sections };
}

export type DraftDefect = 'noTitle' | 'noMeasures' | 'emptyMeasure';

/** What keeps the draft from becoming a plan, with the measure it is about. */
export function draftDefects(draft: PlanDraft): readonly { readonly code: DraftDefect; readonly id: string | null }[] {
  const measures = measuresInOrder(draft);
  return [
    ...(draft.head.title.trim() === '' ? [{ code: 'noTitle' as const, id: null }] : []),
    ...(measures.length === 0 ? [{ code: 'noMeasures' as const, id: null }] : []),
    ...measures.filter(({ text }) => text.trim() === '').map(({ id }) => ({ code: 'emptyMeasure' as const, id })),
  ];
}

export function measuresInOrder({ sections, measures }: PlanDraft): readonly DraftMeasure[] {
  return sections.flatMap((section) => section.measures.flatMap((id) => measures[id] ?? []));
}

/** The plan as it is stored. Doubts that a person has settled do not follow it. */
export function planOfDraft(draft: PlanDraft): NewPlan {
  const { head } = draft;
  return {
    title: head.title.replace(/\s+/gu, ' ').trim(),
    schoolYear: head.schoolYear,
    approval: head.approval,
    startsOn: null,
    endsOn: null,
    preamble: '',
    sections: draft.sections
      .filter(({ title, measures }) => title.trim() !== '' || measures.length > 0)
      .map(({ title, measures }) => ({
        title: title.trim(),
        measures: measures.flatMap((id) => {
          const measure = draft.measures[id];
          if (measure === undefined) return [];
          const { id: _id, place: _place, checked, warnings, text, ...fields } = measure;
          return [{ ...fields, text: text.trim(), warnings: checked ? [] : warnings }];
        }),
      })),
  };
}
