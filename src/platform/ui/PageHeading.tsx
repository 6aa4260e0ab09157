import { useEffect, type ReactNode } from 'react';
import { useText } from './language.tsx';
import { text } from './text.ts';
import styles from './PageHeading.module.css';

export interface PageHeadingProps {
  /** One sentence of fact; also the title of the window and of the printed page. */
  readonly title: string;
  /** A line above: where the page belongs, usually a link back. */
  readonly above?: ReactNode;
  /** What a person has to know before reading on; one or two sentences. */
  readonly lead?: ReactNode;
  /** The one main action. */
  readonly action?: ReactNode;
}

export function PageHeading({ title, above, lead, action }: PageHeadingProps) {
  const t = useText(text);
  useEffect(() => {
    document.title = `${title} · ${t.product}`;
  }, [title, t]);
  return (
    <header className={styles.heading}>
      {above ? <div className={styles.above}>{above}</div> : null}
      <div className={styles.line}>
        <h1 tabIndex={-1} className={styles.title}>
          {title}
        </h1>
        {action ? <div className={styles.action}>{action}</div> : null}
      </div>
      {lead ? <p className={styles.lead}>{lead}</p> : null}
    </header>
  );
}
