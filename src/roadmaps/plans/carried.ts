/** SQL of what the linter asks of a plan that is carried out: its dates with their evidence, and who holds which post. */
import { sql } from 'kysely';
import type { Tx } from '#src/platform/db/scope.ts';
import type { Carried } from '../linter/from-stored.ts';
import type { OccurrenceState } from '../model.ts';

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

/** Posts of an organisation that somebody holds on a day. */
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

/** The full and the short name of an organisation. */
export async function namesOf(tx: Tx, organizationId: number): Promise<string[]> {
  const { name, shortName } = await tx
    .selectFrom('organization')
    .select(['name', 'shortName'])
    .where('id', '=', organizationId)
    .executeTakeFirstOrThrow();
  return [name, shortName];
}
