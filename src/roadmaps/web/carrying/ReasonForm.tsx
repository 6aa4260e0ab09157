import { useState, type FormEvent } from 'react';
import { Button } from '#src/platform/ui/Button.tsx';
import { TextAreaField } from '#src/platform/ui/Field.tsx';
import { useText } from '#src/platform/ui/language.tsx';
import { NOTE_CHARACTERS } from '../../carrying/rules.ts';
import parts from './parts.module.css';
import { measureText } from './measure-text.ts';

interface ReasonFormProps {
  readonly label: string;
  readonly hint: string;
  /** The verb on the button. */
  readonly save: string;
  readonly busy: boolean;
  readonly onSave: (reason: string) => void;
  readonly onCancel: () => void;
}

/** A reason or a remark in words, asked for where it is needed and never in a window above the page. */
export function ReasonForm({ label, hint, save, busy, onSave, onCancel }: ReasonFormProps) {
  const t = useText(measureText);
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (busy) return;
    const words = reason.trim();
    if (words === '') setFault(hint);
    else if (words.length > NOTE_CHARACTERS) setFault(t.tooLong(words.length, NOTE_CHARACTERS));
    else onSave(words);
  };
  return (
    <form className={parts.form} onSubmit={submit} noValidate>
      <TextAreaField
        label={label}
        hint={hint}
        rows={3}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- it appears because the person pressed a button for it
        autoFocus
        value={reason}
        error={fault}
        onChange={(value) => {
          setReason(value);
          setFault(null);
        }}
      />
      <div className={parts.actions}>
        <Button type="submit" kind="main" busy={busy}>
          {save}
        </Button>
        <Button onClick={onCancel}>{t.cancel}</Button>
      </div>
    </form>
  );
}
