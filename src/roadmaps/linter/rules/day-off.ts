/** A deadline on a Sunday or a public holiday: nobody hands anything in that day. Saturdays are school days in many schools. */
import { isWorkday, nextWorkday } from '../../deadline/calendar.ts';
import { addDays, partsOf as dayParts, weekdayOfDay } from '../../deadline/days.ts';
import { eachMeasure, remarkOn } from '../rule.ts';
import { reworded } from '../rewrite.ts';

const SATURDAY = 6;
const SUNDAY = 7;

export const dayOff = eachMeasure(['dayOff'], function* (one, { plan }) {
  const { measure, deadline, resolved } = one;
  const { expression } = deadline;
  if (measure.windowsSet !== null || (expression.kind !== 'day' && expression.kind !== 'until')) return;
  const day = resolved.windows[0]?.to;
  if (!day || isWorkday(day) || weekdayOfDay(day) === SATURDAY) return;
  // A deadline that is over before the plan begins needs a new one, not the day beside it.
  if (plan.approval.on !== null && day < plan.approval.on) return;
  let before = day;
  while (!isWorkday(before)) before = addDays(before, -1);
  const set = (to: string) =>
    ({
      kind: 'setField',
      measureId: measure.id,
      field: 'deadline',
      value: reworded(deadline, { ...expression, ...dayParts(to) }),
    }) as const;
  yield remarkOn(one, 'dayOff', 'look', 'deadline', {
    words: measure.deadline,
    facts: { day, value: weekdayOfDay(day) === SUNDAY ? 'sunday' : 'holiday' },
    mend: set(before),
    otherMends: [set(nextWorkday(day))],
  });
});
