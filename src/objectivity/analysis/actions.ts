/** Asking for an analysis: one waits per procedure, however many imports ask for it. */
import type { Tx } from '#src/platform/db/scope.ts';
import type { JobQueue } from '#src/platform/jobs/queue.ts';
import type { WorkRow } from '#src/results/store.ts';

export const ANALYSIS_JOB = 'analysis.run';

/** Files come in heaps: the analysis waits this long for the next one, seconds. */
export const PATIENCE = 5;

/** Papers came or went: an analysis follows soon. Returns the job that will do it, which may wait already. */
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
  return waiting?.id ?? startAnalysis(tx, queue, request, { onlyOutdated: true }, PATIENCE);
}

export interface AnalysisInput {
  /** Does nothing when the findings are newer than the papers: another analysis was faster. */
  readonly onlyOutdated?: boolean;
}

/** A person asks for the analysis now. */
export async function startAnalysis(
  tx: Tx,
  queue: JobQueue,
  request: { work: WorkRow; accountId: number | null; organizationId: number },
  input: AnalysisInput = {},
  delaySeconds = 0,
): Promise<number> {
  return queue.enqueue(tx, {
    kind: ANALYSIS_JOB,
    organizationId: request.organizationId,
    accountId: request.accountId,
    subjectId: request.work.procedureId,
    input,
    delaySeconds,
  });
}
