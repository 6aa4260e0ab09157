/** Dates worked out anew when a calendar changes: at once for one organisation, as a job for a district or a region. */
import { inScope, SYSTEM, type Tx } from '#src/platform/db/scope.ts';
import type { JobHandler, JobQueue } from '#src/platform/jobs/queue.ts';
import { plansUnder, syncOccurrences } from './sync.ts';

export const SYNC_JOB = 'roadmap.dates';

/** So many plans are worked out while a person waits; more go to the queue. */
const AT_ONCE = 20;

/** May be run again after a crash: a plan whose dates are right is left as it is. */
export const syncJob: JobHandler = async ({ db, job, progress }) => {
  const { schoolYear } = job.input as { schoolYear: number };
  const plans = await inScope(db, SYSTEM, (tx) => plansUnder(tx, job.organizationId, schoolYear));
  for (const [index, id] of plans.entries()) {
    await progress(index, plans.length, 'dates');
    await inScope(db, SYSTEM, (tx) => syncOccurrences(tx, id));
  }
  await progress(plans.length, plans.length, 'dates');
};

/** What the room of calendars calls when days have changed. */
export function onCalendarsChanged(queue: () => JobQueue) {
  return async (
    tx: Tx,
    { organizationId, schoolYear, accountId }: { organizationId: number; schoolYear: number; accountId: number },
  ): Promise<void> => {
    const plans = await plansUnder(tx, organizationId, schoolYear);
    if (plans.length <= AT_ONCE) {
      for (const id of plans) await syncOccurrences(tx, id);
    } else {
      await queue().enqueue(tx, { kind: SYNC_JOB, organizationId, accountId, input: { schoolYear } });
    }
  };
}
