/** Asking for an analysis: one waits per procedure, however many imports ask for it. */
import type { Tx } from '#src/platform/db/scope.ts';
import type { JobQueue } from '#src/platform/jobs/queue.ts';
import type { WorkRow } from '#src/results/store.ts';

export const ANALYSIS_JOB = 'analysis.run';

/** Puts the analysis of the work's procedure on the queue, or returns the job that already waits for it. */
export async function requestAnalysis(
  tx: Tx,
  queue: JobQueue,
  request: { work: WorkRow; accountId: number | null; organizationId: number },
): Promise<number> {
  const waiting = await tx
    .selectFrom('job')
    .select('id')
    .where('kind', '=', ANALYSIS_JOB)
    .where('subjectId', '=', request.work.procedureId)
    .where('state', '=', 'queued')
    .executeTakeFirst();
  if (waiting) return waiting.id;
  return queue.enqueue(tx, {
    kind: ANALYSIS_JOB,
    organizationId: request.organizationId,
    accountId: request.accountId,
    subjectId: request.work.procedureId,
  });
}
