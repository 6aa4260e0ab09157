/** SQL of plans on their way in. */
import { sql } from 'kysely';
import type { Tx } from '#src/platform/db/scope.ts';
import type { Roadmap } from '../reading/model.ts';
import type { SourceView } from '../reading/source-view.ts';
import type { IntakeOrigin, IntakeState, PlanDraft } from './model.ts';

/** A refusal as it is kept: both languages, since another person may read it. */
export interface KeptRefusal {
  readonly code: string;
  readonly ru: string;
  readonly en: string;
}

export async function insertIntake(
  tx: Tx,
  input: {
    organizationId: number;
    accountId: number;
    origin: IntakeOrigin;
    fileName: string;
    fileHash: string | null;
    content: Buffer | null;
    askedSchoolYear: number | null;
  },
): Promise<number> {
  const { id } = await tx
    .insertInto('planIntake')
    .values({ ...input, byteSize: input.content?.length ?? 0, state: 'received' })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** The same content taken in by the same organisation before, unless it was put aside or could not be read. */
export async function findSame(tx: Tx, organizationId: number, fileHash: string): Promise<number | null> {
  const row = await tx
    .selectFrom('planIntake')
    .select('id')
    .where('organizationId', '=', organizationId)
    .where('fileHash', '=', fileHash)
    .where('state', 'in', ['received', 'read', 'saved'])
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return row?.id ?? null;
}

export interface IntakeRow {
  readonly id: number;
  readonly organizationId: number;
  readonly accountId: number | null;
  readonly account: string | null;
  readonly origin: IntakeOrigin;
  readonly fileName: string;
  readonly byteSize: number;
  readonly state: IntakeState;
  readonly refusal: KeptRefusal | null;
  readonly jobId: number | null;
  readonly planId: number | null;
  readonly askedSchoolYear: number | null;
  readonly createdAt: Date;
  readonly title: string | null;
  /** Measures of the draft, or of the reading while nobody has mended it; null before it was read. */
  readonly measures: number | null;
  readonly revision: number;
}

/** Without what was read: a list is short. */
export async function listIntakes(
  tx: Tx,
  filter: { readonly id: number } | { readonly organizationId: number; readonly unfinished: true },
): Promise<IntakeRow[]> {
  let query = tx
    .selectFrom('planIntake as i')
    .leftJoin('account as a', 'a.id', 'i.accountId')
    .select(['i.id', 'i.organizationId', 'i.accountId', 'a.displayName as account', 'i.origin', 'i.fileName'])
    .select(['i.byteSize', 'i.state', 'i.refusal', 'i.jobId', 'i.planId', 'i.askedSchoolYear', 'i.createdAt'])
    .select(['i.revision'])
    .select(({ eb, fn }) =>
      fn
        .coalesce(
          eb
            .ref('i.mended', '->')
            .key('head' as never)
            .key('title' as never)
            .$castTo<string | null>(),
          eb
            .ref('i.roadmap', '->')
            .key('title' as never)
            .$castTo<string | null>(),
        )
        .as('title'),
    )
    .select(
      sql<number | null>`case
        when i.mended is not null then (select count(*) from jsonb_object_keys(i.mended -> 'measures'))
        when i.roadmap is not null then
          (select coalesce(sum(jsonb_array_length(s -> 'measures')), 0) from jsonb_array_elements(i.roadmap -> 'sections') s)
        end::int`.as('measures'),
    )
    .orderBy('i.id', 'desc')
    .limit(50);
  query =
    'id' in filter
      ? query.where('i.id', '=', filter.id)
      : query
          .where('i.organizationId', '=', filter.organizationId)
          .where('i.state', 'in', ['received', 'read', 'unreadable']);
  return (await query.execute()).map((row) => ({
    ...row,
    origin: row.origin as IntakeOrigin,
    state: row.state as IntakeState,
    refusal: row.refusal as unknown as KeptRefusal | null,
  }));
}

export async function readContent(tx: Tx, id: number): Promise<Buffer | null> {
  const row = await tx.selectFrom('planIntake').select('content').where('id', '=', id).executeTakeFirst();
  return row?.content ?? null;
}

export interface IntakeReading {
  readonly roadmap: Roadmap | null;
  readonly view: SourceView | null;
  readonly mended: PlanDraft | null;
}

export async function readReading(tx: Tx, id: number): Promise<IntakeReading> {
  const row = await tx
    .selectFrom('planIntake')
    .select(['roadmap', 'view', 'mended'])
    .where('id', '=', id)
    .executeTakeFirst();
  return (row ?? { roadmap: null, view: null, mended: null }) as unknown as IntakeReading;
}

/** What the reading found. A file that is read anew after a crash or a failed attempt is answered once. */
export async function storeReading(
  tx: Tx,
  id: number,
  reading:
    | { readonly roadmap: Roadmap; readonly view: SourceView | null; readonly refusal: null }
    | { readonly roadmap: null; readonly refusal: KeptRefusal },
): Promise<void> {
  await tx
    .updateTable('planIntake')
    .set((build) => ({
      ...(reading.refusal === null
        ? { state: 'read', roadmap: asJson(reading.roadmap), view: asJson(reading.view), refusal: null }
        : { state: 'unreadable', refusal: asJson(reading.refusal) }),
      revision: build('revision', '+', 1),
    }))
    .where('id', '=', id)
    .where('state', 'in', ['received', 'unreadable'])
    .execute();
}

/** Takes the intake's turn; false: it was changed meanwhile or is finished. */
export async function updateIntake(
  tx: Tx,
  change: {
    readonly id: number;
    readonly revision: number;
    readonly from: readonly IntakeState[];
    readonly state?: IntakeState;
    readonly mended?: PlanDraft;
    readonly planId?: number;
  },
): Promise<boolean> {
  const { id, revision, from, mended, ...fields } = change;
  const done = await tx
    .updateTable('planIntake')
    .set((build) => ({
      ...fields,
      ...(mended === undefined ? {} : { mended: asJson(mended) }),
      revision: build('revision', '+', 1),
    }))
    .where('id', '=', id)
    .where('revision', '=', revision)
    .where('state', 'in', [...from])
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

/** Takes back that a file was put aside: it stands where its reading left it. Null: it was not aside, or was changed meanwhile. */
export async function restoreIntake(tx: Tx, id: number, revision: number): Promise<IntakeState | null> {
  const row = await tx
    .updateTable('planIntake')
    .set((build) => ({
      state: sql<string>`case when roadmap is not null then 'read' when refusal is not null then 'unreadable' else 'received' end`,
      revision: build('revision', '+', 1),
    }))
    .where('id', '=', id)
    .where('revision', '=', revision)
    .where('state', '=', 'discarded')
    .returning('state')
    .executeTakeFirst();
  return row === undefined ? null : (row.state as IntakeState);
}

/** The database keeps no zero byte and no half of a pair in a text; a damaged file may hold both. */
function asJson(value: unknown): string | null {
  if (value === null) return null;
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'string' ? part.replaceAll('\0', '').toWellFormed() : part,
  );
}
