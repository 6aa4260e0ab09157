import { useEffect, useRef } from 'react';
import { useText } from './language.tsx';
import { text } from './text.ts';
import styles from './Notice.module.css';

export interface FieldError {
  /** Id of the control the error stands at; empty when it belongs to the whole form. */
  readonly field: string;
  readonly message: string;
}

/** All errors of a form on top, each a link to its field; takes the focus when it appears. */
export function ErrorSummary({ errors }: { readonly errors: readonly FieldError[] }) {
  const t = useText(text);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors.length) box.current?.focus();
  }, [errors]);
  if (errors.length === 0) return null;
  return (
    <div ref={box} role="alert" tabIndex={-1} className={`${styles.notice} ${styles.problem}`}>
      <p className={styles.title}>{t.errorsTitle}</p>
      <ul className={styles.list}>
        {errors.map((error) => (
          <li key={error.field + error.message}>
            {error.field ? (
              <a
                href={`#${error.field}`}
                onClick={(event) => {
                  event.preventDefault();
                  document.getElementById(error.field)?.focus();
                }}
              >
                {error.message}
              </a>
            ) : (
              error.message
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
