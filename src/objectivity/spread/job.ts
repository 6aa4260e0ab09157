/** The work of a node: one partition of an analysis that several nodes share. */
import { createHash } from 'node:crypto';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { inScope, SYSTEM, type Tx } from '#src/platform/db/scope.ts';
import type { JobHandler } from '#src/platform/jobs/queue.ts';
import { onThread } from '../threads/wanted.ts';
import { ENGINE_VERSION } from '../analysis/version.ts';
import type { PartitionOutcome, PartitionRequest } from './compute.ts';
import { refuseSpread } from './errors.ts';
import { folderWithin, sharedRoot } from './storage.ts';
import { beginPartition, findSpread, finishSpread, missingPartitions, partitionsOf, storePartition } from './store.ts';
import { sumTables } from './tables.ts';

/** The name by which a partition says who computed it. */
export const NODE_NAME = `${hostname()}:${process.pid}`;

/**
 * May be delivered twice (a node was killed, a heartbeat lapsed): the figures are stored by the one update that finds them
 * missing, and the file of figures is named by its content.
 */
export const spreadJob: JobHandler = async ({ db, job, progress }) => {
  const begun = await inScope(db, SYSTEM, async (tx) => {
    const partition = await beginPartition(tx, job.subjectId!, NODE_NAME);
    return partition && { partition, spread: (await findSpread(tx, partition.spreadAnalysisId))! };
  });
  if (begun === undefined) return;
  const { partition, spread } = begun;
  if (spread.engineVersion !== ENGINE_VERSION) {
    throw refuseSpread('anotherVersion', { begun: spread.engineVersion, own: ENGINE_VERSION, node: NODE_NAME });
  }
  await progress(0, 1, 'compute');
  const request: PartitionRequest = {
    folder: await folderWithin(await sharedRoot(), spread.folder),
    file: partition.file,
    position: partition.position,
    rate: spread.rate,
  };
  const outcome = await onThread<PartitionOutcome>(new URL('./worker.ts', import.meta.url), request, () =>
    progress(0, 1, 'compute'),
  );
  if (outcome.kind === 'unusable') {
    throw refuseSpread('partitionUnusable', { file: join(spread.folder, partition.file), found: outcome.found });
  }
  const { kind: _, ...figures } = outcome;
  await inScope(db, SYSTEM, async (tx) => {
    if (!(await storePartition(tx, partition.id, figures))) return;
    if ((await missingPartitions(tx, spread.id)) === 0) await gather(tx, spread.id);
  });
  await progress(1, 1, 'save');
};

/** The last partition is there: tables are added in whole numbers, digests are joined in the order of the partitions. */
async function gather(tx: Tx, spreadId: number): Promise<void> {
  const partitions = await partitionsOf(tx, spreadId);
  await finishSpread(tx, spreadId, {
    tables: sumTables(partitions.map(({ tables }) => tables ?? [])),
    digest: joinedDigest(partitions.map(({ digest }) => digest!)),
  });
}

export function joinedDigest(digests: readonly string[]): string {
  return createHash('sha256').update(digests.join('\n')).digest('hex');
}
