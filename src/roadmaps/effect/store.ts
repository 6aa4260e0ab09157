/** SQL of aims and of the results that they follow. Every function takes `tx` first. */
import { sql } from 'kysely';
import type { MarkerId, MarkerResult, Mechanism, Strength, UnitLevel } from '#src/objectivity/model.ts';
import { className } from '#src/organizations/rules.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { AimKind, AimSubject, Baseline, MarkerReading, UnitFigures, UnitSubject } from './model.ts';
import { leadingReading, readingOf } from './rules.ts';

export interface AimRow {
  readonly id: number;
  readonly measureId: number;
  readonly organizationId: number;
  readonly kind: AimKind;
  readonly subject: AimSubject;
  readonly baseline: Baseline;
  readonly reason: string;
  readonly accountId: number | null;
  readonly createdAt: Date;
}

/** The measure with its plan and organisation; undefined where it is not visible. */
export async function findMeasure(tx: Tx, id: number) {
  return tx
    .selectFrom('measure as m')
    .innerJoin('plan as p', 'p.id', 'm.planId')
    .innerJoin('organization as o', 'o.id', 'm.organizationId')
    .select(['m.id', 'm.planId', 'm.organizationId', 'm.number', 'm.text', 'p.state as planState'])
    .select(['o.path', 'o.kind as organizationKind', 'o.shortName as organization'])
    .where('m.id', '=', id)
    .where('m.removedAt', 'is', null)
    .where('p.removedAt', 'is', null)
    .executeTakeFirst();
}

/** A plan with its organisation; undefined where it is not visible. */
export async function findPlan(tx: Tx, id: number) {
  return tx
    .selectFrom('plan as p')
    .innerJoin('organization as o', 'o.id', 'p.organizationId')
    .select(['p.title', 'p.organizationId', 'o.path', 'o.kind as organizationKind', 'o.shortName as organization'])
    .where('p.id', '=', id)
    .where('p.removedAt', 'is', null)
    .executeTakeFirst();
}

/** Measures of a plan in its order. */
export async function listMeasures(tx: Tx, planId: number) {
  return tx
    .selectFrom('measure as m')
    .innerJoin('planSection as s', 's.id', 'm.sectionId')
    .select(['m.id', 'm.number', 'm.text'])
    .where('m.planId', '=', planId)
    .where('m.removedAt', 'is', null)
    .orderBy('s.position')
    .orderBy('m.position')
    .execute();
}

/** Aims in force: of one measure, of several in their order, or the one with this number. */
export async function listAims(
  tx: Tx,
  filter: { measureId?: number; measureIds?: readonly number[]; id?: number },
): Promise<AimRow[]> {
  let query = tx.selectFrom('measureAim').selectAll().where('removedAt', 'is', null).orderBy('id');
  if (filter.measureId !== undefined) query = query.where('measureId', '=', filter.measureId);
  if (filter.id !== undefined) query = query.where('id', '=', filter.id);
  const { measureIds } = filter;
  if (measureIds !== undefined) query = query.where('measureId', '=', sql<number>`any(${[...measureIds]}::int[])`);
  const found = await query.execute();
  const place = new Map((measureIds ?? []).map((id, index) => [id, index]));
  const rows = found.sort((a, b) => (place.get(a.measureId) ?? 0) - (place.get(b.measureId) ?? 0));
  return rows.map(({ removedAt: _removed, ...row }) => ({
    ...row,
    kind: row.kind as AimKind,
    subject: row.subject as unknown as AimSubject,
    baseline: row.baseline as unknown as Baseline,
  }));
}

