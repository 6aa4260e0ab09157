import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { Output } from '#src/platform/ui/api.ts';
import { Button } from '#src/platform/ui/Button.tsx';
import { DataTable } from '#src/platform/ui/DataTable.tsx';
import { TextAreaField } from '#src/platform/ui/Field.tsx';
import { date } from '#src/platform/ui/format.ts';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { Notice } from '#src/platform/ui/Notice.tsx';
import { PageHeading } from '#src/platform/ui/PageHeading.tsx';
import { useContractMutation, useContractQuery } from '#src/platform/ui/query.tsx';
import { EmptyState, ErrorState, Skeleton } from '#src/platform/ui/states.tsx';
import { PlanNav } from '../PlanNav.tsx';
import './api.ts';
import styles from './cascade.module.css';
import { text } from './text.ts';

type Proposal = Output<'GET /api/plans/:id/proposals'>['proposals'][number];

/** What the district asks a school to add, change or withdraw; nothing of it is done before the school answers. */
export default function ProposalsPage() {
  const t = useText(text);
  const planId = Number(useParams({ strict: false }).id);
  const answer = useContractQuery('GET /api/plans/:id/proposals', { params: { id: planId } });
  if (answer.error) return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />;
  if (!answer.data) return <Skeleton />;
  const { plan, district, proposals, canAnswer } = answer.data;
  const open = proposals.filter(({ state }) => state === 'proposed');
  const answered = proposals.filter(({ state }) => state !== 'proposed');
  return (
    <>
      <PageHeading
        above={<PlanNav planId={planId} kind={plan.kind} />}
        title={t.proposalsTitle(open.length)}
        lead={district === null ? t.proposalsNotDistrict : open.length > 0 ? t.proposalsLead(district) : undefined}
      />
      {proposals.length === 0 && district !== null ? <EmptyState title={t.noneYet} /> : null}
      <div className={styles.column}>
        {open.map((proposal) => (
          <OpenProposal key={proposal.id} proposal={proposal} canAnswer={canAnswer} />
        ))}
      </div>
      {answered.length > 0 ? (
        <DataTable
          caption={t.answered}
          captionShown
          rows={answered}
          rowKey={({ id }) => String(id)}
          columns={[
            { key: 'kind', header: t.becomes, value: ({ kind }) => t.kind[kind], short: true },
            {
              key: 'text',
              header: t.measure,
              value: ({ after, before }) => after?.text ?? before?.text ?? null,
              naming: true,
            },
            { key: 'state', header: t.answerColumn, value: ({ state }) => t.state[state] },
            { key: 'remark', header: t.remark, value: ({ remark }) => remark || null },
            { key: 'date', header: t.date, value: ({ answeredAt }) => answeredAt, cell: Day, short: true },
          ]}
        />
      ) : null}
    </>
  );
}

function Day({ answeredAt }: Proposal) {
  const { language } = useLanguage();
  return date(answeredAt?.slice(0, 10), language);
}

function OpenProposal({ proposal, canAnswer }: { readonly proposal: Proposal; readonly canAnswer: boolean }) {
  const t = useText(text);
  const [declining, setDeclining] = useState(false);
  const [remark, setRemark] = useState('');
  const send = useContractMutation('POST /api/proposals/:id/answer');
  const { kind, before, after, own } = proposal;
  const reply = (answer: 'accept' | 'keepOwnWords' | 'decline'): void =>
    send.mutate({ params: { id: proposal.id }, body: { answer, remark } });
  const adapted = own !== null && before !== null && !sameWords(own, before);
  return (
    <article className={styles.proposal} aria-labelledby={`proposal-${proposal.id}`}>
      <h2 id={`proposal-${proposal.id}`}>
        {t.kind[kind]}: {after?.text ?? before?.text}
      </h2>
      {send.error ? (
        <Notice kind="problem" live>
          {send.error.message}
        </Notice>
      ) : null}
      <div className={styles.versions}>
        {kind === 'change' && before !== null ? <Words title={t.was} words={before} /> : null}
        {after === null ? null : <Words title={t.becomes} words={after} />}
        {own !== null && (adapted || kind === 'withdraw') ? <Words title={t.own} words={own} /> : null}
      </div>
      {!canAnswer ? null : declining ? (
        <form
          className={styles.column}
          onSubmit={(event) => {
            event.preventDefault();
            reply('decline');
          }}
        >
          <TextAreaField label={t.remark} hint={t.remarkHint} value={remark} onChange={setRemark} rows={2} />
          <div className={styles.actions}>
            <Button type="submit" kind="main" busy={send.isPending} disabled={remark.trim() === ''}>
              {t.sendDecline}
            </Button>
            <Button kind="quiet" onClick={() => setDeclining(false)}>
              {t.cancel}
            </Button>
          </div>
        </form>
      ) : (
        <div className={styles.actions}>
          <Button kind="main" busy={send.isPending} onClick={() => reply('accept')}>
            {kind === 'withdraw' ? t.acceptWithdraw : kind === 'change' && adapted ? t.acceptWords : t.accept}
          </Button>
          {kind === 'add' ? null : (
            <Button busy={send.isPending} onClick={() => reply('keepOwnWords')}>
              {kind === 'withdraw' ? t.keepMeasure : t.keepOwn}
            </Button>
          )}
          <Button kind="quiet" onClick={() => setDeclining(true)}>
            {t.decline}
          </Button>
        </div>
      )}
    </article>
  );
}

interface MeasureWords {
  readonly text: string;
  readonly deadline: string;
  readonly result: string;
}

function sameWords(a: MeasureWords, b: MeasureWords): boolean {
  return a.text === b.text && a.deadline === b.deadline && a.result === b.result;
}

function Words({ title, words }: { readonly title: string; readonly words: MeasureWords }) {
  const t = useText(text);
  return (
    <section className={styles.words}>
      <h3>{title}</h3>
      <p>{words.text}</p>
      <dl>
        <dt>{t.deadline}</dt>
        <dd>{words.deadline || '—'}</dd>
        <dt>{t.result}</dt>
        <dd>{words.result || '—'}</dd>
      </dl>
    </section>
  );
}
