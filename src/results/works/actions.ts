/** Verbs of works and scales: permission -> transaction -> audit. */
import { sql } from 'kysely';
import { requirePermission } from '#src/access/actions.ts';
import { audit } from '#src/access/audit.ts';
import type { Actor } from '#src/access/model.ts';
import { type Db } from '#src/platform/db/connect.ts';
import { inScope, SYSTEM, type Tx } from '#src/platform/db/scope.ts';
import { refuseCommon } from '#src/platform/errors.ts';
import { refuse } from '../errors.ts';
import type { ProcedureKind, Task, WorkLevel } from '../model.ts';
import { canonicalSubject } from '../rules.ts';
import { SHIPPED_SCALES } from '../scales/catalogue.ts';
import { checkScale, type MarkRanges, thresholdsOf } from '../scales/scale.ts';
import { scaleDefectText } from '../text.ts';
import * as store from '../store.ts';

/** Puts the scales that the product ships into the database; those already there are left alone. */
export async function ensureShippedScales(db: Db): Promise<void> {
  await inScope(db, SYSTEM, async (tx) => {
    // Nodes that start together: the second waits and finds the scales there.
    await sql`select pg_advisory_xact_lock(620134, 0)`.execute(tx);
    const known = new Set(
      (await store.listScales(tx, {}))
        .filter((scale) => scale.shipped)
        .map((scale) => `${scale.year} ${scale.grade} ${scale.subject} ${scale.level}`),
    );
    for (const scale of SHIPPED_SCALES) {
      for (const year of scale.years) {
        if (known.has(`${year} ${scale.grade} ${scale.subject} ${scale.level}`)) continue;
        await store.insertScale(tx, {
          organizationId: null,
          accountId: null,
          year,
          grade: scale.grade,
          subject: scale.subject,
          level: scale.level,
          maxScore: scale.max,
          thresholds: thresholdsOf(scale.ranges),
          source: scale.source,
          note: scale.note ?? '',
        });
      }
    }
  });
}

export interface ScaleInput {
  readonly year: number;
  readonly grade: number;
  readonly subject: string;
  readonly level: WorkLevel;
  readonly maxScore: number;
  readonly ranges: MarkRanges;
  readonly source: string;
  readonly note: string;
}

/** Works and scales are the region's: a change of them moves everybody's marks. */
function requireRegion(actor: Actor): void {
  if (actor.organizationKind !== 'region') throw refuseCommon('forbidden');
}

export async function createScale(tx: Tx, actor: Actor, input: ScaleInput): Promise<number> {
  requirePermission(actor, 'editScales');
  requireRegion(actor);
  const { ranges, ...rest } = input;
  const [defect] = checkScale(ranges, input.maxScore);
  if (defect) throw refuse('scaleDefect', { reason: scaleDefectText(defect, actor.language) });
  const id = await store.insertScale(tx, {
    ...rest,
    subject: canonicalSubject(input.subject) ?? input.subject,
    thresholds: thresholdsOf(ranges),
    organizationId: await store.regionOf(tx, actor.organizationId),
    accountId: actor.accountId,
  });
  await audit(tx, actor, {
    kind: 'change',
    action: 'scale.create',
    subjectKind: 'scale',
    subjectId: id,
    details: { year: input.year, grade: input.grade, subject: input.subject, thresholds: thresholdsOf(ranges) },
  });
  return id;
}

export function requireDistinctTasks(tasks: readonly Task[]): void {
  const seen = new Set<string>();
  for (const task of tasks) {
    if (seen.has(task.id)) throw refuse('duplicateTask', { task: task.id });
    seen.add(task.id);
  }
}

export async function requireFittingScale(tx: Tx, scaleId: number | null, tasks: readonly Task[]): Promise<void> {
  if (scaleId === null) return;
  const [scale] = await store.listScales(tx, { id: scaleId });
  if (!scale) throw refuseCommon('notFound');
  const workMax = tasks.reduce((sum, task) => sum + task.max, 0);
  if (scale.maxScore !== workMax) throw refuse('scaleMismatch', { scaleMax: scale.maxScore, workMax });
}

