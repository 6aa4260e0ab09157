/** SQL that counts: marks by work and class, claims with their exams. Every function takes `tx` first. */
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '#src/platform/db/scope.ts';
import type { IndexKind, Pairing } from './model.ts';
import { TERM_ORDER } from './rules.ts';

/** The school's own key of a participant of the procedure, joined as `k` to a paper `p` and its work `w`. */
const PUPIL_KEY = sql`pupil_key k on k.procedure_id = w.procedure_id and k.organization_id = p.organization_id
  and k.participant = p.participant and k.superseded_by is null`;
/** The pupil of a paper: his own key, or the participant code in its place. */
const KEY = sql`coalesce(p.pupil, k.pupil, p.participant)`;

/** Hundreds of thousands of rows are joined by hashing; right after a load the planner does not know how many they are. */
async function hashing<T>(tx: Tx, count: () => Promise<T>): Promise<T> {
  await sql`select set_config('enable_nestloop', 'off', true), set_config('enable_mergejoin', 'off', true)`.execute(tx);
  const result = await count();
  await sql`select set_config('enable_nestloop', 'on', true), set_config('enable_mergejoin', 'on', true)`.execute(tx);
  return result;
}

/** A work that indices are counted from, and the state of its papers. */
export interface MarkedWork {
  readonly id: number;
  readonly kind: IndexKind;
  readonly year: number;
  readonly subject: string;
  /** Changes whenever papers of the work were committed or reverted, its scale was changed, or its procedure's kind was. */
  readonly stamp: string;
}

/** What the counts of a region are of; whatever is counted from it holds for as long as its stamps stay. */
export interface RegionState {
  readonly works: readonly MarkedWork[];
  /** Changes with marks of terms and keys of pupils. */
  readonly marks: string;
  /** Changes with the claims that schools enter. */
  readonly claims: string;
}

/** Read before counting, so that a change in between is counted again. */
export async function readState(tx: Tx, path: string): Promise<RegionState> {
  const { rows: works } = await sql<MarkedWork>`
    select w.id, case pr.kind when 'ege' then 'medal' else pr.kind end as kind, pr.year, w.subject,
      concat_ws(' ', w.papers_changed_at, pr.kind, pr.year) as stamp
    from work w join procedure pr on pr.id = w.procedure_id join organization o on o.id = w.organization_id
    where pr.kind in ('vpr', 'oge', 'dkr', 'ege') and starts_with(o.path, ${path})
    order by w.id`.execute(tx);
  // An import says what it brought by its parts; one without parts may have brought anything. Numbers beside times: of two
  // imports that are committed at once the later one may carry the earlier time.
  const { rows } = await sql<{ marks: string; claims: string }>`
    select
      (select concat_ws(' ', count(i.committed_at), max(i.committed_at), count(i.reverted_at), max(i.reverted_at))
        from import i join organization o on o.id = i.organization_id
        where starts_with(o.path, ${path}) and (i.committed_at is not null or i.reverted_at is not null)
          and (not exists (select from import_part t where t.import_id = i.id)
            or exists (select from import_part t where t.import_id = i.id and t.kind in ('termMarks', 'pupilKeys')))) as marks,
      (select concat_ws(' ', count(*), max(m.id)) from medal_claim m) as claims`.execute(tx);
  return { works, ...rows[0]! };
}

/** Pairs of two marks of the same pupils: second higher than, equal to and lower than the first, and sum(second - first). */
export interface PairSums {
  readonly raised: number;
  readonly confirmed: number;
  readonly lowered: number;
  readonly gapSum: number;
}

/** Papers in force of pupils who were present and have a mark, of one class in one work. */
export interface ClassMarks {
  readonly workId: number;
  readonly schoolId: number;
  readonly classGroupId: number;
  readonly papers: number;
  /** Papers by school mark minus outside mark, -3..3; those without a school mark are not among them. */
  readonly gaps: readonly number[];
  readonly pairs: Readonly<Record<Pairing, PairSums>>;
}

/** The difference that the first of `ClassMarks.gaps` stands for. */
export const LOWEST_GAP = -3;

const pairSums = (first: string, second: string): RawBuilder<unknown> =>
  sql.raw(`json_build_object('raised', count(*) filter (where ${second} > ${first}),
    'confirmed', count(*) filter (where ${second} = ${first}), 'lowered', count(*) filter (where ${second} < ${first}),
    'gapSum', coalesce(sum(${second} - ${first}), 0))`);

const gapCounts = sql.raw(
  `array[${[-3, -2, -1, 0, 1, 2, 3].map((gap) => `count(*) filter (where coalesce(journal, term) - outside = ${gap})`).join(', ')}]::int[]`,
);

