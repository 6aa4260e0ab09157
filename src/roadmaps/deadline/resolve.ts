/**
 * A deadline laid on a calendar: windows, due days, occurrences, and what a person should confirm. Everything that the words
 * leave open comes from the context (the plan's school year, its approval, the school's terms, attached calendars); where the
 * context says nothing either, the window stays open and a warning says why.
 */
import { type CalendarEvent, type SchoolCalendar, schoolYearWindow } from './calendar.ts';
import { iso } from './days.ts';
import { Ground } from './ground.ts';
import type { Deadline, DeadlineWarning, Expression, WarningCode, Window } from './model.ts';
import { recurrenceRule } from './recurrence.ts';
import { printedCapitals } from './references.ts';
import { deadlineType } from './type.ts';
import { windowsOf } from './windows.ts';

export interface DeadlineContext {
  /** Year of the plan's 1 September. */
  readonly schoolYear: number;
  /** Day of the approving order; a deadline before it is a defect of the plan. */
  readonly approvedOn?: string | null;
  /** Last day of the plan where it says one. */
  readonly planEnds?: string | null;
  readonly calendar?: SchoolCalendar | null;
  /** Calendars that the plan's references resolve to. */
  readonly events?: readonly CalendarEvent[];
}

export interface ResolvedDeadline {
  readonly verbatim: string;
  readonly type: string;
  /** One per occurrence, in their order; empty where nothing dated is known yet. */
  readonly windows: readonly Window[];
  /** RFC 5545, without DTSTART; null for what does not recur. */
  readonly recurrence: string | null;
  /** What has to be attached before the deadline has dates; null where nothing is missing or referred to. */
  readonly reference: string | null;
  readonly condition: string | null;
  readonly notes: readonly string[];
  /** A person has to confirm the reading. */
  readonly ambiguous: boolean;
  readonly warnings: readonly DeadlineWarning[];
}

const AMBIGUOUS: ReadonlySet<WarningCode> = new Set([
  'lostDash',
  'augustOfWhichYear',
  'untilMonth',
  'notUnderstood',
  'partNotUnderstood',
  'impossibleDate',
  'reversedRange',
]);

export function resolveDeadline(deadline: Deadline, context: DeadlineContext): ResolvedDeadline {
  const ground = new Ground(context, printedCapitals(deadline.verbatim));
  const windows = windowsOf(deadline.expression, ground);
  const warnings = [...deadline.warnings, ...ground.warnings, ...againstPlan(windows, context)];
  return {
    verbatim: deadline.verbatim,
    type: deadlineType(deadline),
    windows,
    recurrence: ruleOf(deadline.expression),
    reference: ground.references.join('; ') || null,
    condition: deadline.condition,
    notes: deadline.notes,
    ambiguous: warnings.some(({ code }) => AMBIGUOUS.has(code)),
    warnings,
  };
}

function ruleOf(expression: Expression): string | null {
  if (expression.kind === 'repeat') return recurrenceRule(expression);
  if (expression.kind !== 'both') return null;
  return expression.items.map(ruleOf).find((rule) => rule !== null) ?? null;
}

/** Deadlines outside the plan's own bounds: shown, never moved. */
function againstPlan(
  windows: readonly Window[],
  { approvedOn, planEnds, schoolYear }: DeadlineContext,
): DeadlineWarning[] {
  const warnings: DeadlineWarning[] = [];
  const lasts = windows.flatMap(({ from, to }) => to ?? from ?? []);
  if (approvedOn && lasts.some((last) => last < approvedOn)) warnings.push({ code: 'beforeApproval', words: null });
  // The month before the school year belongs to it: plans are approved at the end of August.
  const first = iso(schoolYear, 8, 1);
  const end = planEnds ?? schoolYearWindow(schoolYear).to;
  const outside = windows.some(({ from, to }) => (to ?? from ?? first) > end || (to ?? from ?? first) < first);
  if (outside) warnings.push({ code: 'outsidePlan', words: null });
  return warnings;
}
