/** SQL of the board: what schools have carried out, counted. Every function takes `tx` first. */
import { sql } from 'kysely';
import type { Tx } from '#src/platform/db/scope.ts';
import type { Totals } from './model.ts';

export interface BoardRow extends Totals {
  readonly schoolId: number;
}

/**
 * Counts by school of everything that carries out a district's plan and is due within a span of days. Each table is passed once: the
 * school's own and taken-off measures are few and are left out by number, so that occurrences are not joined to all measures.
 * @param from first due day that counts; null: from the beginning
 * @param day last due day that counts: what is due later is not asked yet
 */
export async function boardCounts(
  tx: Tx,
  districtPlanId: number,
  { from, day }: { from: string | null; day: string },
): Promise<BoardRow[]> {
  const linked = sql`origin_measure_id is not null and removed_at is null and state <> 'withdrawn'`;
  const { rows } = await sql<BoardRow>`
    with plans as materialized (
      select organization_id, school_plan_id from plan_sending
      where district_plan_id = ${districtPlanId} and state <> 'withdrawn' and school_plan_id is not null),
    measures as materialized (
      select plan_id, count(*) filter (where ${linked})::int as count, array_agg(id) filter (where not (${linked})) as others
      from measure where plan_id in (select school_plan_id from plans) group by plan_id),
    standing as (
      select plan_id, state,
        case when submitted_at is null then 'silent' when submitted_at::date <= due_on then 'onTime' else 'late' end as time,
        count(*)::int as count
      from occurrence
      where plan_id in (select school_plan_id from plans) and due_on <= ${day}
        and (${from}::date is null or due_on >= ${from}::date) and state not in ('notNeeded', 'cancelled')
        and measure_id not in (select unnest(others) from measures)
      group by 1, 2, 3),
    counts as (
      select plan_id, sum(count)::int as due,
        sum(count) filter (where time = 'onTime')::int as on_time,
        sum(count) filter (where time = 'late')::int as late,
        sum(count) filter (where time = 'silent' and state in ('open', 'returned'))::int as silent,
        sum(count) filter (where state = 'accepted')::int as accepted,
        sum(count) filter (where state = 'submitted')::int as under_review,
        sum(count) filter (where state = 'returned')::int as returned
      from standing group by plan_id)
    select p.organization_id as "schoolId", coalesce(m.count, 0) as measures, coalesce(c.due, 0) as due,
      coalesce(c.on_time, 0) as "onTime", coalesce(c.late, 0) as late, coalesce(c.silent, 0) as silent,
      coalesce(c.accepted, 0) as accepted, coalesce(c.under_review, 0) as "underReview", coalesce(c.returned, 0) as returned
    from plans p left join measures m on m.plan_id = p.school_plan_id left join counts c on c.plan_id = p.school_plan_id`.execute(
    tx,
  );
  return rows;
}

export interface MeasureCounts {
  readonly districtMeasureId: number;
  readonly schools: number;
  readonly done: number;
  readonly underReview: number;
  readonly silent: number;
  /** Pieces handed in and not returned, by date: a piece that serves two dates counts at each. */
  readonly evidence: number;
}

/**
 * The same by measure of the district's plan: how many schools carry it out, and how far they are by a day. What the occurrences of one
 * measure say together is one number of bits: 1 something waits for review, 2 something is late and silent, 4 something was accepted,
 * 8 something due is still open.
 */
export async function measureCounts(tx: Tx, districtPlanId: number, day: string): Promise<MeasureCounts[]> {
  // Both tables lie in the order of measures: read along their indexes they are counted as they come. The planner, which cannot know how
  // many rows a person may see, would rather build tables of all of them in memory, which takes twice as long.
  await sql`select set_config('enable_hashagg', 'off', true), set_config('enable_hashjoin', 'off', true)`.execute(tx);
  const { rows } = await sql<MeasureCounts>`
    with plans as materialized (
      select school_plan_id from plan_sending
      where district_plan_id = ${districtPlanId} and state <> 'withdrawn' and school_plan_id is not null),
    pieces as (
      select occurrence_id, count(*)::int as count from evidence_submission
      where state in ('submitted', 'accepted') group by occurrence_id),
    standing as (
      select o.measure_id, coalesce(sum(p.count), 0)::int as pieces, bit_or(case
        when o.state = 'accepted' then 4
        when o.state = 'submitted' then case when o.due_on <= ${day}::date then 9 else 1 end
        when o.state in ('notNeeded', 'cancelled') then 0
        when o.due_on < ${day}::date and o.submitted_at is null then 10
        when o.due_on <= ${day}::date then 8
        else 0 end) as bits
      from occurrence o left join pieces p on p.occurrence_id = o.id
      where (o.plan_id in (select school_plan_id from plans)) is true
      group by o.measure_id)
    select m.origin_measure_id as "districtMeasureId", count(*)::int as schools,
      count(*) filter (where m.state = 'done' or s.bits & 12 = 4)::int as done,
      count(*) filter (where s.bits & 1 > 0)::int as "underReview",
      count(*) filter (where s.bits & 2 > 0)::int as silent,
      coalesce(sum(s.pieces), 0)::int as evidence
    from measure m left join standing s on s.measure_id = m.id
    where m.plan_id in (select school_plan_id from plans) and m.origin_measure_id is not null
      and m.removed_at is null and m.state <> 'withdrawn'
    group by m.origin_measure_id`.execute(tx);
  await sql`select set_config('enable_hashagg', 'on', true), set_config('enable_hashjoin', 'on', true)`.execute(tx);
  return rows;
}

/** States of the schools' plans that came by a sending, and their reports of a month. */
export async function plansAndReports(tx: Tx, districtPlanId: number, month: string | null) {
  const { rows } = await sql<{
    schoolId: number;
    planState: 'draft' | 'approved' | 'closed';
    report: 'draft' | 'submitted' | 'returned' | 'accepted' | null;
    reportOn: string | null;
    dueOn: string | null;
  }>`
    select s.organization_id as "schoolId", p.state as "planState", r.state as report, r.submitted_at::date::text as "reportOn",
      r.due_on as "dueOn"
    from plan_sending s join plan p on p.id = s.school_plan_id
    left join month_report r on r.plan_id = p.id and r.month = ${month}::date
    where s.district_plan_id = ${districtPlanId} and s.state <> 'withdrawn'`.execute(tx);
  return new Map(rows.map((row) => [row.schoolId, row]));
}
