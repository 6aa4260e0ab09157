import { Link, useRouter } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { Button } from '#src/platform/ui/Button.tsx';
import { DraftNote, useDraft } from '#src/platform/ui/draft.tsx';
import { ErrorSummary, type FieldError } from '#src/platform/ui/ErrorSummary.tsx';
import { TextField } from '#src/platform/ui/Field.tsx';
import { useText } from '#src/platform/ui/language.tsx';
import { PageHeading } from '#src/platform/ui/PageHeading.tsx';
import { useContractMutation } from '#src/platform/ui/query.tsx';
import { Forbidden } from '#src/platform/ui/states.tsx';
import { PASSWORD_MIN_LENGTH } from '../../rules.ts';
import '../api.ts';
import { useCan } from '../session.tsx';
import styles from './accounts.module.css';
import { type GrantForm, grantFaults, grantInput, NO_GRANT } from './grant.ts';
import { GrantFields } from './GrantFields.tsx';
import { PasswordWithInvention } from './PasswordWithInvention.tsx';
import { text } from './text.ts';

interface NewAccount {
  readonly displayName: string;
  readonly login: string;
  readonly grant: GrantForm;
}

const EMPTY: NewAccount = { displayName: '', login: '', grant: NO_GRANT };

/** Makes an account with one role. The draft keeps everything but the password. */
export default function NewAccountPage() {
  const t = useText(text);
  const router = useRouter();
  const may = useCan('editAccounts');
  const draft = useDraft<NewAccount>('new-account', EMPTY);
  const [password, setPassword] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const create = useContractMutation('POST /api/accounts');
  const form = draft.value;
  const set = (change: Partial<NewAccount>) => draft.setValue({ ...form, ...change });
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message;
  if (!may) return <Forbidden />;

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const wrong: FieldError[] = [];
    if (form.displayName.trim().length < 2) wrong.push({ field: 'displayName', message: t.errors.displayName });
    wrong.push(...grantFaults(form.grant).map((field) => ({ field, message: t.errors[field] })));
    if (form.login.trim().length < 3) wrong.push({ field: 'login', message: t.errors.login });
    if ([...password].length < PASSWORD_MIN_LENGTH) {
      wrong.push({ field: 'password', message: t.errors.password(PASSWORD_MIN_LENGTH) });
    } else if (password.toLowerCase() === form.login.trim().toLowerCase()) {
      wrong.push({ field: 'password', message: t.errors.passwordIsLogin });
    }
    setErrors(wrong);
    if (wrong.length > 0) return;
    create.mutate(
      { body: { login: form.login, displayName: form.displayName, password, grant: grantInput(form.grant) } },
      {
        onSuccess: ({ id }) => {
          draft.discard();
          router.history.push(`/accounts/${id}`);
        },
        onError: (error) =>
          setErrors([{ field: error.code === 'loginTaken' ? 'login' : '', message: error.message || t.offline }]),
      },
    );
  };
  return (
    <>
      <PageHeading above={<Link to="/accounts">{t.toList}</Link>} title={t.newTitle} lead={t.newLead} />
      <form onSubmit={submit} noValidate className={styles.form}>
        <ErrorSummary errors={errors} />
        <TextField
          id="displayName"
          label={t.displayName}
          hint={t.displayNameHint}
          autoComplete="off"
          value={form.displayName}
          onChange={(displayName) => set({ displayName })}
          error={errorOf('displayName')}
        />
        <GrantFields value={form.grant} errors={errors} onChange={(grant) => set({ grant })} />
        <TextField
          id="login"
          label={t.login}
          hint={t.loginHint}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={form.login}
          onChange={(login) => set({ login })}
          error={errorOf('login')}
        />
        <PasswordWithInvention label={t.password} value={password} onChange={setPassword} error={errorOf('password')} />
        <div className={styles.actions}>
          <Button type="submit" kind="main" busy={create.isPending}>
            {t.save}
          </Button>
          <DraftNote draft={draft} />
        </div>
      </form>
    </>
  );
}
