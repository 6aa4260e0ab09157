import { useFollowed } from '#src/jobs/web/follow.ts';
import { isGoing, useJob, type Job } from '#src/jobs/web/useJob.ts';
import { useContractMutation } from '#src/platform/ui/query.tsx';
import type { WorkDetail } from './WorkPage.tsx';

const ANALYSIS = 'analysis.run';

export interface AnalysisOfWork {
  /** The analysis that is going on, or the last one when it failed; undefined when there is nothing to say. */
  readonly job: Job | undefined;
  readonly start: () => void;
  readonly starting: boolean;
  readonly refusal: string | null;
}

/**
 * The analysis of a work: started here, or found going on. An analysis covers all works of a procedure and names that.
 */
export function useAnalysis(work: WorkDetail): AnalysisOfWork {
  const begin = useContractMutation('POST /api/works/:id/analyses', ['GET /api/jobs']);
  const jobs = useFollowed('GET /api/jobs', undefined, (answer) => answer.jobs.some(isAnalysisGoing), {
    enabled: work.outdated,
  });
  const newest = jobs.data?.jobs.find((job) => job.kind === ANALYSIS && job.subjectId === work.procedureId);
  const found = work.outdated && newest && newest.state !== 'done' ? newest.id : null;
  const job = useJob(begin.data?.jobId ?? found);
  return {
    job: job && (isGoing(job.state) || job.state === 'failed') ? job : undefined,
    start: () => begin.mutate({ params: { id: work.id } }),
    starting: begin.isPending,
    refusal: begin.error ? begin.error.message : null,
  };
}

function isAnalysisGoing(job: Pick<Job, 'kind' | 'state'>): boolean {
  return job.kind === ANALYSIS && isGoing(job.state);
}
