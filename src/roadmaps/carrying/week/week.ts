/** «Что сделать на этой неделе»: dates of one organisation that ask for something now, and how the organisations below stand. */
import { sql } from 'kysely';
import { requirePermission } from '#src/access/actions.ts';
import type { Actor } from '#src/access/model.ts';
import { can } from '#src/access/rules.ts';
import { dayOf } from '#src/platform/clock.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { refuseCommon } from '#src/platform/errors.ts';
import { addDays } from '../../deadline/days.ts';
import type { OccurrenceState } from '../../model.ts';
import { timingOf, weekEnd } from '../../rules.ts';
import { groupOfWeek, reviewRight, WEEK_GROUPS, type WeekGroup } from '../rules.ts';
import { accountNames, partiesOf, type PartyRow, postsOf, reviewersOf } from '../people-store.ts';

/** One date of a measure, with the words of its plan. */
interface DateOfMeasure {
  readonly occurrenceId: number;
  readonly measureId: number;
  readonly planId: number;
  readonly planTitle: string;
  readonly number: string | null;
  readonly text: string;
  readonly result: string;
  readonly deadline: string;
  readonly opensOn: string | null;
  readonly dueOn: string | null;
  readonly state: OccurrenceState;
}

export interface WeekRow extends DateOfMeasure {
  readonly group: WeekGroup;
  readonly parties: Omit<PartyRow, 'id' | 'measureId'>[];
  readonly mine: 'responsible' | 'coExecutor' | 'standIn' | null;
  readonly insteadOf: string | null;
  readonly remark: string | null;
  readonly waiting: number;
  readonly submittedBy: string | null;
  readonly submittedAt: string | null;
}

export interface Week {
  readonly today: string;
  readonly weekEnds: string;
  readonly organization: { readonly id: number; readonly name: string; readonly own: boolean };
  readonly whose: 'mine' | 'all';
  readonly linked: boolean;
  readonly mine: number;
  readonly plans: number;
  readonly rows: WeekRow[];
  readonly below: StandingBelow[];
}

interface Candidate extends DateOfMeasure {
  readonly remark: string | null;
  readonly monthDone: boolean;
  /** [author, instant] of pieces that wait for review, oldest first. */
  readonly waiting: readonly { readonly by: number | null; readonly at: string }[];
}

/** Further ahead than this nothing is shown. */
const AHEAD_DAYS = 14;

export async function readWeek(
  tx: Tx,
  actor: Actor,
  query: { organization?: number | undefined; whose?: 'mine' | 'all' | undefined },
): Promise<Week> {
  requirePermission(actor, 'readPlans');
  const today = dayOf(new Date());
  const organization = await organizationOf(tx, actor, query.organization);
  const own = organization.id === actor.organizationId;
  const posts = await postsOf(tx, actor.accountId, actor.organizationId, today);
  const rows = await rowsOf(tx, actor, organization.id, today, posts);
  const mine = rows.filter((row) => isMine(row));
  // Whoever answers for something begins with his own; who only leads begins with the whole.
  const whose = !own
    ? 'all'
    : (query.whose ?? (mine.length > 0 || !can(actor.role, 'reviewEvidence') ? 'mine' : 'all'));
  const { plans } = await tx
    .selectFrom('plan')
    .select(sql<number>`count(*)`.as('plans'))
    .where('organizationId', '=', organization.id)
    .where('state', '=', 'approved')
    .where('removedAt', 'is', null)
    .executeTakeFirstOrThrow();
  return {
    today,
    weekEnds: weekEnd(today),
    organization: { id: organization.id, name: organization.shortName, own },
    whose,
    linked: posts.own.length > 0,
    mine: mine.length,
    plans,
    rows: whose === 'mine' ? mine : rows,
    below: organization.kind === 'school' ? [] : await standingBelow(tx, organization.id, today),
  };
}

/** What a person has to do himself: his measures, evidence returned to him, evidence that he is to review. */
export function isMine({ mine, group }: Pick<WeekRow, 'mine' | 'group'>): boolean {
  return mine !== null || group === 'review';
}

async function organizationOf(tx: Tx, actor: Actor, id: number | undefined) {
  const organization = await tx
    .selectFrom('organization')
    .select(['id', 'shortName', 'kind', 'path'])
    .where('id', '=', id ?? actor.organizationId)
    .executeTakeFirst();
  // Organisations above are visible by name only.
  if (!organization?.path.startsWith(actor.scope.path)) throw refuseCommon('notFound');
  return organization;
}

