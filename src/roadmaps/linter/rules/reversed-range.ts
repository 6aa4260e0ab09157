/** A span that ends before it begins. */
import { doubtOf } from '../review.ts';
import { eachMeasure, remarkOn } from '../rule.ts';

export const reversedRange = eachMeasure(['reversedRange'], function* (one) {
  if (doubtOf(one, 'reversedRange') === undefined) return;
  const [window] = one.resolved.windows.filter(({ from, to }) => from !== null && to !== null && from > to);
  yield remarkOn(one, 'reversedRange', 'mend', 'deadline', {
    words: one.measure.deadline,
    facts: { day: window?.from ?? '', last: window?.to ?? '' },
  });
});
