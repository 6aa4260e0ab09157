import { useEffect, useId, useLayoutEffect, useRef, type KeyboardEvent } from 'react';
import styles from './table.module.css';

/** Where the hand goes when a cell is saved: to the next, the previous, back to it; `left`: the hand is elsewhere already. */
export type Step = 1 | -1 | 0 | 'left';

export interface CellEditorProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onSave: (step: Step) => void;
  readonly onCancel: () => void;
  readonly error?: string | null;
  /** One line: a number, a title. */
  readonly short?: boolean;
  readonly placeholder?: string;
}

/** The text of a cell while it is edited: grows with its words; Enter saves, Escape leaves, Tab goes on. */
export function CellEditor({
  label,
  value,
  onChange,
  onSave,
  onCancel,
  error,
  short = false,
  placeholder,
}: CellEditorProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const ended = useRef(false);
  const errorId = useId();
  useEffect(() => {
    const element = area.current;
    element?.focus();
    element?.setSelectionRange(element.value.length, element.value.length);
  }, []);
  useEffect(() => {
    // A refusal brings the cell back to the hand.
    if (error) ended.current = false;
  }, [error]);
  useLayoutEffect(() => {
    // After every letter: the box is as tall as its words.
    const element = area.current;
    if (!element) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight + 2}px`;
  });

  const end = (action: () => void): void => {
    if (ended.current) return;
    ended.current = true;
    action();
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      end(onCancel);
    } else if (event.key === 'Tab') {
      event.preventDefault();
      end(() => onSave(event.shiftKey ? -1 : 1));
    } else if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      end(() => onSave(0));
    }
  };
  return (
    <>
      <textarea
        ref={area}
        rows={1}
        className={short ? `${styles.editor} ${styles.editorShort}` : styles.editor}
        aria-label={label}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? errorId : undefined}
        placeholder={placeholder}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={press}
        onBlur={() => end(() => onSave('left'))}
      />
      {error ? (
        <span id={errorId} role="alert" className={styles.error}>
          {error}
        </span>
      ) : null}
    </>
  );
}
