/** A deadline before the order that approves the plan, or outside the plan's period. */
import { schoolYearWindow } from '../../deadline/calendar.ts';
import { iso } from '../../deadline/days.ts';
import type { Expression, Window } from '../../deadline/model.ts';
import { parseDeadline } from '../../deadline/parse.ts';
import { resolveDeadline } from '../../deadline/resolve.ts';
import type { LintedPlan, Mend } from '../model.ts';
import type { Review, Reviewed } from '../review.ts';
import { eachMeasure, remarkOn } from '../rule.ts';
import { inSchoolYear, partsOf, reworded } from '../rewrite.ts';

/** They say the whole year or the whole plan, and are cut to the plan's period by their meaning. */
const FRAMES: ReadonlySet<Expression['kind']> = new Set([
  'schoolYear',
  'continuous',
  'planPeriod',
  'repeat',
  'termEnds',
]);

interface Bounds {
  readonly first: string;
  readonly last: string;
}

/** The month before the school year belongs to the plan: plans are approved at the end of August. */
function boundsOf({ schoolYear, startsOn, endsOn }: LintedPlan): Bounds {
  return { first: startsOn ?? iso(schoolYear, 8, 1), last: endsOn ?? schoolYearWindow(schoolYear).to };
}

export const outsidePlan = eachMeasure(['beforeApproval', 'outsidePlan'], function* (one, review) {
  const { measure } = one;
  const frame = partsOf(one.deadline.expression).every(({ kind }) => FRAMES.has(kind));
  if (frame && measure.windowsSet === null) return;
  const { windows } = one.resolved;
  const approved = review.plan.approval.on;
  const early = windows.find(({ to }) => approved !== null && to !== null && to < approved);
  const bounds = boundsOf(review.plan);
  const outside = windows.find((window) => window !== early && isOutside(window, bounds));
  if (early !== undefined) {
    yield remarkOn(one, 'beforeApproval', 'mend', 'deadline', {
      words: measure.deadline,
      facts: { day: approved ?? '', last: early.to ?? '' },
      mend: shifted(one, review),
    });
  }
  if (outside !== undefined) {
    yield remarkOn(one, 'outsidePlan', 'mend', 'deadline', {
      words: measure.deadline,
      facts: { day: bounds.first, last: bounds.last, value: outside.to ?? outside.from ?? '' },
      mend: shifted(one, review),
    });
  }
});

function isOutside({ from, to }: Window, { first, last }: Bounds): boolean {
  const end = to ?? from;
  return end !== null && (end > last || end < first);
}

/** The same days in the plan's own year, where that alone puts everything right: a slip of the year. */
function shifted({ measure, deadline }: Reviewed, { plan, deadlineContext }: Review): Mend | null {
  if (measure.windowsSet !== null) return null;
  const value = reworded(deadline, inSchoolYear(deadline.expression, plan.schoolYear));
  const { windows } = resolveDeadline(parseDeadline(value), deadlineContext);
  const bounds = boundsOf(plan);
  const right = windows.every(
    (window) => !isOutside(window, bounds) && (plan.approval.on === null || (window.to ?? '9') >= plan.approval.on),
  );
  return right && windows.length > 0 && value !== measure.deadline
    ? { kind: 'setField', measureId: measure.id, field: 'deadline', value }
    : null;
}
