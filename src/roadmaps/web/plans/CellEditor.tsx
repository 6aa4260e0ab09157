import { useEffect, useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { ProposalNote } from './ProposalNote.tsx';
import styles from './table.module.css';
import type { Proposal } from './useTableEditing.ts';

/** Where the hand goes when a cell is saved: to the next, the previous, back to it; `left`: the hand is elsewhere already. */
export type Step = 1 | -1 | 0 | 'left';

export interface CellEditorProps {
  readonly label: string;
  /** What stands in it when it opens. */
  readonly value: string;
  /** Hears what is typed, in pauses: it is kept from then on. */
  readonly onChange: (value: string) => void;
  readonly onSave: (step: Step, value: string) => void;
  readonly onCancel: () => void;
  readonly error?: string | null;
  /** `value` is only proposed: leaving the cell does not write it. */
  readonly proposal?: Proposal | null;
  /** One line: a number, a title. */
  readonly short?: boolean;
  readonly placeholder?: string;
}

/** Typing goes on undisturbed for so long before the page hears of it, milliseconds: a long table is not drawn at every key. */
const PAUSE = 250;

/** The text of a cell while it is edited: grows with its words; Enter saves, Escape leaves, Tab goes on. */
export function CellEditor({
  label,
  value,
  onChange,
  onSave,
  onCancel,
  error,
  proposal = null,
  short = false,
  placeholder,
}: CellEditorProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const ended = useRef(false);
  const [typed, setTyped] = useState(value);
  const waiting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const tall = useRef(0);
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
    // The box is as tall as its words; it is measured anew only where they outgrow it or have become fewer.
    const element = area.current;
    if (!element) return;
    if (typed.length < tall.current) element.style.height = 'auto';
    tall.current = typed.length;
    if (element.scrollHeight > element.clientHeight) element.style.height = `${element.scrollHeight + 2}px`;
  }, [typed]);
  useEffect(() => () => clearTimeout(waiting.current), []);

  const end = (action: () => void): void => {
    // What was refused may be tried again.
    if (ended.current && !error) return;
    ended.current = true;
    clearTimeout(waiting.current);
    action();
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      end(onCancel);
    } else if (event.key === 'Tab') {
      event.preventDefault();
      end(() => onSave(event.shiftKey ? -1 : 1, typed));
    } else if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      end(() => onSave(0, typed));
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
        value={typed}
        onChange={(event) => {
          const next = event.target.value;
          setTyped(next);
          clearTimeout(waiting.current);
          waiting.current = setTimeout(() => onChange(next), PAUSE);
        }}
        onKeyDown={press}
        onBlur={() => end(proposal !== null && typed === proposal.value ? onCancel : () => onSave('left', typed))}
      />
      {proposal === null ? null : <ProposalNote source={proposal.source} />}
      {error ? (
        <span id={errorId} role="alert" className={styles.error}>
          {error}
        </span>
      ) : null}
    </>
  );
}
