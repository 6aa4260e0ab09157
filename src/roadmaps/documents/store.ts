/** SQL of what the documents of a plan say beyond the plan. */
import { sql } from 'kysely';
import type { Tx } from '#src/platform/db/scope.ts';
import type { Carried } from '../linter/from-stored.ts';
import type { OccurrenceState } from '../model.ts';

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

export async function heldPosts(tx: Tx, organizationId: number, day: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('staffPost')
    .select('post')
    .distinct()
    .where('organizationId', '=', organizationId)
    .where((where) => where.or([where('toDate', 'is', null), where('toDate', '>=', day)]))
    .execute();
  return rows.map(({ post }) => post);
}

/** Occurrences of a plan with how many pieces of evidence stand for each. */
export async function carriedOf(tx: Tx, planId: number): Promise<Carried[]> {
  const rows = await tx
    .selectFrom('occurrence as o')
    .select(['o.id', 'o.measureId', 'o.key', 'o.opensOn', 'o.dueOn', 'o.state', 'o.revision'])
    .select(
      sql<number>`(select count(*) from evidence_submission s where s.occurrence_id = o.id
        and s.state in ('submitted', 'accepted'))::int`.as('evidence'),
    )
    .where('o.planId', '=', planId)
    .execute();
  return rows.map((row) => ({ ...row, state: row.state as OccurrenceState }));
}
