/** Freezing an honest reference and retiring it: the region's own decision. */
import { requirePermission } from '#src/access/actions.ts';
import { audit } from '#src/access/audit.ts';
import type { Actor } from '#src/access/model.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { refuseCommon } from '#src/platform/errors.ts';
import type { JobQueue } from '#src/platform/jobs/queue.ts';
import { listWorks } from '#src/results/store.ts';
import { startAnalysis } from '../analysis/actions.ts';
import { refuseReference } from './errors.ts';
import * as store from './store.ts';

export const FREEZE_JOB = 'reference.freeze';

/** Fewer papers than this say little of honest spread. */
const FEWEST_PAPERS = 1_000;

/** Whoever may run analyses over the whole region: a municipality cannot set by what the region is judged. */
export function mayChange(actor: Actor): boolean {
  return actor.role === 'administrator' || actor.role === 'regionalAnalyst';
}

/** @returns the job that freezes. */
export async function requestFreeze(tx: Tx, queue: JobQueue, actor: Actor, procedureId: number): Promise<number> {
  requireChange(actor);
  const procedure = await tx
    .selectFrom('procedure')
    .select(['id', 'name', 'observed', 'organizationId'])
    .where('id', '=', procedureId)
    .executeTakeFirst();
  if (procedure === undefined) throw refuseCommon('notFound');
  if (!procedure.observed) throw refuseReference('notObserved', { name: procedure.name });
  const observed = (await store.observedProcedures(tx)).find(({ id }) => id === procedureId);
  const papers = observed?.papers ?? 0;
  if (papers < FEWEST_PAPERS) {
    throw refuseReference('tooFewPapers', { name: procedure.name, papers, needed: FEWEST_PAPERS });
  }
  const jobId = await queue.enqueue(tx, {
    kind: FREEZE_JOB,
    organizationId: procedure.organizationId,
    accountId: actor.accountId,
    subjectId: procedureId,
  });
  await audit(tx, actor, {
    kind: 'change',
    action: 'reference.freeze',
    subjectKind: 'procedure',
    subjectId: procedureId,
  });
  return jobId;
}

export async function retire(tx: Tx, queue: JobQueue, actor: Actor, id: number): Promise<void> {
  requireChange(actor);
  const known = (await store.listReferences(tx)).some((row) => row.id === id);
  if (!known) throw refuseCommon('notFound');
  const organizationId = await store.retireReference(tx, id);
  if (organizationId === undefined) throw refuseReference('alreadyRetired');
  await audit(tx, actor, { kind: 'change', action: 'reference.retire', subjectKind: 'reference', subjectId: id });
  await analyseAnew(tx, queue, organizationId, actor.accountId);
}

function requireChange(actor: Actor): void {
  requirePermission(actor, 'runAnalysis');
  if (!mayChange(actor)) throw refuseCommon('forbidden');
}

/** What works are judged by has changed: one analysis per procedure that has papers. */
export async function analyseAnew(
  tx: Tx,
  queue: JobQueue,
  organizationId: number,
  accountId: number | null,
): Promise<void> {
  const works = (await listWorks(tx)).filter((work) => work.organizationId === organizationId && work.analysedAt);
  const procedures = new Map(works.map((work) => [work.procedureId, work]));
  for (const work of procedures.values()) await startAnalysis(tx, queue, { work, accountId, organizationId });
}
