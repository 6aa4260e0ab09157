import { type FormEvent, useState } from 'react';
import { Button } from '#src/platform/ui/Button.tsx';
import { ErrorSummary, type FieldError } from '#src/platform/ui/ErrorSummary.tsx';
import { DateField, SelectField, TextField } from '#src/platform/ui/Field.tsx';
import { useText } from '#src/platform/ui/language.tsx';
import { useContractMutation } from '#src/platform/ui/query.tsx';
import type { Substitutions } from './SubstitutionsPage.tsx';
import styles from './substitutions.module.css';
import { substitutionsText } from './substitutions-text.ts';

interface Typed {
  readonly absent: string;
  readonly substitute: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly orderNumber: string;
  readonly orderDate: string | null;
}

const EMPTY: Typed = { absent: '', substitute: '', from: null, to: null, orderNumber: '', orderDate: null };

/** Who is away, who stands in, from when to when, by which order. */
export function NewSubstitution({ staff }: { readonly staff: Substitutions['staff'] }) {
  const t = useText(substitutionsText);
  const create = useContractMutation('POST /api/substitutions');
  const [typed, setTyped] = useState(EMPTY);
  // Date fields hold what is typed themselves: a new key empties them after saving.
  const [round, setRound] = useState(0);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const set = (change: Partial<Typed>) => setTyped({ ...typed, ...change });
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message;
  const people = staff.map(({ id, fullName, post }) => ({ value: String(id), label: `${fullName}, ${post}` }));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const fields = ['absent', 'substitute', 'from', 'orderNumber', 'orderDate'] as const;
    const wrong = fields.filter((field) => !typed[field]).map((field) => ({ field, message: t.errors[field] }));
    setErrors(wrong);
    const { from, orderDate } = typed;
    if (wrong.length > 0 || from === null || orderDate === null || create.isPending) return;
    create.mutate(
      {
        body: {
          absentId: Number(typed.absent),
          substituteId: Number(typed.substitute),
          from,
          to: typed.to,
          orderNumber: typed.orderNumber,
          orderDate,
        },
      },
      {
        onSuccess: () => {
          setTyped(EMPTY);
          setRound(round + 1);
        },
        onError: (error) => setErrors([{ field: '', message: error.message || t.offline }]),
      },
    );
  };
  return (
    <form key={round} className={styles.form} onSubmit={submit} noValidate>
      <ErrorSummary errors={errors} />
      <SelectField
        id="absent"
        label={t.absent}
        value={typed.absent}
        placeholder={t.choose}
        width="full"
        options={people}
        error={errorOf('absent')}
        onChange={(absent) => set({ absent })}
      />
      <SelectField
        id="substitute"
        label={t.substitute}
        value={typed.substitute}
        placeholder={t.choose}
        width="full"
        options={people.filter(({ value }) => value !== typed.absent)}
        error={errorOf('substitute')}
        onChange={(substitute) => set({ substitute })}
      />
      <div className={styles.row}>
        <DateField
          id="from"
          label={t.from}
          value={typed.from}
          error={errorOf('from')}
          onChange={(from) => set({ from })}
        />
        <DateField label={t.to} hint={t.toHint} optional value={typed.to} onChange={(to) => set({ to })} />
      </div>
      <div className={styles.row}>
        <TextField
          id="orderNumber"
          label={t.orderNumber}
          width="short"
          maxLength={60}
          value={typed.orderNumber}
          error={errorOf('orderNumber')}
          onChange={(orderNumber) => set({ orderNumber })}
        />
        <DateField
          id="orderDate"
          label={t.orderDate}
          value={typed.orderDate}
          error={errorOf('orderDate')}
          onChange={(orderDate) => set({ orderDate })}
        />
      </div>
      <div>
        <Button type="submit" kind="main" busy={create.isPending}>
          {t.save}
        </Button>
      </div>
    </form>
  );
}
