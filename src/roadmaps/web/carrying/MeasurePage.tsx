import { Link, useParams } from '@tanstack/react-router';
import type { Output } from '#src/platform/ui/api.ts';
import { Button } from '#src/platform/ui/Button.tsx';
import { DASH } from '#src/platform/ui/format.ts';
import { useText } from '#src/platform/ui/language.tsx';
import { Notice } from '#src/platform/ui/Notice.tsx';
import { PageHeading } from '#src/platform/ui/PageHeading.tsx';
import { useContractMutation, useContractQuery } from '#src/platform/ui/query.tsx';
import { ErrorState, Skeleton } from '#src/platform/ui/states.tsx';
import { roadmapsText } from '../../text.ts';
import { EffectPassage } from '../effect/EffectPassage.tsx';
import { OriginWords } from '../cascade/OriginWords.tsx';
import { PlanNav } from '../PlanNav.tsx';
import './api.ts';
import { MeasureDate } from './MeasureDate.tsx';
import { MeasureEnd } from './MeasureEnd.tsx';
import { MeasureHistory } from './MeasureHistory.tsx';
import { MeasurePeople } from './MeasurePeople.tsx';
import styles from './measure.module.css';
import parts from './parts.module.css';
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
            <ol className={parts.rows}>
              {measure.occurrences.map((occurrence) => (
                <MeasureDate key={occurrence.id} measure={measure} occurrence={occurrence} />
              ))}
            </ol>
          </section>
        ) : null}
        <MeasureEnd measure={measure} />
        <EffectPassage measureId={measure.id} />
        <MeasureHistory measure={measure} />
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
