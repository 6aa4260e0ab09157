/** «ноябрь декабрь»: a range whose dash was lost, or a list whose comma was. */
import type { Expression } from '../../deadline/model.ts';
import { doubtOf } from '../review.ts';
import { eachMeasure, remarkOn } from '../rule.ts';
import { mapped, reworded, withYears } from '../rewrite.ts';

export const lostDash = eachMeasure(['lostDash'], function* (one, { plan }) {
  if (doubtOf(one, 'lostDash') === undefined) return;
  const { measure, deadline } = one;
  const dated = withYears(deadline.expression, plan.schoolYear);
  const set = (change: (part: Extract<Expression, { kind: 'monthRange' }>) => Expression) =>
    ({
      kind: 'setField',
      measureId: measure.id,
      field: 'deadline',
      value: reworded(
        deadline,
        mapped(dated, (part) => (part.kind === 'monthRange' && part.lostDash ? change(part) : part)),
      ),
    }) as const;
  yield remarkOn(one, 'lostDash', 'look', 'deadline', {
    words: measure.deadline,
    mend: set((part) => ({ ...part, lostDash: false })),
    otherMends: [set(({ from, to }) => ({ kind: 'monthList', months: [from, to] }))],
  });
});
