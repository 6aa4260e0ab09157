/** Stored occurrences brought to what the plan says now: after approval, after changes of deadlines, of terms and calendars. */
import { sql } from 'kysely';
import type { Tx } from '#src/platform/db/scope.ts';
import type { StoredMeasure, StoredPlan } from '../model.ts';
import { findPlan } from '../plans/store.ts';
import { type DueTime, type KnownTime, occurrencesOfMeasure, reconcile } from './occurrences.ts';

export interface SyncCounts {
  readonly added: number;
  readonly moved: number;
  readonly cancelled: number;
}

const NOTHING: SyncCounts = { added: 0, moved: 0, cancelled: 0 };

/**
 * Makes the occurrences of an approved plan the ones that its deadlines give on the calendars as they are; a draft has none
 * yet, a closed plan keeps those it had. What carries evidence is moved or kept, never dropped.
 */
export async function syncOccurrences(tx: Tx, planId: number): Promise<SyncCounts> {
  const plan = await findPlan(tx, planId);
  if (plan?.state !== 'approved') return NOTHING;
  // Two changes of one plan at once: the second looks after the first is done.
  await sql`select pg_advisory_xact_lock(8001, ${planId})`.execute(tx);
  const known = await knownTimes(tx, planId);
  const measures = plan.sections.flatMap((section) => section.measures);
  const wanted = new Map(measures.map((measure) => [measure.id, dueTimes(plan, measure)]));
  const add: { measureId: number; time: DueTime }[] = [];
  let moved = 0;
  const cancel: number[] = [];
  const revive: number[] = [];
  for (const measureId of new Set([...wanted.keys(), ...known.keys()])) {
    const change = reconcile(known.get(measureId) ?? [], wanted.get(measureId) ?? []);
    for (const { id, to } of change.move) {
      await tx
        .updateTable('occurrence')
        .set((build) => ({ key: to.key, opensOn: to.opensOn, dueOn: to.dueOn, revision: build('revision', '+', 1) }))
        .where('id', '=', id)
        .execute();
      moved += 1;
    }
    add.push(...change.add.map((time) => ({ measureId, time })));
    cancel.push(...change.cancel);
    revive.push(...change.revive);
  }
  if (add.length > 0) {
    await tx
      .insertInto('occurrence')
      .values(
        add.map(({ measureId, time }) => ({
          organizationId: plan.organizationId,
          planId,
          measureId,
          key: time.key,
          opensOn: time.opensOn,
          dueOn: time.dueOn,
        })),
      )
      .execute();
  }
  await setStates(tx, cancel, 'cancelled');
  await setStates(tx, revive, 'open');
  await refreshRevived(tx, revive);
  return { added: add.length, moved, cancelled: cancel.length };
}

/** Approved plans whose deadlines may look into a calendar of this organisation: its own and those below it. */
export async function plansUnder(tx: Tx, organizationId: number, schoolYear: number): Promise<number[]> {
  const plans = await tx
    .selectFrom('plan as p')
    .innerJoin('organization as o', 'o.id', 'p.organizationId')
    .innerJoin('organization as u', (join) => join.on(sql<boolean>`starts_with(o.path, u.path)`))
    .select('p.id')
    .where('u.id', '=', organizationId)
    .where('p.schoolYear', '=', schoolYear)
    .where('p.state', '=', 'approved')
    .where('p.removedAt', 'is', null)
    .orderBy('p.id')
    .execute();
  return plans.map(({ id }) => id);
}

function dueTimes(plan: StoredPlan, measure: StoredMeasure): DueTime[] {
  if (measure.state === 'withdrawn') return [];
  return occurrencesOfMeasure(
    measure.deadline,
    measure.windowsSet,
    {
      schoolYear: plan.schoolYear,
      startsOn: plan.startsOn,
      endsOn: plan.endsOn,
      approvedOn: plan.approval.on,
    },
    measure.conditionMet,
  );
}

async function knownTimes(tx: Tx, planId: number): Promise<Map<number, KnownTime[]>> {
  const rows = await tx
    .selectFrom('occurrence as o')
    .select(['o.id', 'o.measureId', 'o.key', 'o.opensOn', 'o.dueOn', 'o.state'])
    .select(
      sql<boolean>`o.state not in ('open', 'cancelled')
        or exists (select from evidence_submission s where s.occurrence_id = o.id)`.as('hasHistory'),
    )
    .where('o.planId', '=', planId)
    .orderBy('o.dueOn')
    .orderBy('o.id')
    .execute();
  const known = new Map<number, KnownTime[]>();
  for (const { measureId, ...row } of rows) known.set(measureId, [...(known.get(measureId) ?? []), row]);
  return known;
}

async function setStates(tx: Tx, ids: readonly number[], state: 'cancelled' | 'open'): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .updateTable('occurrence')
    .set((build) => ({ state, revision: build('revision', '+', 1) }))
    .where('id', 'in', [...ids])
    .execute();
}

/** What was returned before it was cancelled is returned again, not new. */
async function refreshRevived(tx: Tx, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`update occurrence o set state = 'returned' where o.id = any(${[...ids]}::int[])
    and exists (select from evidence_submission s where s.occurrence_id = o.id and s.state = 'returned')`.execute(tx);
}
