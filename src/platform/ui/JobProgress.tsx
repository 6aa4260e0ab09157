import { Button } from './Button.tsx';
import { duration, formatNumber } from './format.ts';
import { useLanguage, useText } from './language.tsx';
import { text } from './text.ts';
import styles from './JobProgress.module.css';

export type JobState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled';

export interface JobProgressProps {
  /** What is being done, with its subject: «Читаем файл vpr-5-mat.xlsx». */
  readonly title: string;
  readonly state: JobState;
  readonly done: number;
  /** Null while nobody knows. */
  readonly total: number | null;
  /** What is counted, after the figures: «работ». */
  readonly unit?: string;
  readonly remainingSeconds?: number | null;
  /** What the person reads when it failed. */
  readonly failure?: string | null;
  readonly onCancel?: () => void;
  readonly onRetry?: () => void;
  /** Says that the page may be left. */
  readonly leaveNote?: boolean;
}

/** Long work with counts and the time left; it can be left, found again, cancelled, tried again. */
export function JobProgress(props: JobProgressProps) {
  const { title, state, done, total, unit, remainingSeconds, failure, onCancel, onRetry, leaveNote = false } = props;
  const t = useText(text);
  const { language } = useLanguage();
  const going = state === 'queued' || state === 'running';
  const counted =
    total === null
      ? formatNumber(done, language)
      : t.progress(formatNumber(done, language), formatNumber(total, language));
  return (
    <div className={styles.job}>
      <div className={styles.line}>
        <p className={styles.title}>{title}</p>
        <p className={styles.state}>{t.jobState[state]}</p>
      </div>
      {going ? (
        <progress
          className={styles.bar}
          aria-label={title}
          max={total ?? undefined}
          value={total === null ? undefined : done}
        />
      ) : null}
      {state === 'running' ? (
        <p className={styles.figures}>
          {counted} {unit}
          {remainingSeconds ? `, ${t.remaining(duration(remainingSeconds, language))}` : null}
        </p>
      ) : null}
      {state === 'failed' && failure ? <p className={styles.failure}>{failure}</p> : null}
      {leaveNote && going ? <p className={styles.figures}>{t.leaveNote}</p> : null}
      <div className={styles.actions}>
        {going && onCancel ? (
          <Button kind="quiet" onClick={onCancel}>
            {t.cancel}
          </Button>
        ) : null}
        {(state === 'failed' || state === 'cancelled') && onRetry ? (
          <Button kind="quiet" onClick={onRetry}>
            {t.retry}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
