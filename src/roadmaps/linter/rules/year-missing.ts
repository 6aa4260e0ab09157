/** A month or a day without a year: the plan's school year tells it, August excepted. */
import { parseDeadline } from '../../deadline/parse.ts';
import { resolveDeadline } from '../../deadline/resolve.ts';
import { doubtOf } from '../review.ts';
import { eachMeasure, remarkOn } from '../rule.ts';
import { reworded, withYears } from '../rewrite.ts';

export const yearMissing = eachMeasure(
  ['yearMissing', 'augustOfWhichYear'],
  function* (one, { plan, deadlineContext }) {
    const { measure, deadline } = one;
    const set = (august: 'eve' | 'end') =>
      ({
        kind: 'setField',
        measureId: measure.id,
        field: 'deadline',
        value: reworded(deadline, withYears(deadline.expression, plan.schoolYear, august)),
      }) as const;
    if (doubtOf(one, 'augustOfWhichYear')) {
      // «август – сентябрь» begins on the eve, or it would end before it begins.
      const atEnd = resolveDeadline(parseDeadline(set('end').value), deadlineContext);
      const reversed = atEnd.warnings.some(({ code }) => code === 'reversedRange');
      yield remarkOn(one, 'augustOfWhichYear', 'look', 'deadline', {
        words: measure.deadline,
        facts: { value: String(plan.schoolYear), other: String(plan.schoolYear + 1) },
        mend: set('eve'),
        otherMends: reversed ? [{ kind: 'confirmDeadline', measureId: measure.id }] : [set('end')],
      });
    } else if ((doubtOf(one, 'monthWithoutYear') ?? doubtOf(one, 'dayWithoutYear')) && !doubtOf(one, 'untilMonth')) {
      yield remarkOn(one, 'yearMissing', 'note', 'deadline', {
        words: measure.deadline,
        facts: { value: `${plan.schoolYear}/${plan.schoolYear + 1}` },
        mend: set('eve'),
      });
    }
  },
);
