/** Long work of imports: reading a file, storing its papers, taking them out again. */
import { sql } from 'kysely';
import { inScope, type Scope, type Tx } from '#src/platform/db/scope.ts';
import { audit, type AuditNote } from '#src/access/audit.ts';
import { JobCancelled, type JobContext, type JobHandler, type JobRow } from '#src/platform/jobs/queue.ts';
import type { TableMapping } from '../model.ts';
import { insertWork, listWorks, regionOf } from '../store.ts';
import { refuse } from '../errors.ts';
import { subjectCodes } from '../works/codes/store.ts';
import { readKeptFile } from './read.ts';
import { addUnknownSchools, paperInputs, type ResolvedPart, resolvePart } from './resolve.ts';
import * as store from './store.ts';
import { storeTable } from './tables/commit.ts';
import { insertTablePart } from './tables/parts.ts';
import { removeRows, type StoredCounts } from './tables/stored.ts';
import { contextOf, type ImportRow, requireImport, resolveImport, resolveTables, summarize } from './view.ts';

/** A job sees what the organisation that received the file sees, whoever pressed the button. */
async function scopeOf({ db, job }: JobContext): Promise<Scope> {
  const everything: Scope = { accountId: null, path: '.', classIds: null };
  const path = await inScope(db, everything, async (tx) => {
    const row = await tx
      .selectFrom('organization')
      .select('path')
      .where('id', '=', job.organizationId)
      .executeTakeFirstOrThrow();
    return row.path;
  });
  return { accountId: job.accountId, path, classIds: null };
}

/** Writes to the journal of the import's organisation, in the name of the person who asked for the job. */
async function journal(tx: Tx, job: JobRow, note: Omit<AuditNote, 'kind'>): Promise<void> {
  if (job.accountId === null) throw new Error(`job ${job.id} of an import was asked for by nobody`);
  await audit(tx, { accountId: job.accountId, organizationId: job.organizationId }, { ...note, kind: 'change' });
}

/** Reads a file; when that fails the import says so instead of waiting, and the job may be tried again. */
export const readJob: JobHandler = async (context) => {
  try {
    await readImport(context);
  } catch (error) {
    if (!(error instanceof JobCancelled)) {
      await inScope(context.db, await scopeOf(context), (tx) =>
        tx
          .updateTable('import')
          .set((build) => ({ state: 'unreadable', revision: build('revision', '+', 1) }))
          .where('id', '=', context.job.subjectId!)
          .where('state', '=', 'received')
          .execute(),
      );
    }
    throw error;
  }
};

/** A failed reading that is tried again finds its import unreadable. */
const READABLE = ['received', 'unreadable'];

async function readImport(context: JobContext): Promise<void> {
  const { db, job, progress } = context;
  const importId = job.subjectId!;
  const scope = await scopeOf(context);
  await progress(0, null, 'read');
  const { row, kept, saved, codes } = await inScope(db, scope, async (tx) => ({
    row: await requireImport(tx, importId),
    kept: await store.readFile(tx, importId),
    saved: await store.listMappings(tx),
    codes: await subjectCodes(tx),
  }));
  if (!READABLE.includes(row.state) || !kept) return;
  const mapping = row.mapping as unknown as TableMapping | null;
  const read = await readKeptFile(
    kept.content,
    mapping,
    saved.map((candidate) => candidate.mapping),
    codes,
  );
  const tables = read.tables ?? [];
  const papers =
    read.files.reduce((sum, file) => sum + file.papers.length, 0) +
    tables.reduce((sum, { rows }) => sum + rows.length, 0);
  await progress(0, papers, 'check');
  await inScope(db, scope, async (tx) => {
    // Read again after a crash or with another mapping: what was made of the file before goes.
    await tx.deleteFrom('importPart').where('importId', '=', importId).execute();
    for (const [position, file] of read.files.entries()) {
      await store.insertPart(tx, { importId, organizationId: row.organizationId, position, file });
    }
    for (const [index, table] of tables.entries()) {
      const position = read.files.length + index;
      await insertTablePart(tx, { importId, organizationId: row.organizationId, position, table });
    }
    const summary = summarize(await resolveImport(tx, row), await resolveTables(tx, row));
    const usable =
      read.table !== null ||
      read.files.some((file) => file.papers.length > 0) ||
      tables.some(({ rows }) => rows.length > 0);
    await tx
      .updateTable('import')
      .set((build) => ({
        state: usable ? 'read' : 'unreadable',
        reader: read.reader,
        preview: read.table === null ? null : JSON.stringify(read.table),
        problems: JSON.stringify(read.problems),
        summary: JSON.stringify(summary),
        revision: build('revision', '+', 1),
      }))
      .where('id', '=', importId)
      .where('state', 'in', READABLE)
      .execute();
  });
  await progress(papers, papers, 'check');
}

