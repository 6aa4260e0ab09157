/** All dates of a plan with who answers for them: the calendar, the timeline and the list by person look at one answer. */
import { sql } from 'kysely';
import { requirePermission } from '#src/access/actions.ts';
import type { Actor, OrganizationKind } from '#src/access/model.ts';
import { dayOf } from '#src/platform/clock.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { deadlineContextOf } from '../calendars/store.ts';
import { isWorkday, schoolYearWindow } from '../deadline/calendar.ts';
import { addDays } from '../deadline/days.ts';
import { parseDeadline } from '../deadline/parse.ts';
import { resolveDeadline } from '../deadline/resolve.ts';
import { refusePlan } from '../errors.ts';
import type { MeasureState, OccurrenceState, PlanState } from '../model.ts';
import { timingOf } from '../rules.ts';
import { partiesOf } from './people-store.ts';
import { undatedOf } from './undated.ts';

export async function planCarrying(tx: Tx, actor: Actor, id: number) {
  requirePermission(actor, 'readPlans');
  const plan = await tx
    .selectFrom('plan as p')
    .innerJoin('organization as o', 'o.id', 'p.organizationId')
    .select(['p.id', 'p.title', 'p.state', 'p.schoolYear', 'p.organizationId', 'o.shortName as organization'])
    .select(['o.kind as organizationKind', 'p.approvedOn', 'p.endsOn'])
    .where('p.id', '=', id)
    .where('p.removedAt', 'is', null)
    .executeTakeFirst();
  if (!plan) throw refusePlan('planNotFound');
  const today = dayOf(new Date());
  const measures = await tx
    .selectFrom('measure as m')
    .innerJoin('planSection as s', 's.id', 'm.sectionId')
    .select(['m.id', 's.title as section', 'm.number', 'm.text', 'm.deadline', 'm.state', 'm.conditionMet'])
    .where('m.planId', '=', id)
    .where('m.removedAt', 'is', null)
    .orderBy('s.position')
    .orderBy('s.id')
    .orderBy('m.position')
    .orderBy('m.id')
    .execute();
  const parties = await partiesOf(tx, { planId: id }, today);
  const occurrences = await tx
    .selectFrom('occurrence')
    .select(['id', 'measureId', 'opensOn', 'dueOn', 'state'])
    .where('planId', '=', id)
    .where('state', '<>', 'cancelled')
    .orderBy(sql`coalesce(due_on, '9999-12-31')`)
    .orderBy('id')
    .execute();
  const byMeasure = Map.groupBy(occurrences, (one) => one.measureId);
  const staff = await tx
    .selectFrom('staffPost')
    .select(['id', 'fullName', 'post'])
    .where('organizationId', '=', plan.organizationId)
    .where((where) => where.or([where('toDate', 'is', null), where('toDate', '>=', today)]))
    .orderBy('fullName')
    .execute();
  const context = await deadlineContextOf(tx, plan.organizationId, plan.schoolYear, {
    approvedOn: plan.approvedOn,
    planEnds: plan.endsOn,
  });
  const state = plan.state as PlanState;
  return {
    today,
    plan: {
      id,
      title: plan.title,
      state,
      schoolYear: plan.schoolYear,
      organization: plan.organization,
      organizationKind: plan.organizationKind as OrganizationKind,
      own: plan.organizationId === actor.organizationId,
    },
    measures: measures.map(({ conditionMet, ...row }) => {
      const measure = { ...row, state: row.state as MeasureState };
      const due = byMeasure.get(measure.id) ?? [];
      const dated = due.some(({ opensOn, dueOn }) => opensOn !== null || dueOn !== null);
      return {
        ...measure,
        parties: (parties.get(measure.id) ?? []).map(({ measureId: _measure, ...party }) => party),
        occurrences: due.map(({ measureId: _measure, ...one }) => {
          const known = { ...one, state: one.state as OccurrenceState };
          return { ...known, timing: timingOf(known, today) };
        }),
        undated: dated
          ? null
          : undatedOf(resolveDeadline(parseDeadline(measure.deadline), context), { ...measure, conditionMet }, state),
      };
    }),
    daysOff: daysOff(plan.schoolYear),
    staff,
  };
}

export type PlanCarrying = Awaited<ReturnType<typeof planCarrying>>;

function daysOff(schoolYear: number): string[] {
  const { from, to } = schoolYearWindow(schoolYear);
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) if (!isWorkday(day)) days.push(day);
  return days;
}
