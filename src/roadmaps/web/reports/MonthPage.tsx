import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { dayOf } from '#src/platform/clock.ts';
import type { Output } from '#src/platform/ui/api.ts';
import { Button } from '#src/platform/ui/Button.tsx';
import { DataTable } from '#src/platform/ui/DataTable.tsx';
import { DraftNote, useDraft } from '#src/platform/ui/draft.tsx';
import { NumberField, TextAreaField } from '#src/platform/ui/Field.tsx';
import { date } from '#src/platform/ui/format.ts';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { Notice } from '#src/platform/ui/Notice.tsx';
import { PageHeading } from '#src/platform/ui/PageHeading.tsx';
import { useContractMutation, useContractQuery } from '#src/platform/ui/query.tsx';
import { ErrorState, Skeleton } from '#src/platform/ui/states.tsx';
import { monthInWords } from '../../cascade/month.ts';
import { roadmapsText } from '../../text.ts';
import { PlanNav } from '../PlanNav.tsx';
import './api.ts';
import styles from './reports.module.css';
import { text } from './text.ts';

type Month = Output<'GET /api/plans/:id/months/:month'>;
const ROUTE = 'GET /api/plans/:id/months/:month';

/** A month as the school tells it to the district: its records, what was reached, and a word of explanation. */
export default function MonthPage() {
  const t = useText(text);
  const { language } = useLanguage();
  const { id, month } = useParams({ strict: false }) as { id: string; month: string };
  const planId = Number(id);
  const answer = useContractQuery(ROUTE, { params: { id: planId, month } });
  if (answer.error) return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />;
  if (!answer.data) return <Skeleton />;
  const { plan, totals, dueOn, state, submittedOn, remark, toDistrict, canEdit, canAnswer, revision } = answer.data;
  return (
    <>
      <PageHeading
        above={<PlanNav planId={planId} kind={plan.kind} />}
        title={t.monthTitle(monthInWords(month, language), totals.silent, totals.due)}
        lead={`${plan.organization}. ${toDistrict ? t.monthLead(date(dueOn, language)) : t.ownLead}`}
      />
      <div className={styles.column}>
        {state === 'returned' ? (
          <Notice kind="problem" title={t.returned}>
            {remark}
          </Notice>
        ) : null}
        {state === 'submitted' ? <Notice>{t.submitted(date(submittedOn, language))}</Notice> : null}
        {state === 'accepted' ? <Notice>{t.accepted(date(submittedOn, language))}</Notice> : null}
        <Measures month={answer.data} />
        {canEdit ? (
          <MonthForm key={revision} planId={planId} month={answer.data} />
        ) : answer.data.note === '' ? null : (
          <section className={styles.column}>
            <h2>{t.note}</h2>
            <p className={styles.note}>{answer.data.note}</p>
          </section>
        )}
        {canAnswer ? <Answer planId={planId} month={answer.data} /> : null}
      </div>
    </>
  );
}

function Measures({ month }: { readonly month: Month }) {
  const t = useText(text);
  const states = useText(roadmapsText).occurrenceState;
  const { language } = useLanguage();
  // What was handed in is told as of that day.
  const [today] = useState(() => dayOf(new Date()));
  const day = month.submittedOn ?? today;
  return (
    <DataTable
      caption={t.measuresCaption}
      rows={month.measures}
      rowKey={({ measureId }) => String(measureId)}
      empty={<p>{t.noMeasures}</p>}
      columns={[
        { key: 'number', header: t.number, value: ({ number }) => number, short: true, sortable: false },
        { key: 'text', header: t.measure, value: (row) => row.text, naming: true, sortable: false },
        {
          key: 'times',
          header: t.times,
          sortable: false,
          value: ({ occurrences }) =>
            occurrences
              .map(({ dueOn, state }) => {
                const ahead = state === 'open' && dueOn !== null && dueOn > day;
                return `${dueOn === null ? '' : `${date(dueOn, language)}, `}${ahead ? t.ahead : states[state]}`;
              })
              .join('; ') || null,
        },
        {
          key: 'evidence',
          header: t.evidence,
          sortable: false,
          value: ({ evidence }) => evidence.map(({ title }) => title).join('; ') || null,
        },
        {
          key: 'targets',
          header: t.targets,
          sortable: false,
          value: ({ targets }) => targets.map(({ words, reached }) => `${words}: ${reached ?? '—'}`).join('; ') || null,
        },
      ]}
    />
  );
}

