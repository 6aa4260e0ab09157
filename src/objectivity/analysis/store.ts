/** SQL of an analysis as it is stored: itself, its findings, the official readings. */
import { sql } from 'kysely';
import type { Tx } from '#src/platform/db/scope.ts';
import type { MarkerResult, Mechanism, Strength, UnitLevel } from '../model.ts';
import type { ProfileRow, RegionReference } from '../store.ts';
import type { Distribution } from './distribution.ts';

export interface FindingInput {
  readonly organizationId: number;
  readonly level: UnitLevel;
  readonly classGroupId: number | null;
  readonly participants: number;
  readonly absent: number;
  readonly evidence: number;
  readonly p: number | null;
  readonly localFdr: number | null;
  readonly signalled: boolean;
  readonly strength: Strength;
  readonly mechanisms: readonly Mechanism[];
  readonly markers: readonly MarkerResult[];
  readonly distribution: Distribution & { readonly profile: readonly ProfileRow[] };
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
  const CHUNK = 500;
  for (let from = 0; from < findings.length; from += CHUNK) {
    const rows = findings
      .slice(from, from + CHUNK)
      .map((finding) => ({ ...finding, mechanisms: [...finding.mechanisms] }));
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

export async function saveOfficialReadings(
  tx: Tx,
  workId: number,
  analysisId: number,
  readings: readonly {
    organizationId: number;
    marker: string;
    applicable: boolean;
    flagged: boolean | null;
    reading: unknown;
  }[],
): Promise<void> {
  await tx.deleteFrom('officialReading').where('workId', '=', workId).execute();
  const CHUNK = 1000;
  for (let from = 0; from < readings.length; from += CHUNK) {
    await sql`
      insert into official_reading (organization_id, work_id, analysis_id, marker, applicable, flagged, reading)
      select r."organizationId", ${workId}, ${analysisId}, r.marker, r.applicable, r.flagged, r.reading
      from jsonb_to_recordset(${JSON.stringify(readings.slice(from, from + CHUNK))}::jsonb) as r (
        "organizationId" int, marker text, applicable boolean, flagged boolean, reading jsonb)`.execute(tx);
  }
}
