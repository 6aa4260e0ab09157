import { Link } from '@tanstack/react-router';
import { useText } from '#src/platform/ui/language.tsx';
import { useContractQuery } from '#src/platform/ui/query.tsx';
import './api.ts';
import { pageText } from './page-text.ts';

/** On a finding's page: which measures answer it, where any does; a finding is read without this line as well. */
export function AnsweringMeasures({ findingId }: { readonly findingId: number }) {
  const t = useText(pageText);
  const { data } = useContractQuery('GET /api/findings/:id/measures', { params: { id: findingId } });
  if (!data || data.measures.length === 0) return null;
  return (
    <p>
      {t.answered}{' '}
      {data.measures.map((measure, index) => (
        <span key={measure.measureId}>
          {index === 0 ? null : '; '}
          <Link
            to="/plans/$id/measures/$measureId"
            params={{ id: String(measure.planId), measureId: String(measure.measureId) }}
          >
            {measure.number === null ? measure.text : `${measure.number} ${measure.text}`}
          </Link>
          {` (${measure.organization})`}
        </span>
      ))}
    </p>
  );
}
