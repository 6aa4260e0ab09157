import { Link, type LinkProps, useParams } from '@tanstack/react-router';
import type { Output } from '#src/platform/ui/api.ts';
import { Button, ButtonLink } from '#src/platform/ui/Button.tsx';
import { FilterLine, FilterWord } from '#src/platform/ui/FilterWord.tsx';
import { useText } from '#src/platform/ui/language.tsx';
import { Notice } from '#src/platform/ui/Notice.tsx';
import { PageHeading } from '#src/platform/ui/PageHeading.tsx';
import { useContractMutation, useContractQuery } from '#src/platform/ui/query.tsx';
import { useFilters } from '#src/platform/ui/routing.ts';
import { EmptyState, ErrorState, Skeleton } from '#src/platform/ui/states.tsx';
import '../api.ts';
import { PlanNav } from '../PlanNav.tsx';
import styles from './remarks.module.css';
import { remarksText } from './remarks-text.ts';

type Remark = Output<'GET /api/plans/:id/remarks'>['remarks'][number];

const SEVERITIES = ['mend', 'look', 'note'] as const;

/** What the linter sees in a plan, grouped by what it is; each with its place, its reason and what can be done. */
export default function RemarksPage() {
  const t = useText(remarksText);
  const { id } = useParams({ strict: false });
  const planId = Number(id);
  const [filters, setFilters] = useFilters(['severity']);
  const plan = useContractQuery('GET /api/plans/:id', { params: { id: planId } });
  const answer = useContractQuery('GET /api/plans/:id/remarks', { params: { id: planId } });
  const mend = useContractMutation('POST /api/plans/:id/mend');
  const undo = useContractMutation('POST /api/plans/:id/undo');
  const error = plan.error ?? answer.error;
  if (error) return <ErrorState error={error} onRetry={() => void answer.refetch()} />;
  if (!answer.data || !plan.data) return <Skeleton />;
  const { counts, remarks } = answer.data;
  const { organization } = plan.data;
  const shown = remarks.filter(({ severity }) => !filters.severity || severity === filters.severity);
  const groups = new Map<string, Remark[]>();
  for (const remark of shown) groups.set(remark.code, [...(groups.get(remark.code) ?? []), remark]);
  const ordered = [...groups.values()].sort(
    (a, b) => SEVERITIES.indexOf(a[0]!.severity) - SEVERITIES.indexOf(b[0]!.severity) || b.length - a.length,
  );
  const done = mend.data?.batch ?? null;
  const make = (mends: readonly { key: string; at: number }[]): void => {
    undo.reset();
    mend.mutate({ params: { id: planId }, body: { mends: [...mends] } });
  };
  return (
    <>
      <PageHeading
        above={<PlanNav planId={planId} kind={organization.kind} />}
        title={remarks.length ? t.title(counts.mend, counts.look, counts.note) : t.none}
        lead={remarks.length ? t.lead : undefined}
        action={
          remarks.length ? (
            <ButtonLink to="/plans/$id/documents" params={{ id: String(planId) }}>
              {t.download}
            </ButtonLink>
          ) : null
        }
      />
      <div className={styles.page}>
        {mend.error ? <Notice kind="problem" title={mend.error.message} live /> : null}
        {undo.error ? <Notice kind="problem" title={undo.error.message} live /> : null}
        {done && !undo.isSuccess ? (
          <Notice title={t.done(mend.data?.done ?? 0)} live>
            <Button
              kind="quiet"
              busy={undo.isPending}
              onClick={() => undo.mutate({ params: { id: planId }, body: { batch: done } })}
            >
              {t.undo}
            </Button>
          </Notice>
        ) : null}
        {remarks.length ? (
          <FilterLine>
            <FilterWord
              label={t.severity}
              all={t.all}
              value={filters.severity}
              options={SEVERITIES.map((value) => ({ value, label: `${t.severities[value]} (${counts[value]})` }))}
              onChange={(severity) => setFilters({ severity })}
            />
          </FilterLine>
        ) : (
          <EmptyState title={t.none}>
            <p>{t.noneText}</p>
          </EmptyState>
        )}
        {ordered.map((group) => (
          <Group key={group[0]!.code} planId={planId} group={group} busy={mend.isPending} onMend={make} />
        ))}
      </div>
    </>
  );
}

interface GroupProps {
  readonly planId: number;
  readonly group: readonly Remark[];
  readonly busy: boolean;
  readonly onMend: (mends: readonly { key: string; at: number }[]) => void;
}

function Group({ planId, group, busy, onMend }: GroupProps) {
  const t = useText(remarksText);
  const first = group[0]!;
  // The usual mend of each is sure enough to be made for all only where there is no other that may be meant.
  const sure = group.flatMap(({ key, mends }) => {
    const own = mends.flatMap(({ at }) => at ?? []);
    return own.length === 1 ? [{ key, at: own[0]! }] : [];
  });
  return (
    <section className={styles.group} data-severity={first.severity} aria-labelledby={`remark-${first.code}`}>
      <div className={styles.head}>
        <h2 id={`remark-${first.code}`}>
          {first.title}
          <span className={styles.count}>{group.length}</span>
        </h2>
        <span className={styles.severity}>{t.severities[first.severity]}</span>
      </div>
      <p className="soft">{first.todo}</p>
      {sure.length > 1 ? (
        <p>
          <Button busy={busy} onClick={() => onMend(sure)}>
            {t.mendAll(sure.length)}
          </Button>
        </p>
      ) : null}
      <ul className={styles.list}>
        {group.map((remark) => (
          <li key={remark.key} className={styles.remark}>
            <div>
              {remark.subject ? (
                <p className={styles.subject}>
                  {remark.measureId === null ? (
                    remark.subject
                  ) : (
                    <Link to="/plans/$id" params={{ id: String(planId) }} hash={`measure-${remark.measureId}`}>
                      {remark.subject}
                    </Link>
                  )}
                </p>
              ) : null}
              <p>{remark.reason}</p>
            </div>
            <span className={styles.mends}>
              {remark.mends.map(({ kind, words, at, way }) =>
                at !== null ? (
                  <Button key={words} kind="quiet" busy={busy} onClick={() => onMend([{ key: remark.key, at }])}>
                    {words}
                  </Button>
                ) : way === null ? (
                  <span key={kind} className="soft">
                    {words}
                  </span>
                ) : (
                  <Link key={words} to={way.path as NonNullable<LinkProps['to']>} search={way.search as never}>
                    {words}
                  </Link>
                ),
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
