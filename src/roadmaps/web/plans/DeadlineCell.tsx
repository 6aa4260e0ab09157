import { useEffect, useId, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react';
import type { DeadlineContext } from '../../deadline/resolve.ts';
import type { SetWindow } from '../../model.ts';
import { DeadlineField } from '../calendars/DeadlineField.tsx';
import type { Step } from './CellEditor.tsx';
import type { PlanMeasure } from './merge.ts';
import { ProposalNote } from './ProposalNote.tsx';
import styles from './table.module.css';
import type { Proposal } from './useTableEditing.ts';

export interface DeadlineCellProps {
  readonly label: string;
  readonly measure: PlanMeasure;
  readonly value: string;
  /** `value` is only proposed: leaving the cell does not write it. */
  readonly proposal: Proposal | null;
  readonly context: DeadlineContext;
  readonly error: string | null;
  readonly onChange: (value: string) => void;
  /** `windows`: days set by hand, where they were changed. */
  readonly onSave: (step: Step, windows?: readonly SetWindow[] | null) => void;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** The field of deadlines in a cell: Enter saves, Escape leaves, Tab walks through it and on to the next cell. */
export function DeadlineCell(props: DeadlineCellProps) {
  const { label, measure, value, proposal, context, error, onChange, onSave, onConfirm, onCancel } = props;
  const [windows, setWindows] = useState<readonly SetWindow[] | null>(measure.windowsSet);
  const box = useRef<HTMLDivElement>(null);
  const ended = useRef(false);
  const id = useId();
  useEffect(() => {
    const input = document.getElementById(id);
    input?.focus();
    if (input instanceof HTMLInputElement) input.select();
  }, [id]);

  const save = (step: Step): void => {
    if (ended.current) return;
    ended.current = true;
    if (windows === measure.windowsSet) onSave(step);
    else onSave(step, windows);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.defaultPrevented) return;
    if (event.key === 'Escape') {
      ended.current = true;
      event.preventDefault();
      onCancel();
    } else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
      event.preventDefault();
      save(0);
    } else if (event.key === 'Tab') {
      const stops = [...(box.current?.querySelectorAll<HTMLElement>('input, button, a[href]') ?? [])];
      const last = event.shiftKey ? stops[0] : stops.at(-1);
      if (event.target !== last) return;
      event.preventDefault();
      save(event.shiftKey ? -1 : 1);
    }
  };
  const leave = (event: FocusEvent): void => {
    if (event.relatedTarget instanceof Node && box.current?.contains(event.relatedTarget)) return;
    // A press on a button of the field takes the focus nowhere for a moment.
    if (event.relatedTarget === null && box.current?.matches(':hover')) return;
    if (proposal === null) save('left');
    else if (!ended.current) {
      ended.current = true;
      onCancel();
    }
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys of the field inside: Enter saves, Escape leaves
    <div ref={box} className={styles.deadlineCell} onKeyDown={press} onBlur={leave}>
      <DeadlineField
        id={id}
        bare
        label={label}
        value={value}
        context={context}
        windowsSet={windows}
        confirmed={measure.deadlineConfirmed}
        onChange={onChange}
        onWindowsSet={setWindows}
        onConfirm={onConfirm}
      />
      {proposal === null ? null : <ProposalNote source={proposal.source} />}
      {error ? (
        <span role="alert" className={styles.error}>
          {error}
        </span>
      ) : null}
    </div>
  );
}
