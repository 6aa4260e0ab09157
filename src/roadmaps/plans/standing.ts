/** How the dates of each measure stand on a day: what the official table says beside its state. */
import type { Tx } from '#src/platform/db/scope.ts';
import type { OccurrenceState, StoredPlan } from '../model.ts';
import { timingOf } from '../rules.ts';

export interface Standing {
  readonly measureId: number;
  /** ISO day of the earliest date that is past with nothing handed in; null: none is. */
  readonly lateSince: string | null;
  /** Dates that are still meant, by what has become of them. */
  readonly dates: Readonly<Record<Exclude<OccurrenceState, 'cancelled'>, number>>;
}

/** @returns measures that have dates; nothing of a draft is due yet. */
export async function standingsOf(tx: Tx, plan: StoredPlan, today: string): Promise<Standing[]> {
  if (plan.state === 'draft') return [];
  const rows = await tx
    .selectFrom('occurrence')
    .select(['measureId', 'opensOn', 'dueOn', 'state'])
    .where('planId', '=', plan.id)
    .where('state', '<>', 'cancelled')
    .orderBy('dueOn')
    .execute();
  const byMeasure = Map.groupBy(rows, ({ measureId }) => measureId);
  return plan.sections
    .flatMap(({ measures }) => measures)
    .flatMap((measure): Standing[] => {
      const own = byMeasure.get(measure.id);
      if (own === undefined) return [];
      const dates = { open: 0, submitted: 0, accepted: 0, returned: 0, notNeeded: 0 };
      for (const { state } of own) dates[state as keyof typeof dates] += 1;
      // What is over as a whole, or waits for its condition, is late with nothing.
      const expected =
        (measure.state === 'planned' || measure.state === 'inProgress') &&
        (measure.deadline.condition === null || measure.conditionMet);
      const late = expected
        ? own.find((one) => timingOf({ ...one, state: one.state as OccurrenceState }, today) === 'overdue')
        : undefined;
      return [{ measureId: measure.id, lateSince: late?.dueOn ?? null, dates }];
    });
}
