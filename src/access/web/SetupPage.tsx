import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { Button } from '#src/platform/ui/Button.tsx';
import { ErrorSummary, type FieldError } from '#src/platform/ui/ErrorSummary.tsx';
import { PasswordField, TextField } from '#src/platform/ui/Field.tsx';
import { useText } from '#src/platform/ui/language.tsx';
import { useContractMutation } from '#src/platform/ui/query.tsx';
import { Entrance } from './Entrance.tsx';
import styles from './Entrance.module.css';
import { text } from './text.ts';

const SHORTEST_PASSWORD = 12;

/** The first start: names the region and makes the administrator's account. */
export default function SetupPage() {
  const t = useText(text);
  const router = useRouter();
  const client = useQueryClient();
  const setup = useContractMutation('POST /api/setup', []);
  const [form, setForm] = useState({ regionName: '', displayName: '', login: '', password: '' });
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const field = (name: keyof typeof form) => ({
    id: name,
    value: form[name],
    onChange: (value: string) => setForm({ ...form, [name]: value }),
    error: errors.find((error) => error.field === name)?.message,
  });

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const wrong: FieldError[] = [];
    if (form.regionName.trim().length < 2) wrong.push({ field: 'regionName', message: t.noRegion });
    if (form.displayName.trim().length < 2) wrong.push({ field: 'displayName', message: t.noName });
    if (form.login.trim().length < 3) wrong.push({ field: 'login', message: t.shortLogin });
    if (form.password.length < SHORTEST_PASSWORD) wrong.push({ field: 'password', message: t.shortPassword });
    setErrors(wrong);
    if (wrong.length) return;
    setup.mutate(
      { body: form },
      {
        onSuccess: () => {
          client.clear();
          router.history.push('/');
        },
        onError: (error) => setErrors([{ field: '', message: error.message || t.unreachable }]),
      },
    );
  };

  return (
    <Entrance title={t.setupTitle} lead={t.setupLead}>
      <form onSubmit={submit} noValidate className={styles.form}>
        <ErrorSummary errors={errors} />
        <TextField {...field('regionName')} label={t.regionName} hint={t.regionHint} autoComplete="off" />
        <TextField {...field('displayName')} label={t.displayName} hint={t.displayNameHint} autoComplete="name" />
        <TextField
          {...field('login')}
          label={t.login}
          hint={t.loginHint}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
        />
        <PasswordField {...field('password')} label={t.password} hint={t.newPasswordHint} autoComplete="new-password" />
        <Button type="submit" kind="main" busy={setup.isPending}>
          {setup.isPending ? t.creating : t.create}
        </Button>
      </form>
    </Entrance>
  );
}
