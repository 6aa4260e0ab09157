/** Today's rules of thumb as SQL over wide Parquet, for the bench: what an analyst would write. */
import type { Administration } from '#src/objectivity/engine/administration.ts';

export interface Rule {
  readonly name: string;
  readonly sql: string;
}

export function rulesOfThumb(works: readonly Administration[], files: readonly string[]): Rule[] {
  const most = Math.max(...works.map(({ tasks }) => tasks.length));
  const tasks = Array.from({ length: most }, (_, task) => `t${task + 1}`);
  const source = `read_parquet([${files.map((file) => `'${file}'`).join(', ')}], filename = true)`;
  const points = tasks.map((task) => `coalesce(try_cast(${task} as tinyint), 0) as ${task}`);
  const total = tasks.map((task) => `coalesce(try_cast(${task} as tinyint), 0)`).join(' + ');
  const papers = `select filename as region, subject, grade, municipality, school, class, ${points.join(', ')}, ${total} as total from ${source}`;
  const work = 'region, subject, grade';
  const group = `${work}, municipality, school, class`;
  const means = tasks.map((task) => `avg(${task}) as ${task}`).join(', ');
  const gap = tasks.map((task) => `(g.${task} - r.${task}) * (0.5 - r.${task})`).join(' + ');
  const cuts = new Map(
    works.map(({ subject, grade, thresholds }) => [`${grade} ${subject}`, { subject, grade, thresholds }]),
  );
  const scale = [...cuts.values()]
    .map(({ subject, grade, thresholds }) => `('${subject}', '${grade}', ${thresholds?.[3] ?? 0})`)
    .join(', ');
  return [
    {
      name: 'class mean above the interval of the region',
      sql: `with p as (${papers}), r as (select ${work}, avg(total) m, stddev_samp(total) s from p group by all)
        select ${group}, count(*) n, avg(total) > any_value(m) + 1.96 * any_value(s) / sqrt(count(*)) flagged
        from p join r using (${work}) group by all`,
    },
    {
      name: 'hard tasks above, easy ones below the region',
      sql: `with p as materialized (${papers}), r as (select ${work}, ${means} from p group by all), g as (select ${group}, ${means} from p group by all)
        select g.*, ${gap} as leaning from g join r using (${work})`,
    },
    {
      name: 'peak at the mark of a school',
      sql: `with p as (${papers}), c(subject, grade, cut) as (values ${scale})
        select ${work}, municipality, school, count(*) filter (total between cut and cut + 1) above, count(*) filter (total between cut - 2 and cut - 1) below
        from p join c using (subject, grade) group by all`,
    },
  ];
}
