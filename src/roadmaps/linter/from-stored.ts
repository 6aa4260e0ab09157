/** A stored plan in the linter's shape, with what has been handed in for it. */
import type { Occurrence, StoredPlan } from '../model.ts';
import type { LintedPlan } from './model.ts';

export interface Carried extends Occurrence {
  /** Pieces of evidence handed in and not taken back. */
  readonly evidence: number;
}

/** @param occurrences of all measures of the plan; a draft has none. */
export function lintedFromStored(plan: StoredPlan, occurrences: readonly Carried[]): LintedPlan {
  const byMeasure = Map.groupBy(occurrences, ({ measureId }) => measureId);
  return {
    title: plan.title,
    schoolYear: plan.schoolYear,
    schoolYearGuessed: false,
    approval: { order: plan.approval.order, on: plan.approval.on },
    startsOn: plan.startsOn,
    endsOn: plan.endsOn,
    sections: plan.sections.map((section) => ({
      id: String(section.id),
      title: section.title === '' ? null : section.title,
      measures: section.measures.map((measure) => ({
        id: String(measure.id),
        number: measure.number,
        text: measure.text,
        deadline: measure.deadline.verbatim,
        windowsSet: measure.windowsSet,
        deadlineConfirmed: measure.deadlineConfirmed,
        conditionMet: measure.conditionMet,
        responsible: measure.parties
          .filter(({ part }) => part === 'responsible')
          .map(({ post, person, organisation, staffPostId }) => ({
            post,
            person,
            organisation,
            held: staffPostId !== null,
          })),
        result: measure.result === '' ? null : measure.result,
        kind: measure.kind,
        targets: measure.targets,
        warnings: measure.warnings,
        place: null,
        state: plan.state === 'draft' ? null : measure.state,
        occurrences: (byMeasure.get(measure.id) ?? []).map(({ id, dueOn, state, evidence }) => ({
          id: String(id),
          due: dueOn,
          state,
          evidence,
        })),
      })),
    })),
  };
}
