/** SQL that reads plans with their sections, measures and who answers for them. */
import { sql } from 'kysely';
import type { Tx } from '#src/platform/db/scope.ts';
import { deadlineContextOf } from '../calendars/store.ts';
import type { ResolvedDeadline } from '../deadline/resolve.ts';
import { parseDeadline } from '../deadline/parse.ts';
import { resolveDeadline } from '../deadline/resolve.ts';
import type {
  MeasureParty,
  MeasureState,
  Origin,
  Part,
  PlanState,
  SetWindow,
  StoredMeasure,
  StoredPlan,
  StoredSection,
} from '../model.ts';
import type { MeasureWarning, Target } from '../reading/model.ts';
import type { PlanRow } from './model.ts';

export interface PlanFilter {
  readonly organizationId?: number;
  readonly schoolYear?: number;
  readonly state?: PlanState;
}

/** Plans that the person may see, newest school year first; within it by level and name of the organisation. */
export async function listPlans(tx: Tx, filter: PlanFilter): Promise<PlanRow[]> {
  let query = tx
    .selectFrom('plan as p')
    .innerJoin('organization as o', 'o.id', 'p.organizationId')
    .select([
      'p.id',
      'p.organizationId',
      'o.shortName as organizationName',
      'o.kind as organizationKind',
      'p.title',
      'p.schoolYear',
      'p.state',
      'p.orderNumber as order',
      'p.approvedOn',
      'p.changedAt',
    ])
    .select(
      sql<number>`(select count(*) from measure m where m.plan_id = p.id and m.removed_at is null)::int`.as('measures'),
    )
    .select(
      sql<number>`(select count(*) from measure m where m.plan_id = p.id and m.removed_at is null
        and m.state in ('done', 'notNeeded', 'withdrawn'))::int`.as('finished'),
    )
    .where('p.removedAt', 'is', null)
    .orderBy('p.schoolYear', 'desc')
    .orderBy('o.path')
    .orderBy('p.id', 'desc');
  if (filter.organizationId !== undefined) query = query.where('p.organizationId', '=', filter.organizationId);
  if (filter.schoolYear !== undefined) query = query.where('p.schoolYear', '=', filter.schoolYear);
  if (filter.state !== undefined) query = query.where('p.state', '=', filter.state);
  return (await query.execute()).map((row) => ({
    ...row,
    organizationKind: row.organizationKind as PlanRow['organizationKind'],
    state: row.state as PlanState,
    changedAt: row.changedAt.toISOString(),
  }));
}

/** A plan with everything in it, its deadlines resolved on the organisation's calendars; null where it is not to be seen. */
export async function findPlan(tx: Tx, id: number): Promise<StoredPlan | null> {
  const plan = await tx
    .selectFrom('plan')
    .selectAll()
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .executeTakeFirst();
  if (!plan) return null;
  const sections = await tx
    .selectFrom('planSection')
    .select(['id', 'position', 'title', 'revision'])
    .where('planId', '=', id)
    .where('removedAt', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute();
  const measures = await measuresOf(tx, id);
  const context = await deadlineContextOf(tx, plan.organizationId, plan.schoolYear, {
    approvedOn: plan.approvedOn,
    planEnds: plan.endsOn,
  });
  // Rows of one plan repeat their deadlines («в течение года»): each is worked out once.
  const known = new Map<string, ResolvedDeadline>();
  const resolved = (words: string): ResolvedDeadline => {
    const found = known.get(words) ?? resolveDeadline(parseDeadline(words), context);
    known.set(words, found);
    return found;
  };
  const bySection = new Map<number, StoredMeasure[]>();
  for (const { deadline, ...measure } of measures) {
    const list = bySection.get(measure.sectionId) ?? [];
    list.push({ ...measure, deadline: resolved(deadline) });
    bySection.set(measure.sectionId, list);
  }
  return {
    id: plan.id,
    organizationId: plan.organizationId,
    title: plan.title,
    schoolYear: plan.schoolYear,
    state: plan.state as PlanState,
    approval: {
      post: plan.approvalPost,
      person: plan.approvalPerson,
      order: plan.orderNumber,
      on: plan.approvedOn,
    },
    startsOn: plan.startsOn,
    endsOn: plan.endsOn,
    preamble: plan.preamble,
    sections: sections.map((section): StoredSection => ({ ...section, measures: bySection.get(section.id) ?? [] })),
    revision: plan.revision,
  };
}

/** A measure as its row says it: the deadline is its words. */
export interface MeasureRow extends Omit<StoredMeasure, 'deadline'> {
  readonly deadline: string;
  readonly removed: boolean;
}

/**
 * Measures of a plan in their order, with parties.
 * @param wanted `ids`: these only, removed ones among them; without it all that are not removed
 */
export async function measuresOf(tx: Tx, planId: number, wanted?: { ids: readonly number[] }): Promise<MeasureRow[]> {
  let query = tx.selectFrom('measure').selectAll().where('planId', '=', planId);
  let parties = tx
    .selectFrom('measureParty as r')
    .innerJoin('measure as m', 'm.id', 'r.measureId')
    .select(['r.measureId', 'r.part', 'r.post', 'r.person', 'r.organisation', 'r.staffPostId'])
    .where('m.planId', '=', planId)
    .orderBy('r.position')
    .orderBy('r.id');
  if (wanted) {
    if (wanted.ids.length === 0) return [];
    query = query.where('id', 'in', [...wanted.ids]);
    parties = parties.where('r.measureId', 'in', [...wanted.ids]);
  } else query = query.where('removedAt', 'is', null);
  const rows = await query.orderBy('position').orderBy('id').execute();
  const byMeasure = new Map<number, MeasureParty[]>();
  for (const { measureId, part, ...party } of await parties.execute()) {
    const list = byMeasure.get(measureId) ?? [];
    list.push({ part: part as Part, ...party });
    byMeasure.set(measureId, list);
  }
  return rows.map((row) => ({
    id: row.id,
    sectionId: row.sectionId,
    position: row.position,
    number: row.number,
    text: row.text,
    deadline: row.deadline,
    windowsSet: row.windowsSet as SetWindow[] | null,
    deadlineConfirmed: row.deadlineConfirmed,
    conditionMet: row.conditionMet,
    parties: byMeasure.get(row.id) ?? [],
    result: row.result,
    kind: row.kind,
    targets: row.targets as unknown as Target[],
    warnings: row.warnings as unknown as MeasureWarning[],
    state: row.state as MeasureState,
    stateNote: row.stateNote,
    originMeasureId: row.originMeasureId,
    origin: row.origin as unknown as Origin | null,
    removed: row.removedAt !== null,
    revision: row.revision,
  }));
}
