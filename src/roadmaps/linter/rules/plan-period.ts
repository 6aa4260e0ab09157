/** The school year told from dates, and «в течение всего периода» in a plan that names no period. */
import { schoolYearWindow } from '../../deadline/calendar.ts';
import { placeOf, remarkOnPlan, type Rule } from '../rule.ts';
import { partsOf } from '../rewrite.ts';

export const planPeriod: Rule = {
  codes: ['schoolYearGuessed', 'periodNotNamed'],
  *check({ plan, measures }) {
    if (plan.schoolYearGuessed) {
      yield remarkOnPlan('schoolYearGuessed', 'look', 'plan', {
        facts: { value: `${plan.schoolYear}/${plan.schoolYear + 1}` },
        mend: { kind: 'confirmSchoolYear' },
      });
    }
    if (plan.endsOn !== null) return;
    const open = measures.filter(
      ({ deadline, measure }) =>
        measure.windowsSet === null && partsOf(deadline.expression).some(({ kind }) => kind === 'planPeriod'),
    );
    const [first] = open;
    if (first === undefined) return;
    const year = schoolYearWindow(plan.schoolYear);
    const from = plan.startsOn ?? plan.approval.on ?? year.from;
    yield remarkOnPlan('periodNotNamed', 'look', 'plan', {
      words: first.measure.deadline,
      place: open.map(({ measure }) => placeOf(measure) ?? '—').join('; '),
      facts: { count: String(open.length), day: from, last: year.to },
      mend: { kind: 'setPeriod', from, to: year.to },
    });
  },
};
