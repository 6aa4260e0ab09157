import { useState, type FormEvent } from 'react';
import { Button } from '#src/platform/ui/Button.tsx';
import { ErrorSummary, type FieldError } from '#src/platform/ui/ErrorSummary.tsx';
import { TextField } from '#src/platform/ui/Field.tsx';
import { useText } from '#src/platform/ui/language.tsx';
import { Notice } from '#src/platform/ui/Notice.tsx';
import { useContractMutation } from '#src/platform/ui/query.tsx';
import styles from '../works/works.module.css';
import { text } from './text.ts';

export interface EditedCode {
  /** null: a row that is not there yet. */
  readonly id: number | null;
  readonly system: string;
  readonly code: string;
  readonly subject: string;
  readonly note: string;
  /** System and code are those of a row in the table. */
  readonly fixed: boolean;
}

const FIELDS = ['system', 'code', 'subject', 'note'] as const;
type Name = (typeof FIELDS)[number];

interface CodeFormProps {
  readonly code: EditedCode;
  readonly onEnd: () => void;
}

/** A row of the region: new, in place of a shipped one, or changed. */
export function CodeForm({ code, onEnd }: CodeFormProps) {
  const t = useText(text);
  const [form, setForm] = useState<Record<Name, string>>({ ...code });
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const create = useContractMutation('POST /api/subject-codes', ['GET /api/subject-codes']);
  const update = useContractMutation('PATCH /api/subject-codes/:id', ['GET /api/subject-codes']);
  const refusal = create.error ?? update.error;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const faults = FIELDS.filter((name) => name !== 'note' && form[name].trim() === '');
    setErrors(faults.map((name) => ({ field: `code-${name}`, message: t.required(t[name]) })));
    if (faults.length > 0) return;
    const { system, code: key, subject, note } = form;
    const after = { onSuccess: onEnd };
    if (code.id === null) create.mutate({ body: { system, code: key, subject, note } }, after);
    else update.mutate({ params: { id: code.id }, body: { subject, note } }, after);
  };
  const field = (name: Name) => ({
    id: `code-${name}`,
    label: t[name],
    value: form[name],
    autoComplete: 'off',
    onChange: (value: string) => setForm({ ...form, [name]: value }),
    error: errors.find((error) => error.field === `code-${name}`)?.message,
  });
  return (
    <form className={styles.section} onSubmit={submit} noValidate aria-labelledby="code-title">
      <h2 id="code-title">{code.fixed ? t.editTitle(code.code) : t.addTitle}</h2>
      <ErrorSummary errors={errors} />
      {refusal ? (
        <Notice kind="problem" live>
          {refusal.message}
        </Notice>
      ) : null}
      {code.fixed ? null : (
        <>
          <TextField {...field('system')} hint={t.systemHint} />
          <TextField {...field('code')} hint={t.codeHint} width="short" />
        </>
      )}
      <TextField {...field('subject')} hint={t.subjectHint} />
      <TextField {...field('note')} optional />
      <p>
        <Button type="submit" kind="main" busy={create.isPending || update.isPending}>
          {t.save}
        </Button>{' '}
        <Button kind="quiet" onClick={onEnd}>
          {t.cancel}
        </Button>
      </p>
    </form>
  );
}
