/** SQL of sendings: schools below, what was sent to them, what of it they carry out. Every function takes `tx` first. */
import { sql } from 'kysely';
import type { Tx } from '#src/platform/db/scope.ts';
import type { Origin } from '../model.ts';
import { type LinkedMeasure, SEND_JOB } from './model.ts';

export interface SchoolRow {
  readonly id: number;
  readonly shortName: string;
  readonly municipality: string;
}

/** Open schools below an organisation, in the order in which people read names. */
export async function schoolsBelow(tx: Tx, path: string): Promise<SchoolRow[]> {
  return tx
    .selectFrom('organization as o')
    .innerJoin('organization as m', 'm.id', 'o.parentId')
    .select(['o.id', 'o.shortName', 'm.shortName as municipality'])
    .where('o.kind', '=', 'school')
    .where('o.closedOn', 'is', null)
    .where(sql<boolean>`starts_with(o.path, ${path})`)
    .orderBy(sql`m.short_name collate natural_order`)
    .orderBy(sql`o.short_name collate natural_order`)
    .execute();
}

export async function staffOf(tx: Tx, organizationId: number, day: string) {
  return tx
    .selectFrom('staffPost')
    .select(['id', 'fullName', 'post'])
    .where('organizationId', '=', organizationId)
    .where('fromDate', '<=', day)
    .where((where) => where.or([where('toDate', 'is', null), where('toDate', '>=', day)]))
    .orderBy('id')
    .execute();
}

export async function sendingsOf(tx: Tx, districtPlanId: number) {
  return tx
    .selectFrom('planSending')
    .select(['id', 'organizationId', 'schoolPlanId', 'state', 'sentAt', 'takenAt', 'revision'])
    .where('districtPlanId', '=', districtPlanId)
    .execute();
}

export interface SendJobRow {
  readonly id: number;
  readonly planId: number;
  readonly schoolIds: readonly number[];
  readonly createdAt: Date;
  /** It waits or is being worked on. */
  readonly going: boolean;
}

/** The newest sending of a plan. */
export async function lastSendJob(tx: Tx, planId: number): Promise<SendJobRow | undefined> {
  const row = await tx
    .selectFrom('job')
    .select(['id', 'input', 'state', 'createdAt'])
    .where('kind', '=', SEND_JOB)
    .where('subjectId', '=', planId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { schoolIds } = row.input as unknown as { schoolIds: readonly number[] };
  const going = row.state === 'queued' || row.state === 'running';
  return { id: row.id, planId, schoolIds, createdAt: row.createdAt, going };
}

/** The sending that a school's plan came by. */
export async function sendingOfPlan(tx: Tx, schoolPlanId: number) {
  return tx
    .selectFrom('planSending as s')
    .innerJoin('plan as p', 'p.id', 's.schoolPlanId')
    .select(['s.id', 's.organizationId', 's.districtId', 's.districtPlanId', 's.schoolPlanId', 's.state', 's.sentAt'])
    .where('s.schoolPlanId', '=', schoolPlanId)
    .where('s.state', '<>', 'withdrawn')
    .executeTakeFirst();
}

export async function insertSending(
  tx: Tx,
  row: { organizationId: number; districtId: number; districtPlanId: number; schoolPlanId: number; accountId: number },
): Promise<number> {
  const { id } = await tx
    .insertInto('planSending')
    .values({
      organizationId: row.organizationId,
      districtId: row.districtId,
      districtPlanId: row.districtPlanId,
      schoolPlanId: row.schoolPlanId,
      sentBy: row.accountId,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Measures of schools' plans that carry out a district's plan, by school plan. */
export async function linkedMeasures(tx: Tx, schoolPlanIds: readonly number[]): Promise<Map<number, LinkedMeasure[]>> {
  const found = new Map<number, LinkedMeasure[]>(schoolPlanIds.map((id) => [id, []]));
  if (schoolPlanIds.length === 0) return found;
  const rows = await tx
    .selectFrom('measure')
    .select(['id', 'planId', 'originMeasureId', 'origin', 'state', 'removedAt'])
    .where('planId', 'in', [...schoolPlanIds])
    .where('originMeasureId', 'is not', null)
    .orderBy('id')
    .execute();
  for (const row of rows) {
    found.get(row.planId)?.push({
      id: row.id,
      districtMeasureId: row.originMeasureId!,
      origin: row.origin as unknown as Origin,
      withdrawn: row.state === 'withdrawn' || row.removedAt !== null,
    });
  }
  return found;
}

export async function pathOf(tx: Tx, organizationId: number): Promise<string> {
  const row = await tx
    .selectFrom('organization')
    .select('path')
    .where('id', '=', organizationId)
    .executeTakeFirstOrThrow();
  return row.path;
}

export async function planOfSending(tx: Tx, sendingId: number): Promise<number | null> {
  const row = await tx.selectFrom('planSending').select('schoolPlanId').where('id', '=', sendingId).executeTakeFirst();
  return row?.schoolPlanId ?? null;
}

export async function sendingTo(tx: Tx, districtPlanId: number, schoolId: number) {
  return tx
    .selectFrom('planSending')
    .select(['id', 'schoolPlanId', 'state'])
    .where('districtPlanId', '=', districtPlanId)
    .where('organizationId', '=', schoolId)
    .executeTakeFirst();
}

export async function nameOf(tx: Tx, organizationId: number): Promise<string | undefined> {
  const row = await tx
    .selectFrom('organization')
    .select('shortName')
    .where('id', '=', organizationId)
    .executeTakeFirst();
  return row?.shortName;
}
