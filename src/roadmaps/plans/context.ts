/** What a plan's deadlines are laid upon. */
import type { Tx } from '#src/platform/db/scope.ts';
import type { DeadlineContext } from '../deadline/resolve.ts';

/** The plan's own bounds over the calendars of its organisation. */
export async function contextOfPlan(
  _tx: Tx,
  plan: {
    readonly organizationId: number;
    readonly schoolYear: number;
    readonly approvedOn: string | null;
    readonly endsOn: string | null;
  },
): Promise<DeadlineContext> {
  return { schoolYear: plan.schoolYear, approvedOn: plan.approvedOn, planEnds: plan.endsOn };
}
