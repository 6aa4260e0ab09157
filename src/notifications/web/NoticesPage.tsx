import { Link, type LinkProps } from '@tanstack/react-router';
import { useState } from 'react';
import type { Output } from '#src/platform/ui/api.ts';
import { Button } from '#src/platform/ui/Button.tsx';
import { DataTable } from '#src/platform/ui/DataTable.tsx';
import { CheckField, TextField } from '#src/platform/ui/Field.tsx';
import { dateTime } from '#src/platform/ui/format.ts';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { Notice } from '#src/platform/ui/Notice.tsx';
import { PageHeading } from '#src/platform/ui/PageHeading.tsx';
import { useContractMutation, useContractQuery } from '#src/platform/ui/query.tsx';
import { EmptyState, ErrorState, Skeleton } from '#src/platform/ui/states.tsx';
import './api.ts';
import styles from './notices.module.css';
import { text } from './text.ts';

type Settings = Output<'GET /api/notices/settings'>;

/** What a person has been told, and where else he wants to be told it. */
export default function NoticesPage() {
  const t = useText(text);
  const { language } = useLanguage();
  const answer = useContractQuery('GET /api/notices', {});
  const settings = useContractQuery('GET /api/notices/settings', {});
  const markRead = useContractMutation('POST /api/notices/read', ['GET /api/notices', 'GET /api/notices/count']);
  const error = answer.error ?? settings.error;
  if (error)
    return <ErrorState error={error} onRetry={() => void Promise.all([answer.refetch(), settings.refetch()])} />;
  if (!answer.data || !settings.data) return <Skeleton />;
  const { unread, notices } = answer.data;
  const [newest] = notices;
  return (
    <>
      <PageHeading
        title={t.title(unread)}
        action={
          unread > 0 && newest !== undefined ? (
            <Button busy={markRead.isPending} onClick={() => markRead.mutate({ body: { upTo: newest.id } })}>
              {t.markRead}
            </Button>
          ) : undefined
        }
      />
      {notices.length === 0 ? (
        <EmptyState title={t.none}>
          <p>{t.noneLead}</p>
        </EmptyState>
      ) : (
        <ol className={styles.list} aria-label={t.listCaption}>
          {notices.map(({ id, sentence, href, createdAt, read }) => (
            <li key={id} className={styles.notice} data-fresh={!read}>
              <p className={styles.when}>
                {dateTime(createdAt, language)}
                {read ? null : <span className={styles.fresh}>{t.fresh}</span>}
              </p>
              <p>
                <Link to={href as NonNullable<LinkProps['to']>}>{sentence}</Link>
              </p>
            </li>
          ))}
        </ol>
      )}
      <SettingsForm key={settings.data.settings.revision} answer={settings.data} />
    </>
  );
}

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/u;
const CHAT = /^-?\d{1,20}$/;

function SettingsForm({ answer }: { readonly answer: Settings }) {
  const t = useText(text);
  const { settings, channels, last } = answer;
  const [email, setEmail] = useState(settings.email ?? '');
  const [maxChat, setMaxChat] = useState(settings.maxChat ?? '');
  const [weeklyDigest, setWeekly] = useState(settings.weeklyDigest);
  const [atOnce, setAtOnce] = useState(settings.atOnce);
  const [asked, setAsked] = useState(false);
  const save = useContractMutation('POST /api/notices/settings', ['GET /api/notices/settings']);
  const trial = useContractMutation('POST /api/notices/trial', ['GET /api/notices/settings']);
  const wrongEmail = email.trim() !== '' && !EMAIL.test(email.trim());
  const wrongChat = maxChat.trim() !== '' && !CHAT.test(maxChat.trim());
  const error = save.error ?? trial.error;
  return (
    <section className={styles.settings} aria-labelledby="letters-title">
      <h2 id="letters-title">{t.settings}</h2>
      <p className="soft">{t.settingsLead}</p>
      {channels.length === 0 ? <Notice>{t.noMail}</Notice> : null}
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (wrongEmail || wrongChat) return;
          save.mutate({
            body: {
              email: email.trim() || null,
              maxChat: maxChat.trim() || null,
              weeklyDigest,
              atOnce,
              revision: settings.revision,
            },
          });
        }}
      >
        <TextField
          label={t.email}
          hint={t.emailHint}
          type="email"
          autoComplete="email"
          error={asked && wrongEmail ? t.wrongEmail : null}
          value={email}
          onChange={setEmail}
        />
        {channels.includes('max') ? (
          <TextField
            label={t.maxChat}
            hint={t.maxHint}
            optional
            error={asked && wrongChat ? t.wrongChat : null}
            value={maxChat}
            onChange={setMaxChat}
          />
        ) : null}
        <div>
          <CheckField label={t.weekly} checked={weeklyDigest} onChange={setWeekly} />
          <CheckField label={t.atOnce} checked={atOnce} onChange={setAtOnce} />
        </div>
        {error ? (
          <Notice kind="problem" live>
            {error.message}
          </Notice>
        ) : null}
        {save.isSuccess ? <Notice live>{t.saved}</Notice> : null}
        {trial.data ? <Notice live>{t.trialSent(trial.data.address)}</Notice> : null}
        <div className={styles.actions}>
          <Button type="submit" kind="main" busy={save.isPending}>
            {t.save}
          </Button>
          {channels.includes('mail') && settings.email !== null ? (
            <Button busy={trial.isPending} onClick={() => trial.mutate({})}>
              {t.trial}
            </Button>
          ) : null}
        </div>
      </form>
      {last.length > 0 ? <Last last={last} /> : null}
    </section>
  );
}

function Last({ last }: Pick<Settings, 'last'>) {
  const t = useText(text);
  const { language } = useLanguage();
  return (
    <DataTable
      caption={t.last}
      captionShown
      rows={last}
      rowKey={({ id }) => String(id)}
      columns={[
        { key: 'when', header: t.when, value: ({ at }) => at, cell: ({ at }) => dateTime(at, language), naming: true },
        { key: 'what', header: t.what, value: ({ kind }) => t.kinds[kind] },
        {
          key: 'outcome',
          header: t.outcome,
          value: ({ state, failure }) => (failure === null ? t.states[state] : `${t.states[state]}: ${failure}`),
        },
      ]}
    />
  );
}
