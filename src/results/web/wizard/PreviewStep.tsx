import { useJob } from '#src/jobs/web/useJob.ts';
import { Button } from '#src/platform/ui/Button.tsx';
import { ScoreHistogram } from '#src/platform/ui/charts/ScoreHistogram.tsx';
import { useText } from '#src/platform/ui/language.tsx';
import { Notice } from '#src/platform/ui/Notice.tsx';
import { PageHeading } from '#src/platform/ui/PageHeading.tsx';
import { useContractMutation } from '#src/platform/ui/query.tsx';
import { text as listText } from '../imports/text.ts';
import { text as shared } from '../text.ts';
import { Discard } from './Discard.tsx';
import { FileFacts, PartFacts, TableFacts, usePartName } from './FileFacts.tsx';
import { changesNothing, type ImportDetail, type ImportPart, type TablePart } from './steps.ts';
import { tablesText } from './tables-text.ts';
import { text } from './text.ts';
import styles from './wizard.module.css';

interface PreviewStepProps {
  readonly file: ImportDetail;
  readonly go: (step: 'questions' | 'check') => void;
}

/** What loading will change, before it changes anything: counts, histogram with boundaries of marks, and the one button. */
export function PreviewStep({ file, go }: PreviewStepProps) {
  const t = useText(text);
  const words = useText(listText);
  const common = useText(shared);
  const partName = usePartName();
  const commit = useContractMutation('POST /api/imports/:id/commit');
  const papers = file.parts.reduce((sum, part) => sum + part.counts.papers + part.counts.absent, 0);
  const rows = file.tables.reduce(
    (sum, { counts, skipFlawed, flawedRows }) => sum + counts.rows - (skipFlawed ? flawedRows : 0),
    0,
  );
  const tables = useText(tablesText);
  const idle = file.ready && changesNothing(file);
  const ofPapers = papers > 0 || rows === 0;
  const readyTitle = ofPapers ? t.title.ready(papers) : tables.ready(rows);
  const idleTitle = ofPapers ? t.title.idle(papers) : tables.idle(rows);
  const title = idle ? idleTitle : readyTitle;
  const loadLabel = ofPapers ? t.preview.load(papers) : tables.load(rows);
  const blockers = [...new Set([...file.parts, ...file.tables].flatMap((part) => part.blockers))];
  const conflict = commit.error?.code === 'changedMeanwhile';
  const job = useJob(file.jobId);
  const failed = job?.kind === 'import.commit' && job.state === 'failed' && !commit.isPending;
  const load = () => commit.mutate({ params: { id: file.id }, body: { revision: file.revision } });
  return (
    <>
      <PageHeading
        title={file.ready ? title : t.title.blocked(file.fileName)}
        lead={idle ? t.preview.idle : undefined}
        action={
          file.ready && !idle ? (
            <Button kind="main" busy={commit.isPending} onClick={load}>
              {loadLabel}
            </Button>
          ) : null
        }
      />
      <div className={styles.stack}>
        {failed ? (
          <Notice kind="problem" title={t.loadFailed} live>
            {job.failure}
          </Notice>
        ) : null}
        {commit.error ? (
          <Notice kind={conflict ? 'attention' : 'problem'} title={conflict ? common.changedMeanwhile : undefined} live>
            {commit.error.message || words.offline}
          </Notice>
        ) : null}
        {blockers.length ? (
          <Notice kind="attention" title={t.preview.blockedTitle}>
            <ul className={styles.list}>
              {blockers.map((blocker) => (
                <li key={blocker}>
                  <Button kind="quiet" onClick={() => go(blocker === 'errors' ? 'check' : 'questions')}>
                    {t.preview.blockers[blocker]}
                  </Button>
                </li>
              ))}
            </ul>
          </Notice>
        ) : null}
        {file.parts.map((part) => (
          <section key={part.id} className={styles.part} aria-labelledby={`part-${part.id}`}>
            <h2 id={`part-${part.id}`}>{partName(part)}</h2>
            <PartFacts part={part} />
            <Changes part={part} />
            {part.histogram.some((papersAtScore) => papersAtScore > 0) ? (
              <ScoreHistogram
                title={t.preview.histogram(part.counts.papers, partName(part))}
                note={part.thresholds ? t.preview.histogramNote : t.preview.noScale}
                unit={t.preview.unit}
                counts={part.histogram}
                thresholds={part.thresholds}
              />
            ) : null}
          </section>
        ))}
        {file.tables.map((part) => (
          <section key={part.id} className={styles.part} aria-labelledby={`part-${part.id}`}>
            <h2 id={`part-${part.id}`}>{partName(part)}</h2>
            <TableFacts part={part} />
            <TableChanges part={part} />
          </section>
        ))}
        <section aria-label={t.facts.label} className={styles.part}>
          <FileFacts file={file} />
        </section>
        <div className={styles.actions}>
          {file.ready ? (
            <Button kind={idle ? 'plain' : 'main'} busy={commit.isPending} onClick={load}>
              {idle ? t.preview.loadAnyway : loadLabel}
            </Button>
          ) : null}
          <Button kind="quiet" onClick={() => go('questions')}>
            {t.toQuestions}
          </Button>
          {file.errors + file.warnings ? (
            <Button kind="quiet" onClick={() => go('check')}>
              {t.toCheck}
            </Button>
          ) : null}
        </div>
        <Discard file={file} />
      </div>
    </>
  );
}

/** What will be new, replaced, left alone, left out and added. */
function Changes({ part }: { readonly part: ImportPart }) {
  const t = useText(text);
  const { papers, absent, replaced, unchanged } = part.counts;
  const fresh = papers + absent - replaced - unchanged;
  const lines = [
    fresh > 0 ? t.preview.fresh(fresh) : null,
    replaced ? t.preview.replaced(replaced) : null,
    unchanged ? t.preview.unchanged(unchanged) : null,
    part.skipFlawed && part.flawedRows ? t.preview.skipped(part.flawedRows) : null,
    part.addSchools && part.unknownSchools.length ? t.preview.schools(part.unknownSchools.join(', ')) : null,
    part.newWork && part.workName ? t.preview.newWork(part.workName) : null,
  ].filter((line) => line !== null);
  if (lines.length === 0) return null;
  return (
    <div className={styles.changes}>
      <h3>{t.preview.changes}</h3>
      <ul className={styles.list}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}

/** What of a table that is no papers will be new, replaced, left alone and left out. */
function TableChanges({ part }: { readonly part: TablePart }) {
  const t = useText(text);
  const tables = useText(tablesText);
  const { rows, replaced, unchanged } = part.counts;
  const fresh = rows - part.flawedRows - replaced - unchanged;
  const lines = [
    fresh > 0 ? tables.fresh(fresh) : null,
    replaced ? tables.replaced(replaced) : null,
    unchanged ? tables.unchanged(unchanged) : null,
    part.skipFlawed && part.flawedRows ? tables.skipped(part.flawedRows) : null,
  ].filter((line) => line !== null);
  if (lines.length === 0) return null;
  return (
    <div className={styles.changes}>
      <h3>{t.preview.changes}</h3>
      <ul className={styles.list}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
