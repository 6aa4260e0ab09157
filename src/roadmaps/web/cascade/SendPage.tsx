import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { isGoing, useJob } from '#src/jobs/web/useJob.ts';
import type { Output } from '#src/platform/ui/api.ts';
import { Button, ButtonLink } from '#src/platform/ui/Button.tsx';
import { JobProgress } from '#src/platform/ui/JobProgress.tsx';
import { dateTime } from '#src/platform/ui/format.ts';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { Notice } from '#src/platform/ui/Notice.tsx';
import { PageHeading } from '#src/platform/ui/PageHeading.tsx';
import { useContractMutation, useContractQuery } from '#src/platform/ui/query.tsx';
import { useFilters } from '#src/platform/ui/routing.ts';
import { EmptyState, ErrorState, Skeleton } from '#src/platform/ui/states.tsx';
import { schoolsAtFirst } from '../../cascade/first-choice.ts';
import { PlanNav } from '../PlanNav.tsx';
import './api.ts';
import styles from './cascade.module.css';
import { Choosing } from './Choosing.tsx';
import { text } from './text.ts';

type Choice = Output<'GET /api/plans/:id/sending'>;

/** Whom the plan is sent to and which of its measures; then the sending itself, as a job. */
export default function SendPage() {
  const t = useText(text);
  const planId = Number(useParams({ strict: false }).id);
  const answer = useContractQuery('GET /api/plans/:id/sending', { params: { id: planId } });
  if (answer.error) return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />;
  if (!answer.data) return <Skeleton />;
  return (
    <>
      <PageHeading
        above={<PlanNav planId={planId} kind={answer.data.plan.kind} />}
        title={t.sendTitle}
        lead={t.sendLead}
      />
      {answer.data.plan.state !== 'approved' ? (
        <EmptyState title={t.notApproved} action={<ToPlan planId={planId} />} />
      ) : answer.data.schools.length === 0 ? (
        <EmptyState title={t.noSchools} />
      ) : (
        <Sending planId={planId} choice={answer.data} />
      )}
    </>
  );
}

function ToPlan({ planId }: { readonly planId: number }) {
  const t = useText(text);
  return (
    <ButtonLink kind="main" to="/plans/$id" params={{ id: String(planId) }}>
      {t.toPlan}
    </ButtonLink>
  );
}

/** Why a measure is ticked or not: it is with schools already, or by its responsible parties. */
function whyOf({ sent, forSchools, responsible }: Choice['measures'][number], t: typeof text.ru): string {
  if (sent) return t.sent;
  if (responsible === '') return t.nobody;
  return forSchools ? t.theirs(responsible) : t.ours(responsible);
}

/** Who got the plan with the last sending, who had it, and who has none still. */
function Outcome({ last }: { readonly last: NonNullable<Choice['last']> }) {
  const t = useText(text);
  const { language } = useLanguage();
  const { at, sent, had, asked, missing } = last;
  return (
    <Notice kind={missing.length > 0 ? 'problem' : 'plain'} title={t.lastSending(dateTime(at, language))} live>
      <p>{[t.gotIt(sent), ...(had > 0 ? [t.hadIt(had, asked)] : [])].join(' ')}</p>
      {missing.length > 0 ? <p>{t.missing(missing.join('; '))}</p> : null}
    </Notice>
  );
}

function Sending({ planId, choice }: { readonly planId: number; readonly choice: Choice }) {
  const t = useText(text);
  const someSent = choice.schools.some(({ sent }) => sent);
  const [{ to }] = useFilters(['to']);
  const [schools, setSchools] = useState(() => schoolsAtFirst(choice.schools, to));
  const [measures, setMeasures] = useState(
    () => new Set(choice.measures.filter((one) => one.forSchools || one.sent).map(({ id }) => id)),
  );
  const send = useContractMutation('POST /api/plans/:id/send', ['GET /api/plans/:id/sending']);
  const job = useJob(send.data?.jobId ?? choice.jobId);
  if (job !== undefined) {
    return (
      <div className={styles.column}>
        <JobProgress
          title={t.sending}
          state={job.state}
          done={job.done}
          total={job.total}
          unit={t.sendingUnit}
          failure={job.failure}
          leaveNote
        />
        {choice.last === null ? null : <Outcome last={choice.last} />}
        {isGoing(job.state) ? null : (
          <div>
            <ButtonLink kind="main" to="/plans/$id/schools" params={{ id: String(planId) }}>
              {t.toBoard}
            </ButtonLink>
          </div>
        )}
      </div>
    );
  }
  const { add, change, withdraw, schools: touched } = choice.changes;
  return (
    <div className={styles.column}>
      {send.error ? (
        <Notice kind="problem" live>
          {send.error.message}
        </Notice>
      ) : null}
      {choice.last === null ? null : <Outcome last={choice.last} />}
      {someSent ? <Notice>{touched === 0 ? t.noChanges : t.changes(add, change, withdraw)}</Notice> : null}
      <Choosing
        title={t.whichSchools}
        items={choice.schools.map(({ id, name, municipality, sent }) => ({
          id,
          group: municipality,
          label: name,
          hint: sent ? t.has : undefined,
        }))}
        chosen={schools}
        onChange={setSchools}
      />
      <Choosing
        title={t.whichMeasures}
        hint={t.whichHint}
        items={choice.measures.map((one) => ({
          id: one.id,
          group: one.section,
          label: one.number === null ? one.text : `${one.number}. ${one.text}`,
          hint: whyOf(one, t),
        }))}
        chosen={measures}
        onChange={setMeasures}
      />
      <div className={styles.actions}>
        <Button
          kind="main"
          disabled={schools.size === 0 || measures.size === 0}
          busy={send.isPending}
          onClick={() =>
            send.mutate({ params: { id: planId }, body: { schoolIds: [...schools], measureIds: [...measures] } })
          }
        >
          {t.sendButton(schools.size, measures.size)}
        </Button>
        <Link to="/plans/$id/schools" params={{ id: String(planId) }}>
          {t.toBoard}
        </Link>
      </div>
    </div>
  );
}
