import { Link, useParams } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useFollowed } from '#src/jobs/web/follow.ts';
import { useText } from '#src/platform/ui/language.tsx';
import { Notice } from '#src/platform/ui/Notice.tsx';
import { useFilters } from '#src/platform/ui/routing.ts';
import { ErrorState, Skeleton } from '#src/platform/ui/states.tsx';
import { Steps } from '#src/platform/ui/Steps.tsx';
import '../api.ts';
import { isMoving, statusOf } from '../imports/status.ts';
import { text as listText } from '../imports/text.ts';
import { CheckStep } from './CheckStep.tsx';
import { EndedStep } from './EndedStep.tsx';
import { LoadStep } from './LoadStep.tsx';
import { PreviewStep } from './PreviewStep.tsx';
import { QuestionsStep } from './QuestionsStep.tsx';
import { ReadingStep } from './ReadingStep.tsx';
import { currentStep, STEPS, type ImportDetail } from './steps.ts';
import { text } from './text.ts';
import styles from './wizard.module.css';

/** One file from reading to load and back: the wizard after the files were dropped. */
export default function ImportPage() {
  const id = Number((useParams({ strict: false }) as { id: string }).id);
  const file = useFollowed('GET /api/imports/:id', { params: { id } }, (detail) => isMoving(statusOf(detail)));

  if (!file.data && file.error) return <ErrorState error={file.error} onRetry={() => void file.refetch()} />;
  if (!file.data) return <Skeleton />;
  return <Wizard file={file.data} />;
}

function Wizard({ file }: { readonly file: ImportDetail }) {
  const t = useText(text);
  const words = useText(listText);
  const [{ step: asked }, setFilters] = useFilters(['step']);
  const step = currentStep(file, asked);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    // A person who cannot see that the step has changed hears its heading.
    document.querySelector<HTMLElement>('h1')?.focus();
    window.scrollTo({ top: 0 });
  }, [step]);
  const go = (next: 'questions' | 'check' | 'preview') => setFilters({ step: next });
  return (
    <>
      <p className={styles.above}>
        <Link to="/results">{t.toList}</Link>
      </p>
      <Steps
        label={words.steps.label}
        steps={STEPS.map((key) => words.steps[key])}
        current={file.state === 'committed' ? STEPS.length : STEPS.indexOf(step)}
      />
      {file.sameAsId === null ? null : (
        <div className={styles.same}>
          <Notice kind="attention" title={t.same}>
            {t.sameNote}{' '}
            <Link to="/results/imports/$id" params={{ id: String(file.sameAsId) }}>
              {t.sameLink}
            </Link>
          </Notice>
        </div>
      )}
      {step === 'reading' ? <ReadingStep file={file} /> : null}
      {step === 'questions' ? (
        <QuestionsStep file={file} onDone={() => go(file.errors + file.warnings > 0 ? 'check' : 'preview')} />
      ) : null}
      {step === 'check' && file.state === 'read' ? <CheckStep file={file} go={go} /> : null}
      {step === 'check' && file.state !== 'read' ? <EndedStep file={file} /> : null}
      {step === 'preview' ? <PreviewStep file={file} go={go} /> : null}
      {step === 'load' ? <LoadStep file={file} /> : null}
    </>
  );
}