/** Best mark of the terms in this order, as a number whose last digit is the mark. */
const bestOf = (order: readonly string[]): RawBuilder<unknown> =>
  sql`min(array_position(${[...order]}::text[], t.term) * 10 + t.mark) % 10`;

/**
 * All that indices and pairs need of these works, by class. The school's mark is the journal mark of the paper; where it has
 * none, the best term's mark of the same pupil, subject and school year. Marks of terms are joined as one set, since a
 * look-up per paper asks the row policies anew each time.
 */
export async function countMarks(tx: Tx, workIds: readonly number[]): Promise<ClassMarks[]> {
  const { rows } = await hashing(tx, () =>
    sql<ClassMarks>`
    with wanted as materialized (
      select w.id, w.subject, w.procedure_id, pr.kind from work w join procedure pr on pr.id = w.procedure_id
      where w.id = any(${[...workIds]}::int[])),
    taken as materialized (
      select p.work_id, p.organization_id, p.class_group_id, ${KEY} as pupil, w.subject, w.kind, c.school_year,
        p.journal_mark, p.mark
      from paper p
      join wanted w on w.id = p.work_id
      join class_group c on c.id = p.class_group_id
      left join ${PUPIL_KEY}
      where p.work_id = any(${[...workIds]}::int[]) and p.superseded_by is null and p.status = 'present'
        and p.mark is not null),
    best as materialized (
      select t.organization_id, t.pupil, t.subject, t.school_year, ${bestOf(TERM_ORDER.work)} as in_year,
        ${bestOf(TERM_ORDER.exam)} as at_exam
      from term_mark t
      where t.superseded_by is null and t.subject = any(array(select subject from wanted))
        and t.school_year = any(array(select distinct school_year from taken))
      group by t.organization_id, t.pupil, t.subject, t.school_year),
    marks as (
      select p.work_id, p.organization_id, p.class_group_id, p.journal_mark as journal, p.mark as outside,
        case p.kind when 'oge' then tm.at_exam else tm.in_year end as term
      from taken p
      left join best tm on tm.organization_id = p.organization_id and tm.pupil = p.pupil and tm.subject = p.subject
        and tm.school_year = p.school_year)
    select work_id, organization_id as school_id, class_group_id, count(*)::int as papers, ${gapCounts} as gaps,
      json_build_object('journalWork', ${pairSums('journal', 'outside')}, 'termWork', ${pairSums('term', 'outside')},
        'journalTerm', ${pairSums('journal', 'term')}) as pairs
    from marks group by work_id, organization_id, class_group_id`.execute(tx),
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
export async function listClaims(tx: Tx, path: string): Promise<ClaimRow[]> {
  const { rows } = await hashing(tx, () =>
    sql<ClaimRow>`
    with finals as (
      select t.organization_id, t.school_year + 1 as year, t.pupil,
        count(*) filter (where t.mark = 5)::int as fives, count(*) filter (where t.mark = 4)::int as fours,
        count(*) filter (where t.mark < 4)::int as lower
      from term_mark t join class_group c on c.id = t.class_group_id join organization o on o.id = t.organization_id
      where t.term = 'final' and t.superseded_by is null and c.grade = 11 and starts_with(o.path, ${path})
      group by t.organization_id, t.school_year, t.pupil),
    entered as (
      select m.organization_id, m.year, m.pupil, m.degree from medal_claim m join organization o on o.id = m.organization_id
      where starts_with(o.path, ${path})),
    claims as (
      select organization_id, year, pupil, e.degree, f.fives, f.fours, f.lower
      from finals f full join entered e using (organization_id, year, pupil)
      where e.degree is not null or (f.lower = 0 and f.fours <= 2 and f.fives > 0)),
    exams as (
      select p.organization_id, pr.year, ${KEY} as pupil,
        max(p.test_score) filter (where w.subject = 'Русский язык') as russian,
        max(p.test_score) filter (where w.subject <> 'Русский язык') as best_other,
        max(p.mark) filter (where w.subject = 'Математика' and p.test_score is null) as base_mathematics
      from paper p join work w on w.id = p.work_id join procedure pr on pr.id = w.procedure_id
      join organization o on o.id = p.organization_id left join ${PUPIL_KEY}
      where pr.kind = 'ege' and p.superseded_by is null and p.status = 'present' and starts_with(o.path, ${path})
      group by p.organization_id, pr.year, ${KEY})
    select c.organization_id as school_id, c.year, c.pupil, c.degree as entered, coalesce(c.fives, 0) as fives,
      coalesce(c.fours, 0) as fours, coalesce(c.lower, 0) as lower, x.russian, x.best_other, x.base_mathematics
    from claims c left join exams x using (organization_id, year, pupil)`.execute(tx),
  );
  return rows;
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
