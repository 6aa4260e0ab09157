/** Who works under which account, who stands in for whom by an order, who a party of a measure is. */
import { sql } from 'kysely';
import { requirePermission } from '#src/access/actions.ts';
import { audit } from '#src/access/audit.ts';
import type { Actor } from '#src/access/model.ts';
import { can } from '#src/access/rules.ts';
import { dayOf } from '#src/platform/clock.ts';
import { asSystem, type Tx } from '#src/platform/db/scope.ts';
import { randomUUID } from 'node:crypto';
import { recordChanges } from '../../plans/changes.ts';
import { refuse } from '../errors.ts';

/** The staff of the own organisation with accounts, and its substitutions, those that hold first. */
export async function readSubstitutions(tx: Tx, actor: Actor) {
  requirePermission(actor, 'readPlans');
  const today = dayOf(new Date());
  const staff = await tx
    .selectFrom('staffPost as p')
    .leftJoin('account as a', 'a.id', 'p.accountId')
    .select(['p.id', 'p.fullName', 'p.post', 'p.accountId', 'a.displayName as account'])
    .select(
      sql<number>`(select count(distinct m.id) from measure_party r join measure m on m.id = r.measure_id
        join plan l on l.id = m.plan_id where r.staff_post_id = p.id and m.removed_at is null and l.removed_at is null
          and l.state = 'approved' and m.state in ('planned', 'inProgress'))`.as('measures'),
    )
    .where('p.organizationId', '=', actor.organizationId)
    .where((where) => where.or([where('p.toDate', 'is', null), where('p.toDate', '>=', today)]))
    .orderBy('p.fullName')
    .execute();
  const rows = await tx
    .selectFrom('substitution as s')
    .innerJoin('staffPost as a', 'a.id', 's.staffPostId')
    .innerJoin('staffPost as n', 'n.id', 's.substituteId')
    .select(['s.id', 's.staffPostId as absentId', 'a.fullName as absent', 'a.post as absentPost'])
    .select(['s.substituteId', 'n.fullName as substitute', 'n.post as substitutePost'])
    .select(['s.fromDate as from', 's.toDate as to', 's.orderNumber', 's.orderDate', 's.endedAt'])
    .where('s.organizationId', '=', actor.organizationId)
    .orderBy('s.fromDate', 'desc')
    .orderBy('s.id', 'desc')
    .execute();
  const substitutions = rows.map((row) => ({
    ...row,
    endedAt: row.endedAt?.toISOString() ?? null,
    holds: row.endedAt === null && row.from <= today && (row.to === null || row.to >= today),
  }));
  return {
    today,
    organization: actor.organizationName,
    staff,
    accounts: await accountsOf(tx, actor),
    substitutions: substitutions.toSorted((a, b) => Number(b.holds) - Number(a.holds)),
    mayManage: can(actor.role, 'editStaff'),
  };
}

/** Accounts with a role in the own organisation; their home may be another one. */
function accountsOf(tx: Tx, actor: Actor): Promise<{ id: number; name: string; login: string }[]> {
  return asSystem(tx, actor.scope, () =>
    tx
      .selectFrom('account as a')
      .innerJoin('roleGrant as g', 'g.accountId', 'a.id')
      .select(['a.id', 'a.displayName as name', 'a.login'])
      .distinct()
      .where('g.organizationId', '=', actor.organizationId)
      .where('g.endedAt', 'is', null)
      .where('a.disabledAt', 'is', null)
      .orderBy('a.displayName')
      .execute(),
  );
}

async function requireStaff(tx: Tx, actor: Actor, id: number) {
  const row = await tx
    .selectFrom('staffPost')
    .select(['id', 'organizationId', 'fullName'])
    .where('id', '=', id)
    .where('organizationId', '=', actor.organizationId)
    .executeTakeFirst();
  if (!row) throw refuse('staffNotFound');
  return row;
}

