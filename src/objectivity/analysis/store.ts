/** SQL of an analysis as it is stored: itself, its findings, the official readings. */
import { sql } from 'kysely';
import type { Tx } from '#src/platform/db/scope.ts';
import type { MarkerResult, Mechanism, Strength, UnitLevel } from '../model.ts';
import type { ProfileRow, RegionReference } from '../store.ts';
import type { Distribution } from './distribution.ts';

/** What an analysis says of a unit; it depends on the papers of all works. */
export interface Judgement {
  readonly organizationId: number;
  readonly level: UnitLevel;
  readonly classGroupId: number | null;
  readonly evidence: number;
  readonly p: number | null;
  readonly localFdr: number | null;
  readonly signalled: boolean;
  readonly strength: Strength;
  readonly mechanisms: readonly Mechanism[];
  readonly markers: readonly MarkerResult[];
}

/** A finding: with what the unit's own papers and the region's say. */
export interface FindingInput extends Judgement {
  readonly participants: number;
  readonly absent: number;
  readonly distribution: Distribution & { readonly profile: readonly ProfileRow[] };
}

/** The current analyses of works that this engine has made of the papers it names: number of the analysis and digest of the papers, by work. */
export async function currentAnalyses(
  tx: Tx,
  workIds: readonly number[],
  engineVersion: string,
): Promise<ReadonlyMap<number, { readonly id: number; readonly papers: string }>> {
  const { rows } = await sql<{ id: number; workId: number; papers: string }>`
    select id, work_id as "workId", parameters->>'papers' as papers from analysis
    where work_id = any(${[...workIds]}::int[]) and superseded_at is null and engine_version = ${engineVersion}
      and parameters ? 'papers'`.execute(tx);
  return new Map(rows.map(({ workId, id, papers }) => [workId, { id, papers }]));
}

/** The same papers judged anew beside other works: the analysis stays, and of its findings what they say changes where it does. */
export async function judgeAnew(
  tx: Tx,
  input: { workId: number; analysisId: number; parameters: unknown; startedAt: Date },
  findings: readonly Judgement[],
): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('analysis')
    .set({ parameters: JSON.stringify(input.parameters), createdAt: input.startedAt })
    .where('id', '=', input.analysisId)
    .where('supersededAt', 'is', null)
    .executeTakeFirstOrThrow();
  // Another analysis has found newer papers meanwhile, and has judged them.
  if (numUpdatedRows === 0n) return;
  for (const rows of chunks(findings)) {
    await sql`
      update finding set evidence = f.evidence, p = f.p, local_fdr = f."localFdr", signalled = f.signalled, strength = f.strength,
        mechanisms = array(select jsonb_array_elements_text(f.mechanisms)), markers = f.markers
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as f (
        "organizationId" int, level text, "classGroupId" int, evidence float8, p float8, "localFdr" float8, signalled boolean, strength text,
        mechanisms jsonb, markers jsonb)
      where finding.work_id = ${input.workId} and finding.level = f.level and finding.organization_id = f."organizationId"
        and finding.class_group_id is not distinct from f."classGroupId"
        and ((finding.evidence, finding.p, finding.local_fdr, finding.signalled, finding.strength)
            is distinct from (f.evidence, f.p, f."localFdr", f.signalled, f.strength)
          or finding.markers is distinct from f.markers or to_jsonb(finding.mechanisms) is distinct from f.mechanisms)`.execute(
      tx,
    );
  }
}

/** Rows of one statement. */
const CHUNK = 500;

function* chunks<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let from = 0; from < rows.length; from += CHUNK) yield rows.slice(from, from + CHUNK);
}

