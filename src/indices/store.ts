/** SQL of indices: counts by school, class and pair of marks; medal claims; settings. Every function takes `tx` first. */
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '#src/platform/db/scope.ts';
import type { IndexKind, IndexSettings, MarkedKind, Pairing } from './model.ts';
import { PROCEDURE_OF, TERM_ORDER } from './rules.ts';

/** Papers in force of pupils who were present, each with the pupil's key: his own, or the participant code in its place. */
const PAPERS = sql`
  paper p
  join work w on w.id = p.work_id
  join procedure pr on pr.id = w.procedure_id
  join class_group c on c.id = p.class_group_id
  join organization o on o.id = p.organization_id
  left join pupil_key k on k.procedure_id = w.procedure_id and k.organization_id = p.organization_id
    and k.participant = p.participant and k.superseded_by is null`;
const KEY = sql`coalesce(p.pupil, k.pupil, p.participant)`;

/**
 * The school's mark of every pupil, subject and school year, the best term first; as one set, since a look-up per paper
 * asks the row policies anew each time. Joined as `tm`.
 */
function bestMarks(kind: MarkedKind, path: string): RawBuilder<unknown> {
  const order = TERM_ORDER[kind === 'oge' ? 'exam' : 'work'];
  return sql`best as materialized (
    select t.organization_id, t.pupil, t.subject, t.school_year,
      min(array_position(${[...order]}::text[], t.term) * 10 + t.mark) % 10 as mark
    from term_mark t join organization o on o.id = t.organization_id
    where t.superseded_by is null and starts_with(o.path, ${path})
    group by t.organization_id, t.pupil, t.subject, t.school_year)`;
}
const BEST = sql`left join best tm on tm.organization_id = p.organization_id and tm.pupil = ${KEY}
  and tm.subject = w.subject and tm.school_year = c.school_year`;

/** Hundreds of thousands of rows are joined by hashing; right after a load the planner does not know how many they are. */
async function hashing<T>(tx: Tx, count: () => Promise<T>): Promise<T> {
  await sql`select set_config('enable_nestloop', 'off', true), set_config('enable_mergejoin', 'off', true)`.execute(tx);
  const result = await count();
  await sql`select set_config('enable_nestloop', 'on', true), set_config('enable_mergejoin', 'on', true)`.execute(tx);
  return result;
}

export interface CountFilter {
  /** «.1.4.»: below this organisation. */
  readonly path: string;
  readonly year?: number;
}

/** School marks against outside marks, counted by the difference (school minus outside). */
export interface GapCount {
  readonly schoolId: number;
  readonly year: number;
  readonly gap: number;
  readonly papers: number;
}

/** Where the paper has no journal mark, the mark of a term stands for it; papers without either are not counted. */
export async function countGaps(tx: Tx, kind: MarkedKind, { path, year }: CountFilter): Promise<GapCount[]> {
  const { rows } = await hashing(tx, () =>
    sql<GapCount>`
    with ${bestMarks(kind, path)}
    select school_id, year, gap, count(*)::int as papers from (
      select p.organization_id as school_id, pr.year, coalesce(p.journal_mark, tm.mark) - p.mark as gap
      from ${PAPERS}
      ${BEST}
      where pr.kind = ${PROCEDURE_OF[kind]} and p.superseded_by is null and p.status = 'present' and p.mark is not null
        and starts_with(o.path, ${path}) and (${year ?? null}::int is null or pr.year = ${year ?? null})) counted
    where gap is not null
    group by school_id, year, gap`.execute(tx),
  );
  return rows;
}

/** The two marks of a pairing, as expressions over PAPERS with `tm`. */
const SIDES: Readonly<Record<Pairing, { readonly first: RawBuilder<unknown>; readonly second: RawBuilder<unknown> }>> =
  {
    journalWork: { first: sql`p.journal_mark`, second: sql`p.mark` },
    termWork: { first: sql`tm.mark`, second: sql`p.mark` },
    journalTerm: { first: sql`p.journal_mark`, second: sql`tm.mark` },
  };

export interface PairRow {
  readonly schoolId: number;
  readonly classGroupId: number;
  readonly subject: string;
  readonly raised: number;
  readonly confirmed: number;
  readonly lowered: number;
  readonly gapSum: number;
  readonly papers: number;
}

