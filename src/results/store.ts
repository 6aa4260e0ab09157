/** SQL of works and scales. */
import { sql } from 'kysely';
import type { Tx } from '#src/platform/db/scope.ts';
import type { MarkThresholds, ProcedureKind, Task, WorkLevel } from './model.ts';
import { guessProcedureKind } from './rules.ts';

export interface ScaleRow {
  readonly id: number;
  readonly organizationId: number | null;
  readonly year: number;
  readonly grade: number;
  readonly subject: string;
  readonly level: WorkLevel;
  readonly version: number;
  readonly maxScore: number;
  readonly thresholds: MarkThresholds;
  readonly source: string;
  readonly note: string;
  readonly shipped: boolean;
}

export interface ScaleFilter {
  readonly id?: number;
  readonly year?: number;
  readonly grade?: number;
  readonly subject?: string;
  readonly level?: string;
  readonly maxScore?: number;
}

/** Scales, newest year and version first. */
export async function listScales(tx: Tx, filter: ScaleFilter): Promise<ScaleRow[]> {
  let query = tx
    .selectFrom('scale')
    .selectAll()
    .orderBy('year', 'desc')
    .orderBy('grade')
    .orderBy('subject')
    .orderBy('level')
    .orderBy('version', 'desc');
  if (filter.id !== undefined) query = query.where('id', '=', filter.id);
  if (filter.year !== undefined) query = query.where('year', '=', filter.year);
  if (filter.grade !== undefined) query = query.where('grade', '=', filter.grade);
  if (filter.subject !== undefined) query = query.where('subject', '=', filter.subject);
  if (filter.level !== undefined) query = query.where('level', '=', filter.level);
  if (filter.maxScore !== undefined) query = query.where('maxScore', '=', filter.maxScore);
  return (await query.execute()).map((row) => ({
    id: row.id,
    organizationId: row.organizationId,
    year: row.year,
    grade: row.grade,
    subject: row.subject,
    level: row.level as WorkLevel,
    version: row.version,
    maxScore: row.maxScore,
    thresholds: { 3: row.threshold3, 4: row.threshold4, 5: row.threshold5 },
    source: row.source,
    note: row.note,
    shipped: row.organizationId === null,
  }));
}

export interface NewScale {
  readonly organizationId: number | null;
  readonly accountId: number | null;
  readonly year: number;
  readonly grade: number;
  readonly subject: string;
  readonly level: WorkLevel;
  readonly maxScore: number;
  readonly thresholds: MarkThresholds;
  readonly source: string;
  readonly note: string;
}

/** Adds a scale; one of the same year, grade, subject and level gets the next version. */
export async function insertScale(tx: Tx, scale: NewScale): Promise<number> {
  const { thresholds, ...rest } = scale;
  const last = await tx
    .selectFrom('scale')
    .select(sql<number | null>`max(version)`.as('version'))
    .where('organizationId', 'is not distinct from', scale.organizationId)
    .where('year', '=', scale.year)
    .where('grade', '=', scale.grade)
    .where('subject', '=', scale.subject)
    .where('level', '=', scale.level)
    .executeTakeFirst();
  const { id } = await tx
    .insertInto('scale')
    .values({
      ...rest,
      version: (last?.version ?? 0) + 1,
      threshold3: thresholds[3],
      threshold4: thresholds[4],
      threshold5: thresholds[5],
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export interface WorkRow {
  readonly id: number;
  readonly organizationId: number;
  readonly procedureId: number;
  readonly procedure: string;
  readonly kind: ProcedureKind;
  /** Run in the presence of outside observers. */
  readonly observed: boolean;
  readonly year: number;
  readonly subject: string;
  readonly grade: number;
  readonly level: WorkLevel;
  readonly heldOn: string | null;
  readonly tasks: readonly Task[];
  readonly maxScore: number;
  readonly scaleId: number | null;
  readonly revision: number;
  readonly papersChangedAt: Date | null;
  readonly analysedAt: Date | null;
}

/** Works of the visible procedures, by procedure, grade and subject. */
export async function listWorks(tx: Tx, filter: { id?: number; ids?: readonly number[] } = {}): Promise<WorkRow[]> {
  let query = tx
    .selectFrom('work as w')
    .innerJoin('procedure as p', 'p.id', 'w.procedureId')
    .leftJoin('analysis as a', (join) => join.onRef('a.workId', '=', 'w.id').on('a.supersededAt', 'is', null))
    .select([
      'w.id',
      'w.organizationId',
      'w.procedureId',
      'p.name as procedure',
      'p.kind',
      'p.observed',
      'p.year',
      'w.subject',
      'w.grade',
      'w.level',
    ])
    .select(['w.heldOn', 'w.tasks', 'w.scaleId', 'w.revision', 'w.papersChangedAt', 'a.createdAt as analysedAt'])
    .orderBy('p.year', 'desc')
    .orderBy('p.name')
    .orderBy('w.grade')
    .orderBy('w.subject')
    .orderBy('w.level');
  if (filter.id !== undefined) query = query.where('w.id', '=', filter.id);
  if (filter.ids !== undefined) query = query.where('w.id', 'in', [...filter.ids]);
  return (await query.execute()).map((row) => {
    const tasks = row.tasks as unknown as Task[];
    return {
      ...row,
      kind: row.kind as ProcedureKind,
      level: row.level as WorkLevel,
      tasks,
      maxScore: tasks.reduce((sum, task) => sum + task.max, 0),
    };
  });
}

export interface ProcedureRow {
  readonly id: number;
  readonly name: string;
  readonly year: number;
  readonly kind: ProcedureKind;
  readonly observed: boolean;
}

/** Visible procedures, newest first. */
export async function listProcedures(tx: Tx): Promise<ProcedureRow[]> {
  const rows = await tx
    .selectFrom('procedure')
    .select(['id', 'name', 'year', 'kind', 'observed'])
    .orderBy('year', 'desc')
    .orderBy('name')
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as ProcedureKind }));
}

