import { createContext, useContext, useEffect, type ReactNode } from 'react';
import { ApiError } from './api.ts';
import { Button } from './Button.tsx';
import { useText } from './language.tsx';
import { Notice } from './Notice.tsx';
import { text } from './text.ts';
import styles from './states.module.css';

export interface EmptyStateProps {
  /** What is not there yet, in one sentence. */
  readonly title: string;
  /** What to do first. */
  readonly children?: ReactNode;
  /** The way on: a button, a ready template. */
  readonly action?: ReactNode;
}

/** Nothing here yet: says what to do first instead of showing an empty table. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className={styles.state}>
      <p className={styles.title}>{title}</p>
      {children ? <div className={styles.text}>{children}</div> : null}
      {action ? <div className={styles.action}>{action}</div> : null}
    </div>
  );
}

/** Level of the heading: 1 when the state stands for the whole page, lower when it stands for a part of one. */
type Level = 1 | 2 | 3;

export interface ErrorStateProps {
  readonly error: Error;
  /** 1 by default: most refusals are all that the page has to say. */
  readonly level?: Level;
  readonly onRetry?: () => void;
}

/** Where one goes from an address at which nothing stands: the list that the thing would stand in. Given by whoever knows the address. */
export const WayOut = createContext<ReactNode>(null);

/** What happened, what is safe, what to do; tells apart no connection, no right and everything else. */
export function ErrorState({ error, level = 1, onRetry }: ErrorStateProps) {
  const t = useText(text);
  const wayOut = useContext(WayOut);
  const refusal = error instanceof ApiError ? error : null;
  if (refusal?.status === 403) return <Forbidden message={refusal.message} level={level} />;
  const way = level === 1 && refusal?.status === 404 ? wayOut : null;
  // The server has understood and says why not: asking again in a minute would change nothing, and there is nothing to report.
  const final = refusal !== null && refusal.message !== '' && refusal.status >= 400 && refusal.status < 500;
  const offline = refusal?.code === 'offline';
  return (
    <div className={styles.state} data-page={level === 1} role="alert">
      <StateTitle level={level}>{offline ? t.offlineTitle : refusal?.message || t.errorTitle}</StateTitle>
      {final ? null : (
        <div className={styles.text}>
          <p>{offline ? t.offline : `${t.errorSafe} ${t.errorRetry}`}</p>
          {refusal && !offline ? <p className="soft small">{t.errorCode(refusal.code)}</p> : null}
        </div>
      )}
      {way === null ? null : <div className={styles.action}>{way}</div>}
      {onRetry && way === null ? (
        <div className={styles.action}>
          <Button onClick={onRetry}>{t.retry}</Button>
        </div>
      ) : null}
    </div>
  );
}

/** This person may not see it; says why and whom to ask. */
export function Forbidden({ message, level = 1 }: { readonly message?: string; readonly level?: Level }) {
  const t = useText(text);
  return (
    <div className={styles.state} data-page={level === 1}>
      <StateTitle level={level}>{t.forbiddenTitle}</StateTitle>
      <div className={styles.text}>
        <p>{message || t.forbidden}</p>
      </div>
    </div>
  );
}

/** The heading of a state; as the heading of a page it also names the window and can be read out on arrival. */
function StateTitle({ level, children }: { readonly level: Level; readonly children: string }) {
  const t = useText(text);
  useEffect(() => {
    if (level === 1) document.title = `${children} · ${t.product}`;
  }, [level, children, t]);
  if (level === 1) return <h1 tabIndex={-1}>{children}</h1>;
  const Heading = level === 2 ? 'h2' : 'h3';
  return <Heading className={styles.title}>{children}</Heading>;
}

/** Too few papers: a result of its own, neither a sign nor its absence. */
export function InsufficientSample({ given, required }: { readonly given: number; readonly required: number }) {
  const t = useText(text);
  return (
    <Notice title={t.insufficientTitle}>
      <p>{t.insufficient(given, required)}</p>
    </Notice>
  );
}

export type SkeletonShape = 'page' | 'table' | 'text' | 'chart';

/** The grey shape of what comes; appears only when loading takes longer than a blink. */
export function Skeleton({ shape = 'page', rows = 8 }: { readonly shape?: SkeletonShape; readonly rows?: number }) {
  const t = useText(text);
  return (
    <output className={styles.skeleton} aria-label={t.loading}>
      {shape === 'page' ? <span className={styles.barTitle} /> : null}
      {shape === 'chart' ? <span className={styles.barChart} /> : null}
      {shape === 'chart'
        ? null
        : Array.from({ length: rows }, (_, index) => (
            <span key={index} className={shape === 'text' ? styles.barText : styles.barRow} />
          ))}
    </output>
  );
}
