/** What happened to a plan, by gesture, and which gesture the buttons «Отменить» and «Вернуть» are about. */
import { sql } from 'kysely';
import type { Tx } from '#src/platform/db/scope.ts';
import { isUndoable } from './undo.ts';

export interface BatchHead {
  readonly batch: string;
  readonly undoes: string | null;
  readonly actions: readonly string[];
  readonly count: number;
  readonly by: string | null;
}

/** How many gestures back the buttons reach; the history page reaches all. */
const REACH = 100;

/** The latest gestures of a plan, newest first. */
export async function latestBatches(tx: Tx, planId: number): Promise<BatchHead[]> {
  const { rows } = await sql<BatchHead>`
    select c.batch, min(c.undoes::text) as undoes, array_agg(distinct c.action) as actions, count(*)::int as count,
      min(a.display_name) as by
    from plan_change c left join account a on a.id = c.account_id
    where c.plan_id = ${planId}
    group by c.batch order by max(c.id) desc limit ${REACH}`.execute(tx);
  return rows;
}

/** Batches that are taken back and not brought again. */
export function undoneBatches(newestFirst: readonly Pick<BatchHead, 'batch' | 'undoes'>[]): ReadonlySet<string> {
  const undone = new Set<string>();
  for (const { batch, undoes } of newestFirst) if (undoes !== null && !undone.has(batch)) undone.add(undoes);
  return undone;
}

/**
 * Undo: the latest gesture that stands. Redo: the latest taking-back after which nothing new was done.
 * @param newestFirst gestures of one plan
 */
export function undoAndRedo(newestFirst: readonly BatchHead[]): { undo: BatchHead | null; redo: BatchHead | null } {
  const undone = undoneBatches(newestFirst);
  const takesBack = new Map(newestFirst.map(({ batch, undoes }) => [batch, undoes]));
  const isRedo = ({ undoes }: BatchHead): boolean => undoes !== null && (takesBack.get(undoes) ?? null) !== null;
  const undo =
    newestFirst.find((one) => one.undoes === null && !undone.has(one.batch) && isUndoable(one.actions)) ?? null;
  const latest = newestFirst.find((one) => !undone.has(one.batch) && !isRedo(one));
  return { undo, redo: latest !== undefined && latest.undoes !== null ? latest : null };
}

export interface HistoryChange {
  readonly id: number;
  readonly batch: string;
  readonly at: string;
  readonly by: string | null;
  readonly undoes: string | null;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: number;
  readonly subject: string;
  readonly before: Record<string, unknown> | null;
  readonly after: Record<string, unknown> | null;
}

/** Changes of a plan, newest first, each with what its subject is called now. */
export async function listChanges(
  tx: Tx,
  filter: { planId: number; measureId?: number; before?: number; limit: number },
): Promise<HistoryChange[]> {
  let query = tx
    .selectFrom('planChange as c')
    .leftJoin('account as a', 'a.id', 'c.accountId')
    .leftJoin('measure as m', (join) => join.on('c.subjectKind', '=', 'measure').onRef('m.id', '=', 'c.subjectId'))
    .leftJoin('planSection as s', (join) => join.on('c.subjectKind', '=', 'section').onRef('s.id', '=', 'c.subjectId'))
    .select([
      'c.id',
      'c.batch',
      'c.happenedAt',
      'c.undoes',
      'c.action',
      'c.subjectKind',
      'c.subjectId',
      'c.before',
      'c.after',
      'a.displayName as by',
      'm.number',
      'm.text',
      's.title',
    ])
    .where('c.planId', '=', filter.planId)
    .orderBy('c.id', 'desc')
    .limit(filter.limit);
  if (filter.measureId !== undefined)
    query = query.where('c.subjectKind', '=', 'measure').where('c.subjectId', '=', filter.measureId);
  if (filter.before !== undefined) query = query.where('c.id', '<', filter.before);
  return (await query.execute()).map(({ happenedAt, number, text, title, ...row }) => ({
    ...row,
    at: happenedAt.toISOString(),
    subject: title ?? [number, text].filter(Boolean).join(' '),
    before: row.before as Record<string, unknown> | null,
    after: row.after as Record<string, unknown> | null,
  }));
}
