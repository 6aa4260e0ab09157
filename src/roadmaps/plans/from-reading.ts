/** From a plan as it was read to one that can be stored. Nothing is repaired: words stay as printed, doubts stay beside them. */
import type { MeasureParty } from '../model.ts';
import type { Approval, Measure, Party, Roadmap } from '../reading/model.ts';
import { parties } from '../reading/parties.ts';
import type { NewMeasure, NewPlan } from './model.ts';

/** Titles are printed over several lines and may be missing; a stored plan has one line. */
export function newPlanOf(roadmap: Roadmap, untitled = 'План мероприятий'): NewPlan {
  return {
    title: roadmap.title?.replace(/\s+/gu, ' ').trim() || untitled,
    schoolYear: Number(roadmap.schoolYear.slice(0, 4)),
    approval: { ...approver(roadmap.approval), order: roadmap.approval.order, on: roadmap.approval.date },
    startsOn: null,
    endsOn: null,
    preamble: '',
    sections: roadmap.sections.map(({ title, measures }) => ({
      title: title ?? '',
      measures: measures.map(newMeasureOf),
    })),
  };
}

export function newMeasureOf(measure: Measure): NewMeasure {
  return {
    number: measure.number,
    text: measure.text,
    deadline: measure.deadline.verbatim,
    result: measure.result ?? '',
    kind: measure.kind,
    targets: measure.targets,
    warnings: measure.warnings,
    parties: measure.responsible.map(partyOf),
  };
}

/** The first party named answers, as in the plans themselves; a person may make others co-executors. */
function partyOf(party: Party): MeasureParty {
  return { part: 'responsible', ...party, staffPostId: null };
}

/** «Директор МБОУ … И. И. Иванова» as post and person; what cannot be told apart is the post. */
function approver({ by }: Approval): { post: string | null; person: string | null } {
  if (by === null) return { post: null, person: null };
  const person = parties(by).find((party) => party.person !== null)?.person ?? null;
  const post = (person === null ? by : by.replace(person, ' '))
    .replace(/\s+/gu, ' ')
    .replace(/[\s,]+$/u, '')
    .trim();
  return { post: post || null, person };
}