/** Rows of one organisation, in the order of the page. */
async function rowsOf(
  tx: Tx,
  actor: Actor,
  organizationId: number,
  today: string,
  posts: Awaited<ReturnType<typeof postsOf>>,
): Promise<WeekRow[]> {
  const candidates = await candidatesOf(tx, organizationId, today);
  const parties = await partiesOf(tx, { measureIds: candidates.map((one) => one.measureId) }, today);
  const { own, instead } = posts;
  const mayReview = can(actor.role, 'reviewEvidence') && organizationId === actor.organizationId;
  const reviewers = mayReview ? (await reviewersOf(tx, actor.scope, organizationId)).map(({ id }) => id) : [];
  const names = await accountNames(
    tx,
    actor.scope,
    candidates.flatMap((one) => one.waiting.map(({ by }) => by)),
  );
  const rows: WeekRow[] = [];
  for (const { monthDone, waiting, ...one } of candidates) {
    const people = parties.get(one.measureId) ?? [];
    const row = {
      ...one,
      parties: people.map(({ id: _id, measureId: _measure, ...party }) => party),
      ...whoseIs(people, own, instead),
      waiting: waiting.length,
      submittedBy: names.get(waiting[0]?.by ?? 0) ?? null,
      submittedAt: waiting[0]?.at ?? null,
    };
    const group = groupOfWeek({ ...one, timing: timingOf(one, today) }, today, monthDone);
    if (group !== null) rows.push({ ...row, group });
    const mayReviewIt = waiting.some(({ by }) =>
      ['may', 'onlyOne'].includes(reviewRight({ accountId: actor.accountId, mayReview }, by, reviewers)),
    );
    if (mayReviewIt) rows.push({ ...row, group: 'review' });
  }
  const order = (row: WeekRow) => WEEK_GROUPS.indexOf(row.group);
  return rows.toSorted((a, b) => order(a) - order(b) || (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9'));
}

function whoseIs(
  parties: readonly PartyRow[],
  own: readonly number[],
  instead: ReadonlyMap<number, string>,
): Pick<WeekRow, 'mine' | 'insteadOf'> {
  const of = (ids: { has(id: number): boolean }) =>
    parties.filter(({ staffPostId }) => staffPostId !== null && ids.has(staffPostId));
  const direct = of(new Set(own));
  if (direct.length > 0) return { mine: direct.some(isResponsible) ? 'responsible' : 'coExecutor', insteadOf: null };
  const [stood] = of(instead);
  if (stood) return { mine: 'standIn', insteadOf: instead.get(stood.staffPostId!) ?? null };
  return { mine: null, insteadOf: null };
}

const isResponsible = ({ part }: PartyRow): boolean => part === 'responsible';

async function candidatesOf(tx: Tx, organizationId: number, today: string): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    select o.id as occurrence_id, o.measure_id, o.plan_id, p.title as plan_title, m.number, m.text, m.result, m.deadline,
      o.opens_on, o.due_on, o.state,
      (select s.remark from evidence_submission s where s.occurrence_id = o.id and s.state = 'returned'
        order by s.reviewed_at desc limit 1) as remark,
      exists (select from evidence_submission s where s.occurrence_id = o.id and s.state in ('submitted', 'accepted')
        and s.submitted_at >= date_trunc('month', ${today}::date)) as month_done,
      coalesce((select jsonb_agg(jsonb_build_object('by', s.submitted_by, 'at', s.submitted_at) order by s.id)
        from evidence_submission s where s.occurrence_id = o.id and s.state = 'submitted'), '[]') as waiting
    from occurrence o join plan p on p.id = o.plan_id join measure m on m.id = o.measure_id
    where o.organization_id = ${organizationId} and p.state = 'approved' and p.removed_at is null and m.removed_at is null
      and o.state in ('open', 'submitted', 'returned')
      and (o.due_on is null or o.due_on <= ${addDays(today, AHEAD_DAYS)}::date or o.state in ('submitted', 'returned'))
    order by o.due_on, m.position, o.id`.execute(tx);
  return rows;
}

export interface StandingBelow {
  readonly id: number;
  readonly name: string;
  readonly kind: 'municipality' | 'school';
  readonly overdue: number;
  readonly thisWeek: number;
  readonly review: number;
  readonly returned: number;
  readonly accepted: number;
  readonly all: number;
}

/** Organisations directly below that have an approved plan, each with everything under it. */
async function standingBelow(tx: Tx, organizationId: number, today: string): Promise<StandingBelow[]> {
  const { rows } = await sql<StandingBelow>`
    with counted as (
      select o.organization_id,
        count(*) filter (where o.state in ('open', 'returned') and o.due_on < ${today}::date) as overdue,
        count(*) filter (where o.state in ('open', 'returned') and o.due_on between ${today}::date and ${weekEnd(today)}::date)
          as this_week,
        count(*) filter (where o.state = 'submitted') as review,
        count(*) filter (where o.state = 'returned') as returned,
        count(*) filter (where o.state in ('accepted', 'notNeeded')) as accepted,
        count(*) as "all"
      from occurrence o join plan p on p.id = o.plan_id and p.state = 'approved' and p.removed_at is null
      where o.state <> 'cancelled' group by o.organization_id
    )
    select c.id, c.short_name as name, c.kind, sum(n.overdue)::int as overdue, sum(n.this_week)::int as this_week,
      sum(n.review)::int as review, sum(n.returned)::int as returned, sum(n.accepted)::int as accepted, sum(n."all")::int as "all"
    from organization c join organization d on starts_with(d.path, c.path) join counted n on n.organization_id = d.id
    where c.parent_id = ${organizationId} and c.closed_on is null
    group by c.id, c.short_name, c.kind order by c.short_name collate natural_order`.execute(tx);
  return rows;
}
