/** What happened to a plan, by gesture, and which gesture the buttons «Отменить» and «Вернуть» are about. */
import { sql } from 'kysely';
import type { Tx } from '#src/platform/db/scope.ts';
import type { MeasureParty, PlanState } from '../model.ts';
import { BESIDE_THE_PAPER, sameWords } from './rules.ts';
import { mayTakeBack } from './undo.ts';

export interface BatchHead {
  readonly batch: string;
  readonly undoes: string | null;
  readonly actions: readonly string[];
  readonly count: number;
  /** It changed what the paper says. */
  readonly words: boolean;
  readonly by: string | null;
}

/** How many gestures back the buttons reach; the history page reaches all. */
const REACH = 100;

/** The latest gestures of a plan, newest first. */
export async function latestBatches(tx: Tx, planId: number): Promise<BatchHead[]> {
  const beside = [...BESIDE_THE_PAPER];
  // Links to staff are no change of the paper: parties are compared without them.
  const { rows } = await sql<BatchHead>`
    select c.batch, min(c.undoes::text) as undoes, array_agg(distinct c.action) as actions, count(*)::int as count,
      min(a.display_name) as by,
      bool_or(c.action <> 'measure.change' or exists (
        select 1 from jsonb_object_keys(coalesce(c.before, '{}') || coalesce(c.after, '{}')) field
        where field <> all (${beside}::text[]) and not (field = 'parties'
          and (select jsonb_agg(p - 'staffPostId') from jsonb_path_query(c.before, '$.parties[*]') p)
            is not distinct from
              (select jsonb_agg(p - 'staffPostId') from jsonb_path_query(c.after, '$.parties[*]') p)))) as words
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
 * Neither is offered where the state of the plan refuses it.
 * @param newestFirst gestures of one plan
 */
export function undoAndRedo(
  newestFirst: readonly BatchHead[],
  state: PlanState,
): {
  undo: BatchHead | null;
  redo: BatchHead | null;
} {
  const undone = undoneBatches(newestFirst);
  const takesBack = new Map(newestFirst.map(({ batch, undoes }) => [batch, undoes]));
  const isRedo = ({ undoes }: BatchHead): boolean => undoes !== null && (takesBack.get(undoes) ?? null) !== null;
  const undo =
    newestFirst.find((one) => one.undoes === null && !undone.has(one.batch) && mayTakeBack(state, one)) ?? null;
  const latest = newestFirst.find((one) => !undone.has(one.batch) && !isRedo(one));
  return { undo, redo: latest !== undefined && latest.undoes !== null && mayTakeBack(state, latest) ? latest : null };
}

/** Whether a change touched what the paper says. */
export function touchesWords({ action, before, after }: Pick<HistoryChange, 'action' | 'before' | 'after'>): boolean {
  if (action !== 'measure.change') return true;
  return Object.keys({ ...before, ...after }).some((field) => {
    if (field !== 'parties') return !BESIDE_THE_PAPER.has(field);
    return !sameWords((before?.parties ?? []) as MeasureParty[], (after?.parties ?? []) as MeasureParty[]);
  });
}

/** The order under which the plan was last approved; null where it never was. */
export async function formerOrder(tx: Tx, planId: number): Promise<{ order: string; on: string } | null> {
  const row = await tx
    .selectFrom('planChange')
    .select('after')
    .where('planId', '=', planId)
    .where('action', '=', 'plan.approve')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  const { orderNumber, approvedOn } = (row?.after ?? {}) as { orderNumber?: string; approvedOn?: string };
  return orderNumber && approvedOn ? { order: orderNumber, on: approvedOn } : null;
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

/** Changes of a plan, newest first, each with what its subject is called now; what was handed in leads to its measure. */
export async function listChanges(
  tx: Tx,
  filter: { planId: number; measureId?: number; before?: number; limit: number },
): Promise<HistoryChange[]> {
  let query = tx
    .selectFrom('planChange as c')
    .leftJoin('account as a', 'a.id', 'c.accountId')
    .leftJoin('measure as m', (join) => join.on('c.subjectKind', '=', 'measure').onRef('m.id', '=', 'c.subjectId'))
    .leftJoin('planSection as s', (join) => join.on('c.subjectKind', '=', 'section').onRef('s.id', '=', 'c.subjectId'))
    .leftJoin('evidenceSubmission as h', (join) =>
      join.on('c.subjectKind', '=', 'submission').onRef('h.id', '=', 'c.subjectId'),
    )
    .leftJoin('evidence as e', 'e.id', 'h.evidenceId')
    .leftJoin('occurrence as o', (join) =>
      join.on(
        'o.id',
        '=',
        sql<number>`coalesce(h.occurrence_id, case when c.subject_kind = 'occurrence' then c.subject_id end)`,
      ),
    )
    .leftJoin('measure as om', 'om.id', 'o.measureId')
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
      'om.number as carriedNumber',
      'om.text as carriedText',
      'e.title as piece',
    ])
    .where('c.planId', '=', filter.planId)
    .orderBy('c.happenedAt', 'desc')
    .orderBy('c.id', 'desc')
    .limit(filter.limit);
  if (filter.measureId !== undefined)
    query = query.where('c.subjectKind', '=', 'measure').where('c.subjectId', '=', filter.measureId);
  if (filter.before !== undefined)
    query = query.where(
      sql<boolean>`(c.happened_at, c.id) < (select happened_at, id from plan_change where id = ${filter.before})`,
    );
  return (await query.execute()).map(
    ({ happenedAt, number, text, title, carriedNumber, carriedText, piece, ...row }) => ({
      ...row,
      at: happenedAt.toISOString(),
      subject: title ?? carriedSubject([number ?? carriedNumber, text ?? carriedText], piece),
      before: row.before as Record<string, unknown> | null,
      after: row.after as Record<string, unknown> | null,
    }),
  );
}

/** «2.4 Провести семинар: Протокол»: the measure, and the piece that was handed in for it. */
function carriedSubject(measure: readonly (string | null)[], piece: string | null): string {
  return [measure.filter(Boolean).join(' '), piece].filter(Boolean).join(': ');
}
