/** Long work: an observed procedure becomes the honest reference by which the region's other works are judged. */
import { inScope, SYSTEM } from '#src/platform/db/scope.ts';
import type { JobHandler, JobQueue } from '#src/platform/jobs/queue.ts';
import { listWorks } from '#src/results/store.ts';
import { loadWorks } from '../analysis/load.ts';
import { onThread } from '../threads/wanted.ts';
import { ENGINE_VERSION } from '../analysis/version.ts';
import type { FrozenLabel, FrozenReference } from '../engine/frozen-reference.ts';
import { analyseAnew } from './actions.ts';
import { insertReference } from './store.ts';

/** May be run again after a crash: the reference is stored and the analyses are asked for in one transaction. */
export function makeFreezeJob(queue: () => JobQueue, keptFolder: string | null): JobHandler {
  return async ({ db, job, progress }) => {
    const procedureId = job.subjectId!;
    await progress(0, null, 'load');
    const loaded = await inScope(db, SYSTEM, async (tx) => {
      const works = (await listWorks(tx)).filter((work) => work.procedureId === procedureId && work.papersChangedAt);
      return loadWorks(tx, works, keptFolder, (papers) => progress(papers, null, 'load'));
    });
    const [first] = loaded;
    if (first === undefined) return;
    const { procedure, organizationId } = first.work;
    const label: FrozenLabel = {
      name: procedure,
      madeAt: new Date().toISOString().slice(0, 10),
      engineVersion: ENGINE_VERSION,
    };
    const administrations = loaded.map(({ administration }) => administration);
    const content = await onThread<FrozenReference>(
      new URL('./freeze-worker.ts', import.meta.url),
      { administrations, label },
      () => progress(0, null, 'compute'),
    );
    await inScope(db, SYSTEM, async (tx) => {
      await insertReference(tx, { organizationId, procedureId, accountId: job.accountId, content });
      await analyseAnew(tx, queue(), organizationId, job.accountId);
    });
    await progress(1, 1, 'save');
  };
}
