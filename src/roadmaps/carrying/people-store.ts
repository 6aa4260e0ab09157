/** SQL of people: who may review, who is named, who holds which post, who stands in for whom. */
import { sql } from 'kysely';
import { ROLES } from '#src/access/model.ts';
import { can } from '#src/access/rules.ts';
import { asSystem, type Scope, type Tx } from '#src/platform/db/scope.ts';

/** Accounts of an organisation that may review its evidence, by name. Home organisations of accounts may lie elsewhere. */
export async function reviewersOf(
  tx: Tx,
  scope: Scope,
  organizationId: number,
): Promise<{ id: number; name: string }[]> {
  const roles = ROLES.filter((role) => can(role, 'reviewEvidence'));
  return asSystem(tx, scope, () =>
    tx
      .selectFrom('account as a')
      .innerJoin('roleGrant as g', 'g.accountId', 'a.id')
      .select(['a.id', 'a.displayName as name'])
      .distinct()
      .where('g.organizationId', '=', organizationId)
      .where('g.endedAt', 'is', null)
      .where('g.role', 'in', roles)
      .where('a.disabledAt', 'is', null)
      .orderBy('a.displayName')
      .execute(),
  );
}

/** Names of accounts, of upper organisations too: whoever reviewed a school's evidence is named to the school. */
export async function accountNames(
  tx: Tx,
  scope: Scope,
  ids: readonly (number | null)[],
): Promise<Map<number, string>> {
  const wanted = [...new Set(ids)].filter((id) => id !== null);
  if (wanted.length === 0) return new Map();
  const rows = await asSystem(tx, scope, () =>
    tx.selectFrom('account').select(['id', 'displayName']).where('id', 'in', wanted).execute(),
  );
  return new Map(rows.map((row) => [row.id, row.displayName]));
}

/** Posts that an account holds on a day in an organisation, and those it stands in for by an order. */
export async function postsOf(
  tx: Tx,
  accountId: number,
  organizationId: number,
  day: string,
): Promise<{ own: number[]; instead: Map<number, string> }> {
  const own = await tx
    .selectFrom('staffPost')
    .select('id')
    .where('organizationId', '=', organizationId)
    .where('accountId', '=', accountId)
    .where('fromDate', '<=', day)
    .where((where) => where.or([where('toDate', 'is', null), where('toDate', '>=', day)]))
    .execute();
  const ids = own.map((row) => row.id);
  if (ids.length === 0) return { own: ids, instead: new Map() };
  const instead = await tx
    .selectFrom('substitution as s')
    .innerJoin('staffPost as a', 'a.id', 's.staffPostId')
    .select(['s.staffPostId as id', 'a.fullName'])
    .where('s.substituteId', 'in', ids)
    .where('s.endedAt', 'is', null)
    .where('s.fromDate', '<=', day)
    .where((where) => where.or([where('s.toDate', 'is', null), where('s.toDate', '>=', day)]))
    .execute();
  return { own: ids, instead: new Map(instead.map((row) => [row.id, row.fullName])) };
}

export interface PartyRow {
  readonly id: number;
  readonly measureId: number;
  readonly part: 'responsible' | 'coExecutor';
  readonly post: string | null;
  readonly person: string | null;
  readonly organisation: string | null;
  readonly staffPostId: number | null;
  readonly holder: string | null;
  readonly standIn: string | null;
}

/** Who answers for measures, with the holders of their posts and those who stand in for them on a day. */
export async function partiesOf(
  tx: Tx,
  of: { readonly measureIds: readonly number[] } | { readonly planId: number },
  day: string,
): Promise<Map<number, PartyRow[]>> {
  const which =
    'planId' in of
      ? sql`r.measure_id in (select id from measure where plan_id = ${of.planId})`
      : sql`r.measure_id = any(${[...of.measureIds]}::int[])`;
  const { rows } = await sql<PartyRow>`
    select r.id, r.measure_id, r.part, r.post, r.person, r.organisation, r.staff_post_id,
      case when h.to_date is null or h.to_date >= ${day} then h.full_name end as holder,
      (select n.full_name from substitution s join staff_post n on n.id = s.substitute_id
        where s.staff_post_id = r.staff_post_id and s.ended_at is null and s.from_date <= ${day}
          and (s.to_date is null or s.to_date >= ${day}) order by s.id desc limit 1) as stand_in
    from measure_party r left join staff_post h on h.id = r.staff_post_id
    where ${which} order by r.measure_id, r.part desc, r.position, r.id`.execute(tx);
  const byMeasure = new Map<number, PartyRow[]>();
  for (const row of rows) {
    const list = byMeasure.get(row.measureId);
    if (list) list.push(row);
    else byMeasure.set(row.measureId, [row]);
  }
  return byMeasure;
}
