/**
 * Statements by which a ClickHouse cluster computes the integer tables of a work where its papers live. Each is a GROUP BY
 * over one Distributed table: shards aggregate their own papers, whole numbers travel. Values of a work are bound by the
 * server ({name:Type}), never pasted; names of tables are checked by `tableName`.
 *
 * A paper is a row: `scores` holds one Int8 per task (>= 0, or -1 not attempted, -2 topic not taught, -3 no value), empty
 * for an absent pupil. Papers of a class must lie on one shard only where counts of classes are wanted exactly without
 * shipping them: the sharding key below sees to it.
 */
import { refuseClickHouse } from './errors.ts';

/** Papers of one shard, in the order in which a region is read. */
export function localTable(name: string): string {
  return `create table if not exists ${tableName(name)} (
  procedure LowCardinality(String),
  subject LowCardinality(String),
  grade UInt8,
  municipality LowCardinality(String),
  school String,
  class String,
  variant LowCardinality(String),
  absent UInt8,
  journal_mark UInt8,
  mark UInt8,
  scores Array(Int8)
) engine = MergeTree order by (procedure, subject, grade, municipality, school, class)`;
}

/** The table that statements read: every shard's papers as one. */
export function distributedTable(name: string, local: string, cluster: string): string {
  return `create table if not exists ${tableName(name)} as ${tableName(local)}
engine = Distributed(${identifier(cluster)}, currentDatabase(), ${tableName(local)}, cityHash64(municipality, school))`;
}

export interface Statement {
  readonly name: 'counts' | 'totals' | 'marks' | 'cells' | 'classes';
  readonly sql: string;
}

const WORK = 'procedure = {procedure:String} and subject = {subject:String} and grade = {grade:UInt8}';
/** What a task earned: what was not attempted, not taught or not entered earned nothing. */
const POINTS = 'arrayMap(score -> greatest(score, 0), scores)';
const TOTAL = `arraySum(${POINTS})`;
/** Every task counts: totals of such papers can be compared. */
const COMPLETE = 'arrayMin(scores) >= -1';

/** All statements of a work, over `table`; columns of the answers stand in `src/objectivity/clickhouse/read.ts`. */
export function statements(table: string): readonly Statement[] {
  const from = tableName(table);
  return [
    {
      name: 'counts',
      sql: `select countIf(absent = 0) as papers, countIf(absent = 1) as absent_pupils,
  uniqExact(municipality, school, class) as classes, uniqExact(municipality, school) as schools
from ${from} where ${WORK}`,
    },
    {
      name: 'totals',
      sql: `select ${TOTAL} as total, count() as papers
from ${from} where ${WORK} and absent = 0 group by total order by total`,
    },
    {
      name: 'marks',
      sql: `select journal_mark, mark, count() as papers
from ${from} where ${WORK} and absent = 0 group by journal_mark, mark order by journal_mark, mark`,
    },
    {
      name: 'cells',
      sql: `select variant, total, task, value, count() as papers
from (select variant, ${TOTAL} as total, ${POINTS} as points from ${from} where ${WORK} and absent = 0 and ${COMPLETE})
array join arrayEnumerate(points) as task, points as value
group by variant, total, task, value order by variant, total, task, value`,
    },
    {
      name: 'classes',
      sql: `select municipality, school, class, count() as papers, sumForEach(${POINTS}) as sums,
  sumForEach(arrayMap(points -> points * points, ${POINTS})) as squares
from ${from} where ${WORK} and absent = 0 and ${COMPLETE}
group by municipality, school, class order by municipality, school, class`,
    },
  ];
}

/** @throws Refusal tableName: a name that would have to be quoted is not taken. */
export function tableName(name: string): string {
  if (/^[A-Za-z_]\w{0,62}(\.[A-Za-z_]\w{0,62})?$/u.test(name)) return name;
  throw refuseClickHouse('tableName', { found: name });
}

function identifier(name: string): string {
  if (/^[A-Za-z_][\w-]{0,62}$/u.test(name)) return `'${name}'`;
  throw refuseClickHouse('tableName', { found: name });
}
