import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { Button } from '#src/platform/ui/Button.tsx';
import { ErrorSummary, type FieldError } from '#src/platform/ui/ErrorSummary.tsx';
import { PasswordField, RadioField } from '#src/platform/ui/Field.tsx';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { Notice } from '#src/platform/ui/Notice.tsx';
import { PageHeading } from '#src/platform/ui/PageHeading.tsx';
import { useContractMutation } from '#src/platform/ui/query.tsx';
import { Preferences } from '#src/platform/ui/Shell.tsx';
import { PASSWORD_MIN_LENGTH } from '../../rules.ts';
import { accessText } from '../../text.ts';
import '../api.ts';
import { useSession } from '../session.tsx';
import styles from './OwnAccountPage.module.css';
import { text } from './text.ts';

/** The own account: role to work in, language and appearance, password. */
export default function OwnAccountPage() {
  const t = useText(text);
  const { language } = useLanguage();
  const session = useSession();
  const role = accessText[language].roles[session.role];
  return (
    <>
      <PageHeading
        title={t.title(session.displayName, role, session.organization.name)}
        lead={t.lead(session.login, session.idleMinutes)}
      />
      <div className={styles.page}>
        {session.grants.length > 1 ? <Roles /> : null}
        <section className={styles.section} aria-labelledby="preferences">
          <h2 id="preferences">{t.preferences}</h2>
          <div className={styles.preferences}>
            <Preferences />
          </div>
        </section>
        <Password />
      </div>
    </>
  );
}

function Roles() {
  const t = useText(text);
  const { language } = useLanguage();
  const words = accessText[language].roles;
  const session = useSession();
  const router = useRouter();
  const client = useQueryClient();
  const choose = useContractMutation('PATCH /api/session', []);
  const [chosen, setChosen] = useState(String(session.grants.find((grant) => grant.current)?.id ?? ''));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    choose.mutate(
      { body: { grantId: Number(chosen) } },
      {
        onSuccess: () => {
          client.clear();
          router.history.push('/');
        },
      },
    );
  };
  return (
    <form className={styles.section} onSubmit={submit}>
      {choose.error ? (
        <Notice kind="problem" live>
          {choose.error.message || t.offline}
        </Notice>
      ) : null}
      <RadioField
        legend={t.roles}
        hint={t.rolesHint}
        value={chosen}
        onChange={setChosen}
        options={session.grants.map((grant) => ({
          value: String(grant.id),
          label: t.role(words[grant.role], grant.organization),
        }))}
      />
      <Button type="submit" busy={choose.isPending}>
        {t.choose}
      </Button>
    </form>
  );
}

function Password() {
  const t = useText(text);
  const session = useSession();
  const change = useContractMutation('PUT /api/account/password', []);
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    change.reset();
    const wrong: FieldError[] = [];
    if (current === '') wrong.push({ field: 'current', message: t.noCurrent });
    if ([...next].length < PASSWORD_MIN_LENGTH)
      wrong.push({ field: 'next', message: t.shortNext(PASSWORD_MIN_LENGTH) });
    setErrors(wrong);
    if (wrong.length > 0) return;
    change.mutate(
      { body: { current, next } },
      {
        onSuccess: () => {
          setCurrent('');
          setNext('');
        },
        onError: (error) =>
          setErrors([
            error.code === 'wrongCurrentPassword'
              ? { field: 'current', message: t.wrongCurrent }
              : { field: error.status === 400 ? 'next' : '', message: error.message || t.offline },
          ]),
      },
    );
  };
  return (
    <form className={styles.section} onSubmit={submit} noValidate aria-labelledby="password">
      <h2 id="password">{t.password}</h2>
      <p className="soft">{t.passwordHint}</p>
      {change.isSuccess ? <Notice live>{t.changed}</Notice> : null}
      <ErrorSummary errors={errors} />
      {/* Tells password managers whose password this is. */}
      <input type="text" autoComplete="username" value={session.login} readOnly hidden />
      <PasswordField
        id="current"
        label={t.current}
        autoComplete="current-password"
        value={current}
        onChange={setCurrent}
        error={errorOf('current')}
      />
      <PasswordField
        id="next"
        label={t.next}
        hint={t.nextHint(PASSWORD_MIN_LENGTH)}
        autoComplete="new-password"
        value={next}
        onChange={setNext}
        error={errorOf('next')}
      />
      <Button type="submit" kind="main" busy={change.isPending}>
        {t.change}
      </Button>
    </form>
  );
}
