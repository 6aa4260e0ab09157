/** Verbs of imports: permission -> transaction -> audit. */
import { createHash } from 'node:crypto';
import { requirePermission } from '#src/access/actions.ts';
import { audit } from '#src/access/audit.ts';
import type { Actor } from '#src/access/model.ts';
import type { Db } from '#src/platform/db/connect.ts';
import { inScope, type Tx } from '#src/platform/db/scope.ts';
import { refuseCommon } from '#src/platform/errors.ts';
import type { JobQueue } from '#src/platform/jobs/queue.ts';
import { refuse } from '../errors.ts';
import type { TableMapping } from '../model.ts';
import { answerPart, answerTable, type PartAnswer, savedMapping, type TableAnswer } from './answers.ts';
import { keepableFile } from './read.ts';
import { describeWorks, SPEC_READER, specIn } from './spec.ts';
import * as store from './store.ts';
import { healImport, type ImportRow, requireImport, resolveImport, resolveTables, summarize } from './view.ts';

export const READ_JOB = 'import.read';
export const COMMIT_JOB = 'import.commit';
export const REVERT_JOB = 'import.revert';

export interface ReceivedFile {
  readonly name: string;
  readonly content: Buffer;
}

/**
 * Takes files in: each becomes an import that a job reads. A file whose bytes are in force already is not taken again.
 * Returns the numbers of imports in the order of the files, and which of them were there before.
 */
export async function receiveFiles(
  db: Db,
  queue: JobQueue,
  actor: Actor,
  files: readonly ReceivedFile[],
): Promise<{ id: number; known: boolean }[]> {
  requirePermission(actor, 'importResults');
  if (files.length === 0) throw refuse('noFiles');
  const received: { id: number; known: boolean }[] = [];
  for (const file of files) {
    if (file.content.length === 0) throw refuse('emptyFile', { name: file.name });
    const fileHash = createHash('sha256').update(file.content).digest('hex');
    const known = await inScope(db, actor.scope, (tx) => store.findSame(tx, actor.organizationId, fileHash));
    if (known !== null) {
      received.push({ id: known, known: true });
      continue;
    }
    const description = specIn(file.content);
    if (description) {
      received.push({ id: await receiveSpec(db, actor, file, fileHash, description), known: false });
      continue;
    }
    // Names and documents never reach the disk: a file that carries them is kept without those columns.
    const { content, droppedColumns, refusal } = await keepableFile(file.content);
    const id = await inScope(db, actor.scope, async (tx) => {
      const importId = await store.insertImport(tx, {
        organizationId: actor.organizationId,
        accountId: actor.accountId,
        fileName: file.name.slice(0, 300),
        byteSize: file.content.length,
        fileHash,
        content,
        droppedColumns,
      });
      if (refusal) {
        await tx
          .updateTable('import')
          .set({ state: 'unreadable', problems: JSON.stringify([refusal]) })
          .where('id', '=', importId)
          .execute();
      } else {
        const jobId = await queue.enqueue(tx, {
          kind: READ_JOB,
          organizationId: actor.organizationId,
          accountId: actor.accountId,
          subjectId: importId,
        });
        await tx.updateTable('import').set({ jobId }).where('id', '=', importId).execute();
      }
      await audit(tx, actor, {
        kind: 'change',
        action: 'import.receive',
        subjectKind: 'import',
        subjectId: importId,
        details: { bytes: file.content.length, sha256: fileHash, dropped: droppedColumns },
      });
      return importId;
    });
    received.push({ id, known: false });
  }
  return received;
}

/** A description of works is no table of papers: it is carried out at once. */
async function receiveSpec(
  db: Db,
  actor: Actor,
  file: ReceivedFile,
  fileHash: string,
  { spec, problems }: NonNullable<ReturnType<typeof specIn>>,
): Promise<number> {
  return inScope(db, actor.scope, async (tx) => {
    const id = await store.insertImport(tx, {
      organizationId: actor.organizationId,
      accountId: actor.accountId,
      fileName: file.name.slice(0, 300),
      byteSize: file.content.length,
      fileHash,
      content: file.content,
      droppedColumns: [],
    });
    const works = spec ? await describeWorks(tx, actor, spec, file.name) : [];
    await tx
      .updateTable('import')
      .set({
        state: spec ? 'committed' : 'unreadable',
        reader: SPEC_READER,
        problems: JSON.stringify(problems),
        summary: JSON.stringify({ works, papers: 0, errors: spec ? 0 : problems.length, warnings: 0, ready: false }),
        ...(spec ? { committedAt: new Date() } : {}),
      })
      .where('id', '=', id)
      .execute();
    await audit(tx, actor, {
      kind: 'change',
      action: 'import.receive',
      subjectKind: 'import',
      subjectId: id,
      details: { bytes: file.content.length, sha256: fileHash, works },
    });
    return id;
  });
}

