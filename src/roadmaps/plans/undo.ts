/** Taking a gesture back: the opposite changes, each only while the fields still have what the gesture gave them. */
import type { Tx } from '#src/platform/db/scope.ts';
import { refuseCommon } from '#src/platform/errors.ts';
import { stillHas } from './compare.ts';
import type { PlanState } from '../model.ts';
import { refuseEdit } from './errors.ts';
import type { Gesture } from './gesture.ts';
import type { MeasureFields, PlanFields } from './model.ts';

interface Kept {
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: number;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
}

const UNDOABLE: ReadonlySet<string> = new Set([
  'plan.change',
  'section.add',
  'section.change',
  'section.move',
  'section.remove',
  'section.restore',
  'measure.add',
  'measure.change',
  'measure.move',
  'measure.remove',
  'measure.restore',
]);

export function isUndoable(actions: readonly string[]): boolean {
  return actions.every((action) => UNDOABLE.has(action));
}

/**
 * Whether a gesture may be taken back while its plan is in this state: the words of an approved plan stand, nothing of a closed one
 * changes.
 * @param one.words whether the gesture touched what the paper says
 */
export function mayTakeBack(
  state: PlanState,
  one: { readonly actions: readonly string[]; readonly words: boolean },
): boolean {
  return isUndoable(one.actions) && (state === 'draft' || (state === 'approved' && !one.words));
}

/** The changes of a gesture, latest first. */
export async function changesOfBatch(tx: Tx, planId: number, batch: string): Promise<Kept[]> {
  const rows = await tx
    .selectFrom('planChange')
    .select(['action', 'subjectKind', 'subjectId', 'before', 'after'])
    .where('planId', '=', planId)
    .where('batch', '=', batch)
    .orderBy('id', 'desc')
    .execute();
  if (rows.length === 0) throw refuseCommon('notFound');
  return rows as unknown as Kept[];
}

/** Applies the opposite of each change. The gesture must have loaded the measures that they are about. */
export async function reverse(gesture: Gesture, changes: readonly Kept[]): Promise<void> {
  if (!isUndoable(changes.map(({ action }) => action))) throw refuseEdit('notUndoable');
  for (const change of changes) {
    if (change.subjectKind === 'measure') await reverseMeasure(gesture, change);
    else if (change.subjectKind === 'section') await reverseSection(gesture, change);
    else {
      if (!stillHas({ ...gesture.plan }, change.after ?? {}))
        throw refuseEdit('laterChanged', { subject: gesture.plan.title });
      await gesture.setPlan(gesture.plan.revision, (change.before ?? {}) as Partial<PlanFields>);
    }
  }
}

async function reverseMeasure(gesture: Gesture, { action, subjectId, before, after }: Kept): Promise<void> {
  const current = gesture.measure(subjectId);
  const later = (): Error =>
    refuseEdit('laterChanged', { subject: [current.number, current.text.slice(0, 80)].filter(Boolean).join(' ') });
  if (action === 'measure.move') {
    if (current.removed || current.sectionId !== after?.sectionId) throw later();
    await gesture.moveMeasure(subjectId, before!.sectionId as number, before!.after as number | null);
  } else if (before === null) {
    if (current.removed || !stillHas({ ...current }, after!)) throw later();
    gesture.removeMeasure(subjectId);
  } else if (after === null) {
    if (!current.removed) throw later();
    gesture.restoreMeasure(subjectId);
  } else {
    if (current.removed || !stillHas({ ...current }, after)) throw later();
    await gesture.setMeasure(subjectId, current.revision, before as Partial<MeasureFields>);
  }
}

async function reverseSection(gesture: Gesture, { action, subjectId, before, after }: Kept): Promise<void> {
  const current = gesture.section(subjectId);
  const later = (): Error => refuseEdit('laterChanged', { subject: current.title });
  if (action === 'section.move') {
    if (current.removed) throw later();
    await gesture.moveSection(subjectId, before!.after as number | null);
  } else if (before === null) {
    if (current.removed || current.title !== after!.title) throw later();
    if ((await gesture.liveMeasures(subjectId)).length > 0) throw later();
    await gesture.removeSection(subjectId);
  } else if (after === null) {
    if (!current.removed) throw later();
    await gesture.restoreSection(subjectId);
  } else {
    if (current.removed || current.title !== after.title) throw later();
    await gesture.setSection(subjectId, current.revision, before.title as string);
  }
}
