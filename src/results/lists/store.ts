/** SQL of published lists and of summaries of classes. Rows of other organisations are kept away by the database. */
import { sql } from 'kysely';
import type { Tx } from '#src/platform/db/scope.ts';
import { TERMS, type Term } from '../model.ts';
import type { ListEntry, SummaryCounts, SummaryFilter, SummaryPlace } from './model.ts';

/** Headings of the lists about the region, in the order in which they were loaded. */
export async function listHeaders(tx: Tx): Promise<{ year: number; name: string; source: string }[]> {
  return tx.selectFrom('officialList').select(['year', 'name', 'source']).orderBy('id').execute();
}

/** Rows in force of the schools that the person may see, newest year first, then by name: a list ranks nobody. */
export async function listEntries(tx: Tx): Promise<ListEntry[]> {
  const rows = await tx
    .selectFrom('officialListEntry as e')
    .innerJoin('officialList as l', 'l.id', 'e.listId')
    .innerJoin('organization as s', 's.id', 'e.organizationId')
    .innerJoin('organization as m', 'm.id', 's.parentId')
    .select(['e.id', 'e.year', 'e.name as list', 'l.source', 'e.subject', 'e.grade', 'e.note'])
    .select(['s.id as schoolId', 's.shortName as school', 'm.id as municipalityId', 'm.shortName as municipality'])
    .where('e.supersededBy', 'is', null)
    .orderBy('e.year', 'desc')
    .orderBy(sql`m.short_name collate natural_order`)
    .orderBy(sql`s.short_name collate natural_order`)
    .orderBy('e.name')
    .orderBy('e.subject')
    .orderBy('e.grade')
    .execute();
  return rows.map((row) => ({ ...row, id: String(row.id), subject: row.subject || null, grade: row.grade || null }));
}

export type SummaryRow = SummaryPlace & SummaryCounts;

function summaries(tx: Tx, { schoolYear, term, subject, municipality, school }: SummaryFilter) {
  let query = tx
    .selectFrom('termMarkSummary as t')
    .innerJoin('classGroup as c', 'c.id', 't.classGroupId')
    .innerJoin('organization as s', 's.id', 't.organizationId')
    .innerJoin('organization as m', 'm.id', 's.parentId')
    .where('t.supersededBy', 'is', null);
  if (schoolYear !== undefined) query = query.where('t.schoolYear', '=', schoolYear);
  if (term !== undefined) query = query.where('t.term', '=', term);
  if (subject !== undefined) query = query.where('t.subject', '=', subject);
  if (municipality !== undefined) query = query.where('m.id', '=', municipality);
  if (school !== undefined) query = query.where('s.id', '=', school);
  return query;
}

/** Summaries in force by school, class, subject and term, at most `limit`. */
export async function listSummaries(tx: Tx, filter: SummaryFilter, limit: number): Promise<SummaryRow[]> {
  const rows = await summaries(tx, filter)
    .select(['t.id', 't.subject', 't.schoolYear', 't.term', 't.pupils'])
    .select(['t.count2', 't.count3', 't.count4', 't.count5', 'c.grade', 'c.letter'])
    .select(['s.id as schoolId', 's.shortName as school', 'm.shortName as municipality'])
    .orderBy(sql`m.short_name collate natural_order`)
    .orderBy(sql`s.short_name collate natural_order`)
    .orderBy('c.grade')
    .orderBy('c.letter')
    .orderBy('t.subject')
    .orderBy(sql`array_position(${sql.val([...TERMS])}::text[], t.term)`)
    .limit(limit)
    .execute();
  return rows.map(({ grade, letter, ...row }) => ({
    ...row,
    id: String(row.id),
    term: row.term as Term,
    className: `${grade}${letter}`,
  }));
}

/** How much fits a filter in all. */
export async function countSummaries(tx: Tx, filter: SummaryFilter) {
  const row = await summaries(tx, filter)
    .select([
      sql<string>`count(*)`.as('rows'),
      sql<string>`count(distinct t.class_group_id)`.as('classes'),
      sql<string>`count(distinct t.organization_id)`.as('schools'),
    ])
    .executeTakeFirstOrThrow();
  return { rows: Number(row.rows), classes: Number(row.classes), schools: Number(row.schools) };
}

/** School years that there are summaries of, newest first. */
export async function summaryYears(tx: Tx): Promise<number[]> {
  const rows = await summaries(tx, {}).select('t.schoolYear').distinct().orderBy('t.schoolYear', 'desc').execute();
  return rows.map((row) => row.schoolYear);
}

/** What the filters of one school year may be set to. */
export async function summaryChoices(tx: Tx, schoolYear: number) {
  const ofYear = summaries(tx, { schoolYear });
  const kinds = await ofYear.select(['t.term', 't.subject']).distinct().orderBy('t.subject').execute();
  const places = await ofYear
    .select(['s.id', 's.shortName as name', 'm.id as municipalityId', 'm.shortName as municipality'])
    .groupBy(['s.id', 'm.id'])
    .orderBy(sql`m.short_name collate natural_order`)
    .orderBy(sql`s.short_name collate natural_order`)
    .execute();
  return {
    terms: TERMS.filter((term) => kinds.some((kind) => kind.term === term)),
    subjects: [...new Set(kinds.map(({ subject }) => subject))],
    schools: places,
  };
}
