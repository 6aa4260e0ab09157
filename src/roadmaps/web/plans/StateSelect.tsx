import { useEffect, useRef } from 'react';
import type { Step } from './CellEditor.tsx';
import styles from './table.module.css';

interface StateSelectProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onSave: (value: string, step: Step) => void;
  readonly onCancel: () => void;
}

/** A choice in a cell: choosing saves, Escape and leaving do not. */
export function StateSelect({ label, value, options, onSave, onCancel }: StateSelectProps) {
  const select = useRef<HTMLSelectElement>(null);
  useEffect(() => select.current?.focus(), []);
  return (
    <select
      ref={select}
      className={styles.editor}
      aria-label={label}
      value={value}
      onChange={(event) => onSave(event.target.value, 0)}
      onBlur={onCancel}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.preventDefault();
          onCancel();
        } else if (event.key === 'Tab') {
          event.preventDefault();
          onSave(value, event.shiftKey ? -1 : 1);
        }
      }}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
