/** SQL of what a district proposes to schools that have its plan. Every function takes `tx` first. */
import { sql } from 'kysely';
import type { Tx } from '#src/platform/db/scope.ts';
import type { Origin } from '../model.ts';
import type { ProposalDraft, ProposalKind, ProposalState, SentWords } from './model.ts';

export interface ProposalRow {
  readonly id: number;
  readonly organizationId: number;
  readonly sendingId: number;
  readonly kind: ProposalKind;
  readonly districtMeasureId: number;
  readonly measureId: number | null;
  readonly before: Origin | null;
  readonly after: SentWords | null;
  readonly state: ProposalState;
  readonly remark: string;
  readonly createdAt: Date;
  readonly answeredAt: Date | null;
  readonly revision: number;
}

/** Newest first. */
export async function proposalsOf(
  tx: Tx,
  filter: { sendingIds: readonly number[] } | { id: number },
): Promise<ProposalRow[]> {
  if ('sendingIds' in filter && filter.sendingIds.length === 0) return [];
  const rows = await tx
    .selectFrom('cascadeProposal')
    .select([
      'id',
      'organizationId',
      'sendingId',
      'kind',
      'districtMeasureId',
      'measureId',
      'before',
      'after',
      'state',
      'remark',
      'createdAt',
      'answeredAt',
      'revision',
    ])
    .$if('id' in filter, (query) => query.where('id', '=', (filter as { id: number }).id))
    .$if('sendingIds' in filter, (query) =>
      query.where('sendingId', 'in', [...(filter as { sendingIds: readonly number[] }).sendingIds]),
    )
    .orderBy('id', 'desc')
    .execute();
  return rows as unknown as ProposalRow[];
}

/** An open proposal about the same measure gives way to the new one. */
export async function insertProposal(
  tx: Tx,
  row: ProposalDraft & { organizationId: number; sendingId: number; accountId: number },
): Promise<void> {
  await tx
    .updateTable('cascadeProposal')
    .set({ state: 'superseded', revision: sql`revision + 1` })
    .where('sendingId', '=', row.sendingId)
    .where('districtMeasureId', '=', row.districtMeasureId)
    .where('state', '=', 'proposed')
    .execute();
  await tx
    .insertInto('cascadeProposal')
    .values({
      organizationId: row.organizationId,
      sendingId: row.sendingId,
      kind: row.kind,
      districtMeasureId: row.districtMeasureId,
      measureId: row.measureId,
      before: row.before === null ? null : JSON.stringify(row.before),
      after: row.after === null ? null : JSON.stringify(row.after),
      createdBy: row.accountId,
    })
    .execute();
}

/** @returns false where somebody answered it before. */
export async function answerProposal(
  tx: Tx,
  row: { id: number; state: 'accepted' | 'declined'; remark: string; accountId: number; measureId: number | null },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('cascadeProposal')
    .set({
      state: row.state,
      remark: row.remark,
      answeredBy: row.accountId,
      answeredAt: sql`now()`,
      measureId: row.measureId,
      revision: sql`revision + 1`,
    })
    .where('id', '=', row.id)
    .where('state', '=', 'proposed')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** How many schools were proposed something since a moment. */
export async function askedSince(tx: Tx, districtPlanId: number, since: Date): Promise<number> {
  const { count } = await tx
    .selectFrom('cascadeProposal as p')
    .innerJoin('planSending as s', 's.id', 'p.sendingId')
    .select(sql<number>`count(distinct p.sending_id)::int`.as('count'))
    .where('s.districtPlanId', '=', districtPlanId)
    .where('p.createdAt', '>', since)
    .executeTakeFirstOrThrow();
  return count;
}

/** Proposals of every sending of a plan, counted: waiting for an answer, and declined. */
export async function proposalCounts(
  tx: Tx,
  districtPlanId: number,
): Promise<ReadonlyMap<number, { open: number; declined: number }>> {
  const { rows } = await sql<{ sendingId: number; open: number; declined: number }>`
    select p.sending_id as "sendingId", count(*) filter (where p.state = 'proposed')::int as open,
      count(*) filter (where p.state = 'declined')::int as declined
    from cascade_proposal p join plan_sending s on s.id = p.sending_id
    where s.district_plan_id = ${districtPlanId} group by p.sending_id`.execute(tx);
  return new Map(rows.map(({ sendingId, ...counts }) => [sendingId, counts]));
}
