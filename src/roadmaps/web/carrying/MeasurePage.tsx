import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { Output } from '#src/platform/ui/api.ts';
import { Button } from '#src/platform/ui/Button.tsx';
import { type Column, DataTable } from '#src/platform/ui/DataTable.tsx';
import { DASH, dateTime } from '#src/platform/ui/format.ts';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { Notice } from '#src/platform/ui/Notice.tsx';
import { PageHeading } from '#src/platform/ui/PageHeading.tsx';
import { useContractMutation, useContractQuery } from '#src/platform/ui/query.tsx';
import { ErrorState, Skeleton } from '#src/platform/ui/states.tsx';
import { daysInWords } from '../../carrying/text.ts';
import { roadmapsText } from '../../text.ts';
import { EffectPassage } from '../effect/EffectPassage.tsx';
import { OriginWords } from '../cascade/OriginWords.tsx';
import { PlanNav } from '../PlanNav.tsx';
import './api.ts';
import { MeasureDate } from './MeasureDate.tsx';
import { MeasurePeople } from './MeasurePeople.tsx';
import styles from './measure.module.css';
import { ReasonForm } from './ReasonForm.tsx';
import { measureText } from './measure-text.ts';

export type Measure = Output<'GET /api/measures/:id/carrying'>;

/** All about one measure: the words of the plan, who answers, each date with its evidence and reviews, what has happened. */
export default function MeasurePage() {
  const { measureId } = useParams({ strict: false }) as { measureId: string };
  const id = Number(measureId);
  const measure = useContractQuery('GET /api/measures/:id/carrying', { params: { id } });
  if (!measure.data && measure.error)
    return <ErrorState error={measure.error} onRetry={() => void measure.refetch()} />;
  if (!measure.data) return <Skeleton />;
  return <Loaded key={id} measure={measure.data} />;
}

function Loaded({ measure }: { readonly measure: Measure }) {
  const t = useText(measureText);
  const states = useText(roadmapsText).measureState;
  return (
    <>
      <PlanNav planId={measure.plan.id} kind={measure.plan.organizationKind} />
      <PageHeading
        above={
          <Link to="/plans/$id" params={{ id: String(measure.plan.id) }}>
            {measure.plan.title}
          </Link>
        }
        title={t.titleOf(measure.number, measure.text)}
      />
      <div className={styles.page}>
        {measure.plan.state === 'approved' ? null : (
          <Notice kind="attention">{measure.plan.state === 'draft' ? t.draft : t.closed}</Notice>
        )}
        <div className={styles.top}>
          <dl className={styles.facts}>
            <dt>{t.state}</dt>
            <dd>
              {states[measure.state]}
              {measure.stateNote ? `: ${measure.stateNote}` : ''}
            </dd>
            <dt>{t.deadline}</dt>
            <dd>{measure.deadline || DASH}</dd>
            <dt>{t.result}</dt>
            <dd>{measure.result || DASH}</dd>
            {measure.targets.length > 0 ? (
              <>
                <dt>{t.targets}</dt>
                <dd>{measure.targets.join('; ')}</dd>
              </>
            ) : null}
            {measure.section ? (
              <>
                <dt>{t.section}</dt>
                <dd>{measure.section}</dd>
              </>
            ) : null}
            {measure.origin ? (
              <>
                <dt>{t.origin}</dt>
                <dd>
                  <OriginWords origin={measure.origin} own={measure} />
                </dd>
              </>
            ) : null}
          </dl>
          <MeasurePeople measure={measure} />
        </div>
        <Condition measure={measure} />
        {measure.occurrences.length > 0 ? (
          <section aria-labelledby="dates" className={styles.dates}>
            <h2 id="dates">{t.dates(measure.occurrences.length)}</h2>
            <Undated measure={measure} />
            <ol>
              {measure.occurrences.map((occurrence) => (
                <MeasureDate key={occurrence.id} measure={measure} occurrence={occurrence} />
              ))}
            </ol>
          </section>
        ) : null}
        <End measure={measure} />
        <EffectPassage measureId={measure.id} />
        <History measure={measure} />
      </div>
    </>
  );
}

/** What is done «при необходимости»: whether the need has come. */
function Condition({ measure }: { readonly measure: Measure }) {
  const t = useText(measureText);
  const set = useContractMutation('POST /api/measures/:id/condition');
  if (measure.condition === null) return null;
  const { conditionMet, condition } = measure;
  return (
    <Notice title={conditionMet ? t.conditionMet(condition) : t.conditional(condition)}>
      {set.error ? <p role="alert">{set.error.message || t.offline}</p> : null}
      {measure.may.review ? (
        <Button
          busy={set.isPending}
          onClick={() => set.mutate({ params: { id: measure.id }, body: { met: !conditionMet } })}
        >
          {conditionMet ? t.notMet : t.met}
        </Button>
      ) : null}
    </Notice>
  );
}

