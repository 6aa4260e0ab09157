import { Link } from '@tanstack/react-router';
import { useCan } from '#src/access/web/session.tsx';
import { isGoing, useJob } from '#src/jobs/web/useJob.ts';
import { Button } from '#src/platform/ui/Button.tsx';
import { dateTime } from '#src/platform/ui/format.ts';
import { JobProgress } from '#src/platform/ui/JobProgress.tsx';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { Notice } from '#src/platform/ui/Notice.tsx';
import { useContractMutation, useContractQuery } from '#src/platform/ui/query.tsx';
import { text as shared } from '../text.ts';
import { text } from './text.ts';
import type { WorkDetail } from './WorkPage.tsx';

const ANALYSIS = 'analysis.run';

/** The newest analysis job of a work, found again by its subject when the page was left. */
function useAnalysisJob(workId: number) {
  const jobs = useContractQuery('GET /api/jobs', undefined);
  const newest = jobs.data?.jobs.find((job) => job.kind === ANALYSIS && job.subjectId === workId);
  return useJob(newest && newest.state !== 'done' ? newest.id : null);
}

export function AnalyseButton({ work }: { readonly work: WorkDetail }) {
  const t = useText(text);
  const may = useCan('runAnalysis');
  const job = useAnalysisJob(work.id);
  const start = useContractMutation('POST /api/works/:id/analyses', ['GET /api/jobs', 'GET /api/works/:id']);
  if (!may || isGoing(job?.state)) return null;
  const fresh = work.analysedAt !== null && !work.outdated;
  return (
    <Button
      kind={fresh ? 'plain' : 'main'}
      busy={start.isPending}
      onClick={() => start.mutate({ params: { id: work.id } })}
    >
      {work.analysedAt === null ? t.analyse : t.analyseAgain}
    </Button>
  );
}

/** Whether the signs of a work are fresh, and the analysis while it is going on. */
export function Analysis({ work }: { readonly work: WorkDetail }) {
  const t = useText(text);
  const words = useText(shared);
  const { language } = useLanguage();
  const may = useCan('runAnalysis');
  const job = useAnalysisJob(work.id);
  const cancel = useContractMutation('POST /api/jobs/:id/cancel', ['GET /api/jobs', 'GET /api/jobs/:id']);
  const retry = useContractMutation('POST /api/jobs/:id/retry', ['GET /api/jobs', 'GET /api/jobs/:id']);
  const findings = (
    <Link to="/findings" search={{ work: String(work.id) } as never}>
      {t.findings}
    </Link>
  );
  return (
    <>
      {job && (isGoing(job.state) || job.state === 'failed') ? (
        <JobProgress
          title={`${t.analysing}: ${words.workName(work.subject, work.grade, work.level === 'advanced')}`}
          state={job.state}
          done={job.done}
          total={job.total}
          remainingSeconds={job.remainingSeconds}
          failure={job.failure ?? cancel.error?.message ?? retry.error?.message}
          onCancel={may ? () => cancel.mutate({ params: { id: job.id } }) : undefined}
          onRetry={may ? () => retry.mutate({ params: { id: job.id } }) : undefined}
          leaveNote
        />
      ) : null}
      {isGoing(job?.state) ? null : work.analysedAt === null ? (
        <Notice title={t.noAnalysis}>{may ? t.noAnalysisHint : t.cannotAnalyse}</Notice>
      ) : work.outdated ? (
        <Notice kind="attention" title={t.outdatedTitle}>
          {t.outdatedHint} {t.analysisStarted(dateTime(work.analysedAt, language))} {findings}
        </Notice>
      ) : (
        <p>
          {t.analysisStarted(dateTime(work.analysedAt, language))} {findings}
        </p>
      )}
    </>
  );
}
