/** A region's papers in a database, as imports leave them: organisations, classes, works, one import per school and work. */
import { sql } from 'kysely';
import type { Tx } from '#src/platform/db/scope.ts';
import { ensureClasses, insertOrganization } from '#src/organizations/store.ts';
import type { Administration } from '#src/objectivity/engine/administration.ts';

const SCHOOL_YEAR = 2025;
/** Papers of one statement. */
const CHUNK = 5000;

export interface FilledRegion {
  readonly regionId: number;
  readonly procedureId: number;
  /** Numbers of the works, in the order of the administrations. */
  readonly workIds: readonly number[];
}

/** Fills an empty database. @param administrations of one procedure, over the same schools. */
export async function fillRegion(tx: Tx, administrations: readonly Administration[]): Promise<FilledRegion> {
  const organization = (parentId: number | null, kind: 'region' | 'municipality' | 'school', name: string) =>
    insertOrganization(tx, { parentId, kind, name, shortName: name, code: null, specialised: false });
  const regionId = await organization(null, 'region', 'Край');
  const schools = new Map<string, number>();
  const municipalities = new Map<string, number>();
  for (const { municipality, name } of administrations[0]!.schools) {
    const over = administrations[0]!.municipalities[municipality]!;
    if (!municipalities.has(over)) municipalities.set(over, await organization(regionId, 'municipality', over));
    schools.set(`${over} ${name}`, await organization(municipalities.get(over)!, 'school', name));
  }
  const procedureId = await number(
    sql`insert into procedure (organization_id, name, year) values (${regionId}, 'ВПР', 2026) returning id`,
    tx,
  );
  const workIds: number[] = [];
  for (const administration of administrations) {
    const { subject, grade, tasks, thresholds } = administration;
    const { 3: three, 4: four, 5: five } = thresholds!;
    const maximum = tasks.reduce((sum, { max }) => sum + max, 0);
    const scaleId = await number(
      sql`insert into scale (organization_id, year, grade, subject, level, max_score, threshold3, threshold4, threshold5, source)
        values (${regionId}, 2026, ${grade}, ${subject}, 'base', ${maximum}, ${three}, ${four}, ${five}, 'выдумана') returning id`,
      tx,
    );
    const workId = await number(
      sql`insert into work (organization_id, procedure_id, subject, grade, tasks, scale_id, papers_changed_at)
        values (${regionId}, ${procedureId}, ${subject}, ${grade}, ${JSON.stringify(tasks)}::jsonb, ${scaleId}, clock_timestamp()) returning id`,
      tx,
    );
    workIds.push(workId);
    const schoolIds = administration.schools.map(
      ({ municipality, name }) => schools.get(`${administration.municipalities[municipality]!} ${name}`)!,
    );
    await insertPapers(tx, workId, administration, schoolIds);
  }
  return { regionId, procedureId, workIds };
}

async function insertPapers(
  tx: Tx,
  workId: number,
  { grade, classes, classOf, scores, tasks, totals, marks, journalMarks, variants, size }: Administration,
  schoolIds: readonly number[],
): Promise<void> {
  const wanted = classes.map(({ school, name }) => ({
    organizationId: schoolIds[school]!,
    schoolYear: SCHOOL_YEAR,
    grade,
    letter: name.replace(/^\d+/u, ''),
  }));
  const found = await ensureClasses(tx, wanted, { create: true });
  const classIds = wanted.map(({ organizationId, letter }) => found.get(`${organizationId} ${grade} ${letter}`)!);
  const imports = new Map<number, number>();
  for (const school of new Set(classes.map((each) => schoolIds[each.school]!))) {
    imports.set(school, await insertImport(tx, school, `${workId}`));
  }
  const rows = Array.from({ length: size }, (_, paper) => {
    const school = schoolIds[classes[classOf[paper]!]!.school]!;
    return {
      o: school,
      c: classIds[classOf[paper]!]!,
      i: imports.get(school)!,
      n: `${paper}`,
      v: String(variants[paper]! + 1),
      s: `{${scores.subarray(paper * tasks.length, (paper + 1) * tasks.length).join(',')}}`,
      t: totals[paper]!,
      m: marks[paper]! || null,
      j: journalMarks[paper]! || null,
    };
  });
  for (let from = 0; from < rows.length; from += CHUNK) {
    await sql`insert into paper (organization_id, work_id, class_group_id, import_id, participant, variant, status, scores, total, mark, journal_mark)
      select p.o, ${workId}, p.c, p.i, p.n, p.v, 'present', p.s::smallint[], p.t, p.m, p.j
      from jsonb_to_recordset(${JSON.stringify(rows.slice(from, from + CHUNK))}::jsonb)
        as p (o int, c int, i int, n text, v text, s text, t int, m int, j int)`.execute(tx);
  }
}

async function insertImport(tx: Tx, schoolId: number, hash: string): Promise<number> {
  return number(
    sql`insert into import (organization_id, file_name, byte_size, file_hash, state, committed_at)
      values (${schoolId}, 'протокол.xlsx', 1, ${hash}, 'committed', clock_timestamp()) returning id`,
    tx,
  );
}

/** A school's papers of one work come again, every third pupil with a point more or less in one task. @returns how many. */
export async function uploadAgain(tx: Tx, workId: number, schoolId: number, round: number): Promise<number> {
  const importId = await insertImport(tx, schoolId, `again ${workId} ${round}`);
  await sql`update paper set superseded_by = ${importId}
    where work_id = ${workId} and organization_id = ${schoolId} and superseded_by is null`.execute(tx);
  const { numAffectedRows } = await sql`
    insert into paper (organization_id, work_id, class_group_id, import_id, participant, variant, status, scores, total, mark, journal_mark)
    select organization_id, work_id, class_group_id, ${importId}, participant, variant, status,
      case when id % 3 = 0 and scores[1] in (0, 1) then (array[1 - scores[1]] || scores[2:])::smallint[] else scores end,
      case when id % 3 = 0 and scores[1] in (0, 1) then total + 1 - 2 * scores[1] else total end, mark, journal_mark
    from paper where superseded_by = ${importId} order by id`.execute(tx);
  await sql`update work set papers_changed_at = clock_timestamp() where id = ${workId}`.execute(tx);
  return Number(numAffectedRows);
}

async function number(query: ReturnType<typeof sql>, tx: Tx): Promise<number> {
  const { rows } = await query.execute(tx);
  return (rows[0] as { id: number }).id;
}
