import { Link } from '@tanstack/react-router';
import { useSession } from '#src/access/web/session.tsx';
import { address } from '#src/platform/ui/api.ts';
import { Button, ButtonLink } from '#src/platform/ui/Button.tsx';
import { DataTable, type Column } from '#src/platform/ui/DataTable.tsx';
import { FilterLine, FilterWord } from '#src/platform/ui/FilterWord.tsx';
import { dateTime, duration } from '#src/platform/ui/format.ts';
import { JobProgress } from '#src/platform/ui/JobProgress.tsx';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { Notice } from '#src/platform/ui/Notice.tsx';
import { PageHeading } from '#src/platform/ui/PageHeading.tsx';
import { useContractMutation } from '#src/platform/ui/query.tsx';
import { useFilters } from '#src/platform/ui/routing.ts';
import { EmptyState, ErrorState, Skeleton } from '#src/platform/ui/states.tsx';
import { jobsText } from '../text.ts';
import './api.ts';
import styles from './JobsPage.module.css';
import { useFollowed } from './follow.ts';
import { text } from './text.ts';
import { isGoing, type Job } from './useJob.ts';

/** With nothing going on: someone else may start something, milliseconds. */
const IDLE_PACE = 10_000;

/** Long work: what is going on now with its progress, and what has ended; asks again by itself. */
export default function JobsPage() {
  const t = useText(text);
  const { language } = useLanguage();
  const words = jobsText[language];
  const jobs = useFollowed('GET /api/jobs', undefined, (answer) => answer.jobs.some((job) => isGoing(job.state)), {
    idlePace: IDLE_PACE,
  });
  const cancel = useContractMutation('POST /api/jobs/:id/cancel', ['GET /api/jobs']);
  const retry = useContractMutation('POST /api/jobs/:id/retry', ['GET /api/jobs']);
  const [filters, setFilters] = useFilters(['state', 'kind']);
  const maySteer = useSession().role !== 'teacher';

  if (!jobs.data && jobs.error) return <ErrorState error={jobs.error} onRetry={() => void jobs.refetch()} />;
  if (!jobs.data) return <Skeleton />;
  const all = jobs.data.jobs;
  const going = all.filter((job) => isGoing(job.state)).reverse();
  const ended = all.filter((job) => !isGoing(job.state));

  const failed = ended.filter((job) => job.state === 'failed').length;
  const title = going.length ? t.going(going.length) : failed ? t.idleFailed(failed) : t.idle;
  const refusal = cancel.error ?? retry.error;
  const shown = ended.filter(
    (job) => (!filters.state || job.state === filters.state) && (!filters.kind || job.kind === filters.kind),
  );
  const kinds = [...new Set(ended.map((job) => job.kind))];
  const nameOf = (job: Job) => words.kinds[job.kind] ?? job.kind;
  const again = (job: Job) => (
    <Button kind="quiet" busy={retry.isPending} onClick={() => retry.mutate({ params: { id: job.id } })}>
      {t.again}
    </Button>
  );
  const columns: Column<Job>[] = [
    { key: 'kind', header: t.what, value: nameOf, naming: true },
    {
      key: 'subject',
      header: t.subject,
      value: (job) => job.subjectId,
      cell: (job) => <SubjectLink job={job} />,
      short: true,
    },
    {
      key: 'state',
      header: t.state,
      value: (job) => words.states[job.state],
      cell: (job) => (
        <>
          {words.states[job.state]}
          {job.failure ? <p className={styles.failure}>{job.failure}</p> : null}
          {maySteer && (job.state === 'failed' || job.state === 'cancelled') ? again(job) : null}
        </>
      ),
    },
    { key: 'who', header: t.who, value: (job) => job.account ?? t.system },
    {
      key: 'started',
      header: t.started,
      value: (job) => job.startedAt ?? job.createdAt,
      cell: (job) => dateTime(job.startedAt ?? job.createdAt, language),
      short: true,
    },
    {
      key: 'took',
      header: t.took,
      value: seconds,
      cell: (job) => {
        const took = seconds(job);
        return took === null ? '—' : duration(took, language);
      },
      figures: true,
    },
  ];

  return (
    <>
      <PageHeading title={title} lead={t.lead} />
      <div className="stack">
        {refusal ? (
          <Notice kind="problem" live>
            {refusal.message}
          </Notice>
        ) : null}
        {going.length ? (
          <section aria-labelledby="going">
            <h2 id="going" className={styles.title}>
              {t.now}
            </h2>
            <ul className={styles.going}>
              {going.map((job) => (
                <li key={job.id}>
                  <JobProgress
                    title={`${nameOf(job)}${job.stage && words.stages[job.stage] ? `: ${words.stages[job.stage]}` : ''}`}
                    state={job.state}
                    done={job.done}
                    total={job.total}
                    remainingSeconds={job.remainingSeconds}
                    failure={job.failure}
                    onCancel={maySteer ? () => cancel.mutate({ params: { id: job.id } }) : undefined}
                  />
                  <SubjectLink job={job} />
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        {all.length === 0 ? (
          <EmptyState
            title={t.emptyTitle}
            action={
              <ButtonLink to="/results/upload" kind="main">
                {t.upload}
              </ButtonLink>
            }
          >
            <p>{t.empty}</p>
          </EmptyState>
        ) : null}
        {ended.length ? (
          <DataTable
            caption={t.ended}
            captionShown={going.length > 0}
            columns={columns}
            rows={shown}
            rowKey={(job) => String(job.id)}
            download={address('GET /api/jobs.xlsx')}
            sort={{ key: 'started', direction: 'descending' }}
            filters={
              <FilterLine
                onClear={
                  filters.state || filters.kind ? () => setFilters({ state: undefined, kind: undefined }) : undefined
                }
              >
                <FilterWord
                  label={t.showState}
                  all={t.allStates}
                  value={filters.state}
                  options={(['done', 'failed', 'cancelled'] as const).map((value) => ({
                    value,
                    label: t.states[value],
                  }))}
                  onChange={(state) => setFilters({ state })}
                />
                <FilterWord
                  label={t.showKind}
                  all={t.allKinds}
                  value={filters.kind}
                  options={kinds.map((value) => ({ value, label: (words.kinds[value] ?? value).toLowerCase() }))}
                  onChange={(kind) => setFilters({ kind })}
                />
              </FilterLine>
            }
          />
        ) : null}
      </div>
    </>
  );
}

/** What a job worked on, as a link where there is a page for it. */
function SubjectLink({ job }: { readonly job: Job }) {
  const t = useText(text);
  if (job.subjectId === null) return <>—</>;
  if (job.kind.startsWith('import.')) {
    return (
      <Link to="/results/imports/$id" params={{ id: String(job.subjectId) }}>
        {t.importSubject(job.subjectId)}
      </Link>
    );
  }
  if (job.kind === 'plan.read') {
    return (
      <Link to="/plans/intake/$id" params={{ id: String(job.subjectId) }}>
        {t.planFileSubject(job.subjectId)}
      </Link>
    );
  }
  if (job.kind === 'roadmap.send') {
    return (
      <Link to="/plans/$id" params={{ id: String(job.subjectId) }}>
        {t.planSubject(job.subjectId)}
      </Link>
    );
  }
  if (job.kind === 'analysis.run' || job.kind === 'reference.freeze') {
    return <Link to="/results/works">{t.worksSubject}</Link>;
  }
  return <>—</>;
}

/** How long an ended job took, seconds. */
function seconds(job: Job): number | null {
  if (!job.startedAt || !job.finishedAt) return null;
  return Math.max(0, (Date.parse(job.finishedAt) - Date.parse(job.startedAt)) / 1000);
}
