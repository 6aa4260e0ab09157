import { useId, type ReactNode } from 'react';
import styles from './Passage.module.css';

export interface PassageProps {
  readonly title: string;
  readonly children: ReactNode;
  /** Begins a new sheet when printed. */
  readonly newSheet?: boolean;
}

/** A part of a report: its heading hangs in the left margin, so that the eye runs down the headings and finds its place. */
export function Passage({ title, children, newSheet = false }: PassageProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={newSheet ? `${styles.passage} ${styles.newSheet}` : styles.passage}>
      <h2 id={id} className={styles.title}>
        {title}
      </h2>
      <div className={styles.body}>{children}</div>
    </section>
  );
}
