/** SQL of evidence, its files, its versions and its submissions. */
import { sql } from 'kysely';
import type { Tx } from '#src/platform/db/scope.ts';
import type { EvidenceKind, SubmissionState } from '../../model.ts';
import type { RecordKind } from '../model.ts';

export interface SubmissionRow {
  readonly id: number;
  readonly occurrenceId: number;
  readonly evidenceId: number;
  readonly state: SubmissionState;
  readonly remark: string;
  readonly submittedBy: number | null;
  readonly revision: number;
}

export async function submissionsOf(tx: Tx, occurrenceIds: readonly number[]): Promise<SubmissionRow[]> {
  if (occurrenceIds.length === 0) return [];
  const rows = await tx
    .selectFrom('evidenceSubmission')
    .select(['id', 'occurrenceId', 'evidenceId', 'state', 'remark', 'submittedBy', 'revision'])
    .where('occurrenceId', 'in', [...occurrenceIds])
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, state: row.state as SubmissionState }));
}

export interface NewEvidence {
  readonly organizationId: number;
  readonly accountId: number;
  readonly kind: EvidenceKind;
  readonly title: string;
  readonly note: string;
  readonly url?: string | null;
  readonly recordKind?: RecordKind | null;
  readonly recordId?: number | null;
  readonly fileName?: string | null;
  readonly mediaType?: string | null;
  readonly byteSize?: number | null;
  readonly fileHash?: string | null;
  readonly content?: Buffer;
  /** The piece that this one is a new version of: the newest of its line. */
  readonly previous?: { readonly id: number; readonly version: number } | null;
}

export async function insertEvidence(tx: Tx, { content, previous, ...row }: NewEvidence): Promise<number> {
  const { id } = await tx
    .insertInto('evidence')
    .values({ ...row, previousId: previous?.id ?? null, version: (previous?.version ?? 0) + 1 })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (content) {
    await tx
      .insertInto('evidenceFile')
      .values({ evidenceId: id, organizationId: row.organizationId, content })
      .execute();
  }
  return id;
}

/** The newest version in the line of a piece of evidence. The line is held: two new versions follow one another. */
export async function newestVersion(tx: Tx, evidenceId: number): Promise<{ id: number; version: number }> {
  const line = () =>
    sql<{ id: number; version: number; previousId: number | null }>`
      with recursive back as (
        select id, previous_id from evidence where id = ${evidenceId}
        union all select e.id, e.previous_id from evidence e join back on e.id = back.previous_id
      ), line as (
        select e.id, e.version, e.previous_id from evidence e join back on back.id = e.id where back.previous_id is null
        union all select e.id, e.version, e.previous_id from evidence e join line on e.previous_id = line.id
      ) select id, version, previous_id from line order by version`.execute(tx);
  const { rows } = await line();
  await sql`select pg_advisory_xact_lock(8002, ${rows[0]!.id})`.execute(tx);
  return (await line()).rows.at(-1)!;
}

/** Newest evidence of an account with the very same content; what a second click or a repeated request would store again. */
export async function sameContent(
  tx: Tx,
  wanted: Pick<
    NewEvidence,
    'organizationId' | 'accountId' | 'kind' | 'note' | 'url' | 'recordKind' | 'recordId' | 'fileHash' | 'title'
  >,
): Promise<number[]> {
  let query = tx
    .selectFrom('evidence')
    .select('id')
    .where('organizationId', '=', wanted.organizationId)
    .where('kind', '=', wanted.kind)
    .orderBy('id', 'desc')
    .limit(50);
  if (wanted.kind === 'file') query = query.where('fileHash', '=', wanted.fileHash ?? '');
  else if (wanted.kind === 'link') query = query.where('url', '=', wanted.url ?? '');
  else if (wanted.kind === 'record')
    query = query.where('recordKind', '=', wanted.recordKind ?? '').where('recordId', '=', wanted.recordId ?? 0);
  else
    query = query
      .where('title', '=', wanted.title)
      .where('note', '=', wanted.note)
      .where('accountId', '=', wanted.accountId);
  return (await query.execute()).map((row) => row.id);
}

export async function readEvidenceFile(tx: Tx, evidenceId: number): Promise<Buffer | null> {
  const row = await tx
    .selectFrom('evidenceFile')
    .select('content')
    .where('evidenceId', '=', evidenceId)
    .executeTakeFirst();
  return row?.content ?? null;
}
