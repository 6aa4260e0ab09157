/** A comma at the end: a further date may be lost. */
import { doubtOf } from '../review.ts';
import { eachMeasure, remarkOn } from '../rule.ts';

export const trailingComma = eachMeasure(['trailingComma'], function* (one) {
  const { measure } = one;
  if (doubtOf(one, 'trailingComma') === undefined) return;
  yield remarkOn(one, 'trailingComma', 'look', 'deadline', {
    words: measure.deadline,
    mend: {
      kind: 'setField',
      measureId: measure.id,
      field: 'deadline',
      value: measure.deadline.replace(/[\s,]+$/u, ''),
    },
  });
});
