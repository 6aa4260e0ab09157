/** SQL that stores plans, sections, measures and who answers for them. Who may, and what of it is history, is decided above. */
import { sql } from 'kysely';
import type { Tx } from '#src/platform/db/scope.ts';
import type { MeasureParty, Origin, PlanState } from '../model.ts';
import { asJson } from './changes.ts';
import type { MeasureFields, NewMeasure, NewPlan, PlanFields } from './model.ts';

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
