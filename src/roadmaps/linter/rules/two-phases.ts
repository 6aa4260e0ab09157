/** «декабрь, затем постоянно»: two deadlines in one measure are two measures. */
import { formatDeadline } from '../../deadline/format.ts';
import { eachMeasure, remarkOn } from '../rule.ts';

export const twoPhases = eachMeasure(['twoPhases'], function* (one) {
  const { measure, deadline } = one;
  if (deadline.expression.kind !== 'phases' || measure.windowsSet !== null) return;
  const deadlines = deadline.expression.items.map((expression) =>
    formatDeadline({ expression, condition: deadline.condition, notes: [] }),
  );
  yield remarkOn(one, 'twoPhases', 'look', 'deadline', {
    words: measure.deadline,
    facts: { count: String(deadlines.length) },
    mend: { kind: 'splitDeadline', measureId: measure.id, deadlines },
  });
});