/** Same pupils, same subject: two marks compared, by class and subject. */
export async function countPairs(
  tx: Tx,
  pairing: Pairing,
  kind: MarkedKind,
  { path, year }: CountFilter,
): Promise<PairRow[]> {
  const { first, second } = SIDES[pairing];
  const { rows } = await hashing(tx, () =>
    sql<PairRow>`
    with ${bestMarks(kind, path)}
    select school_id, class_group_id, subject,
      count(*) filter (where second > first)::int as raised,
      count(*) filter (where second = first)::int as confirmed,
      count(*) filter (where second < first)::int as lowered,
      coalesce(sum(second - first), 0)::int as gap_sum,
      count(*)::int as papers
    from (
      select p.organization_id as school_id, p.class_group_id, w.subject, ${first} as first, ${second} as second
      from ${PAPERS}
      ${BEST}
      where pr.kind = ${PROCEDURE_OF[kind]} and p.superseded_by is null and p.status = 'present' and p.mark is not null
        and starts_with(o.path, ${path}) and (${year ?? null}::int is null or pr.year = ${year ?? null})) pairs
    group by school_id, class_group_id, subject`.execute(tx),
  );
  return rows;
}

export interface ClaimRow {
  readonly schoolId: number;
  readonly year: number;
  readonly pupil: string;
  /** Degree that the school entered; null where only final marks speak. */
  readonly entered: 1 | 2 | null;
  readonly fives: number;
  readonly fours: number;
  readonly lower: number;
  readonly russian: number | null;
  readonly bestOther: number | null;
  readonly baseMathematics: number | null;
}

/**
 * Pupils of grade 11 who are put forward for a medal or whose final marks lay claim to one, with their state exams. The
 * year is that of the exams: final marks of the school year 2025/26 belong to 2026.
 */
export async function listClaims(tx: Tx, { path, year }: CountFilter): Promise<ClaimRow[]> {
  const { rows } = await hashing(tx, () =>
    sql<ClaimRow>`
    with finals as (
      select t.organization_id, t.school_year + 1 as year, t.pupil,
        count(*) filter (where t.mark = 5)::int as fives, count(*) filter (where t.mark = 4)::int as fours,
        count(*) filter (where t.mark < 4)::int as lower
      from term_mark t join class_group c on c.id = t.class_group_id join organization o on o.id = t.organization_id
      where t.term = 'final' and t.superseded_by is null and c.grade = 11 and starts_with(o.path, ${path})
        and (${year ?? null}::int is null or t.school_year + 1 = ${year ?? null})
      group by t.organization_id, t.school_year, t.pupil),
    entered as (
      select m.organization_id, m.year, m.pupil, m.degree from medal_claim m join organization o on o.id = m.organization_id
      where starts_with(o.path, ${path}) and (${year ?? null}::int is null or m.year = ${year ?? null})),
    claims as (
      select organization_id, year, pupil, e.degree, f.fives, f.fours, f.lower
      from finals f full join entered e using (organization_id, year, pupil)
      where e.degree is not null or (f.lower = 0 and f.fours <= 2 and f.fives > 0)),
    exams as (
      select p.organization_id, pr.year, ${KEY} as pupil,
        max(p.test_score) filter (where w.subject = 'Русский язык') as russian,
        max(p.test_score) filter (where w.subject <> 'Русский язык') as best_other,
        max(p.mark) filter (where w.subject = 'Математика' and p.test_score is null) as base_mathematics
      from ${PAPERS}
      where pr.kind = 'ege' and p.superseded_by is null and p.status = 'present' and starts_with(o.path, ${path})
        and (${year ?? null}::int is null or pr.year = ${year ?? null})
      group by p.organization_id, pr.year, ${KEY})
    select c.organization_id as school_id, c.year, c.pupil, c.degree as entered, coalesce(c.fives, 0) as fives,
      coalesce(c.fours, 0) as fours, coalesce(c.lower, 0) as lower, x.russian, x.best_other, x.base_mathematics
    from claims c left join exams x using (organization_id, year, pupil)`.execute(tx),
  );
  return rows;
}

/**
 * Changes whenever something that indices are counted from has changed: imports committed or reverted, scales, kinds of
 * procedures, claims. Read before counting, so that a change in between is counted again.
 */
