/** SQL of plans, sections, measures and who answers for them. */
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
import type { MeasureFields, NewMeasure, NewPlan, PlanFields, PlanRow } from './model.ts';

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

/** Adds a whole plan as a draft and returns its id. */
export async function insertPlan(
  tx: Tx,
  input: { organizationId: number; accountId: number | null; intakeId?: number | null; plan: NewPlan },
): Promise<number> {
  const { plan, organizationId } = input;
  const { id: planId } = await tx
    .insertInto('plan')
    .values({
      organizationId,
      title: plan.title,
      schoolYear: plan.schoolYear,
      approvalPost: plan.approval.post,
      approvalPerson: plan.approval.person,
      orderNumber: plan.approval.order,
      approvedOn: plan.approval.on,
      startsOn: plan.startsOn,
      endsOn: plan.endsOn,
      preamble: plan.preamble,
      intakeId: input.intakeId ?? null,
      accountId: input.accountId,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (const [position, section] of plan.sections.entries()) {
    const sectionId = await insertSection(tx, { planId, organizationId, position, title: section.title });
    await insertMeasures(tx, { planId, organizationId, sectionId, from: 0, measures: section.measures });
  }
  return planId;
}

export async function insertSection(
  tx: Tx,
  section: { planId: number; organizationId: number; position: number; title: string },
): Promise<number> {
  const row = await tx.insertInto('planSection').values(section).returning('id').executeTakeFirstOrThrow();
  return row.id;
}

/** Adds measures of one section at the positions from `from` on; returns their ids in the same order. */
export async function insertMeasures(
  tx: Tx,
  input: {
    planId: number;
    organizationId: number;
    sectionId: number;
    from: number;
    measures: readonly NewMeasure[];
  },
): Promise<number[]> {
  const { planId, organizationId, sectionId, from, measures } = input;
  if (measures.length === 0) return [];
  const rows = await tx
    .insertInto('measure')
    .values(
      measures.map((measure, index) => ({
        organizationId,
        planId,
        sectionId,
        position: from + index,
        number: measure.number,
        text: measure.text,
        deadline: measure.deadline,
        windowsSet: measure.windowsSet ? JSON.stringify(measure.windowsSet) : null,
        deadlineConfirmed: measure.deadlineConfirmed ?? false,
        result: measure.result,
        kind: measure.kind,
        targets: JSON.stringify(measure.targets),
        warnings: JSON.stringify(measure.warnings),
        originMeasureId: measure.originMeasureId ?? null,
        origin: measure.origin ? JSON.stringify(measure.origin) : null,
      })),
    )
    .returning(['id', 'position'])
    .execute();
  const ids = rows.toSorted((a, b) => a.position - b.position).map(({ id }) => id);
  await insertParties(
    tx,
    organizationId,
    measures.flatMap(({ parties }, index) =>
      parties.map((party, position) => ({ measureId: ids[index]!, position, party })),
    ),
  );
  return ids;
}

async function insertParties(
  tx: Tx,
  organizationId: number,
  parties: readonly { measureId: number; position: number; party: MeasureParty }[],
): Promise<void> {
  if (parties.length === 0) return;
  await tx
    .insertInto('measureParty')
    .values(
      parties.map(({ measureId, position, party }) => ({
        organizationId,
        measureId,
        position,
        part: party.part,
        post: party.post,
        person: party.person,
        organisation: party.organisation,
        staffPostId: party.staffPostId,
      })),
    )
    .execute();
}

/** Adds one measure; without a position it stands last in its section. */
export async function insertMeasure(
  tx: Tx,
  input: { planId: number; sectionId: number; position?: number; measure: NewMeasure },
): Promise<number> {
  const { organizationId } = await tx
    .selectFrom('plan')
    .select('organizationId')
    .where('id', '=', input.planId)
    .executeTakeFirstOrThrow();
  const { planId, sectionId, measure } = input;
  const from = input.position ?? (await endOfSection(tx, sectionId));
  await makeRoom(tx, sectionId, from, 1);
  const [id] = await insertMeasures(tx, { planId, organizationId, sectionId, from, measures: [measure] });
  return id!;
}

/** The position after the last measure of a section, removed ones counted. */
export async function endOfSection(tx: Tx, sectionId: number): Promise<number> {
  const row = await tx
    .selectFrom('measure')
    .select(sql<number>`coalesce(max(position) + 1, 0)`.as('end'))
    .where('sectionId', '=', sectionId)
    .executeTakeFirstOrThrow();
  return row.end;
}

/** Moves measures at and after a position down by `count` places. Their revisions stay: nobody edited them. */
export async function makeRoom(tx: Tx, sectionId: number, position: number, count: number): Promise<void> {
  await tx
    .updateTable('measure')
    .set((build) => ({ position: build('position', '+', count) }))
    .where('sectionId', '=', sectionId)
    .where('position', '>=', position)
    .execute();
}

const asJson = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));

