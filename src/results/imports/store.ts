/** SQL of imports, their parts and the papers they bring. */
import { sql } from 'kysely';
import type { Tx } from '#src/platform/db/scope.ts';
import type { PaperDraft, ProcedureKind, ReadFile, TableMapping } from '../model.ts';
import { tableMappingSchema } from './schemas.ts';

export type ImportState = 'received' | 'read' | 'unreadable' | 'committing' | 'committed' | 'reverted' | 'discarded';

/** A work described by a person for a part of an import; made when the import is committed. */
export interface DescribedWork {
  readonly procedure: string;
  /** Absent: guessed from the name. */
  readonly kind?: ProcedureKind;
  readonly year: number;
  readonly subject: string;
  readonly grade: number;
  readonly level: 'base' | 'advanced';
  readonly tasks: readonly {
    readonly id: string;
    readonly max: number;
    readonly response: 'short' | 'extended';
    readonly level?: 'basic' | 'raised' | 'high';
  }[];
  readonly scaleId: number | null;
}

export interface ImportPartRow {
  readonly id: number;
  readonly importId: number;
  readonly organizationId: number;
  readonly position: number;
  readonly file: ReadFile;
  readonly workId: number | null;
  readonly schoolId: number | null;
  readonly described: DescribedWork | null;
  readonly addSchools: boolean;
  readonly skipFlawed: boolean;
}

export async function insertImport(
  tx: Tx,
  input: {
    organizationId: number;
    accountId: number | null;
    fileName: string;
    byteSize: number;
    fileHash: string;
    content: Buffer;
    droppedColumns: readonly string[];
  },
): Promise<number> {
  const { content, droppedColumns, ...rest } = input;
  const { id } = await tx
    .insertInto('import')
    .values({ ...rest, state: 'received' })
    .returning('id')
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('importFile')
    .values({ importId: id, organizationId: input.organizationId, content, droppedColumns: [...droppedColumns] })
    .execute();
  return id;
}

/** An import of the same bytes by the same organisation that is still in force. */
export async function findSame(tx: Tx, organizationId: number, fileHash: string): Promise<number | null> {
  const row = await tx
    .selectFrom('import')
    .select('id')
    .where('organizationId', '=', organizationId)
    .where('fileHash', '=', fileHash)
    .where('state', 'in', ['received', 'read', 'committing', 'committed'])
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return row?.id ?? null;
}

export async function listImports(tx: Tx, filter: { id?: number; limit?: number } = {}) {
  let query = tx
    .selectFrom('import as i')
    .innerJoin('organization as o', 'o.id', 'i.organizationId')
    .leftJoin('account as a', 'a.id', 'i.accountId')
    .innerJoin('importFile as f', 'f.importId', 'i.id')
    .select([
      'i.id',
      'i.organizationId',
      'i.accountId',
      'i.fileName',
      'i.byteSize',
      'i.fileHash',
      'i.state',
      'i.reader',
      'i.mapping',
      'i.preview',
      'i.sameAsId',
      'i.jobId',
    ])
    .select(['i.createdAt', 'i.committedAt', 'i.revertedAt', 'i.revision', 'i.problems', 'i.summary'])
    .select([
      'o.shortName as organization',
      'o.path as organizationPath',
      'o.kind as organizationKind',
      'a.displayName as account',
      'f.droppedColumns',
    ])
    .orderBy('i.id', 'desc')
    .limit(filter.limit ?? 200);
  if (filter.id !== undefined) query = query.where('i.id', '=', filter.id);
  return query.execute();
}

export async function readFile(
  tx: Tx,
  importId: number,
): Promise<{ content: Buffer; droppedColumns: string[] } | null> {
  const row = await tx
    .selectFrom('importFile')
    .select(['content', 'droppedColumns'])
    .where('importId', '=', importId)
    .executeTakeFirst();
  return row ?? null;
}

