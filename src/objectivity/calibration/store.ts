/** The integer tables of one work over the whole region, counted by the database: no paper leaves it. */
import { sql } from 'kysely';
import { emptyForm, tableWidth } from '#stats/irt-tables.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { Task } from '#src/results/model.ts';
import { byName } from './kept.ts';
import type { CalibrationTables, CalibrationVariant } from './model.ts';
import { MOST_FORMS } from './tables.ts';

interface Cell {
  readonly variant: string;
  /** One letter for each task: «1» where the paper has no value of it. */
  readonly missing: string;
  readonly total: number;
  /** 1-based. */
  readonly position: number;
  readonly score: number;
  readonly papers: number;
}

/**
 * Papers by variant, set of missing tasks, total, task and score. A task that was not attempted counts as 0 points.
 * The caller decides in whose scope this runs: a region's tables are counted as the system.
 */
export async function countCells(tx: Tx, workId: number): Promise<Cell[]> {
  const { rows } = await sql<Cell>`
    with own as (
      select coalesce(variant, '') as variant, scores,
        (select string_agg(case when s < -1 then '1' else '0' end, '' order by at) from unnest(scores) with ordinality as u (s, at)) as missing,
        (select sum(greatest(s, 0)) from unnest(scores) as u (s)) as total
      from paper where work_id = ${workId} and superseded_by is null and status = 'present')
    select variant, missing, total::int as total, at::int as position, greatest(s, 0)::int as score, count(*)::int as papers
    from own cross join unnest(scores) with ordinality as u (s, at)
    where s >= -1 group by 1, 2, 3, 4, 5`.execute(tx);
  return rows;
}

/** Schools whose papers are in each variant. */
export async function schoolsByVariant(tx: Tx, workId: number): Promise<Map<string, number[]>> {
  const { rows } = await sql<{ variant: string; schools: number[] }>`
    select coalesce(variant, '') as variant, array_agg(distinct organization_id) as schools
    from paper where work_id = ${workId} and superseded_by is null and status = 'present' group by 1`.execute(tx);
  return new Map(rows.map(({ variant, schools }) => [variant, schools]));
}

/** How many of the schools lie outside a part of the tree. */
export async function countOutside(tx: Tx, schools: readonly number[], path: string): Promise<number> {
  if (schools.length === 0) return 0;
  const row = await tx
    .selectFrom('organization')
    .select((build) => build.fn.countAll<number>().as('count'))
    .where('id', 'in', [...schools])
    .where('path', 'not like', `${path}%`)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** Cells as tables; variants in the order of their names. */
export function tablesOfCells(cells: readonly Cell[], tasks: readonly Pick<Task, 'id' | 'max'>[]): CalibrationTables {
  const maxima = tasks.map(({ max }) => max);
  const width = tableWidth(maxima);
  const byVariant = Map.groupBy(cells, ({ variant }) => variant);
  const variants = [...byVariant]
    .sort(([a], [b]) => byName({ name: a }, { name: b }))
    .map(([variant, own]): CalibrationVariant => {
      const forms = [...Map.groupBy(own, ({ missing }) => missing)]
        .map(([missing, formCells]) => formOf(missing, formCells, maxima, width))
        .sort((a, b) => b.papers - a.papers);
      return {
        name: byVariant.size > 1 ? variant || null : null,
        forms: forms.slice(0, MOST_FORMS),
        leftOut: forms.slice(MOST_FORMS).reduce((sum, { papers }) => sum + papers, 0),
      };
    });
  return { tasks: tasks.map(({ id, max }) => ({ id, max })), width, variants };
}

function formOf(missing: string, cells: readonly Cell[], maxima: readonly number[], width: number) {
  const tasks = [...maxima.keys()].filter((task) => missing[task] !== '1');
  const form = emptyForm(tasks, maxima);
  const place = new Map(tasks.map((task, position) => [task + 1, position]));
  for (const { position, total, score, papers } of cells) {
    const at = place.get(position);
    if (at === undefined) continue;
    form.cells[(total * tasks.length + at) * width + score]! += papers;
    // Every paper of the form has every task of it: the first says how many papers there are.
    if (at === 0) form.totals[total]! += papers;
  }
  return { ...form, papers: form.totals.reduce((sum, papers) => sum + papers, 0) };
}
