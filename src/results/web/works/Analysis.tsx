import { Link } from '@tanstack/react-router';
import { useCan } from '#src/access/web/session.tsx';
import { isGoing } from '#src/jobs/web/useJob.ts';
import { Button } from '#src/platform/ui/Button.tsx';
import { dateTime } from '#src/platform/ui/format.ts';
import { JobProgress } from '#src/platform/ui/JobProgress.tsx';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { Notice } from '#src/platform/ui/Notice.tsx';
import { useContractMutation } from '#src/platform/ui/query.tsx';
import { text } from './text.ts';
import type { AnalysisOfWork } from './useAnalysis.ts';
import type { WorkDetail } from './WorkPage.tsx';

interface AnalysisProps {
  readonly work: WorkDetail;
  readonly analysis: AnalysisOfWork;
}

export function AnalyseButton({ work, analysis }: AnalysisProps) {
  const t = useText(text);
  const may = useCan('runAnalysis');
  if (!may || isGoing(analysis.job?.state)) return null;
  const fresh = work.analysedAt !== null && !work.outdated;
  return (
    <Button kind={fresh ? 'plain' : 'main'} busy={analysis.starting} onClick={analysis.start}>
      {work.analysedAt === null ? t.analyse : t.analyseAgain}
    </Button>
  );
}

/** Whether the signs of a work are fresh, and the analysis while it is going on. */
export function Analysis({ work, analysis }: AnalysisProps) {
  const t = useText(text);
  const { language } = useLanguage();
  const may = useCan('runAnalysis');
  const { job, refusal } = analysis;
  const cancel = useContractMutation('POST /api/jobs/:id/cancel', ['GET /api/jobs', 'GET /api/jobs/:id']);
  const retry = useContractMutation('POST /api/jobs/:id/retry', ['GET /api/jobs', 'GET /api/jobs/:id']);
  const findings = (
    <Link to="/findings" search={{ work: String(work.id) } as never}>
      {t.findings}
    </Link>
  );
  return (
    <>
      {refusal === null ? null : (
        <Notice kind="problem" live>
          {refusal || t.offline}
        </Notice>
      )}
      {job ? (
        <JobProgress
          title={t.analysing(work.procedure)}
          state={job.state}
          done={job.done}
          total={job.total}
          unit={t.papersUnit}
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