export async function insertAim(
  tx: Tx,
  row: {
    readonly organizationId: number;
    readonly measureId: number;
    readonly subject: AimSubject;
    readonly baseline: Baseline;
    readonly reason: string;
    readonly accountId: number;
  },
): Promise<number> {
  const { id } = await tx
    .insertInto('measureAim')
    .values({
      ...row,
      kind: row.subject.kind,
      subject: JSON.stringify(row.subject),
      baseline: JSON.stringify(row.baseline),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** An aim is never rewritten: it is removed, and another one named. */
export async function removeAim(tx: Tx, id: number): Promise<void> {
  await tx.updateTable('measureAim').set({ removedAt: new Date() }).where('id', '=', id).execute();
}

const findings = (tx: Tx) =>
  tx
    .selectFrom('finding as f')
    .innerJoin('work as w', 'w.id', 'f.workId')
    .innerJoin('procedure as pr', 'pr.id', 'w.procedureId')
    .innerJoin('organization as o', 'o.id', 'f.organizationId')
    .leftJoin('classGroup as c', 'c.id', 'f.classGroupId')
    .select(['f.id', 'f.workId', 'f.level', 'f.organizationId', 'f.participants', 'f.signalled', 'f.strength'])
    .select(['f.localFdr', 'pr.name as procedure', 'pr.year', 'w.heldOn', 'w.subject', 'w.grade'])
    .select(['o.path', 'o.shortName as organization', 'f.classGroupId'])
    .select(['c.grade as classGrade', 'c.letter', 'c.schoolYear']);

type FindingRow = Awaited<ReturnType<ReturnType<typeof findings>['execute']>>[number];

export function subjectOf(row: FindingRow): UnitSubject {
  const { organizationId, level, classGrade, letter, schoolYear, subject, grade } = row;
  const classGroup =
    classGrade === null || letter === null || schoolYear === null ? null : { grade: classGrade, letter, schoolYear };
  return { organizationId, level: level as UnitLevel, classGroup, subject, grade };
}

function figuresOf(row: FindingRow, marker: MarkerReading | null): UnitFigures {
  return {
    workId: row.workId,
    procedure: row.procedure,
    year: row.year,
    heldOn: row.heldOn,
    grade: row.grade,
    className: row.classGrade === null ? null : className(row.classGrade, row.letter ?? ''),
    participants: row.participants,
    signalled: row.signalled,
    strength: row.strength as Strength,
    localFdr: row.localFdr,
    marker,
  };
}

/** One finding by its number, with the marker that speaks for it; null where it is not visible. */
export async function findUnit(tx: Tx, findingId: number) {
  const row = await findings(tx).select(['f.markers', 'f.mechanisms']).where('f.id', '=', findingId).executeTakeFirst();
  if (!row) return null;
  const marker = leadingReading(row.markers as unknown as MarkerResult[], row.mechanisms as Mechanism[]);
  return { subject: subjectOf(row), path: row.path, figures: figuresOf(row, marker) };
}

/** A unit's analysed works of its subject, followed by one marker, with the numbers of their findings. */
export async function listUnitWorks(tx: Tx, unit: UnitSubject, marker: MarkerId | null) {
  let query = findings(tx)
    .select('f.markers')
    .where('f.organizationId', '=', unit.organizationId)
    .where('f.level', '=', unit.level)
    .where('w.subject', '=', unit.subject);
  if (unit.classGroup !== null) {
    // The same class grows by a grade a year.
    const { grade, letter, schoolYear } = unit.classGroup;
    query = query
      .where('c.letter', '=', letter)
      .where(sql<boolean>`c.grade - c.school_year = ${grade}::int - ${schoolYear}::int`);
  }
  const rows = await query.orderBy('pr.year').orderBy('f.id').execute();
  return rows.map((row) => {
    const found = (row.markers as unknown as MarkerResult[]).find(({ id }) => id === marker);
    return { findingId: row.id, figures: figuresOf(row, found === undefined ? null : readingOf(found)) };
  });
}

interface Wanted {
  /** Path of the organisation of the measure: nothing beside or above it is offered. */
  readonly path: string;
  readonly search: string;
}

const MOST = 30;

const matching = (search: string) => {
  const words = search.trim().split(/\s+/u).filter(Boolean);
  return words.map((word) => {
    const like = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
    return sql<boolean>`concat_ws(' ', w.subject, o.short_name, pr.name,
      case when c.id is null then w.grade || ' классы' else c.grade || c.letter end) ilike ${like}`;
  });
};

/** Signs that a measure may answer, newest procedure first and then by names: never by strength. */
export async function listSigns(tx: Tx, { path, search }: Wanted): Promise<FindingRow[]> {
  let query = findings(tx).where('f.signalled', '=', true).where(sql<boolean>`starts_with(o.path, ${path})`);
  for (const condition of matching(search)) query = query.where(condition);
  return query
    .orderBy('pr.year', 'desc')
    .orderBy(sql`o.short_name collate natural_order`)
    .orderBy('w.grade')
    .orderBy('c.letter')
    .orderBy('w.subject')
    .limit(MOST)
    .execute();
}

/** Classes with their subjects, each by its newest analysed work. */
export async function listClasses(tx: Tx, { path, search }: Wanted): Promise<FindingRow[]> {
  let newest = findings(tx)
    .distinctOn(['f.classGroupId', 'w.subject'])
    .where('f.level', '=', 'class')
    .where(sql<boolean>`starts_with(o.path, ${path})`);
  for (const condition of matching(search)) newest = newest.where(condition);
  newest = newest
    .orderBy('f.classGroupId')
    .orderBy('w.subject')
    .orderBy('pr.year', 'desc')
    .orderBy(sql`w.held_on desc nulls last`);
  return tx
    .selectFrom(newest.as('n'))
    .selectAll()
    .orderBy('n.schoolYear', 'desc')
    .orderBy(sql`n.organization collate natural_order`)
    .orderBy('n.classGrade')
    .orderBy('n.letter')
    .orderBy('n.subject')
    .limit(MOST)
    .execute();
}

/** Measures whose aim is this unit's sign in this work. */
export async function listAnsweringMeasures(tx: Tx, unit: UnitSubject, workId: number) {
  return tx
    .selectFrom('measureAim as a')
    .innerJoin('measure as m', 'm.id', 'a.measureId')
    .innerJoin('plan as p', 'p.id', 'm.planId')
    .innerJoin('organization as o', 'o.id', 'm.organizationId')
    .select(['m.id as measureId', 'm.planId', 'm.number', 'm.text', 'm.state', 'o.shortName as organization'])
    .where('a.removedAt', 'is', null)
    .where('m.removedAt', 'is', null)
    .where('p.removedAt', 'is', null)
    .where('a.kind', '=', 'finding')
    .where(sql<boolean>`a.subject @> ${JSON.stringify(unit)}::jsonb`)
    .where(sql<boolean>`a.baseline @> ${JSON.stringify({ figures: { workId } })}::jsonb`)
    .orderBy('m.planId')
    .orderBy('m.id')
    .execute();
}
