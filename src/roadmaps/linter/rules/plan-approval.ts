/** A plan without the order that approves it binds nobody, and deadlines cannot be held against its day. */
import { remarkOnPlan, type Rule } from '../rule.ts';

export const planApproval: Rule = {
  codes: ['planNotApproved'],
  *check({ plan: { approval } }) {
    if (approval.order !== null && approval.on !== null) return;
    yield remarkOnPlan('planNotApproved', 'look', 'plan', {
      facts: { value: approval.order ?? '', day: approval.on ?? '' },
      mend: { kind: 'approvePlan' },
    });
  },
};
