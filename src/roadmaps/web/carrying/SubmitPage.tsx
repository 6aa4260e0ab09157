import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { Notice } from '#src/platform/ui/Notice.tsx';
import { PageHeading } from '#src/platform/ui/PageHeading.tsx';
import { useContractQuery } from '#src/platform/ui/query.tsx';
import { useFilters } from '#src/platform/ui/routing.ts';
import { ErrorState, Skeleton } from '#src/platform/ui/states.tsx';
import { daysInWords } from '../../carrying/text.ts';
import { PlanNav } from '../PlanNav.tsx';
import './api.ts';
import type { MeasureOccurrence } from './MeasureDate.tsx';
import type { Measure } from './MeasurePage.tsx';
import { measureText } from './measure-text.ts';
import { SubmitForm } from './SubmitForm.tsx';
import { submitText } from './submit-text.ts';

/** One thing: evidence for one date of a measure. */
export default function SubmitPage() {
  const { measureId } = useParams({ strict: false }) as { measureId: string };
  const [{ occurrence }] = useFilters(['occurrence']);
  const id = Number(measureId);
  const measure = useContractQuery('GET /api/measures/:id/carrying', { params: { id } });
  if (!measure.data && measure.error)
    return <ErrorState error={measure.error} onRetry={() => void measure.refetch()} />;
  if (!measure.data) return <Skeleton />;
  const { occurrences } = measure.data;
  const chosen =
    occurrence === undefined ? occurrences.find(takes) : occurrences.find((one) => String(one.id) === occurrence);
  return <Loaded key={chosen?.id ?? 0} measure={measure.data} occurrence={chosen} />;
}

/** The date takes evidence. */
function takes({ state }: MeasureOccurrence): boolean {
  return state === 'open' || state === 'returned' || state === 'submitted';
}

interface LoadedProps {
  readonly measure: Measure;
  readonly occurrence: MeasureOccurrence | undefined;
}

function Loaded({ measure, occurrence }: LoadedProps) {
  const t = useText(submitText);
  const m = useText(measureText);
  const { language } = useLanguage();
  const open = occurrence !== undefined && measure.may.submit && takes(occurrence);
  // A date that is closed while somebody types leaves him what he has typed.
  const [opened] = useState(open);
  const mends = occurrence?.submissions.some(({ state }) => state === 'returned') ?? false;
  const params = { id: String(measure.plan.id), measureId: String(measure.id) };
  return (
    <>
      <PlanNav planId={measure.plan.id} kind={measure.plan.organizationKind} />
      <PageHeading
        above={
          <Link to="/plans/$id/measures/$measureId" params={params}>
            {m.titleOf(measure.number, measure.text)}
          </Link>
        }
        title={mends ? t.titleMend : t.title}
        lead={occurrence ? `${t.due}: ${daysInWords(occurrence, language)}` : undefined}
      />
      {open ? null : (
        <Notice kind="attention">
          <p>{opened ? t.closedMeanwhile : t.notOpen}</p>
          <p>
            <Link to="/plans/$id/measures/$measureId" params={params}>
              {t.back}
            </Link>
          </p>
        </Notice>
      )}
      {opened && occurrence ? <SubmitForm measure={measure} occurrence={occurrence} /> : null}
    </>
  );
}