type StoredFields = Partial<MeasureFields> & {
  readonly sectionId?: number;
  readonly position?: number;
  readonly removed?: boolean;
  readonly origin?: Origin | null;
  readonly originMeasureId?: number | null;
};

/** Changes fields of a measure. False: it was changed meanwhile, nothing is written. */
export async function updateMeasure(
  tx: Tx,
  change: { readonly id: number; readonly revision: number; readonly fields: StoredFields },
): Promise<boolean> {
  return (await updateMeasures(tx, [change], change.fields)) === 1;
}

/** Gives several measures the same values; returns how many had the revision that was expected. */
export async function updateMeasures(
  tx: Tx,
  rows: readonly { readonly id: number; readonly revision: number }[],
  fields: StoredFields,
): Promise<number> {
  if (rows.length === 0) return 0;
  const { parties, windowsSet, targets, warnings, origin, removed, ...plain } = fields;
  const done = await tx
    .updateTable('measure')
    .set((build) => ({
      ...plain,
      ...(windowsSet === undefined ? {} : { windowsSet: asJson(windowsSet) }),
      ...(targets === undefined ? {} : { targets: JSON.stringify(targets) }),
      ...(warnings === undefined ? {} : { warnings: JSON.stringify(warnings) }),
      ...(origin === undefined ? {} : { origin: asJson(origin) }),
      ...(removed === undefined ? {} : { removedAt: removed ? new Date() : null }),
      revision: build('revision', '+', 1),
    }))
    .where(
      sql<boolean>`(id, revision) in (select * from unnest(${rows.map(({ id }) => id)}::int[], ${rows.map(({ revision }) => revision)}::int[]))`,
    )
    .returning(['id', 'organizationId'])
    .execute();
  if (parties && done.length > 0) {
    await tx
      .deleteFrom('measureParty')
      .where(
        'measureId',
        'in',
        done.map(({ id }) => id),
      )
      .execute();
    await insertParties(
      tx,
      done[0]!.organizationId,
      done.flatMap(({ id }) => parties.map((party, position) => ({ measureId: id, position, party }))),
    );
  }
  return done.length;
}

/** Changes fields of a plan. False: it was changed meanwhile. */
export async function updatePlan(
  tx: Tx,
  change: {
    id: number;
    revision: number;
    fields: Partial<PlanFields> & { state?: PlanState; removedAt?: Date | null };
  },
): Promise<boolean> {
  const done = await tx
    .updateTable('plan')
    .set((build) => ({ ...change.fields, changedAt: new Date(), revision: build('revision', '+', 1) }))
    .where('id', '=', change.id)
    .where('revision', '=', change.revision)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

/** Changes a section. False: it was changed meanwhile. */
export async function updateSection(
  tx: Tx,
  change: { id: number; revision: number; fields: { title?: string; position?: number; removed?: boolean } },
): Promise<boolean> {
  const { removed, ...plain } = change.fields;
  const done = await tx
    .updateTable('planSection')
    .set((build) => ({
      ...plain,
      ...(removed === undefined ? {} : { removedAt: removed ? new Date() : null }),
      revision: build('revision', '+', 1),
    }))
    .where('id', '=', change.id)
    .where('revision', '=', change.revision)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

export type SubjectKind = 'plan' | 'section' | 'measure' | 'party' | 'occurrence' | 'submission';

export interface Change {
  readonly planId: number;
  readonly organizationId: number;
  readonly accountId: number | null;
  /** UUID: changes of one gesture are undone together. */
  readonly batch: string;
  /** Key of plans/text.ts, `actions`. */
  readonly action: string;
  readonly subjectKind: SubjectKind;
  readonly subjectId: number;
  /** The changed fields only; null before: it was added, null after: it was removed. */
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
  /** The batch that this one takes back. */
  readonly undoes?: string | null;
}

/** Writes one change into the history of a plan. */
export async function recordChange(tx: Tx, change: Change): Promise<void> {
  await recordChanges(tx, [change]);
}

export async function recordChanges(tx: Tx, changes: readonly Change[]): Promise<void> {
  if (changes.length === 0) return;
  await tx
    .insertInto('planChange')
    .values(
      changes.map(({ before, after, undoes, ...plain }) => ({
        ...plain,
        before: asJson(before),
        after: asJson(after),
        undoes: undoes ?? null,
      })),
    )
    .execute();
}
