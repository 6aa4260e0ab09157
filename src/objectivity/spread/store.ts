/** Rows of analyses over several nodes. */
import { sql } from 'kysely';
import type { Tx } from '#src/platform/db/scope.ts';
import type { WorkTables } from './tables.ts';

export interface SpreadRow {
  readonly id: number;
  readonly organizationId: number;
  readonly folder: string;
  readonly rate: number;
  readonly engineVersion: string;
  readonly digest: string | null;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
}

const COLUMNS = [
  'id',
  'organizationId',
  'folder',
  'rate',
  'engineVersion',
  'digest',
  'createdAt',
  'finishedAt',
] as const;

export async function insertSpread(
  tx: Tx,
  spread: { organizationId: number; folder: string; rate: number; engineVersion: string },
  files: readonly string[],
): Promise<{ id: number; partitions: { id: number; position: number }[] }> {
  const { id } = await tx.insertInto('spreadAnalysis').values(spread).returning('id').executeTakeFirstOrThrow();
  const partitions = await tx
    .insertInto('spreadPartition')
    .values(files.map((file, position) => ({ spreadAnalysisId: id, position, file })))
    .returning(['id', 'position'])
    .execute();
  return { id, partitions };
}

export async function setPartitionJob(tx: Tx, partitionId: number, jobId: number): Promise<void> {
  await tx.updateTable('spreadPartition').set({ jobId }).where('id', '=', partitionId).execute();
}

export async function findSpread(tx: Tx, id: number): Promise<SpreadRow | undefined> {
  return tx.selectFrom('spreadAnalysis').select(COLUMNS).where('id', '=', id).executeTakeFirst();
}

export async function listSpreads(tx: Tx): Promise<SpreadRow[]> {
  return tx.selectFrom('spreadAnalysis').select(COLUMNS).orderBy('id', 'desc').limit(20).execute();
}

export interface PartitionRow {
  readonly id: number;
  readonly spreadAnalysisId: number;
  readonly position: number;
  readonly file: string;
  readonly stored: number;
}

/** A node takes the partition up. undefined: its figures are stored already. */
export async function beginPartition(tx: Tx, id: number, node: string): Promise<PartitionRow | undefined> {
  return tx
    .updateTable('spreadPartition')
    .set({ node, begun: sql`begun + 1` })
    .where('id', '=', id)
    .where('stored', '=', 0)
    .returning(['id', 'spreadAnalysisId', 'position', 'file', 'stored'])
    .executeTakeFirst();
}

export interface PartitionFigures {
  readonly papers: number;
  readonly units: number;
  readonly signals: number;
  readonly tables: readonly WorkTables[];
  readonly digest: string;
  readonly resultFile: string;
}

/** @returns false where another node stored the figures first. */
export async function storePartition(tx: Tx, id: number, figures: PartitionFigures): Promise<boolean> {
  const row = await tx
    .updateTable('spreadPartition')
    .set({ ...figures, tables: JSON.stringify(figures.tables), stored: 1, storedAt: new Date() })
    .where('id', '=', id)
    .where('stored', '=', 0)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Locks the analysis, so that exactly one of the nodes that end together sees the last partition stored. */
export async function missingPartitions(tx: Tx, spreadId: number): Promise<number> {
  await tx.selectFrom('spreadAnalysis').select('id').where('id', '=', spreadId).forUpdate().execute();
  const { missing } = await tx
    .selectFrom('spreadPartition')
    .select(sql<number>`count(*)::int`.as('missing'))
    .where('spreadAnalysisId', '=', spreadId)
    .where('stored', '=', 0)
    .executeTakeFirstOrThrow();
  return missing;
}

export async function partitionsOf(tx: Tx, spreadId: number) {
  const rows = await tx
    .selectFrom('spreadPartition as p')
    .leftJoin('job as j', 'j.id', 'p.jobId')
    .select(['p.position', 'p.file', 'p.begun', 'p.stored', 'p.node', 'p.papers', 'p.units', 'p.signals', 'p.tables'])
    .select(['p.digest', 'p.resultFile', 'j.state', 'j.failure'])
    .where('p.spreadAnalysisId', '=', spreadId)
    .orderBy('p.position')
    .execute();
  return rows.map((row) => ({ ...row, tables: row.tables as unknown as readonly WorkTables[] | null }));
}

/** Tables of all partitions together; null until the last one is stored. */
export async function tablesOfSpread(tx: Tx, id: number): Promise<readonly WorkTables[] | null> {
  const row = await tx.selectFrom('spreadAnalysis').select('tables').where('id', '=', id).executeTakeFirst();
  return (row?.tables as unknown as readonly WorkTables[] | null | undefined) ?? null;
}

export async function finishSpread(
  tx: Tx,
  id: number,
  { tables, digest }: { tables: readonly WorkTables[]; digest: string },
): Promise<void> {
  await tx
    .updateTable('spreadAnalysis')
    .set({ tables: JSON.stringify(tables), digest, finishedAt: new Date() })
    .where('id', '=', id)
    .where('finishedAt', 'is', null)
    .execute();
}
