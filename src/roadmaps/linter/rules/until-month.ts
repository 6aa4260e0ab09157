/** «до мая»: until its beginning, or until its end? */
import { addDays, daysInMonth, iso, partsOf as dayParts } from '../../deadline/days.ts';
import { doubtOf } from '../review.ts';
import { eachMeasure, remarkOn } from '../rule.ts';
import { mapped, reworded, withYears } from '../rewrite.ts';

export const untilMonth = eachMeasure(['untilMonth'], function* (one, { plan }) {
  if (doubtOf(one, 'untilMonth') === undefined) return;
  const { measure, deadline } = one;
  const dated = withYears(deadline.expression, plan.schoolYear);
  const facts = { day: '', last: '' };
  const before = mapped(dated, (part) => {
    if (part.kind !== 'untilMonth' || part.end || part.year === undefined) return part;
    facts.day = addDays(iso(part.year, part.month, 1), -1);
    facts.last = iso(part.year, part.month, daysInMonth(part.year, part.month));
    return { kind: 'until', ...dayParts(facts.day) };
  });
  const whole = mapped(dated, (part) => (part.kind === 'untilMonth' ? { ...part, end: true } : part));
  const set = (value: string) => ({ kind: 'setField', measureId: measure.id, field: 'deadline', value }) as const;
  yield remarkOn(one, 'untilMonth', 'look', 'deadline', {
    words: measure.deadline,
    facts,
    mend: set(reworded(deadline, before)),
    otherMends: [set(reworded(deadline, whole))],
  });
});
