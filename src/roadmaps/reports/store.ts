/** SQL of analytic reports. Every function takes `tx` first. */
import type { Tx } from '#src/platform/db/scope.ts';
import type { Facts, ReportBody, ReportState } from './model.ts';

export interface AnalyticRow {
  readonly id: number;
  readonly organizationId: number;
  readonly planId: number;
  readonly month: string;
  readonly state: ReportState;
  readonly dueOn: string;
  readonly title: string;
  readonly body: ReportBody;
  readonly facts: Facts;
  readonly factsAt: Date;
  readonly approvedAt: Date | null;
  readonly approvedBy: string | null;
  readonly lockedAt: Date | null;
  readonly revision: number;
}

function analyticQuery(tx: Tx) {
  return tx
    .selectFrom('analyticReport as r')
    .leftJoin('account as a', 'a.id', 'r.approvedBy')
    .select([
      'r.id',
      'r.organizationId',
      'r.planId',
      'r.month',
      'r.state',
      'r.dueOn',
      'r.title',
      'r.body',
      'r.facts',
      'r.factsAt',
      'r.approvedAt',
      'a.displayName as approvedBy',
      'r.lockedAt',
      'r.revision',
    ]);
}

export async function findAnalytic(tx: Tx, id: number): Promise<AnalyticRow | null> {
  const row = await analyticQuery(tx).where('r.id', '=', id).executeTakeFirst();
  return (row as unknown as AnalyticRow | undefined) ?? null;
}

export async function analyticOf(tx: Tx, planId: number): Promise<AnalyticRow[]> {
  return (await analyticQuery(tx)
    .where('r.planId', '=', planId)
    .orderBy('r.month')
    .execute()) as unknown as AnalyticRow[];
}

/** @returns null where the month has a report already. */
export async function insertAnalytic(
  tx: Tx,
  row: {
    organizationId: number;
    planId: number;
    month: string;
    dueOn: string;
    title: string;
    body: ReportBody;
    facts: Facts;
    accountId: number;
  },
): Promise<number | null> {
  const inserted = await tx
    .insertInto('analyticReport')
    .values({
      ...row,
      month: `${row.month}-01`,
      body: JSON.stringify(row.body),
      facts: JSON.stringify(row.facts),
    })
    .onConflict((conflict) => conflict.columns(['planId', 'month']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted?.id ?? null;
}

/** @returns false: changed meanwhile. */
export async function updateAnalytic(
  tx: Tx,
  change: {
    readonly id: number;
    readonly revision: number;
    readonly fields: {
      readonly title?: string;
      readonly body?: ReportBody;
      readonly facts?: Facts;
      readonly state?: ReportState;
      readonly approvedBy?: number | null;
      readonly approvedAt?: Date | null;
      readonly lockedAt?: Date;
    };
  },
): Promise<boolean> {
  const { body, facts, ...plain } = change.fields;
  const { numUpdatedRows } = await tx
    .updateTable('analyticReport')
    .set((build) => ({
      ...plain,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(facts === undefined ? {} : { facts: JSON.stringify(facts), factsAt: new Date() }),
      revision: build('revision', '+', 1),
    }))
    .where('id', '=', change.id)
    .where('revision', '=', change.revision)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
