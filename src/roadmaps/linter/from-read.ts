/** A plan as it was read from a file, in the linter's shape. Its targets are proposals yet, and nothing of it is being carried out. */
import type { Roadmap } from '../reading/model.ts';
import type { LintedPlan } from './model.ts';

/** Sections are «s0», «s1» …, measures «s0m0», «s0m1» …: their places in the plan that was read. */
export function lintedFromRead(roadmap: Roadmap): LintedPlan {
  return {
    title: roadmap.title,
    schoolYear: Number(roadmap.schoolYear.slice(0, 4)),
    schoolYearGuessed: roadmap.problems.some(({ code }) => code.startsWith('schoolYear')),
    approval: { order: roadmap.approval.order, on: roadmap.approval.date },
    startsOn: null,
    endsOn: null,
    sections: roadmap.sections.map(({ title, measures }, section) => ({
      id: `s${section}`,
      title,
      measures: measures.map((measure, at) => ({
        id: `s${section}m${at}`,
        number: measure.number,
        text: measure.text,
        deadline: measure.deadline.verbatim,
        windowsSet: null,
        deadlineConfirmed: false,
        conditionMet: false,
        responsible: measure.responsible.map(({ post, person, organisation }) => ({
          post,
          person,
          organisation,
          held: false,
        })),
        result: measure.result,
        kind: measure.kind,
        targets: [],
        warnings: measure.warnings,
        place: measure.place,
        state: null,
        occurrences: [],
      })),
    })),
  };
}
