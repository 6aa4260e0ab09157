import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { isGoing, useJob } from '#src/jobs/web/useJob.ts';
import { Button, ButtonLink } from '#src/platform/ui/Button.tsx';
import { useText } from '#src/platform/ui/language.tsx';
import { Notice } from '#src/platform/ui/Notice.tsx';
import { PageHeading } from '#src/platform/ui/PageHeading.tsx';
import { useContractMutation, useContractQuery } from '#src/platform/ui/query.tsx';
import { isWaiting, statusOf } from '../imports/status.ts';
import { text as listText } from '../imports/text.ts';
import { FileFacts } from './FileFacts.tsx';
import { JobOfFile } from './ReadingStep.tsx';
import type { ImportDetail } from './steps.ts';
import { tablesText } from './tables-text.ts';
import { text } from './text.ts';
import styles from './wizard.module.css';

interface LoadStepProps {
  readonly file: ImportDetail;
}

/** The load and what comes after it: progress, where to go next, and the way back. */
export function LoadStep({ file }: LoadStepProps) {
  const t = useText(text);
  if (file.state === 'committing') {
    return (
      <>
        <PageHeading title={t.title.committing(file.fileName)} />
        <div className={styles.stack}>
          <JobOfFile file={file} title={t.loading} unit={t.papersUnit} />
          <FileFacts file={file} />
        </div>
      </>
    );
  }
  return file.state === 'reverted' ? <Reverted file={file} /> : <Committed file={file} />;
}

function Committed({ file }: LoadStepProps) {
  const t = useText(text);
  const tables = useText(tablesText);
  const imports = useContractQuery('GET /api/imports', undefined);
  const waiting = (imports.data?.imports ?? []).filter((row) => row.id !== file.id && isWaiting(statusOf(row)));
  const [next] = waiting;
  const works = [...new Set(file.parts.flatMap((part) => part.workId ?? []))];
  return (
    <>
      <PageHeading
        title={file.papers > 0 || file.rows === 0 ? t.title.committed(file.papers) : tables.committed(file.rows)}
        lead={file.papers > 0 || file.rows === 0 ? t.done.lead : tables.lead}
        action={
          next ? (
            <ButtonLink to="/results/imports/$id" params={{ id: String(next.id) }} search={{}} kind="main">
              {t.done.nextLink}
            </ButtonLink>
          ) : (
            <ButtonLink to="/results/upload" kind="main">
              {t.done.more}
            </ButtonLink>
          )
        }
      />
      <div className={styles.stack}>
        <ul className={styles.list}>
          {file.parts.map((part) =>
            part.workId === null ? null : (
              <li key={part.id}>
                <Link to="/results/works/$id" params={{ id: String(part.workId) }}>
                  {t.done.work(part.workName ?? '')}
                </Link>
              </li>
            ),
          )}
          {file.rows > 0 ? (
            <li>
              <Link to="/indices" search={{}}>
                {tables.toIndices}
              </Link>
            </li>
          ) : null}
          <li>
            <Link to="/findings" search={(works.length === 1 ? { work: String(works[0]) } : {}) as never}>
              {t.done.findings}
            </Link>
          </li>
          {next ? (
            <li>
              <Link to="/results" search={{}}>
                {t.done.next(waiting.length)}
              </Link>
            </li>
          ) : null}
        </ul>
        <FileFacts file={file} />
        <Revert file={file} />
      </div>
    </>
  );
}

/** The way back: first what it does, then the button that does it. */
function Revert({ file }: { readonly file: ImportDetail }) {
  const t = useText(text);
  const words = useText(listText);
  const [asking, setAsking] = useState(false);
  const revert = useContractMutation('POST /api/imports/:id/revert');
  const job = useJob(file.jobId);
  const reverting = job?.kind === 'import.revert';
  if (reverting && isGoing(job.state)) {
    return <JobOfFile file={file} title={t.reverting} unit={t.papersUnit} />;
  }
  if (!asking) {
    return (
      <div className={styles.aside}>
        {reverting && job.state === 'failed' ? (
          <Notice kind="problem" title={t.revertFailed} live>
            {job.failure}
          </Notice>
        ) : null}
        <Button kind="quiet" onClick={() => setAsking(true)}>
          {t.done.revert}
        </Button>
      </div>
    );
  }
  return (
    <section className={styles.aside} aria-labelledby="revert">
      <h2 id="revert">{t.done.revertTitle}</h2>
      <ul className={styles.list}>
        {t.done.revertPoints.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      {revert.error ? (
        <Notice kind="problem" live>
          {revert.error.message || words.offline}
        </Notice>
      ) : null}
      <div className={styles.actions}>
        <Button
          busy={revert.isPending}
          onClick={() =>
            revert.mutate(
              { params: { id: file.id }, body: { revision: file.revision } },
              { onSuccess: () => setAsking(false) },
            )
          }
        >
          {t.done.revertNow}
        </Button>
        <Button kind="quiet" onClick={() => setAsking(false)}>
          {t.done.keep}
        </Button>
      </div>
    </section>
  );
}

function Reverted({ file }: LoadStepProps) {
  const t = useText(text);
  return (
    <>
      <PageHeading
        title={t.title.reverted(file.fileName)}
        lead={t.done.revertedText}
        action={
          <ButtonLink to="/results/upload" kind="main">
            {t.done.more}
          </ButtonLink>
        }
      />
      <div className={styles.stack}>
        <FileFacts file={file} />
      </div>
    </>
  );
}
