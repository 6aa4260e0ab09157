import type { Output } from '#src/platform/ui/api.ts';
import { Button, ButtonLink } from '#src/platform/ui/Button.tsx';
import { DataTable, type Column } from '#src/platform/ui/DataTable.tsx';
import { dayOf } from '#src/platform/clock.ts';
import { date } from '#src/platform/ui/format.ts';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { Notice } from '#src/platform/ui/Notice.tsx';
import { useContractMutation, useContractQuery } from '#src/platform/ui/query.tsx';
import { ErrorState, Skeleton } from '#src/platform/ui/states.tsx';
import '../api.ts';
import type { Plan } from './merge.ts';
import { Panel } from './Panel.tsx';
import styles from './plan.module.css';
import { panelText } from './panel-text.ts';

type Person = Output<'GET /api/plans/:id/acquaintance'>['people'][number];

/** Who of the staff has read the plan, marked by day; the list for signatures is a paper of its own. */
export function AcquaintancePanel({
  plan,
  mayEdit,
  onClose,
}: {
  readonly plan: Plan;
  readonly mayEdit: boolean;
  readonly onClose: () => void;
}) {
  const t = useText(panelText).acquaintance;
  const { language } = useLanguage();
  const params = { id: plan.id };
  const answer = useContractQuery('GET /api/plans/:id/acquaintance', { params });
  const mark = useContractMutation('POST /api/plans/:id/acquaintance', ['GET /api/plans/:id/acquaintance']);
  const people = answer.data?.people ?? [];
  const missing = people.filter(({ on }) => on === null);
  const set = (marks: readonly { staffPostId: number; on: string | null }[]): void =>
    mark.mutate({ params, body: { marks: [...marks] } });
  const columns: Column<Person>[] = [
    { key: 'name', header: t.name, value: (row) => row.fullName, naming: true },
    { key: 'post', header: t.post, value: (row) => row.post },
    {
      key: 'on',
      header: t.on,
      value: (row) => row.on,
      cell: (row) => (row.on ? date(row.on, language) : '—'),
      short: true,
    },
    ...(mayEdit
      ? [
          {
            key: 'mark',
            header: '',
            value: () => null,
            sortable: false,
            cell: (row: Person) => (
              <Button
                kind="quiet"
                aria-label={`${row.on ? t.unmark : t.mark}: ${row.fullName}`}
                busy={mark.isPending}
                onClick={() => set([{ staffPostId: row.staffPostId, on: row.on ? null : dayOf(new Date()) }])}
              >
                {row.on ? t.unmark : t.mark}
              </Button>
            ),
          },
        ]
      : []),
  ];
  return (
    <Panel title={t.title} lead={t.lead} onClose={onClose}>
      {answer.error ? <ErrorState error={answer.error} level={3} /> : null}
      {mark.error ? <Notice kind="problem" title={mark.error.message} live /> : null}
      {answer.data === undefined ? (
        <Skeleton shape="table" rows={4} />
      ) : people.length === 0 ? (
        <p>{t.nobody}</p>
      ) : (
        <>
          <DataTable
            caption={t.caption}
            columns={columns}
            rows={people}
            rowKey={(row) => String(row.staffPostId)}
            note={t.done(people.length - missing.length, people.length)}
          />
          <span className={styles.ways}>
            {mayEdit && missing.length ? (
              <Button
                busy={mark.isPending}
                onClick={() => set(missing.map(({ staffPostId }) => ({ staffPostId, on: dayOf(new Date()) })))}
              >
                {t.all}
              </Button>
            ) : null}
            <ButtonLink to="/plans/$id/documents" params={{ id: String(plan.id) }}>
              {t.sheet}
            </ButtonLink>
          </span>
        </>
      )}
    </Panel>
  );
}
