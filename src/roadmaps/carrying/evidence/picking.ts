/** What a person picks from while handing in: pieces handed in before, and further dates that the same piece serves. */
import { sql } from 'kysely';
import { requirePermission } from '#src/access/actions.ts';
import type { Actor } from '#src/access/model.ts';
import { dayOf } from '#src/platform/clock.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { EvidenceKind, OccurrenceState } from '../../model.ts';
import { servesOf } from '../measure-view.ts';
import type { RecordKind } from '../model.ts';
import { accountNames, postsOf } from '../people-store.ts';
import { openAmong, sees } from './who-may-open.ts';

const MOST = 30;

function like(search: string | undefined): string {
  return `%${(search ?? '').trim().replace(/[\\%_]/g, '\\$&')}%`;
}

/** Evidence of the own organisation, newest versions, own first. */
export async function listEvidence(tx: Tx, actor: Actor, search: string | undefined) {
  requirePermission(actor, 'submitEvidence');
  const rows = await tx
    .selectFrom('evidence as e')
    .select(['e.id', 'e.kind', 'e.title', 'e.note', 'e.url', 'e.recordKind', 'e.recordId', 'e.fileName', 'e.byteSize'])
    .select(['e.fileHash', 'e.version', 'e.createdAt', 'e.accountId'])
    .where('e.organizationId', '=', actor.organizationId)
    .where((where) => where.or([where('e.title', 'ilike', like(search)), where('e.fileName', 'ilike', like(search))]))
    .where((where) =>
      where.not(where.exists(where.selectFrom('evidence as n').select('n.id').whereRef('n.previousId', '=', 'e.id'))),
    )
    .orderBy(sql`e.account_id is distinct from ${actor.accountId}`)
    .orderBy('e.id', 'desc')
    .limit(MOST * 2)
    .execute();
  const all = sees(actor);
  const ids = rows.map((row) => row.id);
  const open = all ? new Set(ids) : await openAmong(tx, actor, ids);
  const mine = rows.filter((row) => row.accountId === actor.accountId || open.has(row.id)).slice(0, MOST);
  const names = await accountNames(
    tx,
    actor.scope,
    mine.map((row) => row.accountId),
  );
  const serves = await servesOf(
    tx,
    mine.map((row) => row.id),
    null,
  );
  return mine.map(({ accountId, ...row }) => ({
    ...row,
    kind: row.kind as EvidenceKind,
    recordKind: row.recordKind as RecordKind | null,
    createdAt: row.createdAt.toISOString(),
    open: true,
    submittedBy: names.get(accountId ?? 0) ?? null,
    serves: serves.get(row.id) ?? [],
  }));
}

/** Dates that still take evidence, of measures that name the person first. */
export async function listOpenOccurrences(
  tx: Tx,
  actor: Actor,
  query: { search?: string | undefined; except?: number | undefined },
) {
  requirePermission(actor, 'submitEvidence');
  const { own, instead } = await postsOf(tx, actor.accountId, actor.organizationId, dayOf(new Date()));
  const posts = [...own, ...instead.keys()];
  const { rows } = await sql<{
    id: number;
    planTitle: string;
    number: string | null;
    text: string;
    opensOn: string | null;
    dueOn: string | null;
    state: OccurrenceState;
  }>`
    select o.id, p.title as plan_title, m.number, m.text, o.opens_on, o.due_on, o.state
    from occurrence o join plan p on p.id = o.plan_id join measure m on m.id = o.measure_id
    where o.organization_id = ${actor.organizationId} and o.state in ('open', 'submitted', 'returned')
      and p.state = 'approved' and p.removed_at is null and m.removed_at is null
      and o.id is distinct from ${query.except ?? null}
      and (m.text ilike ${like(query.search)} or m.number ilike ${like(query.search)} or p.title ilike ${like(query.search)})
    order by not exists (select from measure_party r where r.measure_id = m.id and r.staff_post_id = any(${posts}::int[])),
      o.due_on, o.id limit ${MOST}`.execute(tx);
  return rows;
}
