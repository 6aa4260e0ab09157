/** What the rules ask of a plan, computed once: deadlines read and laid on the calendar, words cut to their stems. */
import type { Deadline, DeadlineWarning, WarningCode } from '../deadline/model.ts';
import { parseDeadline } from '../deadline/parse.ts';
import { type DeadlineContext, type ResolvedDeadline, resolveDeadline } from '../deadline/resolve.ts';
import type { LintContext, LintedMeasure, LintedPlan, LintedSection } from './model.ts';
import { stemsOf } from './stems.ts';

/** A measure that is still to be carried out, with what was worked out about it. */
export interface Reviewed {
  readonly measure: LintedMeasure;
  readonly section: LintedSection;
  readonly deadline: Deadline;
  readonly resolved: ResolvedDeadline;
  /** Stems of the measure's words, and of its result's. */
  readonly stems: ReadonlySet<string>;
  readonly resultStems: ReadonlySet<string>;
}

export interface Review {
  readonly plan: LintedPlan;
  readonly context: LintContext;
  readonly deadlineContext: DeadlineContext;
  /** In the order of the plan; those withdrawn or not needed are left out. */
  readonly measures: readonly Reviewed[];
}

export function reviewOf(plan: LintedPlan, context: LintContext): Review {
  const deadlineContext: DeadlineContext = {
    schoolYear: plan.schoolYear,
    approvedOn: plan.approval.on,
    planEnds: plan.endsOn,
    calendar: context.calendar,
    events: context.events,
  };
  const measures = plan.sections.flatMap((section) =>
    section.measures.filter(isAlive).map((measure): Reviewed => {
      const deadline = parseDeadline(measure.deadline);
      const resolved = resolveDeadline(deadline, deadlineContext);
      return {
        measure,
        section,
        deadline,
        resolved:
          measure.windowsSet === null ? resolved : { ...resolved, windows: measure.windowsSet, reference: null },
        stems: stemsOf(measure.text),
        resultStems: stemsOf(measure.result ?? ''),
      };
    }),
  );
  return { plan, context, deadlineContext, measures };
}

function isAlive({ state }: LintedMeasure): boolean {
  return state !== 'withdrawn' && state !== 'notNeeded';
}

/** What the deadline language says of a deadline, unless a person has set its days or agreed with the reading. */
export function doubtOf({ measure, resolved }: Reviewed, code: WarningCode): DeadlineWarning | undefined {
  if (measure.windowsSet !== null || measure.deadlineConfirmed) return undefined;
  return resolved.warnings.find((warning) => warning.code === code);
}

/** Measures before and after one in the same section, as the table shows them. */
export function neighbours({ measures }: Review, { measure, section }: Reviewed): readonly Reviewed[] {
  const at = measures.findIndex((each) => each.measure.id === measure.id);
  return [measures[at - 1], measures[at + 1]].filter((each) => each?.section.id === section.id);
}