/** Makes this analysis the current one of its work. */
export async function insertAnalysis(
  tx: Tx,
  input: {
    organizationId: number;
    workId: number;
    engineVersion: string;
    parameters: unknown;
    reference: RegionReference;
    papers: number;
    startedAt: Date;
  },
): Promise<number> {
  await tx
    .updateTable('analysis')
    .set({ supersededAt: sql`clock_timestamp()` })
    .where('workId', '=', input.workId)
    .where('supersededAt', 'is', null)
    .execute();
  const { id } = await tx
    .insertInto('analysis')
    .values({
      organizationId: input.organizationId,
      workId: input.workId,
      engineVersion: input.engineVersion,
      parameters: JSON.stringify(input.parameters),
      reference: JSON.stringify(input.reference),
      papers: input.papers,
      // Papers that came while it was computed are newer than the analysis.
      createdAt: input.startedAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Replaces the findings of a work; a unit that was there keeps its number, one that is gone is removed. */
export async function saveFindings(
  tx: Tx,
  workId: number,
  analysisId: number,
  findings: readonly FindingInput[],
): Promise<void> {
  for (const rows of chunks(findings)) {
    await sql`
      insert into finding (organization_id, work_id, analysis_id, level, class_group_id, participants, absent, evidence, p, local_fdr,
        signalled, strength, mechanisms, markers, distribution)
      select f."organizationId", ${workId}, ${analysisId}, f.level, f."classGroupId", f.participants, f.absent, f.evidence, f.p, f."localFdr",
        f.signalled, f.strength, array(select jsonb_array_elements_text(f.mechanisms)), f.markers, f.distribution
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as f (
        "organizationId" int, level text, "classGroupId" int, participants int, absent int, evidence float8, p float8, "localFdr" float8,
        signalled boolean, strength text, mechanisms jsonb, markers jsonb, distribution jsonb)
      on conflict (work_id, level, organization_id, class_group_id) do update set
        analysis_id = excluded.analysis_id, participants = excluded.participants, absent = excluded.absent, evidence = excluded.evidence,
        p = excluded.p, local_fdr = excluded.local_fdr, signalled = excluded.signalled, strength = excluded.strength,
        mechanisms = excluded.mechanisms, markers = excluded.markers, distribution = excluded.distribution`.execute(tx);
  }
  await tx.deleteFrom('finding').where('workId', '=', workId).where('analysisId', '!=', analysisId).execute();
}

export interface ReadingInput {
  readonly organizationId: number;
  readonly marker: string;
  readonly applicable: boolean;
  readonly flagged: boolean | null;
  readonly reading: unknown;
}

/** Replaces the readings of a work: those that say the same stay as they are. */
export async function saveOfficialReadings(
  tx: Tx,
  workId: number,
  analysisId: number,
  readings: readonly ReadingInput[],
): Promise<void> {
  await sql`delete from official_reading where work_id = ${workId} and concat_ws(' ', organization_id, marker) <> all(
    ${readings.map(({ organizationId, marker }) => `${organizationId} ${marker}`)}::text[])`.execute(tx);
  // Each reading looks for its own row; left to itself the server may compare every reading with every row.
  const { rows } = await sql<{ place: number; id: number | null }>`
    select r.place, o.id from ${recordsOf(readings.map((reading, place) => ({ ...reading, place })))}
    left join lateral (select id, applicable, flagged, reading from official_reading
      where work_id = ${workId} and organization_id = r."organizationId" and marker = r.marker offset 0) o on true
    where (o.applicable, o.flagged, o.reading) is distinct from (r.applicable, r.flagged, r.reading)`.execute(tx);
  const gone = rows.flatMap(({ id }) => (id === null ? [] : [id]));
  await sql`delete from official_reading where id = any(${gone}::int[])`.execute(tx);
  for (const fresh of chunks(rows.map(({ place }) => readings[place]!))) {
    await sql`
      insert into official_reading (organization_id, work_id, analysis_id, marker, applicable, flagged, reading)
      select r."organizationId", ${workId}, ${analysisId}, r.marker, r.applicable, r.flagged, r.reading from ${recordsOf(fresh)}`.execute(
      tx,
    );
  }
}

function recordsOf(readings: readonly ReadingInput[]) {
  return sql`jsonb_to_recordset(${JSON.stringify(readings)}::jsonb) as r (
    place int, "organizationId" int, marker text, applicable boolean, flagged boolean, reading jsonb)`;
}
