import { useParams } from '@tanstack/react-router';
import { useFollowed } from '#src/jobs/web/follow.ts';
import { isGoing, useJob } from '#src/jobs/web/useJob.ts';
import { address } from '#src/platform/ui/api.ts';
import { Button, ButtonHref, ButtonLink } from '#src/platform/ui/Button.tsx';
import { JobProgress } from '#src/platform/ui/JobProgress.tsx';
import { useText } from '#src/platform/ui/language.tsx';
import { Notice } from '#src/platform/ui/Notice.tsx';
import { PageHeading } from '#src/platform/ui/PageHeading.tsx';
import { useContractMutation } from '#src/platform/ui/query.tsx';
import { ErrorState, Skeleton } from '#src/platform/ui/states.tsx';
import { PlansSections } from '../PlanNav.tsx';
import type { IntakeDetail } from './api.ts';
import { Review } from './Review.tsx';
import styles from './review.module.css';
import { text } from './text.ts';

/** One file on its way to a plan: read, looked over, saved. */
export default function IntakePage() {
  const id = Number((useParams({ strict: false }) as { id: string }).id);
  const answer = useFollowed('GET /api/plan-intakes/:id', { params: { id } }, ({ state }) => state === 'received');
  if (answer.error && !answer.data) return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />;
  if (!answer.data) return <Skeleton />;
  const intake = answer.data;
  const { draft } = intake;
  if (intake.state === 'read' && draft !== null) return <Review key={id} intake={intake} draft={draft} />;
  if (intake.state === 'received') return <Reading intake={intake} />;
  if (intake.state === 'unreadable') return <Unreadable intake={intake} />;
  return <Finished intake={intake} />;
}

function Reading({ intake }: { readonly intake: IntakeDetail }) {
  const t = useText(text);
  const job = useJob(intake.jobId);
  const cancel = useContractMutation('POST /api/jobs/:id/cancel');
  const retry = useContractMutation('POST /api/jobs/:id/retry');
  return (
    <>
      <PageHeading above={<PlansSections />} title={t.reading(intake.fileName)} lead={t.readingNote} />
      <JobProgress
        title={intake.fileName}
        state={job?.state ?? 'queued'}
        done={job?.done ?? 0}
        total={job?.total ?? null}
        remainingSeconds={job?.remainingSeconds}
        failure={job?.failure ?? cancel.error?.message ?? retry.error?.message}
        onCancel={job && isGoing(job.state) ? () => cancel.mutate({ params: { id: job.id } }) : undefined}
        onRetry={job ? () => retry.mutate({ params: { id: job.id } }) : undefined}
        leaveNote
      />
    </>
  );
}

function Unreadable({ intake }: { readonly intake: IntakeDetail }) {
  const t = useText(text);
  const job = useJob(intake.jobId);
  const retry = useContractMutation('POST /api/jobs/:id/retry');
  const discard = useContractMutation('POST /api/plan-intakes/:id/discard');
  return (
    <>
      <PageHeading above={<PlansSections />} title={t.unreadable(intake.fileName)} />
      <div className={styles.state}>
        <Notice kind="problem" title={intake.refusal ?? ''}>
          <p>{t.safe}</p>
        </Notice>
        <p className={styles.verbs}>
          <ButtonLink to="/plans/new" kind="main">
            {t.other}
          </ButtonLink>
          {job?.state === 'failed' ? (
            <Button busy={retry.isPending} onClick={() => retry.mutate({ params: { id: job.id } })}>
              {t.retry}
            </Button>
          ) : null}
          <ButtonHref href={address('GET /api/plan-intakes/:id/file', { params: { id: intake.id } })} download>
            {t.download}
          </ButtonHref>
          <Button
            busy={discard.isPending}
            onClick={() => discard.mutate({ params: { id: intake.id }, body: { revision: intake.revision } })}
          >
            {t.discard}
          </Button>
        </p>
      </div>
    </>
  );
}

function Finished({ intake }: { readonly intake: IntakeDetail }) {
  const t = useText(text);
  const saved = intake.planId !== null;
  const restore = useContractMutation('POST /api/plan-intakes/:id/restore');
  return (
    <>
      <PageHeading
        above={<PlansSections />}
        title={saved ? t.saved : t.discarded}
        lead={saved ? (intake.title ?? undefined) : t.discardedNote}
      />
      <p className={styles.verbs}>
        {intake.planId === null ? (
          <>
            <Button
              kind="main"
              busy={restore.isPending}
              onClick={() => restore.mutate({ params: { id: intake.id }, body: { revision: intake.revision } })}
            >
              {t.bringBack}
            </Button>
            <ButtonLink to="/plans/new">{t.other}</ButtonLink>
          </>
        ) : (
          <ButtonLink to="/plans/$id" params={{ id: String(intake.planId) }} kind="main">
            {t.toPlan}
          </ButtonLink>
        )}
        <ButtonLink to="/plans">{t.toList}</ButtonLink>
      </p>
    </>
  );
}