export async function stampOf(tx: Tx, path: string): Promise<string> {
  const { rows } = await sql<{ stamp: string }>`
    select concat_ws(' ',
      (select concat_ws(' ', max(i.committed_at), max(i.reverted_at)) from import i join organization o on o.id = i.organization_id
        where starts_with(o.path, ${path})),
      (select concat_ws(' ', max(w.papers_changed_at), max(w.id)) from work w),
      (select string_agg(pr.id || pr.kind || pr.year, ',' order by pr.id) from procedure pr),
      (select concat_ws(' ', count(*), max(m.id)) from medal_claim m)) as stamp`.execute(tx);
  return rows[0]!.stamp;
}

/** Years that have papers of a kind, or claims, below an organisation; newest first. */
export async function listYears(tx: Tx, path: string): Promise<{ kind: IndexKind; year: number }[]> {
  const { rows } = await sql<{ kind: IndexKind; year: number }>`
    select distinct pr.kind, pr.year from procedure pr join work w on w.procedure_id = pr.id
    where pr.kind in ('vpr', 'oge', 'dkr') and exists (
      select from paper p join organization o on o.id = p.organization_id
      where p.work_id = w.id and p.superseded_by is null and starts_with(o.path, ${path}))
    union
    select 'medal', pr.year from procedure pr join work w on w.procedure_id = pr.id
    where pr.kind = 'ege' and exists (
      select from paper p join organization o on o.id = p.organization_id
      where p.work_id = w.id and p.superseded_by is null and starts_with(o.path, ${path}))
    order by year desc`.execute(tx);
  return rows;
}

export interface SchoolRow {
  readonly id: number;
  readonly name: string;
  readonly path: string;
  readonly municipalityId: number;
  readonly municipality: string;
}

export async function listSchools(tx: Tx, path: string): Promise<SchoolRow[]> {
  return tx
    .selectFrom('organization as s')
    .innerJoin('organization as m', 'm.id', 's.parentId')
    .select(['s.id', 's.shortName as name', 's.path', 'm.id as municipalityId', 'm.shortName as municipality'])
    .where('s.kind', '=', 'school')
    .where(sql<boolean>`starts_with(s.path, ${path})`)
    .orderBy(sql`m.short_name collate natural_order`)
    .orderBy(sql`s.short_name collate natural_order`)
    .execute();
}

export interface SettingRow {
  readonly year: number;
  readonly version: number;
  readonly settings: IndexSettings;
  readonly note: string;
  readonly createdAt: Date;
  readonly account: string | null;
}

/** All versions, newest year and version first. */
export async function listSettings(tx: Tx, regionId: number): Promise<SettingRow[]> {
  const rows = await tx
    .selectFrom('indexSetting as s')
    .leftJoin('account as a', 'a.id', 's.accountId')
    .select(['s.year', 's.version', 's.settings', 's.note', 's.createdAt', 'a.displayName as account'])
    .where('s.organizationId', '=', regionId)
    .orderBy('s.year', 'desc')
    .orderBy('s.version', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, settings: row.settings as unknown as IndexSettings }));
}

export async function insertSettings(
  tx: Tx,
  row: { organizationId: number; accountId: number; year: number; settings: IndexSettings; note: string },
): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    insert into index_setting (organization_id, year, version, settings, note, account_id)
    select ${row.organizationId}, ${row.year}, coalesce(max(version), 0) + 1, ${JSON.stringify(row.settings)}::jsonb, ${row.note}, ${row.accountId}
    from index_setting where organization_id = ${row.organizationId} and year = ${row.year}
    returning version`.execute(tx);
  return rows[0]!.version;
}

/** What a school has entered for a year, in place of what it had entered before. */
export async function replaceClaims(
  tx: Tx,
  input: {
    organizationId: number;
    year: number;
    accountId: number;
    claims: readonly { readonly pupil: string; readonly degree: 1 | 2 }[];
  },
): Promise<void> {
  const { organizationId, year, accountId, claims } = input;
  await tx.deleteFrom('medalClaim').where('organizationId', '=', organizationId).where('year', '=', year).execute();
  if (claims.length === 0) return;
  await tx
    .insertInto('medalClaim')
    .values(claims.map((claim) => ({ ...claim, organizationId, year, accountId })))
    .execute();
}

export async function listEnteredClaims(tx: Tx, organizationId: number, year: number) {
  return tx
    .selectFrom('medalClaim')
    .select(['pupil', 'degree'])
    .where('organizationId', '=', organizationId)
    .where('year', '=', year)
    .orderBy('pupil')
    .execute();
}
