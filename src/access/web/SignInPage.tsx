import { useQueryClient } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { Button } from '#src/platform/ui/Button.tsx';
import { ErrorSummary, type FieldError } from '#src/platform/ui/ErrorSummary.tsx';
import { PasswordField, TextField } from '#src/platform/ui/Field.tsx';
import { useText } from '#src/platform/ui/language.tsx';
import { Notice } from '#src/platform/ui/Notice.tsx';
import { useContractMutation } from '#src/platform/ui/query.tsx';
import { Entrance } from './Entrance.tsx';
import styles from './Entrance.module.css';
import { text } from './text.ts';

/** Sign-in; `?return=` leads back to where the session ended. */
export default function SignInPage() {
  const t = useText(text);
  const router = useRouter();
  const client = useQueryClient();
  const back = (useSearch({ strict: false }) as { return?: string }).return;
  const signIn = useContractMutation('POST /api/session', []);
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const missing: FieldError[] = [];
    if (!login.trim()) missing.push({ field: 'login', message: t.noLogin });
    if (!password) missing.push({ field: 'password', message: t.noPassword });
    setErrors(missing);
    if (missing.length) return;
    signIn.mutate(
      { body: { login: login.trim(), password } },
      {
        onSuccess: () => {
          client.clear();
          router.history.push(inside(back));
        },
        onError: (error) => {
          setPassword('');
          setErrors([{ field: error.status === 401 ? 'login' : '', message: error.message || t.unreachable }]);
        },
      },
    );
  };
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message;

  return (
    <Entrance title={t.signInTitle} lead={t.signInLead}>
      <form onSubmit={submit} noValidate className={styles.form}>
        {back && !errors.length ? <Notice>{t.returned}</Notice> : null}
        <ErrorSummary errors={errors} />
        <TextField
          id="login"
          label={t.login}
          value={login}
          onChange={setLogin}
          error={errorOf('login')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
        />
        <PasswordField
          id="password"
          label={t.password}
          value={password}
          onChange={setPassword}
          error={errorOf('password')}
          autoComplete="current-password"
        />
        <Button type="submit" kind="main" busy={signIn.isPending}>
          {signIn.isPending ? t.signingIn : t.signIn}
        </Button>
      </form>
    </Entrance>
  );
}

/** Only a path of this site is a place to return to: never another host, which `//host` would be. */
function inside(back: string | undefined): string {
  return back && /^\/(?![/\\])/.test(back) ? back : '/';
}
