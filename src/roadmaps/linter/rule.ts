/** What a rule is: a question asked of the whole plan, answered by remarks. */
import type { LintedMeasure, Mend, Remark, RemarkCode, RemarkFacts, RemarkField, Severity } from './model.ts';
import type { Reviewed, Review } from './review.ts';

export interface Rule {
  /** Remarks that the rule can make. */
  readonly codes: readonly RemarkCode[];
  readonly check: (review: Review) => Iterable<Remark>;
}

interface Said {
  readonly words?: string | null;
  readonly facts?: RemarkFacts;
  readonly place?: string | null;
  readonly mend: Mend;
  readonly otherMends?: readonly Mend[];
}

/** A remark on one measure; its place is that of the measure unless another is given. */
export function remarkOn(
  { measure, section }: Pick<Reviewed, 'measure' | 'section'>,
  code: RemarkCode,
  severity: Severity,
  field: RemarkField,
  { words = null, facts = {}, place, mend, otherMends = [] }: Said,
): Remark {
  return {
    code,
    severity,
    measureId: measure.id,
    sectionId: section.id,
    field,
    words,
    place: place ?? placeOf(measure),
    facts: words === null ? facts : { words, ...facts },
    mend,
    otherMends,
  };
}

/** A remark on the plan as a whole. */
export function remarkOnPlan(
  code: RemarkCode,
  severity: Severity,
  field: RemarkField,
  { words = null, facts = {}, place = null, mend, otherMends = [] }: Said,
): Remark {
  return {
    code,
    severity,
    measureId: null,
    sectionId: null,
    field,
    words,
    place,
    facts: words === null ? facts : { words, ...facts },
    mend,
    otherMends,
  };
}

/** How a person finds the measure: its place in the source, else its number. */
export function placeOf({ place, number }: LintedMeasure): string | null {
  return place ?? number;
}

/** A rule that looks at measures one by one. */
export function eachMeasure(
  codes: readonly RemarkCode[],
  check: (reviewed: Reviewed, review: Review) => Iterable<Remark>,
): Rule {
  return {
    codes,
    *check(review) {
      for (const reviewed of review.measures) yield* check(reviewed, review);
    },
  };
}
