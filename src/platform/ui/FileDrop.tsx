import { useId, useState, type DragEvent, type ReactNode } from 'react';
import { useText } from './language.tsx';
import { text } from './text.ts';
import buttonStyles from './Button.module.css';
import styles from './FileDrop.module.css';

export interface FileDropProps {
  /** What belongs here: «Файлы результатов». */
  readonly label: string;
  /** Formats and limits in words. */
  readonly hint?: ReactNode;
  /** Extensions for the browser's dialog; what a file is, is decided by its content. */
  readonly accept?: string;
  readonly disabled?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** Many files at once, by dragging or by the browser's own dialog: a native file input, so the keyboard works by itself. */
export function FileDrop({ label, hint, accept, disabled = false, onFiles }: FileDropProps) {
  const t = useText(text);
  const id = useId();
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    if (!disabled && event.dataTransfer.files.length) onFiles([...event.dataTransfer.files]);
  };
  return (
    <div
      className={styles.drop}
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p className={styles.title}>{over ? t.dropNow : t.drop}</p>
      {hint ? (
        <p className={styles.hint} id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      <input
        id={id}
        type="file"
        multiple
        accept={accept}
        disabled={disabled}
        aria-label={label}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className={`visually-hidden ${styles.input}`}
        onChange={(event) => {
          if (event.target.files?.length) onFiles([...event.target.files]);
          // The same file may be chosen again after it was mended.
          event.target.value = '';
        }}
      />
      <label htmlFor={id} className={`${buttonStyles.button} ${buttonStyles.main} ${styles.choose}`}>
        {t.choose}
      </label>
    </div>
  );
}