/** Makes what the part needs and the tree lacks: the described work, the unknown schools. */
async function prepare(
  tx: Tx,
  job: JobRow,
  row: ImportRow,
  partId: number,
): Promise<{ resolved: ResolvedPart; workId: number }> {
  const find = async () => (await store.listParts(tx, row.id)).find((part) => part.id === partId)!;
  let resolved = resolvePart(await find(), await contextOf(tx, row));
  if (resolved.blockers.length > 0 || !resolved.target) throw refuse('importNotReady');
  if (resolved.unknownSchools.length > 0) {
    const root = await tx
      .selectFrom('organization')
      .select(['id', 'kind'])
      .where('id', '=', row.organizationId)
      .executeTakeFirstOrThrow();
    for (const { id, kind, name } of await addUnknownSchools(tx, resolved, root)) {
      await journal(tx, job, {
        action: 'organization.create',
        subjectKind: 'organization',
        subjectId: id,
        details: { kind, name, importId: row.id },
      });
    }
  }
  let workId = resolved.target.id;
  if (workId === null) {
    const described = resolved.part.described!;
    const organizationId = await regionOf(tx, row.organizationId);
    workId = await insertWork(tx, { ...described, organizationId, heldOn: resolved.target.heldOn });
    if (workId !== null) {
      const { procedure, subject, grade } = described;
      await journal(tx, job, {
        action: 'work.create',
        subjectKind: 'work',
        subjectId: workId,
        details: { procedure, subject, grade, importId: row.id },
      });
    }
    // Two files of one new work: the first commit made it.
    workId ??= (await listWorks(tx)).find(
      (work) =>
        work.procedure === described.procedure &&
        work.subject === described.subject &&
        work.grade === described.grade &&
        work.level === described.level,
    )!.id;
    await tx.updateTable('importPart').set({ workId, described: null }).where('id', '=', partId).execute();
  }
  resolved = resolvePart(await find(), await contextOf(tx, row));
  if (resolved.blockers.length > 0) throw refuse('importNotReady');
  return { resolved, workId };
}

/** Hears, within the transaction, which works have other papers now. */
export type PapersChanged = (
  tx: Tx,
  workIds: readonly number[],
  row: ImportRow,
  accountId: number | null,
) => Promise<void>;

export function makeCommitJob(onCommitted: PapersChanged): JobHandler {
  return async (context) => {
    const { db, job, progress } = context;
    const importId = job.subjectId!;
    const scope = await scopeOf(context);
    try {
      await inScope(db, scope, async (tx) => {
        const row = await requireImport(tx, importId);
        if (row.state !== 'committing') return;
        const parts = await store.listParts(tx, importId);
        const tables = await resolveTables(tx, row);
        const total =
          parts.reduce((sum, part) => sum + part.file.papers.length, 0) +
          tables.reduce((sum, { rows }) => sum + rows.length, 0);
        let done = 0;
        await progress(0, total, 'check');
        const changed = new Set<number>();
        const works: (store.StoredPapers & { workId: number })[] = [];
        for (const part of parts) {
          const { resolved, workId } = await prepare(tx, job, row, part.id);
          const papers = await paperInputs(tx, resolved, { create: true });
          const before = done;
          const counts = await store.storePapers(tx, importId, workId, papers, (written) =>
            progress(Math.min(before + written, total), total, 'store'),
          );
          done += papers.length;
          works.push({ workId, ...counts });
          if (counts.added + counts.replaced > 0) changed.add(workId);
          await tx
            .updateTable('importPart')
            .set({ summary: JSON.stringify(counts) })
            .where('id', '=', part.id)
            .execute();
        }
        const stored: (StoredCounts & { kind: string })[] = [];
        for (const table of tables) {
          if (table.blockers.length > 0) throw refuse('importNotReady');
          const before = done;
          const counts = await storeTable(tx, table, (written) =>
            progress(Math.min(before + written, total), total, 'store'),
          );
          done += table.rows.length;
          stored.push({ kind: table.part.table.kind, ...counts });
          await tx
            .updateTable('importPart')
            .set({ summary: JSON.stringify(counts) })
            .where('id', '=', table.part.id)
            .execute();
        }
        await store.markPapersChanged(tx, [...changed]);
        await tx
          .updateTable('import')
          .set((build) => ({
            state: 'committed',
            committedAt: sql`clock_timestamp()`,
            revision: build('revision', '+', 1),
          }))
          .where('id', '=', importId)
          .execute();
        await journal(tx, job, {
          action: 'import.commit',
          subjectKind: 'import',
          subjectId: importId,
          details: stored.length > 0 ? { works, tables: stored } : { works },
        });
        await onCommitted(tx, [...changed], row, job.accountId);
      });
    } catch (error) {
      // Nothing of the file is stored: it waits where it was, with its answers.
      await inScope(db, scope, (tx) =>
        tx
          .updateTable('import')
          .set((build) => ({ state: 'read', revision: build('revision', '+', 1) }))
          .where('id', '=', importId)
          .where('state', '=', 'committing')
          .execute(),
      );
      throw error;
    }
  };
}

export function makeRevertJob(onReverted: PapersChanged): JobHandler {
  return async (context) => {
    const { db, job, progress } = context;
    const importId = job.subjectId!;
    const scope = await scopeOf(context);
    await progress(0, null, 'store');
    await inScope(db, scope, async (tx) => {
      const row = await requireImport(tx, importId);
      if (row.state !== 'committed') return;
      const { workIds: works, papers } = await store.removePapers(tx, importId);
      const rows = await removeRows(tx, importId);
      await store.markPapersChanged(tx, works);
      await tx
        .updateTable('import')
        .set((build) => ({
          state: 'reverted',
          revertedAt: sql`clock_timestamp()`,
          revision: build('revision', '+', 1),
        }))
        .where('id', '=', importId)
        .execute();
      await journal(tx, job, {
        action: 'import.revert',
        subjectKind: 'import',
        subjectId: importId,
        details: rows > 0 ? { papers, works, rows } : { papers, works },
      });
      await onReverted(tx, works, row, job.accountId);
    });
  };
}
