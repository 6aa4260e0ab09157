/** SQL that reads findings and what they were computed with; analysis/store.ts writes them. */
import { sql } from 'kysely';
import type { Tx } from '#src/platform/db/scope.ts';
import type { Distribution } from './analysis/distribution.ts';
import type { SignalLimit } from './analysis/record.ts';
import type { Mechanism, UnitLevel } from './model.ts';
import type { RegionParticipation } from './participation/participation.ts';
import type { RegionResult } from './engine/region-result.ts';
import type { ReferenceTables } from './rereading/reference-tables.ts';

/** One task of a unit's profile, points per pupil; low and high are the 95 % interval of the observed mean. */
export interface ProfileRow {
  readonly id: string;
  readonly observed: number;
  readonly expected: number;
  readonly low: number;
  readonly high: number;
}

export interface RegionReference extends Distribution {
  readonly papers: number;
  /** Mean share of the maximum per task, 0..1. */
  readonly taskMeans: readonly number[];
  /** Absent from analyses of version 0.1 and earlier. */
  readonly tables?: ReferenceTables;
  readonly participation?: RegionParticipation;
}

/** What an analysis was computed with, as stored; fields that came later are absent from earlier analyses. */
export interface AnalysisParameters {
  /** Works of the procedure that were analysed together. */
  readonly works: readonly number[];
  /** Digest of the papers, names and scale (threads/work-key.ts). */
  readonly papers?: string;
  readonly limits?: Readonly<Record<UnitLevel, SignalLimit>>;
  /** Units of this work that had an answer. */
  readonly units?: Readonly<Record<UnitLevel, number>>;
  /** The honest reference; absent where it was estimated from this administration. */
  readonly reference?: {
    /** Row of honest_reference, where it was frozen. */
    readonly id?: number;
    readonly name: string;
    readonly kind: 'estimated' | 'frozen';
    readonly madeAt: string;
    readonly units: number;
  };
  /** What the frozen reference says of the region as a whole. */
  readonly region?: RegionResult;
}

export interface FindingFilter {
  readonly id?: number;
  readonly level?: UnitLevel;
  readonly workId?: number;
  readonly workIds?: readonly number[];
  readonly municipalityId?: number;
  readonly schoolId?: number;
  readonly mechanism?: Mechanism;
  readonly show: 'signalled' | 'all' | 'insufficient';
  readonly search?: string;
}

function filtered(tx: Tx, filter: FindingFilter) {
  let query = tx
    .selectFrom('finding as f')
    .innerJoin('work as w', 'w.id', 'f.workId')
    .innerJoin('procedure as pr', 'pr.id', 'w.procedureId')
    .innerJoin('organization as o', 'o.id', 'f.organizationId')
    .innerJoin('organization as m', (join) =>
      join.on((on) => on('m.id', '=', sql<number>`case when o.kind = 'school' then o.parent_id else o.id end`)),
    )
    .leftJoin('classGroup as c', 'c.id', 'f.classGroupId');
  if (filter.id !== undefined) query = query.where('f.id', '=', filter.id);
  else if (filter.show === 'signalled') query = query.where('f.signalled', '=', true);
  else if (filter.show === 'insufficient') query = query.where('f.p', 'is', null);
  if (filter.workId !== undefined) query = query.where('f.workId', '=', filter.workId);
  if (filter.workIds !== undefined) query = query.where('f.workId', 'in', [...filter.workIds]);
  if (filter.municipalityId !== undefined) query = query.where('m.id', '=', filter.municipalityId);
  if (filter.schoolId !== undefined) query = query.where('f.organizationId', '=', filter.schoolId);
  if (filter.mechanism !== undefined) query = query.where(sql<boolean>`${filter.mechanism} = any(f.mechanisms)`);
  if (filter.search) {
    const like = `%${filter.search.replace(/[\\%_]/g, '\\$&')}%`;
    query = query.where((where) =>
      where.or([
        where('o.name', 'ilike', like),
        where('o.shortName', 'ilike', like),
        where('o.code', 'ilike', like),
        where('m.name', 'ilike', like),
      ]),
    );
  }
  return query;
}