function Undated({ measure }: { readonly measure: Measure }) {
  const t = useText(measureText);
  if (!measure.occurrences.some(({ timing }) => timing === 'unresolved')) return null;
  return (
    <p className="soft">
      {measure.reference === null ? t.unresolvedPlain : t.unresolved(measure.reference)}{' '}
      {measure.reference === null ? null : <Link to="/plans/calendars">{t.calendars}</Link>}
    </p>
  );
}

/** The one click when all dates are closed, and the way back. */
function End({ measure }: { readonly measure: Measure }) {
  const t = useText(measureText);
  const [asking, setAsking] = useState(false);
  const set = useContractMutation('POST /api/measures/:id/state');
  if (!measure.may.review) return null;
  const say = (state: 'inProgress' | 'done' | 'notNeeded', reason = '') =>
    set.mutate({ params: { id: measure.id }, body: { state, reason } }, { onSuccess: () => setAsking(false) });
  const over = measure.state === 'done' || measure.state === 'notNeeded';
  const lasting =
    measure.ends === null &&
    measure.occurrences.every(
      ({ state, submissions }) =>
        state === 'accepted' ||
        state === 'notNeeded' ||
        state === 'cancelled' ||
        (state === 'open' && submissions.some((one) => one.state === 'accepted')),
    ) &&
    measure.occurrences.length > 0;
  const untouched = measure.state === 'planned' || measure.state === 'inProgress';
  return (
    <>
      {set.error ? (
        <Notice kind="problem" live>
          {set.error.message || t.offline}
        </Notice>
      ) : null}
      {asking ? (
        <ReasonForm
          label={t.reason}
          hint={t.reasonHint}
          save={t.wholeNotNeeded}
          busy={set.isPending}
          onSave={(reason) => say('notNeeded', reason)}
          onCancel={() => setAsking(false)}
        />
      ) : null}
      {!over && measure.ends !== null ? (
        <div className={styles.end}>
          <div>
            <strong>{t.endTitle}</strong>
            <p className="soft">{measure.ends === 'done' ? t.endDone : t.endNotNeeded}</p>
          </div>
          {measure.ends === 'done' ? (
            <Button kind="main" busy={set.isPending} onClick={() => say('done')}>
              {t.done}
            </Button>
          ) : (
            <Button kind="main" onClick={() => setAsking(true)}>
              {t.wholeNotNeeded}
            </Button>
          )}
        </div>
      ) : null}
      <div
        className={`${styles.actions} no-print`}
        hidden={!over && !lasting && !(untouched && measure.ends === null && !asking)}
      >
        {over ? (
          <Button kind="quiet" busy={set.isPending} onClick={() => say('inProgress')}>
            {t.again}
          </Button>
        ) : null}
        {!over && lasting ? (
          <Button kind="quiet" busy={set.isPending} onClick={() => say('done')}>
            {t.finishLasting}
          </Button>
        ) : null}
        {untouched && measure.ends === null && !asking ? (
          <Button kind="quiet" onClick={() => setAsking(true)}>
            {t.wholeNotNeeded}
          </Button>
        ) : null}
      </div>
    </>
  );
}

type HistoryRow = Measure['history'][number];

function History({ measure }: { readonly measure: Measure }) {
  const t = useText(measureText);
  const { language } = useLanguage();
  if (measure.history.length === 0) return null;
  const columns: Column<HistoryRow>[] = [
    {
      key: 'at',
      header: t.when,
      short: true,
      value: (row) => row.at,
      cell: (row) => <span className="figures">{dateTime(row.at, language)}</span>,
    },
    { key: 'who', header: t.who, value: (row) => row.who },
    { key: 'what', header: t.what, naming: true, value: (row) => t.whats[row.what] },
    {
      key: 'about',
      header: t.about,
      value: (row) =>
        [row.dueOn === null && row.opensOn === null ? '' : daysInWords(row, language), row.subject]
          .filter(Boolean)
          .join(': ') || null,
    },
  ];
  return (
    <DataTable
      caption={t.history}
      captionShown
      columns={columns}
      rows={measure.history}
      rowKey={(row) => `${row.at} ${row.what} ${row.subject} ${row.dueOn}`}
    />
  );
}
