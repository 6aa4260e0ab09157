/** A day that no calendar has: 31 April. */
import { existing, mapped, reworded } from '../rewrite.ts';
import { doubtOf } from '../review.ts';
import { eachMeasure, remarkOn } from '../rule.ts';
import { rewriting, writing } from '../writing.ts';

export const impossibleDate = eachMeasure(['impossibleDate'], function* (one, review) {
  const { plan } = review;
  const doubt = doubtOf(one, 'impossibleDate');
  if (doubt === undefined) return;
  const { measure, deadline } = one;
  let lost = false;
  const last = mapped(deadline.expression, (part) => {
    if (part.kind !== 'day' && part.kind !== 'until') {
      lost ||= part.kind === 'dayRange';
      return part;
    }
    const day = existing(part, plan.schoolYear);
    lost ||= day === null;
    return { ...part, day: day ?? part.day };
  });
  yield remarkOn(one, 'impossibleDate', 'mend', 'deadline', {
    words: measure.deadline,
    facts: { value: doubt.words ?? '' },
    ...(lost
      ? rewriting(one, review, 'deadline')
      : {
          mend: { kind: 'setField', measureId: measure.id, field: 'deadline', value: reworded(deadline, last) },
          otherMends: [writing(measure, 'deadline')],
        }),
  });
});