/** Units in the order of names: municipality, school, class. */
export async function listFindings(tx: Tx, filter: FindingFilter, limit: number) {
  let query = filtered(tx, filter);
  if (filter.level !== undefined) query = query.where('f.level', '=', filter.level);
  const rows = await query
    .select([
      'f.id',
      'f.level',
      'f.workId',
      'pr.name as procedure',
      'w.subject',
      'w.grade',
      'f.participants',
      'f.absent',
      'f.strength',
    ])
    .select([
      'f.signalled',
      'f.localFdr',
      'f.p',
      'f.mechanisms',
      'f.organizationId',
      'f.classGroupId',
      'c.grade as classGrade',
      'c.letter',
    ])
    .select([
      'm.id as municipalityId',
      'm.shortName as municipality',
      'o.id as schoolId',
      'o.shortName as school',
      'o.kind',
    ])
    .orderBy(sql`m.short_name collate natural_order`)
    .orderBy('m.id')
    .orderBy(sql`case when f.level = 'municipality' then 0 else 1 end`)
    .orderBy(sql`o.short_name collate natural_order`)
    .orderBy('o.id')
    .orderBy('w.grade')
    .orderBy('w.subject')
    .orderBy(sql`case when f.level = 'school' then 0 else 1 end`)
    .orderBy('c.letter')
    .limit(limit)
    .execute();
  return rows;
}

export async function countFindings(tx: Tx, filter: FindingFilter): Promise<Record<UnitLevel, number>> {
  const rows = await filtered(tx, filter)
    .select(['f.level', sql<number>`count(*)`.as('count')])
    .groupBy('f.level')
    .execute();
  const counts = { class: 0, school: 0, municipality: 0 };
  for (const row of rows) counts[row.level as UnitLevel] = row.count;
  return counts;
}

export async function readFindingBody(tx: Tx, id: number) {
  return tx
    .selectFrom('finding as f')
    .innerJoin('analysis as a', 'a.id', 'f.analysisId')
    .select(['f.markers', 'f.distribution', 'f.evidence', 'f.organizationId', 'f.classGroupId', 'f.workId', 'f.level'])
    .select([
      'a.reference',
      'a.engineVersion',
      'a.parameters',
      'a.createdAt as analysedAt',
      'a.organizationId as regionId',
      'a.papers as regionPapers',
    ])
    .where('f.id', '=', id)
    .executeTakeFirst();
}

/** Local false-discovery rates of the signals under the list's conditions, strongest evidence first. */
export async function listChances(tx: Tx, filter: FindingFilter): Promise<number[]> {
  let query = filtered(tx, { ...filter, show: 'signalled' });
  if (filter.level !== undefined) query = query.where('f.level', '=', filter.level);
  const rows = await query.select('f.localFdr').orderBy('f.p').orderBy('f.id').execute();
  return rows.flatMap(({ localFdr }) => (localFdr === null ? [] : [localFdr]));
}

/** Present and absent of a unit in the other works of the same procedure; null where it wrote no other. */
export async function participationElsewhere(
  tx: Tx,
  unit: { readonly workId: number; readonly organizationId: number; readonly classGroupId: number | null },
): Promise<{ present: number; absent: number } | null> {
  let query = tx
    .selectFrom('paper as p')
    .innerJoin('work as w', 'w.id', 'p.workId')
    .select((build) => [
      build.fn.countAll<number>().filterWhere('p.status', '=', 'present').as('present'),
      build.fn.countAll<number>().filterWhere('p.status', '=', 'absent').as('absent'),
    ])
    .where('p.organizationId', '=', unit.organizationId)
    .where('p.workId', '!=', unit.workId)
    .where('p.supersededBy', 'is', null)
    .where('w.procedureId', '=', (inner) =>
      inner.selectFrom('work').select('procedureId').where('id', '=', unit.workId).limit(1),
    );
  if (unit.classGroupId !== null) query = query.where('p.classGroupId', '=', unit.classGroupId);
  const row = await query.executeTakeFirstOrThrow();
  return row.present + row.absent === 0 ? null : row;
}

export async function listOfficialReadings(tx: Tx, filter: { organizationId: number; workId?: number }) {
  let query = tx
    .selectFrom('officialReading')
    .select(['workId', 'marker', 'applicable', 'flagged', 'reading'])
    .where('organizationId', '=', filter.organizationId)
    .orderBy('workId')
    .orderBy('marker');
  if (filter.workId !== undefined) query = query.where('workId', '=', filter.workId);
  return query.execute();
}

/** Papers of a class, or of a school's all classes, in one work. */
export async function listPapers(
  tx: Tx,
  filter: { workId: number; organizationId: number; classGroupId: number | null },
) {
  let query = tx
    .selectFrom('paper as p')
    .innerJoin('classGroup as c', 'c.id', 'p.classGroupId')
    .select([
      'p.participant',
      'p.variant',
      'p.status',
      'p.scores',
      'p.total',
      'p.mark',
      'p.journalMark',
      'c.grade',
      'c.letter',
    ])
    .where('p.workId', '=', filter.workId)
    .where('p.organizationId', '=', filter.organizationId)
    .where('p.supersededBy', 'is', null)
    .orderBy('c.letter')
    .orderBy('p.participant');
  if (filter.classGroupId !== null) query = query.where('p.classGroupId', '=', filter.classGroupId);
  return query.execute();
}
