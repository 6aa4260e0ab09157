/** SQL of a month: what it holds, and what schools told of it. Every function takes `tx` first. */
import { sql } from 'kysely';
import type { Tx } from '#src/platform/db/scope.ts';
import type { EvidenceKind, OccurrenceState } from '../model.ts';
import type { MonthState } from './model.ts';

export interface OccurrenceRow {
  readonly measureId: number;
  readonly dueOn: string | null;
  readonly state: OccurrenceState;
  readonly submittedOn: string | null;
}

/** Occurrences of a plan due within a span, and continuous ones that were told of in it. */
export async function occurrencesWithin(tx: Tx, planId: number, from: string, to: string): Promise<OccurrenceRow[]> {
  const { rows } = await sql<OccurrenceRow>`
    select o.measure_id as "measureId", o.due_on as "dueOn", o.state, o.submitted_at::date::text as "submittedOn"
    from occurrence o join measure m on m.id = o.measure_id
    where o.plan_id = ${planId} and m.removed_at is null and m.state <> 'withdrawn'
      and (o.due_on between ${from}::date and ${to}::date
        or (o.due_on is null and o.submitted_at::date between ${from}::date and ${to}::date))
    order by o.due_on nulls last, o.id`.execute(tx);
  return rows;
}

export interface EvidenceRow {
  readonly measureId: number;
  readonly id: number;
  readonly kind: EvidenceKind;
  readonly title: string;
}

/** Evidence in force handed in within a span, or for what was due in it. */
export async function evidenceWithin(tx: Tx, planId: number, from: string, to: string): Promise<EvidenceRow[]> {
  const { rows } = await sql<EvidenceRow>`
    select distinct o.measure_id as "measureId", e.id, e.kind, e.title
    from evidence_submission u join occurrence o on o.id = u.occurrence_id join evidence e on e.id = u.evidence_id
    where o.plan_id = ${planId} and u.state in ('submitted', 'accepted')
      and (o.due_on between ${from}::date and ${to}::date or u.submitted_at::date between ${from}::date and ${to}::date)
    order by o.measure_id, e.id`.execute(tx);
  return rows;
}

export interface MonthRow {
  readonly id: number;
  readonly organizationId: number;
  readonly planId: number;
  /** First day of the month. */
  readonly month: string;
  readonly state: MonthState;
  readonly dueOn: string;
  readonly figures: { readonly targets?: Readonly<Record<string, number>> } & Readonly<Record<string, unknown>>;
  readonly note: string;
  readonly remark: string;
  readonly submittedAt: Date | null;
  readonly submittedOn: string | null;
  readonly revision: number;
}

const MONTH_COLUMNS = [
  'id',
  'organizationId',
  'planId',
  'month',
  'state',
  'dueOn',
  'figures',
  'note',
  'remark',
  'submittedAt',
  'revision',
] as const;

export async function monthReport(tx: Tx, planId: number, month: string): Promise<MonthRow | null> {
  const row = await tx
    .selectFrom('monthReport')
    .select(MONTH_COLUMNS)
    .select(sql<string | null>`submitted_at::date::text`.as('submittedOn'))
    .where('planId', '=', planId)
    .where('month', '=', `${month}-01`)
    .executeTakeFirst();
  return (row as unknown as MonthRow | undefined) ?? null;
}

export async function monthReportsOf(tx: Tx, planId: number): Promise<MonthRow[]> {
  const rows = await tx
    .selectFrom('monthReport')
    .select(MONTH_COLUMNS)
    .select(sql<string | null>`submitted_at::date::text`.as('submittedOn'))
    .where('planId', '=', planId)
    .orderBy('month')
    .execute();
  return rows as unknown as MonthRow[];
}

/** Makes the draft of a month where there is none, so that two people find the same one. */
export async function ensureMonthReport(
  tx: Tx,
  row: { organizationId: number; planId: number; month: string; dueOn: string },
): Promise<void> {
  await tx
    .insertInto('monthReport')
    .values({ ...row, month: `${row.month}-01` })
    .onConflict((conflict) => conflict.columns(['planId', 'month']).doNothing())
    .execute();
}

/** @returns false: changed meanwhile. */
export async function updateMonthReport(
  tx: Tx,
  change: {
    readonly id: number;
    readonly revision: number;
    readonly fields: {
      readonly state?: MonthState;
      readonly figures?: unknown;
      readonly note?: string;
      readonly remark?: string;
      readonly submittedBy?: number;
      readonly submittedAt?: Date;
      readonly answeredBy?: number;
      readonly answeredAt?: Date;
    };
  },
): Promise<boolean> {
  const { figures, ...plain } = change.fields;
  const { numUpdatedRows } = await tx
    .updateTable('monthReport')
    .set((build) => ({
      ...plain,
      ...(figures === undefined ? {} : { figures: JSON.stringify(figures) }),
      revision: build('revision', '+', 1),
    }))
    .where('id', '=', change.id)
    .where('revision', '=', change.revision)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Reports of a month of all schools that a plan was sent to. */
export async function monthReportsBelow(tx: Tx, districtPlanId: number, month: string) {
  const rows = await tx
    .selectFrom('planSending as s')
    .innerJoin('monthReport as r', 'r.planId', 's.schoolPlanId')
    .select([
      'r.id',
      's.organizationId',
      's.schoolPlanId as planId',
      'r.state',
      'r.figures',
      'r.note',
      'r.remark',
      'r.revision',
    ])
    .where('s.districtPlanId', '=', districtPlanId)
    .where('r.month', '=', `${month}-01`)
    .execute();
  return rows.map((row) => ({ ...row, state: row.state as MonthState, figures: row.figures as MonthRow['figures'] }));
}

/** District's measures by the school measures that carry them out, with the school's plan. */
export async function originsBelow(tx: Tx, districtPlanId: number): Promise<Map<number, number>> {
  const rows = await tx
    .selectFrom('measure as m')
    .innerJoin('planSending as s', 's.schoolPlanId', 'm.planId')
    .select(['m.id', 'm.originMeasureId'])
    .where('s.districtPlanId', '=', districtPlanId)
    .where('m.originMeasureId', 'is not', null)
    .where('m.removedAt', 'is', null)
    .execute();
  return new Map(rows.map(({ id, originMeasureId }) => [id, originMeasureId!]));
}