interface Entered {
  readonly targets: Readonly<Record<string, string>>;
  readonly note: string;
}

function MonthForm({ planId, month }: { readonly planId: number; readonly month: Month }) {
  const t = useText(text);
  const targets = month.measures.flatMap((measure) =>
    measure.targets.map((target) => ({ ...target, of: measure.text })),
  );
  const draft = useDraft<Entered>(`month:${planId}:${month.month}`, {
    note: month.note,
    targets: Object.fromEntries(
      targets.map(({ measureId, index, reached }) => [
        `${measureId}:${index}`,
        reached === null ? '' : String(reached),
      ]),
    ),
  });
  const save = useContractMutation('POST /api/plans/:id/months/:month', [ROUTE, 'GET /api/plans/:id/reports']);
  const submit = useContractMutation('POST /api/plans/:id/months/:month/submit');
  const wrong = Object.entries(draft.value.targets).filter(([, words]) => !/^\s*\d*\s*$/.test(words));
  const body = {
    revision: month.revision,
    note: draft.value.note,
    targets: Object.fromEntries(
      Object.entries(draft.value.targets)
        .filter(([, words]) => words.trim() !== '')
        .map(([key, words]) => [key, Number(words)]),
    ),
  };
  const input = { params: { id: planId, month: month.month }, body };
  const error = save.error ?? submit.error;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (wrong.length > 0) return;
        (month.toDistrict ? submit : save).mutate(input, { onSuccess: () => draft.discard() });
      }}
    >
      {targets.length > 0 ? (
        <section className={styles.column}>
          <h2>{t.targets}</h2>
          <p className="soft">{t.targetsHint}</p>
          {targets.map(({ measureId, index, words, of }) => {
            const key = `${measureId}:${index}`;
            return (
              <NumberField
                key={key}
                label={t.reached(words)}
                hint={of}
                width="short"
                optional
                error={wrong.some(([other]) => other === key) ? t.notNumber : null}
                value={draft.value.targets[key] ?? ''}
                onChange={(value) =>
                  draft.setValue({ ...draft.value, targets: { ...draft.value.targets, [key]: value } })
                }
              />
            );
          })}
        </section>
      ) : null}
      <TextAreaField
        label={t.note}
        hint={month.toDistrict ? t.noteHint : t.ownNoteHint}
        optional
        rows={4}
        value={draft.value.note}
        onChange={(note) => draft.setValue({ ...draft.value, note })}
      />
      <DraftNote draft={draft} />
      {error ? (
        <Notice kind="problem" live>
          {error.message}
        </Notice>
      ) : null}
      {save.isSuccess ? <Notice live>{t.saved}</Notice> : null}
      <div className={styles.actions}>
        {month.toDistrict ? (
          <Button type="submit" kind="main" busy={submit.isPending}>
            {t.submit}
          </Button>
        ) : null}
        <Button
          kind={month.toDistrict ? 'plain' : 'main'}
          busy={save.isPending}
          disabled={wrong.length > 0}
          onClick={() => save.mutate(input, { onSuccess: () => draft.discard() })}
        >
          {t.save}
        </Button>
      </div>
    </form>
  );
}

function Answer({ planId, month }: { readonly planId: number; readonly month: Month }) {
  const t = useText(text);
  const [returning, setReturning] = useState(false);
  const [remark, setRemark] = useState('');
  const send = useContractMutation('POST /api/plans/:id/months/:month/answer');
  const reply = (answer: 'accept' | 'return'): void =>
    send.mutate({ params: { id: planId, month: month.month }, body: { revision: month.revision, answer, remark } });
  return (
    <section className={styles.form}>
      {send.error ? (
        <Notice kind="problem" live>
          {send.error.message}
        </Notice>
      ) : null}
      {returning ? (
        <TextAreaField label={t.remark} hint={t.remarkHint} rows={3} value={remark} onChange={setRemark} />
      ) : null}
      <div className={styles.actions}>
        {returning ? (
          <>
            <Button kind="main" disabled={remark.trim() === ''} busy={send.isPending} onClick={() => reply('return')}>
              {t.sendBack}
            </Button>
            <Button kind="quiet" onClick={() => setReturning(false)}>
              {t.cancel}
            </Button>
          </>
        ) : (
          <>
            <Button kind="main" busy={send.isPending} onClick={() => reply('accept')}>
              {t.accept}
            </Button>
            <Button onClick={() => setReturning(true)}>{t.return}</Button>
          </>
        )}
      </div>
    </section>
  );
}