export interface WorkCounts {
  readonly papers: number;
  readonly absent: number;
  readonly schools: number;
}

/** Visible papers of works. */
export async function countPapers(tx: Tx, workIds: readonly number[]): Promise<Map<number, WorkCounts>> {
  if (workIds.length === 0) return new Map();
  const { rows } = await sql<{ workId: number } & WorkCounts>`
    select work_id, sum(present)::int as papers, sum(absent)::int as absent, count(*)::int as schools
    from (
      select work_id, organization_id, count(*) filter (where status = 'present') as present, count(*) filter (where status = 'absent') as absent
      from paper where superseded_by is null and work_id = any(${[...workIds]}::int[]) group by work_id, organization_id
    ) by_school group by work_id`.execute(tx);
  return new Map(rows.map(({ workId, ...counts }) => [workId, counts]));
}

/** Histogram of raw scores and the mean share of the maximum per task, over the visible papers of one work. */
export async function summarizeWork(tx: Tx, work: WorkRow) {
  const totals = await tx
    .selectFrom('paper')
    .select(['total', sql<number>`count(*)`.as('count')])
    .where('workId', '=', work.id)
    .where('supersededBy', 'is', null)
    .where('status', '=', 'present')
    .groupBy('total')
    .execute();
  const histogram = Array.from({ length: work.maxScore + 1 }, () => 0);
  for (const { total, count } of totals) if (total !== null && total <= work.maxScore) histogram[total]! += count;
  // «X» is a task not attempted: no points. A topic not taught and an empty cell do not count at all.
  const { rows } = await sql<{ position: number; mean: number | null }>`
    select s.position::int, avg(greatest(s.score, 0)) filter (where s.score >= -1) as mean
    from paper p cross join lateral unnest(p.scores) with ordinality as s (score, position)
    where p.work_id = ${work.id} and p.superseded_by is null and p.status = 'present'
    group by s.position order by s.position`.execute(tx);
  const means = new Map(rows.map((row) => [row.position, row.mean]));
  return {
    histogram,
    taskMeans: work.tasks.map((task, index) => {
      const mean = means.get(index + 1);
      return mean === null || mean === undefined ? null : mean / task.max;
    }),
  };
}

/** Gives the papers of a work the marks of another scale; without one they have none. */
export async function markPapers(tx: Tx, workId: number, scaleId: number | null): Promise<void> {
  await sql`
    update paper p set mark = case
      when s.id is null then null
      when p.total >= s.threshold5 then 5
      when p.total >= s.threshold4 then 4
      when p.total >= s.threshold3 then 3
      else 2 end
    from (select 1) one left join scale s on s.id = ${scaleId}
    where p.work_id = ${workId} and p.status = 'present'`.execute(tx);
}

export interface NewWork {
  readonly organizationId: number;
  readonly procedure: string;
  /** Of a procedure that is new; guessed from the name where nobody says. One that is there keeps its kind. */
  readonly kind?: ProcedureKind;
  readonly year: number;
  readonly subject: string;
  readonly grade: number;
  readonly level: WorkLevel;
  readonly heldOn: string | null;
  readonly tasks: readonly Task[];
  readonly scaleId: number | null;
}

/** Adds a work, and its procedure where that is new. Returns null when the work is there already. */
export async function insertWork(tx: Tx, input: NewWork): Promise<number | null> {
  const { procedure, kind = guessProcedureKind(procedure), year, tasks, ...rest } = input;
  await tx
    .insertInto('procedure')
    .values({ organizationId: input.organizationId, name: procedure, year, kind })
    .onConflict((conflict) => conflict.columns(['organizationId', 'name']).doNothing())
    .execute();
  const { id: procedureId } = await tx
    .selectFrom('procedure')
    .select('id')
    .where('organizationId', '=', input.organizationId)
    .where('name', '=', procedure)
    .executeTakeFirstOrThrow();
  const row = await tx
    .insertInto('work')
    .values({ ...rest, procedureId, tasks: JSON.stringify(tasks) })
    .onConflict((conflict) => conflict.columns(['procedureId', 'subject', 'grade', 'level']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

/** The region above an organisation: works, procedures and analyses belong to it. */
export async function regionOf(tx: Tx, organizationId: number): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    select split_part(path, '.', 2)::int as id from organization where id = ${organizationId}`.execute(tx);
  return rows[0]!.id;
}
