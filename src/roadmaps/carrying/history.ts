/** What has happened in the carrying out of one measure, newest first. */
import { sql } from 'kysely';
import type { Actor } from '#src/access/model.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { accountNames } from './people-store.ts';

const STEPS = {
  submitted: 'submitted',
  accepted: 'accepted',
  returned: 'returned',
  withdrawn: 'withdrawn',
} as const;

export type HistoryWhat =
  | keyof typeof STEPS
  | 'notNeeded'
  | 'neededAgain'
  | 'conditionMet'
  | 'conditionOff'
  | 'planned'
  | 'inProgress'
  | 'done'
  | 'measureNotNeeded';

export interface HistoryRow {
  readonly at: string;
  readonly who: string | null;
  readonly what: HistoryWhat;
  readonly subject: string;
  readonly opensOn: string | null;
  readonly dueOn: string | null;
}

interface ChangeRow {
  readonly at: Date;
  readonly accountId: number | null;
  readonly action: string;
  readonly after: Record<string, unknown> | null;
  readonly title: string | null;
  readonly opensOn: string | null;
  readonly dueOn: string | null;
}

const ACTIONS = [
  'evidence.submit',
  'evidence.review',
  'evidence.withdraw',
  'occurrence.needed',
  'measure.state',
  'measure.condition',
];

export async function measureHistory(tx: Tx, actor: Actor, measureId: number): Promise<HistoryRow[]> {
  const { rows } = await sql<ChangeRow>`
    select c.happened_at as at, c.account_id, c.action, c.after, e.title, o.opens_on, o.due_on
    from plan_change c
    left join evidence_submission s on c.subject_kind = 'submission' and s.id = c.subject_id
    left join evidence e on e.id = s.evidence_id
    left join occurrence o on o.id = coalesce(s.occurrence_id, case when c.subject_kind = 'occurrence' then c.subject_id end)
    where c.plan_id = (select plan_id from measure where id = ${measureId}) and c.action = any(${ACTIONS}::text[])
      and (o.measure_id = ${measureId} or c.subject_kind = 'measure' and c.subject_id = ${measureId})
    order by c.id desc limit 200`.execute(tx);
  const names = await accountNames(
    tx,
    actor.scope,
    rows.map((row) => row.accountId),
  );
  return rows.flatMap((row) => {
    const what = whatOf(row);
    if (what === null) return [];
    return [
      {
        at: row.at.toISOString(),
        who: names.get(row.accountId ?? 0) ?? null,
        what,
        subject: subjectOf(row),
        opensOn: row.opensOn,
        dueOn: row.dueOn,
      },
    ];
  });
}

function whatOf({ action, after }: ChangeRow): HistoryWhat | null {
  const state = String(after?.['state'] ?? '');
  switch (action) {
    case 'evidence.submit':
      return 'submitted';
    case 'evidence.review':
    case 'evidence.withdraw':
      return STEPS[state as keyof typeof STEPS] ?? null;
    case 'occurrence.needed':
      return state === 'notNeeded' ? 'notNeeded' : 'neededAgain';
    case 'measure.condition':
      return after?.['conditionMet'] === true ? 'conditionMet' : 'conditionOff';
    case 'measure.state':
      if (state === 'notNeeded') return 'measureNotNeeded';
      return state === 'planned' || state === 'inProgress' || state === 'done' ? state : null;
    default:
      return null;
  }
}

function subjectOf({ after, title }: ChangeRow): string {
  const remark = after?.['remark'] ?? after?.['reason'] ?? after?.['stateNote'];
  return [title, typeof remark === 'string' && remark !== '' ? remark : null]
    .filter((part) => part !== null)
    .join(': ');
}
