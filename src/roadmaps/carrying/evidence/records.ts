/** Records of the system that may serve as evidence: found by words, named by a title that stays. */
import { sql } from 'kysely';
import type { Tx } from '#src/platform/db/scope.ts';
import { refuse } from '../errors.ts';
import type { RecordKind } from '../model.ts';

export interface SystemRecord {
  readonly id: number;
  readonly title: string;
  /** ISO day. */
  readonly on: string | null;
}

const MOST = 30;

/** A query of each kind: id, title, on. Rows of others are not seen: the database isolates them. */
const QUERIES: Readonly<Record<RecordKind, ReturnType<typeof sql>>> = {
  import: sql`select id, file_name as title, committed_at::date as "on" from import where state = 'committed'`,
  work: sql`select w.id, w.subject || ', ' || w.grade || ' класс, ' || p.name
      || case when strpos(p.name, p.year::text) > 0 then '' else ' ' || p.year end as title, w.held_on as "on"
    from work w join procedure p on p.id = w.procedure_id`,
  finding: sql`select f.id, w.subject || ', ' || case when c.id is null then w.grade || '-е классы' else c.grade || c.letter end
      || ', ' || o.short_name || ': признак' as title, w.held_on as "on"
    from finding f join work w on w.id = f.work_id join organization o on o.id = f.organization_id
    left join class_group c on c.id = f.class_group_id where f.signalled`,
  document: sql`select id, title, created_at::date as "on" from issued_document`,
  report: sql`select id, title, approved_at::date as "on" from analytic_report where state in ('approved', 'locked')`,
};

export async function listRecords(tx: Tx, kind: RecordKind, search: string): Promise<SystemRecord[]> {
  const like = `%${search.trim().replace(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await sql<SystemRecord>`select id, title, "on" from (${QUERIES[kind]}) r
    where title ilike ${like} order by "on" desc nulls last, id desc limit ${MOST}`.execute(tx);
  return rows;
}

/**
 * The words under which a record is kept as evidence.
 * @throws Refusal recordNotFound
 */
export async function recordTitle(tx: Tx, kind: RecordKind, id: number): Promise<string> {
  const { rows } = await sql<SystemRecord>`select id, title, "on" from (${QUERIES[kind]}) r where id = ${id}`.execute(
    tx,
  );
  if (!rows[0]) throw refuse('recordNotFound');
  return rows[0].title;
}
