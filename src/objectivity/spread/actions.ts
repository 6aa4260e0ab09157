/** Asking for an analysis over several nodes. Who runs the nodes asks: there is no right of a role for it. */
import type { Tx } from '#src/platform/db/scope.ts';
import type { JobQueue } from '#src/platform/jobs/queue.ts';
import { ENGINE_VERSION } from '../analysis/version.ts';
import { refuseSpread } from './errors.ts';
import { folderWithin, partitionFiles, storageName } from './storage.ts';
import { insertSpread, setPartitionJob } from './store.ts';

export const SPREAD_JOB = 'spread.partition';

/**
 * Puts one job per file of the folder on the queue, all or none. The transaction must be of the system.
 * @returns the analysis's number and how many partitions it has.
 * @throws Refusal of errors.ts.
 */
export async function startSpread(
  tx: Tx,
  queue: Pick<JobQueue, 'enqueue'>,
  request: { readonly root: string; readonly folder: string; readonly rate: number },
): Promise<{ readonly id: number; readonly partitions: number }> {
  const path = await folderWithin(request.root, request.folder);
  const files = await partitionFiles(path);
  const first = await tx
    .selectFrom('organization')
    .select('id')
    .where('kind', '=', 'region')
    .orderBy('id')
    .executeTakeFirst();
  if (first === undefined) throw refuseSpread('noOrganization');
  const { id, partitions } = await insertSpread(
    tx,
    {
      organizationId: first.id,
      folder: storageName(request.root, path),
      rate: request.rate,
      engineVersion: ENGINE_VERSION,
    },
    files,
  );
  for (const partition of partitions) {
    const jobId = await queue.enqueue(tx, {
      kind: SPREAD_JOB,
      organizationId: first.id,
      accountId: null,
      subjectId: partition.id,
    });
    await setPartitionJob(tx, partition.id, jobId);
  }
  return { id, partitions: partitions.length };
}
