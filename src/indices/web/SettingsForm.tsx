import { useState, type FormEvent } from 'react';
import { Button } from '#src/platform/ui/Button.tsx';
import { ErrorSummary } from '#src/platform/ui/ErrorSummary.tsx';
import { NumberField, TextField } from '#src/platform/ui/Field.tsx';
import { useText } from '#src/platform/ui/language.tsx';
import { Notice } from '#src/platform/ui/Notice.tsx';
import { useContractMutation } from '#src/platform/ui/query.tsx';
import type { IndexSettings } from '../model.ts';
import './api.ts';
import styles from './indices.module.css';
import { type FieldName, FIELDS, readSettingsForm, typedSettings } from './settings-form.ts';
import { settingsText } from './settings-text.ts';

interface SettingsFormProps {
  /** Empty: a year is asked. */
  readonly year: string;
  readonly settings: IndexSettings;
  readonly onEnd: () => void;
}

/** A new version of the thresholds of a year. */
export function SettingsForm({ year, settings, onEnd }: SettingsFormProps) {
  const t = useText(settingsText);
  const [typed, setTyped] = useState(() => typedSettings(year, settings));
  const [note, setNote] = useState('');
  const [faults, setFaults] = useState<readonly FieldName[]>([]);
  const save = useContractMutation('POST /api/indices/settings');
  const labels: Record<FieldName, string> = {
    year: t.year,
    vpr: t.gap.vpr,
    oge: t.gap.oge,
    dkr: t.gap.dkr,
    minimum: t.minimum,
    russian1: t.russian(1),
    other1: t.other(1),
    base1: t.base(1),
    russian2: t.russian(2),
    other2: t.other(2),
    base2: t.base(2),
  };
  const hints: Partial<Record<FieldName, string>> = { year: t.yearHint, vpr: t.gapHint };
  const messageOf = (name: FieldName): string => {
    const { low, high } = FIELDS.find((field) => field.name === name)!;
    return t.wrong(labels[name], low, high);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const read = readSettingsForm(typed);
    setFaults('faults' in read ? read.faults : []);
    if ('faults' in read) return;
    save.mutate({ body: { ...read, note } }, { onSuccess: onEnd });
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate aria-labelledby="settings-title">
      <h2 id="settings-title">{t.formTitle(year)}</h2>
      <ErrorSummary errors={faults.map((name) => ({ field: `settings-${name}`, message: messageOf(name) }))} />
      {save.error ? (
        <Notice kind="problem" live>
          {save.error.message}
        </Notice>
      ) : null}
      {FIELDS.filter(({ name }) => name !== 'year' || year === '').map(({ name }) => (
        <NumberField
          key={name}
          id={`settings-${name}`}
          label={labels[name]}
          hint={hints[name]}
          value={typed[name]}
          onChange={(value) => setTyped({ ...typed, [name]: value })}
          error={faults.includes(name) ? messageOf(name) : null}
        />
      ))}
      <TextField
        id="settings-note"
        label={t.note}
        hint={t.noteHint}
        optional
        autoComplete="off"
        value={note}
        onChange={setNote}
      />
      <p>
        <Button type="submit" kind="main" busy={save.isPending}>
          {t.save}
        </Button>{' '}
        <Button kind="quiet" onClick={onEnd}>
          {t.cancel}
        </Button>
      </p>
    </form>
  );
}
