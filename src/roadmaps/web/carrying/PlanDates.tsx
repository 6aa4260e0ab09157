import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Output } from '#src/platform/ui/api.ts';
import { useText } from '#src/platform/ui/language.tsx';
import { Notice } from '#src/platform/ui/Notice.tsx';
import { useContractQuery } from '#src/platform/ui/query.tsx';
import { ErrorState, Skeleton } from '#src/platform/ui/states.tsx';
import { PlanNav } from '../PlanNav.tsx';
import './api.ts';
import { planDatesText } from './plan-dates-text.ts';

export type PlanCarrying = Output<'GET /api/plans/:id/carrying'>;
export type PlanMeasure = PlanCarrying['measures'][number];
export type PlanOccurrence = PlanMeasure['occurrences'][number];

/** The three views of a plan's dates share one answer, one navigation and their states of loading, refusal and draft. */
export function PlanDates({ children }: { readonly children: (plan: PlanCarrying) => ReactNode }) {
  const t = useText(planDatesText);
  const id = Number((useParams({ strict: false }) as { id: string }).id);
  const plan = useContractQuery('GET /api/plans/:id/carrying', { params: { id } });
  if (!plan.data && plan.error) return <ErrorState error={plan.error} onRetry={() => void plan.refetch()} />;
  if (!plan.data) return <Skeleton />;
  return (
    <>
      <PlanNav planId={id} kind={plan.data.plan.organizationKind} />
      {plan.data.plan.state === 'draft' ? <Notice kind="attention">{t.notApproved}</Notice> : null}
      {children(plan.data)}
    </>
  );
}

/** «2.1. Провести …» as a link to all about the measure. */
export function MeasureLink({ plan, measure }: { readonly plan: PlanCarrying; readonly measure: PlanMeasure }) {
  return (
    <Link to="/plans/$id/measures/$measureId" params={{ id: String(plan.plan.id), measureId: String(measure.id) }}>
      {measure.number === null ? measure.text : `${measure.number}. ${measure.text}`}
    </Link>
  );
}