export interface WorkInput {
  readonly procedure: string;
  /** Of a procedure that is new; absent: guessed from its name. */
  readonly kind?: ProcedureKind;
  readonly year: number;
  readonly subject: string;
  readonly grade: number;
  readonly level: WorkLevel;
  readonly heldOn: string | null;
  readonly tasks: readonly Task[];
  readonly scaleId: number | null;
}

/** Describes a work of the actor's region. Importing people may do it too: a new work comes with its first file. */
export async function createWork(tx: Tx, actor: Actor, input: WorkInput): Promise<number> {
  requirePermission(actor, 'importResults');
  requireDistinctTasks(input.tasks);
  await requireFittingScale(tx, input.scaleId, input.tasks);
  const subject = canonicalSubject(input.subject) ?? input.subject;
  const organizationId = await store.regionOf(tx, actor.organizationId);
  const id = await store.insertWork(tx, { ...input, subject, organizationId });
  if (id === null) throw refuse('workExists', { name: `${input.procedure}, ${subject}, ${input.grade}` });
  await audit(tx, actor, {
    kind: 'change',
    action: 'work.create',
    subjectKind: 'work',
    subjectId: id,
    details: { procedure: input.procedure, subject, grade: input.grade },
  });
  return id;
}

/** The kind of a procedure decides which index its papers enter; observers make it a reference. */
export async function updateProcedure(
  tx: Tx,
  actor: Actor,
  id: number,
  change: { readonly kind?: ProcedureKind; readonly observed?: boolean },
): Promise<void> {
  requirePermission(actor, 'editWorks');
  requireRegion(actor);
  const known = await tx.selectFrom('procedure').select('id').where('id', '=', id).executeTakeFirst();
  if (known === undefined) throw refuseCommon('notFound');
  if (Object.keys(change).length === 0) return;
  await tx.updateTable('procedure').set(change).where('id', '=', id).execute();
  await audit(tx, actor, {
    kind: 'change',
    action: 'procedure.change',
    subjectKind: 'procedure',
    subjectId: id,
    details: { ...change },
  });
}

export interface WorkChange {
  readonly revision: number;
  readonly heldOn?: string | null;
  readonly tasks?: readonly Task[];
  readonly scaleId?: number | null;
}

const shape = (tasks: readonly Task[]): string => tasks.map((task) => `${task.id}:${task.max}`).join(' ');

export async function updateWork(tx: Tx, actor: Actor, id: number, change: WorkChange): Promise<void> {
  requirePermission(actor, 'editWorks');
  requireRegion(actor);
  const [work] = await store.listWorks(tx, { id });
  if (!work) throw refuseCommon('notFound');
  const tasks = change.tasks ?? work.tasks;
  requireDistinctTasks(tasks);
  await requireFittingScale(tx, change.scaleId === undefined ? work.scaleId : change.scaleId, tasks);
  if (shape(tasks) !== shape(work.tasks) && work.papersChangedAt) throw refuse('workHasPapers');
  const updated = await tx
    .updateTable('work')
    .set((build) => ({
      revision: build('revision', '+', 1),
      tasks: JSON.stringify(tasks),
      ...(change.heldOn === undefined ? {} : { heldOn: change.heldOn }),
      ...(change.scaleId === undefined ? {} : { scaleId: change.scaleId }),
      // Response types and scales change what the engine computes.
      ...(work.papersChangedAt ? { papersChangedAt: new Date() } : {}),
    }))
    .where('id', '=', id)
    .where('revision', '=', change.revision)
    .executeTakeFirst();
  if (updated.numUpdatedRows === 0n) throw refuseCommon('changedMeanwhile');
  if (change.scaleId !== undefined && change.scaleId !== work.scaleId) await store.markPapers(tx, id, change.scaleId);
  await audit(tx, actor, {
    kind: 'change',
    action: 'work.change',
    subjectKind: 'work',
    subjectId: id,
    details: { changed: Object.keys(change).filter((key) => key !== 'revision') },
  });
}
