/** A deadline before the order that approves the plan, or outside the plan's period. */
import { schoolYearWindow } from '../../deadline/calendar.ts';
import { isDay, iso, partsOf as dayParts } from '../../deadline/days.ts';
import type { Expression, Window } from '../../deadline/model.ts';
import { parseDeadline } from '../../deadline/parse.ts';
import { resolveDeadline } from '../../deadline/resolve.ts';
import type { LintedPlan, Mend } from '../model.ts';
import type { Review, Reviewed } from '../review.ts';
import { eachMeasure, remarkOn } from '../rule.ts';
import { inSchoolYear, partsOf, reworded } from '../rewrite.ts';
import { rewriting, writing } from '../writing.ts';

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
      ...afterApproval(one, review, approved ?? ''),
    });
  }
  if (outside !== undefined) {
    yield remarkOn(one, 'outsidePlan', 'mend', 'deadline', {
      words: measure.deadline,
      facts: { day: bounds.first, last: bounds.last, value: outside.to ?? outside.from ?? '' },
      ...withinPlan(one, review, outside),
    });
  }
});

type Mends = { readonly mend: Mend; readonly otherMends: readonly Mend[] };

/** A slip of the year is mended; else the same day after the approval is proposed, or the day of the approval itself. */
function afterApproval(one: Reviewed, review: Review, approved: string): Mends {
  const { measure, deadline } = one;
  const year = shifted(one, review);
  if (year !== null) return { mend: year, otherMends: [writing(measure, 'deadline')] };
  const day = deadline.expression;
  const proposals: Mend[] = [];
  if (day.kind === 'day' || day.kind === 'until') {
    const next = [0, 1]
      .map((more) => ({ ...day, year: Number(approved.slice(0, 4)) + more }))
      .find((part) => isDay(part.year, part.month, part.day) && iso(part.year, part.month, part.day) >= approved);
    if (next !== undefined && !isOutside(windowOf(next), boundsOf(review.plan)))
      proposals.push(writing(measure, 'deadline', { value: reworded(deadline, next), source: 'afterApproval' }));
  }
  const onApproval = { kind: 'until', ...dayParts(approved) } as const;
  proposals.push(writing(measure, 'deadline', { value: reworded(deadline, onApproval), source: 'approvalDay' }));
  const [mend, ...otherMends] = proposals;
  return { mend: mend!, otherMends };
}

/** A slip of the year is mended; else the deadline is opened, and a plan that goes on longer may say so. */
function withinPlan(one: Reviewed, review: Review, outside: Window): Mends {
  const year = shifted(one, review);
  const { first, last } = boundsOf(review.plan);
  const longer: Mend[] =
    outside.to !== null && outside.to > last ? [{ kind: 'setPeriod', from: first, to: outside.to }] : [];
  const { mend, otherMends } = rewriting(one, review, 'deadline');
  return year === null ? { mend, otherMends: [...otherMends, ...longer] } : { mend: year, otherMends: [mend] };
}

function windowOf({
  year,
  month,
  day,
}: {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}): Window {
  return { from: null, to: iso(year, month, day) };
}

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
