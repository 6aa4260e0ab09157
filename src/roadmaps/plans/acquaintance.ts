/** Who of the staff has read a plan, and when. */
import { requirePermission } from '#src/access/actions.ts';
import { audit } from '#src/access/audit.ts';
import type { Actor } from '#src/access/model.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { refusePlan } from '../errors.ts';
import { refuseEdit } from './errors.ts';
import { ownsPlan } from './rules.ts';

export interface Acquainted {
  readonly staffPostId: number;
  readonly fullName: string;
  readonly post: string;
  /** ISO day; null: not yet. */
  readonly on: string | null;
}

/** Everybody who is in a post now, and whoever has left after reading. */
export async function listAcquaintance(tx: Tx, planId: number, organizationId: number): Promise<Acquainted[]> {
  return tx
    .selectFrom('staffPost as s')
    .leftJoin('acquaintance as a', (join) => join.onRef('a.staffPostId', '=', 's.id').on('a.planId', '=', planId))
    .select(['s.id as staffPostId', 's.fullName', 's.post', 'a.acquaintedOn as on'])
    .where('s.organizationId', '=', organizationId)
    .where((where) => where.or([where('s.toDate', 'is', null), where('a.id', 'is not', null)]))
    .orderBy('s.fullName')
    .execute();
}

/** Notes the day on which members of staff read the plan; null takes the note off. */
export async function markAcquaintance(
  tx: Tx,
  actor: Actor,
  planId: number,
  marks: readonly { readonly staffPostId: number; readonly on: string | null }[],
): Promise<void> {
  requirePermission(actor, 'editPlans');
  const plan = await tx
    .selectFrom('plan')
    .select(['organizationId', 'title'])
    .where('id', '=', planId)
    .where('removedAt', 'is', null)
    .executeTakeFirst();
  if (!plan) throw refusePlan('planNotFound');
  if (!ownsPlan(actor, plan.organizationId)) throw refuseEdit('notYourPlan');
  const ids = marks.map(({ staffPostId }) => staffPostId);
  const own = await tx
    .selectFrom('staffPost')
    .select('id')
    .where('id', 'in', ids)
    .where('organizationId', '=', plan.organizationId)
    .execute();
  if (own.length !== new Set(ids).size) throw refuseEdit('staffElsewhere');
  for (const { staffPostId, on } of marks) {
    await tx.deleteFrom('acquaintance').where('planId', '=', planId).where('staffPostId', '=', staffPostId).execute();
    if (on === null) continue;
    await tx
      .insertInto('acquaintance')
      .values({
        organizationId: plan.organizationId,
        planId,
        staffPostId,
        acquaintedOn: on,
        accountId: actor.accountId,
      })
      .execute();
  }
  await audit(tx, actor, {
    kind: 'change',
    action: 'plan.acquaint',
    subjectKind: 'plan',
    subjectId: planId,
    organizationId: plan.organizationId,
    details: { title: plan.title, people: marks.length },
  });
}
