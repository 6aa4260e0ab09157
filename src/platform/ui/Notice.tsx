import type { ReactNode } from 'react';
import styles from './Notice.module.css';

export interface NoticeProps {
  /** `plain` informs, `attention` asks to look, `problem` says that something did not work. */
  readonly kind?: 'plain' | 'attention' | 'problem';
  readonly title?: string;
  readonly children?: ReactNode;
  /** Read out at once when it appears. */
  readonly live?: boolean;
}

/** A remark beside the text, set off by a line: never a floating message that goes away by itself. */
export function Notice({ kind = 'plain', title, children, live = false }: NoticeProps) {
  return (
    <div className={`${styles.notice} ${styles[kind]}`} role={live ? 'status' : undefined}>
      {title ? <p className={styles.title}>{title}</p> : null}
      {children ? <div className={styles.text}>{children}</div> : null}
    </div>
  );
}