export async function insertPart(
  tx: Tx,
  part: { importId: number; organizationId: number; position: number; file: ReadFile },
): Promise<number> {
  const { papers, ...file } = part.file;
  const { id } = await tx
    .insertInto('importPart')
    .values({ ...part, file: JSON.stringify(file), drafts: JSON.stringify(papers) })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function listParts(tx: Tx, importId: number): Promise<ImportPartRow[]> {
  const rows = await tx
    .selectFrom('importPart')
    .selectAll()
    .where('importId', '=', importId)
    .where('kind', '=', 'papers')
    .orderBy('position')
    .execute();
  return rows.map(({ summary: _summary, kind: _kind, answers: _answers, drafts, file, described, ...row }) => ({
    ...row,
    file: { ...(file as unknown as Omit<ReadFile, 'papers'>), papers: drafts as unknown as PaperDraft[] },
    described: described as unknown as DescribedWork | null,
  }));
}

export interface PaperInput {
  readonly organizationId: number;
  readonly classGroupId: number;
  readonly participant: string;
  readonly variant: string | null;
  readonly status: 'present' | 'absent';
  readonly scores: readonly number[];
  readonly total: number | null;
  readonly mark: number | null;
  readonly journalMark: number | null;
  readonly testScore: number | null;
  readonly pupil: string | null;
}

export interface StoredPapers {
  readonly added: number;
  readonly replaced: number;
  readonly unchanged: number;
}

const sameValues = (a: Omit<PaperInput, 'organizationId'>, b: Omit<PaperInput, 'organizationId'>): boolean =>
  a.variant === b.variant &&
  a.status === b.status &&
  a.total === b.total &&
  a.mark === b.mark &&
  a.journalMark === b.journalMark &&
  a.testScore === b.testScore &&
  a.pupil === b.pupil &&
  a.scores.length === b.scores.length &&
  a.scores.every((score, index) => score === b.scores[index]);

const keyOf = (paper: { classGroupId: number; participant: string }): string =>
  `${paper.classGroupId} ${paper.participant}`;

/** How papers stand to those that are stored: new, with other values (the stored paper's number), or the same. */
export interface PaperComparison {
  readonly added: readonly PaperInput[];
  readonly replaced: readonly { readonly paper: PaperInput; readonly storedId: number }[];
  readonly unchanged: readonly { readonly paper: PaperInput; readonly storedId: number; readonly importId: number }[];
}

export async function comparePapers(tx: Tx, workId: number, papers: readonly PaperInput[]): Promise<PaperComparison> {
  if (papers.length === 0) return { added: [], replaced: [], unchanged: [] };
  const stored = await tx
    .selectFrom('paper')
    .select(['id', 'importId', 'classGroupId', 'participant', 'variant', 'status'])
    .select(['scores', 'total', 'mark', 'journalMark', 'testScore', 'pupil'])
    .where('workId', '=', workId)
    .where('organizationId', 'in', [...new Set(papers.map((paper) => paper.organizationId))])
    .where('supersededBy', 'is', null)
    .execute();
  const known = new Map(
    stored.map((paper) => [keyOf(paper), { ...paper, status: paper.status as 'present' | 'absent' }]),
  );
  const added: PaperInput[] = [];
  const replaced: { paper: PaperInput; storedId: number }[] = [];
  const unchanged: { paper: PaperInput; storedId: number; importId: number }[] = [];
  for (const paper of papers) {
    const old = known.get(keyOf(paper));
    if (!old) added.push(paper);
    else if (sameValues(old, paper)) unchanged.push({ paper, storedId: old.id, importId: old.importId });
    else replaced.push({ paper, storedId: old.id });
  }
  return { added, replaced, unchanged };
}

/**
 * Stores papers of one work. A paper that another import brought is superseded, with the same values too: whichever of
 * the two imports is reverted, the other still has its paper. Call within one transaction per import; `onChunk` hears
 * how many papers were written.
 */
export async function storePapers(
  tx: Tx,
  importId: number,
  workId: number,
  papers: readonly PaperInput[],
  onChunk: (written: number) => Promise<void>,
): Promise<StoredPapers> {
  const { added, replaced, unchanged } = await comparePapers(tx, workId, papers);
  const taken = [...replaced, ...unchanged.filter((same) => same.importId !== importId)];
  if (taken.length > 0) {
    await sql`update paper set superseded_by = ${importId} where id = any(${taken.map(({ storedId }) => storedId)}::bigint[])`.execute(
      tx,
    );
  }
  const fresh = [...added, ...taken.map(({ paper }) => paper)];
  for (let from = 0; from < fresh.length; from += CHUNK) {
    await insertPapers(tx, importId, workId, fresh.slice(from, from + CHUNK));
    await onChunk(Math.min(from + CHUNK, fresh.length));
  }
  return { added: added.length, replaced: replaced.length, unchanged: unchanged.length };
}

/** Papers sent to the database at a time. */
const CHUNK = 2_000;

/** COPY does not work under row policies; arrays are the next fastest. */
async function insertPapers(tx: Tx, importId: number, workId: number, papers: readonly PaperInput[]): Promise<void> {
  await sql`
    insert into paper (organization_id, work_id, class_group_id, import_id, participant, variant, status, scores, total, mark, journal_mark, test_score, pupil)
    select organization_id, ${workId}, class_group_id, ${importId}, participant, variant, status, scores::smallint[], total, mark, journal_mark, test_score, pupil
    from unnest(
      ${papers.map((paper) => paper.organizationId)}::int[],
      ${papers.map((paper) => paper.classGroupId)}::int[],
      ${papers.map((paper) => paper.participant)}::text[],
      ${papers.map((paper) => paper.variant)}::text[],
      ${papers.map((paper) => paper.status)}::text[],
      ${papers.map((paper) => `{${paper.scores.join(',')}}`)}::text[],
      ${papers.map((paper) => paper.total)}::smallint[],
      ${papers.map((paper) => paper.mark)}::smallint[],
      ${papers.map((paper) => paper.journalMark)}::smallint[],
      ${papers.map((paper) => paper.testScore)}::smallint[],
      ${papers.map((paper) => paper.pupil)}::text[]
    ) as t (organization_id, class_group_id, participant, variant, status, scores, total, mark, journal_mark, test_score, pupil)`.execute(
    tx,
  );
}

/**
 * Takes the papers of an import out; those it had superseded count again, or pass to the next later import that brought
 * the same paper. Returns the works they belong to and how many they were.
 */
export async function removePapers(tx: Tx, importId: number): Promise<{ workIds: number[]; papers: number }> {
  const works = await tx.selectFrom('paper').select('workId').distinct().where('importId', '=', importId).execute();
  const workIds = works.map((row) => row.workId);
  const removed = await tx.deleteFrom('paper').where('importId', '=', importId).executeTakeFirst();
  // The next in line, not the one in force: that one may be reverted before the ones between.
  await sql`
    with line as (
      select id, lead(import_id) over (partition by work_id, class_group_id, participant order by id) as next
      from paper where work_id = any(${workIds}::int[]))
    update paper p set superseded_by = line.next
    from line where p.superseded_by = ${importId} and line.id = p.id`.execute(tx);
  return { workIds, papers: Number(removed.numDeletedRows) };
}

export async function markPapersChanged(tx: Tx, workIds: readonly number[]): Promise<void> {
  if (workIds.length === 0) return;
  await tx
    .updateTable('work')
    .set({ papersChangedAt: sql`clock_timestamp()` })
    .where('id', 'in', [...workIds])
    .execute();
}

export async function saveMapping(
  tx: Tx,
  input: { organizationId: number; accountId: number; name: string; signature: string; mapping: TableMapping },
): Promise<number | null> {
  const row = await tx
    .insertInto('columnMapping')
    .values({ ...input, mapping: JSON.stringify(input.mapping) })
    .onConflict((conflict) => conflict.columns(['organizationId', 'name']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Saved mappings that can be followed; one that no longer has the shape of a mapping is as good as absent. */
export async function listMappings(tx: Tx): Promise<{ id: number; name: string; mapping: TableMapping }[]> {
  const rows = await tx.selectFrom('columnMapping').select(['id', 'name', 'mapping']).orderBy('name').execute();
  return rows.flatMap(({ id, name, mapping }) => {
    const parsed = tableMappingSchema.safeParse(mapping);
    return parsed.success ? [{ id, name, mapping: parsed.data }] : [];
  });
}
