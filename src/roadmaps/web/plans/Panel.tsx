import { useEffect, useRef, type ReactNode } from 'react';
import { Button } from '#src/platform/ui/Button.tsx';
import { useText } from '#src/platform/ui/language.tsx';
import styles from './plan.module.css';
import { panelText } from './panel-text.ts';

export interface PanelProps {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** What opens above the table: takes the focus to its heading, Escape closes it. */
export function Panel({ title, lead, onClose, children }: PanelProps) {
  const t = useText(panelText);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    heading.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <section className={`${styles.panel} no-print`} aria-label={title}>
      <div className={styles.panelHead}>
        <h2 ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <Button kind="quiet" onClick={onClose}>
          {t.cancel}
        </Button>
      </div>
      {lead ? <p className="soft">{lead}</p> : null}
      {children}
    </section>
  );
}
