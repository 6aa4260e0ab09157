/** SQL of what the documents of a plan say beyond the plan. */
import type { Tx } from '#src/platform/db/scope.ts';

export async function organisationName(tx: Tx, id: number): Promise<string> {
  const row = await tx.selectFrom('organization').select('name').where('id', '=', id).executeTakeFirstOrThrow();
  return row.name;
}

/** Staff of the organisation with the day on which each signed for the plan. */
export async function acquaintedStaff(
  tx: Tx,
  plan: { readonly id: number; readonly organizationId: number },
  day: string,
): Promise<{ name: string; post: string; date: string | null }[]> {
  return tx
    .selectFrom('staffPost as s')
    .leftJoin('acquaintance as a', (join) => join.onRef('a.staffPostId', '=', 's.id').on('a.planId', '=', plan.id))
    .select(['s.fullName as name', 's.post', 'a.acquaintedOn as date'])
    .where('s.organizationId', '=', plan.organizationId)
    .where((where) => where.or([where('s.toDate', 'is', null), where('s.toDate', '>=', day)]))
    .orderBy('s.fullName')
    .orderBy('s.id')
    .execute();
}