/** Takes the import's turn: the state must be one of these and nobody may have changed it since it was shown. */
async function claim(
  tx: Tx,
  row: ImportRow,
  revision: number,
  states: readonly store.ImportState[],
  change: { state?: store.ImportState; jobId?: number },
): Promise<void> {
  if (!states.includes(row.state as store.ImportState)) throw refuse('importState', { state: row.state });
  const claimed = await tx
    .updateTable('import')
    .set((build) => ({ ...change, revision: build('revision', '+', 1) }))
    .where('id', '=', row.id)
    .where('revision', '=', revision)
    .where('state', 'in', [...states])
    .executeTakeFirst();
  if (claimed.numUpdatedRows === 0n) throw refuseCommon('changedMeanwhile');
}

export interface ImportAnswer {
  readonly revision: number;
  readonly part?: PartAnswer;
  readonly table?: TableAnswer;
  readonly mapping?: TableMapping;
  readonly saveMappingAs?: string;
  readonly useMappingId?: number;
}

export async function answerImport(
  tx: Tx,
  queue: JobQueue,
  actor: Actor,
  id: number,
  answer: ImportAnswer,
): Promise<void> {
  requirePermission(actor, 'importResults');
  const row = await healImport(tx, await requireImport(tx, id));
  await claim(tx, row, answer.revision, ['read', 'unreadable'], {});
  if (answer.part) await answerPart(tx, actor, row, answer.part);
  if (answer.table) await answerTable(tx, row, answer.table);
  const mapping =
    answer.mapping ?? (answer.useMappingId === undefined ? undefined : await savedMapping(tx, answer.useMappingId));
  if (mapping) {
    if (answer.saveMappingAs) {
      const saved = await store.saveMapping(tx, {
        organizationId: actor.organizationId,
        accountId: actor.accountId,
        name: answer.saveMappingAs,
        signature: mapping.columns.map((column) => column.header).join('\t'),
        mapping,
      });
      if (saved === null) throw refuse('mappingNameTaken', { name: answer.saveMappingAs });
    }
    const jobId = await queue.enqueue(tx, {
      kind: READ_JOB,
      organizationId: row.organizationId,
      accountId: actor.accountId,
      subjectId: id,
    });
    await tx
      .updateTable('import')
      .set({ mapping: JSON.stringify(mapping), state: 'received', jobId })
      .where('id', '=', id)
      .execute();
  } else {
    const summary = summarize(await resolveImport(tx, row), await resolveTables(tx, row));
    await tx
      .updateTable('import')
      .set({ summary: JSON.stringify(summary) })
      .where('id', '=', id)
      .execute();
  }
  await audit(tx, actor, {
    kind: 'change',
    action: 'import.answer',
    subjectKind: 'import',
    subjectId: id,
    details: { answered: Object.keys(answer.part ?? {}).concat(mapping ? ['mapping'] : []) },
  });
}

/** The job writes to the journal what it stored. */
export async function commitImport(tx: Tx, queue: JobQueue, actor: Actor, id: number, revision: number): Promise<void> {
  requirePermission(actor, 'importResults');
  const row = await healImport(tx, await requireImport(tx, id));
  if (row.state === 'read' && !summarize(await resolveImport(tx, row), await resolveTables(tx, row)).ready)
    throw refuse('importNotReady');
  const jobId = await queue.enqueue(tx, {
    kind: COMMIT_JOB,
    organizationId: row.organizationId,
    accountId: actor.accountId,
    subjectId: id,
  });
  await claim(tx, row, revision, ['read'], { state: 'committing', jobId });
}

/** The job writes to the journal what it took out. */
export async function revertImport(tx: Tx, queue: JobQueue, actor: Actor, id: number, revision: number): Promise<void> {
  requirePermission(actor, 'importResults');
  const row = await requireImport(tx, id);
  const jobId = await queue.enqueue(tx, {
    kind: REVERT_JOB,
    organizationId: row.organizationId,
    accountId: actor.accountId,
    subjectId: id,
  });
  await claim(tx, row, revision, ['committed'], { jobId });
}

export async function discardImport(tx: Tx, actor: Actor, id: number, revision: number): Promise<void> {
  requirePermission(actor, 'importResults');
  const row = await healImport(tx, await requireImport(tx, id));
  await claim(tx, row, revision, ['received', 'read', 'unreadable'], { state: 'discarded' });
  await tx
    .updateTable('job')
    .set({ cancelRequested: true })
    .where('id', '=', row.jobId ?? 0)
    .where('state', 'in', ['queued', 'running'])
    .execute();
  await audit(tx, actor, { kind: 'change', action: 'import.discard', subjectKind: 'import', subjectId: id });
}
