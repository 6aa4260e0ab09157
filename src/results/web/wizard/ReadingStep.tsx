import { isGoing, useJob } from '#src/jobs/web/useJob.ts';
import { JobProgress } from '#src/platform/ui/JobProgress.tsx';
import { useText } from '#src/platform/ui/language.tsx';
import { PageHeading } from '#src/platform/ui/PageHeading.tsx';
import { useContractMutation } from '#src/platform/ui/query.tsx';
import { FileFacts } from './FileFacts.tsx';
import type { ImportDetail } from './steps.ts';
import { text } from './text.ts';
import styles from './wizard.module.css';

interface JobOfFileProps {
  readonly file: ImportDetail;
  readonly title: string;
  readonly unit: string;
}

/** The job that works on a file now: progress, stop, try again. */
export function JobOfFile({ file, title, unit }: JobOfFileProps) {
  const job = useJob(file.jobId);
  const cancel = useContractMutation('POST /api/jobs/:id/cancel');
  const retry = useContractMutation('POST /api/jobs/:id/retry');
  return (
    <JobProgress
      title={title}
      state={job?.state ?? 'queued'}
      done={job?.done ?? 0}
      total={job?.total ?? null}
      unit={unit}
      remainingSeconds={job?.remainingSeconds}
      failure={job?.failure ?? cancel.error?.message ?? retry.error?.message}
      onCancel={job && isGoing(job.state) ? () => cancel.mutate({ params: { id: job.id } }) : undefined}
      onRetry={job ? () => retry.mutate({ params: { id: job.id } }) : undefined}
      leaveNote
    />
  );
}

export function ReadingStep({ file }: { readonly file: ImportDetail }) {
  const t = useText(text);
  return (
    <>
      <PageHeading title={t.title.reading(file.fileName)} />
      <div className={styles.stack}>
        <JobOfFile file={file} title={t.reading} unit={t.rowsUnit} />
        <FileFacts file={file} />
      </div>
    </>
  );
}
