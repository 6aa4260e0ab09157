import { useState, type FormEvent, type ReactNode } from 'react';
import type { ApiError } from '#src/platform/ui/api.ts';
import { Button } from '#src/platform/ui/Button.tsx';
import { DraftNote, useDraft } from '#src/platform/ui/draft.tsx';
import { ErrorSummary, type FieldError } from '#src/platform/ui/ErrorSummary.tsx';
import { useText } from '#src/platform/ui/language.tsx';
import styles from './organizations.module.css';
import { text } from './text.ts';

interface EditingProps<T extends object> {
  /** Of the draft, and prefix of the ids of the fields. */
  readonly name: string;
  readonly title: string;
  readonly hint?: string;
  readonly initial: T;
  readonly submitLabel: string;
  readonly busy: boolean;
  /** Names of fields with what is wrong; empty when the form may be sent. */
  readonly check: (value: T) => readonly FieldError[];
  /** Sends the form; must call one of the two. */
  readonly send: (value: T, done: () => void, failed: (error: ApiError) => void) => void;
  readonly onEnd: () => void;
  readonly children: (
    value: T,
    set: (change: Partial<T>) => void,
    field: (name: keyof T & string) => { readonly id: string; readonly error: string | undefined },
  ) => ReactNode;
}

/** One form of this room: errors on top and at the fields, a draft while one types, refusals of the server in words. */
export function Editing<T extends object>(props: EditingProps<T>) {
  const { name, title, hint, initial, submitLabel, busy, check, send, onEnd, children } = props;
  const t = useText(text);
  const [start] = useState(initial);
  const draft = useDraft<T>(name, start);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const idOf = (field: string) => `${name}-${field}`;
  const leave = () => {
    draft.discard();
    onEnd();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const wrong = check(draft.value).map(({ field, message }) => ({ field: idOf(field), message }));
    setErrors(wrong);
    if (wrong.length > 0) return;
    send(draft.value, leave, (error) => {
      const message = error.code === 'changedMeanwhile' ? t.changedMeanwhile : error.message || t.offline;
      setErrors([{ field: '', message }]);
    });
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate aria-labelledby={idOf('title')}>
      <div>
        <h3 id={idOf('title')}>{title}</h3>
        {hint ? <p className="soft">{hint}</p> : null}
      </div>
      <ErrorSummary errors={errors} />
      {children(
        draft.value,
        (change) => draft.setValue({ ...draft.value, ...change }),
        (field) => ({
          id: idOf(field),
          error: errors.find((error) => error.field === idOf(field))?.message,
        }),
      )}
      <div className={styles.actions}>
        <Button type="submit" kind="main" busy={busy}>
          {submitLabel}
        </Button>
        <Button kind="quiet" onClick={leave}>
          {t.cancel}
        </Button>
        <DraftNote draft={draft} />
      </div>
    </form>
  );
}
