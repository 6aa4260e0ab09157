/** Looks a plan through with every rule. Pure: the same plan on the same day has the same remarks, and nothing of it is changed. */
import type { LintContext, LintedPlan, Mend, Remark } from './model.ts';
import { RULES } from './registry.ts';
import { reviewOf } from './review.ts';

/** A plan by itself: no staff, no calendars, no day. */
export const NOTHING_KNOWN: LintContext = {
  today: null,
  calendar: null,
  events: [],
  posts: null,
  evidence: [],
  usual: [],
};

/** @returns remarks on the plan first, then in the order of its rows; within a row in the order of the rules. */
export function lintPlan(plan: LintedPlan, context: LintContext = NOTHING_KNOWN): readonly Remark[] {
  const review = reviewOf(plan, context);
  const found = RULES.flatMap((rule) => [...rule.check(review)]);
  const order = new Map(plan.sections.flatMap(({ measures }) => measures).map(({ id }, index) => [id, index]));
  const rank = ({ measureId, sectionId }: Remark): number =>
    measureId === null ? (sectionId === null ? -2 : -1) : (order.get(measureId) ?? 0);
  return found.toSorted((a, b) => rank(a) - rank(b));
}

/** A name that stays the same while the remark does: keys of lists, and of what a person has put aside. */
export function remarkKey({ code, measureId, sectionId, field, words, facts, mend }: Remark): string {
  const occurrence = 'occurrenceId' in mend ? mend.occurrenceId : null;
  return [code, measureId ?? sectionId ?? 'plan', field, words ?? '', facts.day ?? '', occurrence ?? ''].join('|');
}

/** The usual mend first, then the others that may be meant. */
export function mendsOf({ mend, otherMends }: Remark): readonly Mend[] {
  return [mend, ...otherMends];
}
