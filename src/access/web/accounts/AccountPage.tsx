import { Link, useParams } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import type { Input } from '#src/platform/ui/api.ts';
import { Button } from '#src/platform/ui/Button.tsx';
import { ErrorSummary, type FieldError } from '#src/platform/ui/ErrorSummary.tsx';
import { TextField } from '#src/platform/ui/Field.tsx';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { Notice } from '#src/platform/ui/Notice.tsx';
import { PageHeading } from '#src/platform/ui/PageHeading.tsx';
import { useContractMutation, useContractQuery } from '#src/platform/ui/query.tsx';
import { ErrorState, Forbidden, Skeleton } from '#src/platform/ui/states.tsx';
import { PASSWORD_MIN_LENGTH } from '../../rules.ts';
import { accessText } from '../../text.ts';
import '../api.ts';
import { useCan, useSession } from '../session.tsx';
import type { Account } from './AccountsPage.tsx';
import styles from './accounts.module.css';
import { grantFaults, grantInput, NO_GRANT } from './grant.ts';
import { GrantFields } from './GrantFields.tsx';
import { PasswordWithInvention } from './PasswordWithInvention.tsx';
import { text } from './text.ts';

/** One account: roles, name, new password, access. */
export default function AccountPage() {
  const t = useText(text);
  const id = Number((useParams({ strict: false }) as { id: string }).id);
  const may = useCan('editAccounts');
  const accounts = useContractQuery('GET /api/accounts', undefined, { enabled: may });
  if (!may) return <Forbidden />;
  if (accounts.error) return <ErrorState error={accounts.error} onRetry={() => void accounts.refetch()} />;
  if (!accounts.data) return <Skeleton />;
  const account = accounts.data.accounts.find((candidate) => candidate.id === id);
  if (!account) return <PageHeading above={<Link to="/accounts">{t.toList}</Link>} title={t.nothing} />;
  return <Detail key={id} account={account} />;
}

type Change = Omit<Input<'PATCH /api/accounts/:id'>['body'], 'revision'>;

function Detail({ account }: { readonly account: Account }) {
  const t = useText(text);
  const { accountId } = useSession();
  const own = account.id === accountId;
  const update = useContractMutation('PATCH /api/accounts/:id', ['GET /api/accounts']);
  const [said, setSaid] = useState<string | null>(null);
  const change = (body: Change, done: string, onDone?: () => void) => {
    setSaid(null);
    update.mutate(
      { params: { id: account.id }, body: { revision: account.revision, ...body } },
      {
        onSuccess: () => {
          setSaid(done);
          onDone?.();
        },
      },
    );
  };
  const refusal =
    update.error && (update.error.code === 'changedMeanwhile' ? t.changedMeanwhile : update.error.message || t.offline);
  return (
    <>
      <PageHeading
        above={<Link to="/accounts">{t.toList}</Link>}
        title={t.accountTitle(account.displayName, account.disabled)}
        lead={t.accountLead(account.login, account.organization.name)}
      />
      <div className={styles.page}>
        {own ? <Notice>{t.yourself}</Notice> : null}
        {refusal ? (
          <Notice kind="problem" live>
            {refusal}
          </Notice>
        ) : null}
        {said ? <Notice live>{said}</Notice> : null}
        <Roles account={account} own={own} busy={update.isPending} change={change} />
        <Name account={account} busy={update.isPending} change={change} />
        {own ? null : (
          <>
            <NewPassword busy={update.isPending} change={change} />
            <section className={styles.section} aria-labelledby="access">
              <h2 id="access">{t.access}</h2>
              {account.disabled ? null : <p className="soft">{t.disableHint}</p>}
              <Button busy={update.isPending} onClick={() => change({ disabled: !account.disabled }, t.saved)}>
                {account.disabled ? t.enable : t.disable}
              </Button>
            </section>
          </>
        )}
      </div>
    </>
  );
}

interface PartProps {
  readonly busy: boolean;
  readonly change: (body: Change, done: string, onDone?: () => void) => void;
}

function Roles({ account, own, busy, change }: PartProps & { readonly account: Account; readonly own: boolean }) {
  const t = useText(text);
  const { language } = useLanguage();
  const words = accessText[language].roles;
  const [adding, setAdding] = useState(false);
  const [grant, setGrant] = useState(NO_GRANT);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const wrong = grantFaults(grant).map((field) => ({ field, message: t.errors[field] }));
    setErrors(wrong);
    if (wrong.length > 0) return;
    change({ addGrant: grantInput(grant) }, t.saved, () => {
      setGrant(NO_GRANT);
      setAdding(false);
    });
  };
  return (
    <section className={styles.section} aria-labelledby="roles">
      <h2 id="roles">{t.rolesTitle}</h2>
      {account.grants.length ? (
        <ul className={styles.grants}>
          {account.grants.map((held) => (
            <li key={held.id}>
              <span>
                {words[held.role]}, {held.organization}
                {held.classIds ? `: ${t.ofClasses(held.classIds.length)}` : null}
                {held.post && held.post !== words[held.role] ? <span className="soft"> ({held.post})</span> : null}
              </span>
              {own ? null : (
                <Button
                  kind="quiet"
                  busy={busy}
                  aria-label={t.endRoleOf(words[held.role], held.organization)}
                  onClick={() => change({ endGrantId: held.id }, t.saved)}
                >
                  {t.endRole}
                </Button>
              )}
            </li>
          ))}
        </ul>
      ) : (
        <p>{t.noRole}</p>
      )}
      {adding ? (
        <form onSubmit={submit} noValidate className={styles.form}>
          <ErrorSummary errors={errors} />
          <GrantFields value={grant} errors={errors} onChange={setGrant} />
          <div className={styles.actions}>
            <Button type="submit" kind="main" busy={busy}>
              {t.add}
            </Button>
            <Button kind="quiet" onClick={() => setAdding(false)}>
              {t.cancel}
            </Button>
          </div>
        </form>
      ) : (
        <Button onClick={() => setAdding(true)}>{t.addRole}</Button>
      )}
    </section>
  );
}

function Name({ account, busy, change }: PartProps & { readonly account: Account }) {
  const t = useText(text);
  const [displayName, setDisplayName] = useState(account.displayName);
  const [wrong, setWrong] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const short = displayName.trim().length < 2;
    setWrong(short);
    if (!short) change({ displayName }, t.saved);
  };
  return (
    <form className={styles.section} onSubmit={submit} noValidate>
      <h2>{t.rename}</h2>
      <TextField
        id="displayName"
        label={t.fullName}
        autoComplete="off"
        value={displayName}
        onChange={setDisplayName}
        error={wrong ? t.errors.displayName : null}
      />
      <Button type="submit" busy={busy}>
        {t.saveName}
      </Button>
    </form>
  );
}

function NewPassword({ busy, change }: PartProps) {
  const t = useText(text);
  const [password, setPassword] = useState('');
  const [wrong, setWrong] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const short = [...password].length < PASSWORD_MIN_LENGTH;
    setWrong(short);
    if (!short) change({ password }, t.passwordSet);
  };
  return (
    <form className={styles.section} onSubmit={submit} noValidate>
      <h2>{t.passwordTitle}</h2>
      <PasswordWithInvention
        label={t.newPassword}
        value={password}
        onChange={setPassword}
        error={wrong ? t.errors.password(PASSWORD_MIN_LENGTH) : undefined}
      />
      <Button type="submit" busy={busy}>
        {t.setPassword}
      </Button>
    </form>
  );
}
