import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '#src/access/web/session.tsx';
import { Button } from '#src/platform/ui/Button.tsx';
import { ErrorSummary, type FieldError } from '#src/platform/ui/ErrorSummary.tsx';
import { NumberField, TextField } from '#src/platform/ui/Field.tsx';
import { useText } from '#src/platform/ui/language.tsx';
import { useContractMutation } from '#src/platform/ui/query.tsx';
import '../api.ts';
import styles from './plans.module.css';
import { plansText } from './text.ts';

/** Title and year are enough to begin; everything else is written in the table. */
export function NewPlanForm({ onCancel }: { readonly onCancel: () => void }) {
  const t = useText(plansText);
  const navigate = useNavigate();
  const create = useContractMutation('POST /api/plans', ['GET /api/plans']);
  const [title, setTitle] = useState('');
  const [year, setYear] = useState(String(useSession().schoolYear));
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const wrong = (field: string) => errors.find((error) => error.field === field)?.message;

  const send = (): void => {
    const found: FieldError[] = [];
    if (title.trim().length < 3) found.push({ field: 'plan-title', message: t.titleWrong });
    if (!/^20\d\d$/u.test(year.trim())) found.push({ field: 'plan-year', message: t.yearWrong });
    setErrors(found);
    if (found.length) return;
    create.mutate(
      { body: { title: title.trim(), schoolYear: Number(year) } },
      {
        onSuccess: ({ id }) => void navigate({ to: '/plans/$id', params: { id: String(id) } }),
        onError: (error) => setErrors([{ field: '', message: error.message }]),
      },
    );
  };

  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <ErrorSummary errors={errors} />
      <TextField
        id="plan-title"
        label={t.newTitle}
        maxLength={500}
        hint={t.newTitleHint}
        error={wrong('plan-title')}
        value={title}
        onChange={setTitle}
        width="full"
      />
      <NumberField
        id="plan-year"
        label={t.newYear}
        hint={t.newYearHint}
        error={wrong('plan-year')}
        value={year}
        onChange={setYear}
      />
      <span className={styles.ways}>
        <Button kind="main" type="submit" busy={create.isPending}>
          {t.create}
        </Button>
        <Button kind="quiet" onClick={onCancel}>
          {t.cancel}
        </Button>
      </span>
    </form>
  );
}
