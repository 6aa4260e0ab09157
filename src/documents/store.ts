/** SQL of issued documents and of forms. */
import { sql } from 'kysely';
import type { Tx } from '#src/platform/db/scope.ts';
import type { DocumentFormat } from './model.ts';

export interface NewDocument {
  readonly organizationId: number;
  readonly kind: string;
  readonly title: string;
  readonly format: DocumentFormat;
  readonly fileName: string;
  readonly content: Buffer;
  /** SHA-256 of the content. */
  readonly fileHash: string;
  readonly planId: number | null;
  readonly reportId: number | null;
  readonly accountId: number;
}

export async function insertDocument(tx: Tx, document: NewDocument): Promise<number> {
  const { id } = await tx
    .insertInto('issuedDocument')
    .values({ ...document, byteSize: document.content.length })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** The same bytes of the same thing. */
export function findSame(
  tx: Tx,
  same: Pick<NewDocument, 'organizationId' | 'kind' | 'format' | 'fileHash' | 'planId' | 'reportId'>,
): Promise<{ id: number; fileName: string } | undefined> {
  return tx
    .selectFrom('issuedDocument')
    .select(['id', 'fileName'])
    .where('organizationId', '=', same.organizationId)
    .where('kind', '=', same.kind)
    .where('format', '=', same.format)
    .where('fileHash', '=', same.fileHash)
    .where(
      sql<boolean>`plan_id is not distinct from ${same.planId} and report_id is not distinct from ${same.reportId}`,
    )
    .executeTakeFirst();
}

export interface DocumentFilter {
  readonly kind?: string;
  readonly planId?: number;
}

export async function listDocuments(tx: Tx, filter: DocumentFilter, page: { before?: number; limit: number }) {
  let query = tx
    .selectFrom('issuedDocument as d')
    .innerJoin('organization as o', 'o.id', 'd.organizationId')
    .leftJoin('account as a', 'a.id', 'd.accountId')
    .select([
      'd.id',
      'd.kind',
      'd.title',
      'd.format',
      'd.fileName',
      'd.byteSize',
      'o.shortName as organization',
      'd.planId',
      'd.reportId',
      'a.displayName as by',
      'd.createdAt',
    ])
    .orderBy('d.id', 'desc')
    .limit(page.limit);
  if (filter.kind !== undefined) query = query.where('d.kind', '=', filter.kind);
  if (filter.planId !== undefined) query = query.where('d.planId', '=', filter.planId);
  if (page.before !== undefined) query = query.where('d.id', '<', page.before);
  return query.execute();
}

export async function countDocuments(tx: Tx, filter: DocumentFilter): Promise<number> {
  let query = tx.selectFrom('issuedDocument').select(sql<number>`count(*)::int`.as('count'));
  if (filter.kind !== undefined) query = query.where('kind', '=', filter.kind);
  if (filter.planId !== undefined) query = query.where('planId', '=', filter.planId);
  return (await query.executeTakeFirstOrThrow()).count;
}

export function findDocument(tx: Tx, id: number) {
  return tx
    .selectFrom('issuedDocument')
    .select(['id', 'fileName', 'format', 'content'])
    .where('id', '=', id)
    .executeTakeFirst();
}

/** What was issued of a report, in the order of issuing. */
export async function documentsOfReport(
  tx: Tx,
  reportId: number,
): Promise<{ id: number; format: DocumentFormat; fileName: string }[]> {
  const rows = await tx
    .selectFrom('issuedDocument')
    .select(['id', 'format', 'fileName'])
    .where('reportId', '=', reportId)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, format: row.format as DocumentFormat }));
}

function templates(tx: Tx) {
  return tx
    .selectFrom('documentTemplate as t')
    .innerJoin('organization as o', 'o.id', 't.organizationId')
    .leftJoin('account as a', 'a.id', 't.accountId')
    .select([
      't.id',
      't.kind',
      't.fileName',
      't.byteSize',
      't.organizationId',
      'o.shortName as organization',
      'a.displayName as by',
      't.createdAt',
    ])
    .where('t.removedAt', 'is', null);
}

/** Forms of the organisation and of those above it, the nearest first. */
export function listTemplates(tx: Tx, organizationPath: string) {
  return templates(tx)
    .where(sql<boolean>`${organizationPath} like o.path || '%'`)
    .orderBy('t.kind')
    .orderBy(sql`length(o.path)`, 'desc')
    .execute();
}

export function findTemplate(tx: Tx, id: number) {
  return templates(tx).select('t.content').where('t.id', '=', id).executeTakeFirst();
}

/** The form that holds for an organisation: its own, else that of the nearest above it. */
export function templateFor(tx: Tx, kind: string, organizationId: number) {
  return templates(tx)
    .select('t.content')
    .innerJoin('organization as own', (join) => join.on('own.id', '=', organizationId))
    .where('t.kind', '=', kind)
    .where(sql<boolean>`own.path like o.path || '%'`)
    .orderBy(sql`length(o.path)`, 'desc')
    .executeTakeFirst();
}

/** A new form takes the place of the one before; that one stays in the table as removed. */
export async function replaceTemplate(
  tx: Tx,
  template: {
    organizationId: number;
    kind: string;
    fileName: string;
    content: Buffer;
    fileHash: string;
    accountId: number;
  },
): Promise<number> {
  await tx
    .updateTable('documentTemplate')
    .set({ removedAt: sql`now()` })
    .where('organizationId', '=', template.organizationId)
    .where('kind', '=', template.kind)
    .where('removedAt', 'is', null)
    .execute();
  const { id } = await tx
    .insertInto('documentTemplate')
    .values({ ...template, byteSize: template.content.length })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function removeTemplate(tx: Tx, id: number): Promise<void> {
  await tx
    .updateTable('documentTemplate')
    .set({ removedAt: sql`now()` })
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .execute();
}
