/** Rows of frozen honest references. A reference is never rewritten: a newer one supersedes it. */
import { sql } from 'kysely';
import type { Tx } from '#src/platform/db/scope.ts';
import { type FrozenReference, FROZEN_VERSION } from '../engine/frozen-reference.ts';

export interface StoredReference {
  readonly id: number;
  readonly content: FrozenReference;
}

/**
 * The reference by which a region's works are judged now; null where none was frozen that this engine can read.
 *
 * @param judged the procedure that is to be judged: what was frozen from it would find it exactly as honest as itself.
 */
export async function currentReference(
  tx: Tx,
  organizationId: number,
  judged: number,
): Promise<StoredReference | null> {
  const row = await tx
    .selectFrom('honestReference')
    .select(['id', 'procedureId', 'content'])
    .where('organizationId', '=', organizationId)
    .where('supersededAt', 'is', null)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined || row.procedureId === judged) return null;
  const content = row.content as unknown as FrozenReference;
  return content.version === FROZEN_VERSION ? { id: row.id, content } : null;
}

/** The reference of this number as it was frozen; null where it is not visible. */
export async function readReference(tx: Tx, id: number): Promise<FrozenReference | null> {
  const row = await tx.selectFrom('honestReference').select('content').where('id', '=', id).executeTakeFirst();
  return (row?.content as unknown as FrozenReference | undefined) ?? null;
}

export interface NewReference {
  readonly organizationId: number;
  readonly procedureId: number;
  readonly accountId: number | null;
  readonly content: FrozenReference;
}

export async function insertReference(tx: Tx, { content, ...row }: NewReference): Promise<number> {
  await tx
    .updateTable('honestReference')
    .set({ supersededAt: new Date() })
    .where('organizationId', '=', row.organizationId)
    .where('supersededAt', 'is', null)
    .execute();
  const { name, engineVersion, units, papers } = content;
  const { id } = await tx
    .insertInto('honestReference')
    .values({ ...row, name, engineVersion, units, papers, content: JSON.stringify(content) })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function listReferences(tx: Tx) {
  return tx
    .selectFrom('honestReference as r')
    .leftJoin('procedure as p', 'p.id', 'r.procedureId')
    .leftJoin('account as a', 'a.id', 'r.accountId')
    .select([
      'r.id',
      'r.organizationId',
      'r.name',
      'r.engineVersion',
      'r.units',
      'r.papers',
      'r.createdAt',
      'r.supersededAt',
    ])
    .select(['p.name as procedure', 'a.displayName as madeBy'])
    .orderBy('r.id', 'desc')
    .limit(50)
    .execute();
}

/** Procedures that outside observers ran, with the papers of their works' newest analyses. */
export async function observedProcedures(tx: Tx) {
  return tx
    .selectFrom('procedure as p')
    .leftJoin('work as w', 'w.procedureId', 'p.id')
    .leftJoin('analysis as a', (join) => join.onRef('a.workId', '=', 'w.id').on('a.supersededAt', 'is', null))
    .select(['p.id', 'p.name', sql<number>`coalesce(sum(a.papers), 0)::int`.as('papers')])
    .where('p.observed', '=', true)
    .groupBy(['p.id', 'p.name'])
    .orderBy('p.name')
    .execute();
}

/** @returns the region whose reference it was; undefined where it was retired before. */
export async function retireReference(tx: Tx, id: number): Promise<number | undefined> {
  const row = await tx
    .updateTable('honestReference')
    .set({ supersededAt: new Date() })
    .where('id', '=', id)
    .where('supersededAt', 'is', null)
    .returning('organizationId')
    .executeTakeFirst();
  return row?.organizationId;
}

/** What analyses in force say of the region as a whole. */
export async function regionAnswers(tx: Tx) {
  return tx
    .selectFrom('analysis as a')
    .innerJoin('work as w', 'w.id', 'a.workId')
    .innerJoin('procedure as p', 'p.id', 'w.procedureId')
    .select([
      'w.id as workId',
      'p.name as procedure',
      'w.subject',
      'w.grade',
      sql<unknown>`a.parameters -> 'region'`.as('region'),
    ])
    .where('a.supersededAt', 'is', null)
    .where(sql<boolean>`a.parameters ? 'region'`)
    .orderBy('p.name')
    .orderBy('w.grade')
    .orderBy('w.subject')
    .execute();
}