export async function createSubstitution(
  tx: Tx,
  actor: Actor,
  input: {
    absentId: number;
    substituteId: number;
    from: string;
    to: string | null;
    orderNumber: string;
    orderDate: string;
  },
): Promise<number> {
  requirePermission(actor, 'editStaff');
  if (input.absentId === input.substituteId) throw refuse('standsInForHimself');
  if (input.to !== null && input.to < input.from) throw refuse('substitutionDays');
  const absent = await requireStaff(tx, actor, input.absentId);
  const substitute = await requireStaff(tx, actor, input.substituteId);
  // Pressed twice: the same order is entered once.
  await sql`select pg_advisory_xact_lock(8003, ${absent.id})`.execute(tx);
  const known = await tx
    .selectFrom('substitution')
    .select('id')
    .where('staffPostId', '=', absent.id)
    .where('substituteId', '=', substitute.id)
    .where('fromDate', '=', input.from)
    .where('orderNumber', '=', input.orderNumber)
    .where('endedAt', 'is', null)
    .executeTakeFirst();
  if (known) return known.id;
  const { id } = await tx
    .insertInto('substitution')
    .values({
      organizationId: actor.organizationId,
      staffPostId: absent.id,
      substituteId: substitute.id,
      fromDate: input.from,
      toDate: input.to,
      orderNumber: input.orderNumber,
      orderDate: input.orderDate,
      accountId: actor.accountId,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await audit(tx, actor, {
    kind: 'change',
    action: 'substitution.create',
    subjectKind: 'substitution',
    subjectId: id,
    details: { absent: absent.fullName, substitute: substitute.fullName, order: input.orderNumber },
  });
  return id;
}

/** Ends it now; what was handed in meanwhile stays. */
export async function endSubstitution(tx: Tx, actor: Actor, id: number): Promise<void> {
  requirePermission(actor, 'editStaff');
  const row = await tx
    .updateTable('substitution')
    .set({ endedAt: new Date() })
    .where('id', '=', id)
    .where('organizationId', '=', actor.organizationId)
    .where('endedAt', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!row) throw refuse('staffNotFound');
  await audit(tx, actor, {
    kind: 'change',
    action: 'substitution.end',
    subjectKind: 'substitution',
    subjectId: id,
  });
}

/** Says under which account a member of staff works; «моё» follows from it. */
export async function linkAccount(tx: Tx, actor: Actor, staffPostId: number, accountId: number | null): Promise<void> {
  requirePermission(actor, 'editStaff');
  const staff = await requireStaff(tx, actor, staffPostId);
  if (accountId !== null && !(await accountsOf(tx, actor)).some(({ id }) => id === accountId))
    throw refuse('accountTaken');
  await tx
    .updateTable('staffPost')
    .set((build) => ({ accountId, revision: build('revision', '+', 1) }))
    .where('id', '=', staff.id)
    .execute();
  await audit(tx, actor, {
    kind: 'change',
    action: 'staff.account',
    subjectKind: 'staff',
    subjectId: staff.id,
    details: { accountId },
  });
}

/**
 * Says which member of staff a party is; `everywhere`: in all measures of the plan where the same words stand and nobody is
 * named yet. Answers how many parties were changed.
 */
export async function setHolder(
  tx: Tx,
  actor: Actor,
  partyId: number,
  input: { staffPostId: number | null; everywhere: boolean },
): Promise<number> {
  requirePermission(actor, 'editPlans');
  const party = await tx
    .selectFrom('measureParty as r')
    .innerJoin('measure as m', 'm.id', 'r.measureId')
    .select(['r.id', 'r.post', 'r.person', 'r.organisation', 'r.staffPostId', 'r.organizationId', 'm.planId'])
    .where('r.id', '=', partyId)
    .where('r.organizationId', '=', actor.organizationId)
    .executeTakeFirst();
  if (!party) throw refuse('staffNotFound');
  if (input.staffPostId !== null) await requireStaff(tx, actor, input.staffPostId);
  const changed = await tx
    .updateTable('measureParty as r')
    .from('measure as m')
    .set({ staffPostId: input.staffPostId })
    .whereRef('m.id', '=', 'r.measureId')
    .where('m.planId', '=', party.planId)
    .where((where) =>
      where.or([
        where('r.id', '=', party.id),
        ...(input.everywhere
          ? [
              where.and([
                where('r.staffPostId', 'is', null),
                sql<boolean>`r.post is not distinct from ${party.post}`,
                sql<boolean>`r.person is not distinct from ${party.person}`,
                sql<boolean>`r.organisation is not distinct from ${party.organisation}`,
              ]),
            ]
          : []),
      ]),
    )
    .returning(['r.id', 'r.measureId'])
    .execute();
  const batch = randomUUID();
  await recordChanges(
    tx,
    changed.map(({ id, measureId }) => ({
      planId: party.planId,
      organizationId: party.organizationId,
      accountId: actor.accountId,
      batch,
      action: 'party.holder',
      subjectKind: 'party' as const,
      subjectId: id,
      before: { staffPostId: id === party.id ? party.staffPostId : null, measureId },
      after: { staffPostId: input.staffPostId, measureId },
    })),
  );
  await audit(tx, actor, {
    kind: 'change',
    action: 'party.holder',
    subjectKind: 'measure',
    subjectId: changed[0]?.measureId ?? null,
    organizationId: party.organizationId,
    details: { staffPostId: input.staffPostId, parties: changed.length },
  });
  return changed.length;
}
